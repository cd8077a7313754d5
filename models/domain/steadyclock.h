#pragma once

#include <QtGlobal>

#include <chrono>

// What waiting goes by: milliseconds that only ever grow, whatever is done to the clock on the
// wall.
class SteadyClock {
public:
    virtual ~SteadyClock() = default;
    virtual qint64 ms() const
    {
        using namespace std::chrono;
        return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
    }
};
