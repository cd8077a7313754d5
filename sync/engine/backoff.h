#pragma once

#include <QtGlobal>
#include <functional>

// A number in [0, 1) from wherever the composition root takes randomness.
using Random = std::function<double()>;

// How long to wait after a failure: 5 s doubled up to 15 min, spread by ±20 %, so that a hundred
// desks do not come back in the same second. A portal that names a time is asked no earlier. While
// something waits to be sent the longest wait is shorter, so that it goes within a minute of
// healing.
class Backoff {
public:
    explicit Backoff(Random random);

    static constexpr qint64 firstSeconds = 5;
    static constexpr qint64 longestSeconds = 15 * 60;

    // Counts one failure.
    qint64 nextMs(qint64 retryAfterSeconds = 0, qint64 longest = longestSeconds);
    void reset() { m_failures = 0; }
    int failures() const { return m_failures; }

    // The wait after `failures` failures (1 or more), in milliseconds.
    static qint64 waitMs(
        int failures, double random, qint64 retryAfterSeconds = 0, qint64 longest = longestSeconds);

private:
    Random m_random;
    int m_failures = 0;
};
