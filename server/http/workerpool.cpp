#include "workerpool.h"

namespace http {

WorkerPool::WorkerPool(int threads, int queue)
    : m_limit(static_cast<std::size_t>(queue))
{
    for (int i = 0; i < threads; ++i)
        m_threads.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool()
{
    finish();
}

bool WorkerPool::post(std::function<void()> job)
{
    {
        const std::lock_guard lock(m_mutex);
        // A job that an idle thread will take at once does not wait, so it is not in the queue.
        if (m_closed || m_jobs.size() >= m_limit + m_idle)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
    return true;
}

void WorkerPool::finish()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void WorkerPool::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        ++m_idle;
        m_wake.wait(lock, [this] { return m_closed || !m_jobs.empty(); });
        --m_idle;
        if (m_jobs.empty())
            return;
        std::function<void()> job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = nullptr; // what it holds dies outside the lock
        lock.lock();
    }
}

} // namespace http
