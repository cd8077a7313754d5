#include "pusher.h"

#include "models/faults/faults.h"
#include "models/store/outbox.h"
#include "sync/portal/feedjobs.h"
#include "sync/portal/uploadjob.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(pushLog, "kontor.sync.push")

namespace {

constexpr int maxTries = 3; // of one operation in one run

// Errors of one file that waiting does not mend.
bool isPermanent(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed:
    case ErrorCode::TooLarge:
        return true;
    default:
        return error.key == QLatin1String("upload.hash");
    }
}

// Did the portal certainly not carry anything out? Only then may the clerk take it back.
bool wasNotCarriedOut(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthenticated:
    case ErrorCode::NotAllowed:
    case ErrorCode::InvalidInput:
    case ErrorCode::TooLarge:
    case ErrorCode::TooMany:
    case ErrorCode::Unsupported:
        return true; // its own word: anybody else's answer comes as Corrupt or Unavailable
    default:
        return error.key == QLatin1String("portal.unreachable")
            || error.key == QLatin1String("portal.tls")
            || error.key == QLatin1String("portal.proxySignIn");
    }
}

} // namespace

Pusher::Pusher(const SyncParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void Pusher::start()
{
    const Status held = m_parts.outbox.holdOld();
    if (held)
        next();
    else
        finish(held);
}

void Pusher::abort()
{
    if (m_job)
        m_job->abort();
    finish(error(ErrorCode::Unreachable, "portal.aborted"));
}

void Pusher::finish(const Status &result)
{
    if (std::exchange(m_ended, true))
        return;
    emit finished(result);
}

Timestamp Pusher::later(int attempts) const
{
    // What the portal answered "later" to goes soon after the reason has gone.
    constexpr qint64 longestSeconds = 40;
    const qint64 wait = Backoff::waitMs(qMax(1, attempts), m_parts.random(), 0, longestSeconds);
    return { m_parts.clock.now().ms + wait };
}

void Pusher::next()
{
    if (m_ended)
        return;
    m_batch = m_parts.outbox.sendable(m_parts.clock.now(), m_limit);
    if (m_batch.isEmpty())
        return finish(success());
    if (!beginUpload())
        send();
}

// Starts the first upload that the batch still needs; false if all files are there.
bool Pusher::beginUpload()
{
    for (const PendingOperation &entry : std::as_const(m_batch)) {
        for (const NewAttachment &file : filesOf(entry.operation)) {
            if (m_uploaded.contains(file.sha256))
                continue;
            m_uploadFor = entry.operation.id;
            m_uploadHash = file.sha256;
            auto *job = new UploadJob(m_parts.connection,
                { m_parts.outbox.stagedPath(file.sha256), file.sha256, file.size, file.name,
                    file.type },
                this);
            m_job = job;
            connect(job, &UploadJob::finished, this, &Pusher::onUploaded);
            connect(job, &UploadJob::progressed, this,
                [this, id = entry.operation.id, file](
                    qint64 sent) { emit uploadProgressed(id, file, sent); });
            emit progressed(Activity::Uploading, m_sent);
            job->start();
            return true;
        }
    }
    return false;
}

void Pusher::onUploaded(const Result<UploadedFile> &result)
{
    if (m_ended)
        return;
    faults::step("push.uploaded");
    if (std::exchange(m_uploadStopped, false) && !result) {
        const Status held = m_parts.outbox.hold(m_uploadFor, QStringLiteral("upload.stopped"));
        if (!held)
            return finish(held.error());
    } else if (result) {
        m_uploaded.insert(m_uploadHash);
    } else if (isPermanent(result.error())) {
        const Status held = m_parts.outbox.hold(m_uploadFor, result.error().key);
        if (!held)
            return finish(held.error());
    } else {
        return finish(result.error());
    }
    next();
}

void Pusher::stopUpload(const OperationId &operation)
{
    const bool uploading = m_job && !m_batch.isEmpty() && m_uploadFor == operation
        && qobject_cast<UploadJob *>(m_job.data());
    if (m_ended || !uploading)
        return;
    m_uploadStopped = true;
    m_job->abort();
}

void Pusher::send()
{
    QList<Operation> operations;
    QList<OperationId> ids;
    for (const PendingOperation &entry : std::as_const(m_batch)) {
        operations.append(entry.operation);
        ids.append(entry.operation.id);
        ++m_tries[entry.operation.id];
    }
    const Status marked = m_parts.outbox.markSending(ids);
    if (!marked)
        return finish(marked.error());
    faults::step("push.marked");
    emit progressed(Activity::Sending, m_sent);
    auto *job = new OperationsJob(m_parts.connection, operations, this);
    m_job = job;
    connect(job, &OperationsJob::finished, this, &Pusher::onResults);
    job->start();
}

void Pusher::onResults(const Result<QList<OperationResult>> &results)
{
    if (!results)
        return onRefusedBatch(results.error());
    faults::step("push.answered");
    const QList<PendingOperation> sent = std::exchange(m_batch, {});
    for (qsizetype i = 0; i < sent.size() && !m_ended; ++i)
        take(results->at(i), sent.at(i));
    next();
}

void Pusher::onRefusedBatch(const Error &error)
{
    const QList<PendingOperation> sent = std::exchange(m_batch, {});
    QList<OperationId> ids;
    for (const PendingOperation &entry : sent)
        ids.append(entry.operation.id);
    Status noted = m_parts.outbox.markUnsent(ids, {}, error.key, wasNotCarriedOut(error));
    const bool unreadable
        = error.code == ErrorCode::InvalidInput || error.code == ErrorCode::TooLarge;
    if (unreadable && noted && !m_ended) {
        qCWarning(pushLog) << "a batch of" << ids.size() << "was refused:" << error.key;
        if (sent.size() == 1)
            noted = m_parts.outbox.hold(ids.first(), error.key);
        m_limit = 1;
        if (noted)
            return next();
    }
    finish(noted ? Status(error) : noted);
}

void Pusher::take(const OperationResult &result, const PendingOperation &entry)
{
    Status noted = success();
    const bool tooOften = m_tries.value(result.operation) >= maxTries;
    switch (result.outcome) {
    case Outcome::Unknown: // of a newer portal: neither done nor refused as far as we can tell
        noted = m_parts.outbox.hold(result.operation, QStringLiteral("operation.unknownOutcome"));
        break;
    case Outcome::Retry:
        noted = m_parts.outbox.markResult(result, later(entry.attempts + 1));
        break;
    case Outcome::MissingBlobs:
        for (const NewAttachment &file : filesOf(entry.operation))
            m_uploaded.remove(file.sha256);
        noted
            = m_parts.outbox.markResult(result, tooOften ? later(entry.attempts + 1) : Timestamp());
        break;
    case Outcome::Applied:
    case Outcome::Merged:
    case Outcome::Conflict:
    case Outcome::Rejected:
        noted = m_parts.outbox.markResult(result);
        ++m_sent;
        faults::step("push.settled");
        break;
    }
    if (!noted)
        return finish(noted.error());
    emit progressed(Activity::Sending, m_sent);
    emit settled(result);
}
