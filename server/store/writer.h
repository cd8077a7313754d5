#pragma once

#include "connections.h"
#include "store.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace portal {

// The one thread that writes. Whatever queued up while the disk was syncing is committed together:
// with sixteen sign-ins or filings at once that is one sync instead of sixteen.
class Writer {
public:
    using Work = std::function<Status(Writing &)>;

    explicit Writer(Engine &engine);
    ~Writer(); // finishes what is queued

    Status submit(Work work); // blocks until committed or undone
    void onCommit(std::function<void(qint64)> listener);

private:
    struct Job {
        Work work;
        Status outcome = success();
        qint64 feedNumber = 0;
        bool done = false;
    };
    void run();
    qint64 commit(const std::vector<Job *> &batch);
    static Status carryOutAll(Sql &sql, const std::vector<Job *> &batch);
    static void carryOut(Sql &sql, Job &job);
    static qint64 feedNumberOf(const std::vector<Job *> &batch);

    Connections m_connections;
    std::mutex m_mutex;
    std::condition_variable m_queued;
    std::condition_variable m_finished;
    std::deque<Job *> m_queue;
    std::function<void(qint64)> m_listener;
    bool m_closing = false;
    std::thread m_thread;
};

} // namespace portal
