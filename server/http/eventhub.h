#pragma once

#include "http.h"
#include "wakelist.h"

#include <atomic>

namespace http {

// Keeps only the highest number, so that a slow stream costs no memory however much happens.
class EventHub : public Hub {
public:
    void notify(qint64 feedNumber) override
    {
        qint64 known = m_last.load();
        while (known < feedNumber && !m_last.compare_exchange_weak(known, feedNumber)) { }
        m_waiting.wakeAll();
    }
    qint64 last() const { return m_last.load(); } // -1: never notified
    WakeList &waiting() { return m_waiting; }

private:
    std::atomic<qint64> m_last{ -1 };
    WakeList m_waiting;
};

} // namespace http
