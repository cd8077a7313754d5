#include "writer.h"

#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

namespace portal {

namespace {

const size_t largestBatch = 64;

} // namespace

Writer::Writer(std::unique_ptr<Sql> sql)
    : m_sql(std::move(sql))
    , m_thread([this] { run(); })
{
}

Writer::~Writer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
    }
    m_queued.notify_all();
    m_thread.join();
    (void)m_sql->checkpoint(); // a smaller log to read at the next start; losing it loses nothing
}

Status Writer::submit(Work work)
{
    Job job{ std::move(work) };
    std::unique_lock lock(m_mutex);
    if (m_closing)
        return error(ErrorCode::Unavailable, "store.closing");
    m_queue.push_back(&job);
    m_queued.notify_one();
    m_finished.wait(lock, [&] { return job.done; });
    return job.outcome;
}

void Writer::onCommit(std::function<void(qint64)> listener)
{
    const std::lock_guard lock(m_mutex);
    m_listener = std::move(listener);
}

void Writer::run()
{
    for (;;) {
        std::vector<Job *> batch;
        {
            std::unique_lock lock(m_mutex);
            m_queued.wait(lock, [this] { return m_closing || !m_queue.empty(); });
            if (m_queue.empty())
                return;
            while (!m_queue.empty() && batch.size() < largestBatch) {
                batch.push_back(m_queue.front());
                m_queue.pop_front();
            }
        }
        const qint64 feedNumber = commit(batch);
        std::function<void(qint64)> listener;
        {
            const std::lock_guard lock(m_mutex);
            for (Job *job : batch)
                job->done = true;
            listener = m_listener;
        }
        m_finished.notify_all();
        if (feedNumber > 0 && listener)
            listener(feedNumber);
    }
}

qint64 Writer::commit(const std::vector<Job *> &batch)
{
    Status whole = success();
    {
        sqlite::Transaction transaction(*m_sql);
        whole = transaction.status();
        for (Job *job : batch) {
            if (!whole)
                break;
            carryOut(*job);
            // A full disk makes SQLite roll back everything, also what went well before.
            if (!m_sql->inTransaction())
                whole = job->outcome ? Status(m_sql->lastError("transaction lost")) : job->outcome;
        }
        faults::step("portal.beforeCommit");
        if (whole)
            whole = transaction.commit();
        faults::step("portal.afterCommit");
    }
    qint64 feedNumber = 0;
    for (Job *job : batch) {
        if (!whole)
            job->outcome = whole;
        else if (job->outcome)
            feedNumber = qMax(feedNumber, job->feedNumber);
    }
    return feedNumber;
}

void Writer::carryOut(Job &job)
{
    sqlite::Savepoint part(*m_sql);
    job.outcome = part.status();
    if (!job.outcome)
        return;
    Writing writing{ *m_sql };
    job.outcome = job.work(writing);
    job.feedNumber = writing.feedNumber;
    if (job.outcome)
        job.outcome = part.keep();
}

} // namespace portal
