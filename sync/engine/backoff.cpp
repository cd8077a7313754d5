#include "backoff.h"

Backoff::Backoff(Random random)
    : m_random(std::move(random))
{
}

qint64 Backoff::waitMs(int failures, double random, qint64 retryAfterSeconds, qint64 longest)
{
    const int doublings = qBound(0, failures - 1, 10);
    const qint64 seconds = qMin(firstSeconds << doublings, longest);
    const double spread = 0.8 + 0.4 * random;
    const qint64 own = qint64(double(seconds) * 1000 * spread);
    // Never earlier than asked, and not all desks at the very same moment.
    const qint64 asked = retryAfterSeconds * 1000;
    return asked > own ? asked + qint64(double(seconds) * 1000 * 0.2 * random) : own;
}

qint64 Backoff::nextMs(qint64 retryAfterSeconds, qint64 longest)
{
    ++m_failures;
    return waitMs(m_failures, m_random(), retryAfterSeconds, longest);
}
