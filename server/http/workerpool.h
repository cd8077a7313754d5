#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace http {

// Threads for what may wait (store, disk), so that the two network threads never do. The queue is
// bounded: a portal that is too slow says so at once instead of answering minutes later.
class WorkerPool {
public:
    WorkerPool(int threads, int queue);
    ~WorkerPool(); // finish()
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    // false: the queue is full or the pool is closed. Jobs must not throw.
    bool post(std::function<void()> job);
    void finish(); // runs what is queued, then ends the threads

private:
    void work();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    std::size_t m_limit;
    std::size_t m_idle = 0; // threads that wait for a job
    bool m_closed = false;
    std::vector<std::thread> m_threads;
};

} // namespace http
