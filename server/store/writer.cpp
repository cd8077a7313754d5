#include "writer.h"

#include "models/faults/faults.h"

namespace portal {

namespace {

const size_t largestBatch = 64;

} // namespace

Writer::Writer(Engine &engine)
    : m_connections(engine, Access::Write, 1)
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
    Result<std::unique_ptr<Sql>> sql = m_connections.begin();
    if (sql) {
        {
            Transaction transaction(**sql);
            whole = carryOutAll(**sql, batch);
            faults::step("portal.beforeCommit");
            if (whole)
                whole = transaction.commit();
            faults::step("portal.afterCommit");
        }
        m_connections.giveBack(*std::move(sql));
    } else {
        whole = sql.error();
    }
    if (whole)
        return feedNumberOf(batch);
    for (Job *job : batch)
        job->outcome = whole;
    return 0;
}

Status Writer::carryOutAll(Sql &sql, const std::vector<Job *> &batch)
{
    for (Job *job : batch) {
        carryOut(sql, *job);
        // A full disk or a lost connection rolls back everything, also what went well before.
        if (!sql.inTransaction()) {
            return job->outcome ? Status(error(
                       ErrorCode::Internal, "store.failed", {}, QStringLiteral("transaction lost")))
                                : job->outcome;
        }
    }
    const qint64 feedNumber = feedNumberOf(batch);
    return feedNumber > 0 ? sql.announce(feedNumber) : success();
}

void Writer::carryOut(Sql &sql, Job &job)
{
    Savepoint part(sql);
    job.outcome = part.status();
    if (!job.outcome)
        return;
    Writing writing{ sql };
    job.outcome = job.work(writing);
    job.feedNumber = writing.feedNumber;
    if (job.outcome)
        job.outcome = part.keep();
}

qint64 Writer::feedNumberOf(const std::vector<Job *> &batch)
{
    qint64 feedNumber = 0;
    for (const Job *job : batch) {
        if (job->outcome)
            feedNumber = qMax(feedNumber, job->feedNumber);
    }
    return feedNumber;
}

} // namespace portal
