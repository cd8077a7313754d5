#pragma once

#include <QElapsedTimer>
#include <QList>
#include <algorithm>
#include <cstdio>
#include <functional>

// Ratios are taken in one run, sides interleaved, so that a noisy machine disturbs both alike.
namespace bench {

inline double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values[values.size() / 2];
}

inline double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Pair {
    double ours = 0; // median, ms
    double theirs = 0;
    double ratio() const { return ours / theirs; }
};

// One warm-up, then `rounds` rounds of one side after the other.
inline Pair interleaved(
    int rounds, const std::function<void()> &ours, const std::function<void()> &theirs)
{
    ours();
    theirs();
    QList<double> mine, other;
    for (int round = 0; round < rounds; ++round) {
        mine.append(milliseconds(ours));
        other.append(milliseconds(theirs));
    }
    return { median(mine), median(other) };
}

inline void figure(const char *name, double value, const char *goal)
{
    std::printf("%s %.3f  (goal %s)\n", name, value, goal);
    std::fflush(stdout);
}

} // namespace bench
