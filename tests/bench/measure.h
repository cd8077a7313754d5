#pragma once

#include <QElapsedTimer>
#include <QList>
#include <algorithm>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <unistd.h>
#include <vector>

// Ratios are taken in one run, sides interleaved, so that a noisy machine disturbs both alike.
namespace bench {

inline double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    const auto at = qsizetype(share * double(values.size()));
    return values.isEmpty() ? 0 : values[std::min(at, values.size() - 1)];
}

inline double median(const QList<double> &values)
{
    return percentile(values, 0.5);
}

inline double milliseconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Pair {
    QList<double> ours; // a round each, any unit
    QList<double> theirs;
    // Median of the rounds' ratios: what disturbed a round disturbed both sides of it.
    double ratio() const
    {
        QList<double> ratios;
        for (qsizetype i = 0; i < ours.size(); ++i)
            ratios.append(ours[i] / theirs[i]);
        return median(ratios);
    }
};

// One warm-up, then `rounds` rounds of one side after the other, in milliseconds.
inline Pair interleaved(
    int rounds, const std::function<void()> &ours, const std::function<void()> &theirs)
{
    ours();
    theirs();
    Pair pair;
    for (int round = 0; round < rounds; ++round) {
        pair.ours.append(milliseconds(ours));
        pair.theirs.append(milliseconds(theirs));
    }
    return pair;
}

// CI runs each benchmark once and small, to see that it works.
inline bool isSmall(int argc, char **argv)
{
    return argc > 1 && std::strcmp(argv[1], "--small") == 0;
}

// What a benchmark found: `name value` lines, printed last.
class Figures {
public:
    ~Figures()
    {
        for (const std::string &line : m_lines)
            std::printf("%s\n", line.c_str());
    }
    // goal: "<= 0.8", ">= 1.3" or empty for a figure that is only reported.
    void add(const std::string &name, double value, const char *goal = "")
    {
        char line[160];
        std::snprintf(line, sizeof line, "%s %.3f", name.c_str(), value);
        m_lines.emplace_back(line);
        if (*goal)
            std::printf("# %s, goal %s: %s\n", line, goal, keeps(value, goal) ? "kept" : "missed");
        std::fflush(stdout);
    }

private:
    static bool keeps(double value, const char *goal)
    {
        const double limit = std::atof(goal + 3); // behind "<= " or ">= "
        return *goal == '<' ? value <= limit : value >= limit;
    }

    std::vector<std::string> m_lines;
};

// Ends the benchmark from whatever thread, and what the main thread has started, since nobody is
// left to do it.
[[noreturn]] inline void giveUp(const char *what, const char *detail = "")
{
    std::fprintf(stderr, "%s %s\n", what, detail);
    const std::string self = std::to_string(::getpid());
    std::ifstream children("/proc/" + self + "/task/" + self + "/children");
    for (pid_t child = 0; children >> child;)
        ::kill(child, SIGTERM);
    std::_Exit(1);
}

} // namespace bench
