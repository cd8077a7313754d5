#pragma once

#include <functional>
#include <map>
#include <mutex>

namespace http {

// Who wants to be woken: event streams by the hub, connections by the end of the server.
// Thread-safe; the functions are called under the lock and may only post to their own thread.
class WakeList {
public:
    // Registered as long as it lives.
    class Entry {
    public:
        Entry(WakeList &list, std::function<void()> wake)
            : m_list(list)
            , m_id(list.add(std::move(wake)))
        {
        }
        ~Entry() { m_list.remove(m_id); }
        Entry(const Entry &) = delete;
        Entry &operator=(const Entry &) = delete;

    private:
        WakeList &m_list;
        int m_id;
    };

    void wakeAll()
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[id, wake] : m_entries)
            wake();
    }

private:
    int add(std::function<void()> wake)
    {
        const std::lock_guard lock(m_mutex);
        m_entries.emplace(++m_last, std::move(wake));
        return m_last;
    }
    void remove(int id)
    {
        const std::lock_guard lock(m_mutex);
        m_entries.erase(id);
    }

    std::mutex m_mutex;
    std::map<int, std::function<void()>> m_entries;
    int m_last = 0;
};

} // namespace http
