#pragma once

#include <QByteArray>
#include <QHash>
#include <mutex>

namespace http {

// Open connections, in all and by address, so that one sender cannot take every place. Thread-safe.
class ConnectionCounter {
public:
    enum class Verdict { Welcome, Full, TooManyOfAddress };

    ConnectionCounter(int limit, int limitPerAddress)
        : m_limit(limit)
        , m_limitPerAddress(limitPerAddress)
    {
    }
    // Counts it if it is welcome. group: see addressGroup(); empty: only the total counts.
    Verdict enter(const QByteArray &group)
    {
        const std::lock_guard lock(m_mutex);
        if (m_total >= m_limit)
            return Verdict::Full;
        if (!group.isEmpty()) {
            int &count = m_groups[group];
            if (count >= m_limitPerAddress)
                return Verdict::TooManyOfAddress;
            ++count;
        }
        ++m_total;
        return Verdict::Welcome;
    }
    void leave(const QByteArray &group)
    {
        const std::lock_guard lock(m_mutex);
        --m_total;
        if (!group.isEmpty() && --m_groups[group] == 0)
            m_groups.remove(group);
    }
    int total() const
    {
        const std::lock_guard lock(m_mutex);
        return m_total;
    }

private:
    mutable std::mutex m_mutex;
    int m_limit;
    int m_limitPerAddress;
    int m_total = 0;
    QHash<QByteArray, int> m_groups;
};

} // namespace http
