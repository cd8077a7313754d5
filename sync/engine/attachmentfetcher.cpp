#include "attachmentfetcher.h"

#include "models/store/cachewriter.h"
#include "models/store/filestore.h"
#include "models/store/whendone.h"
#include "sync/portal/downloadjob.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

AttachmentFetcher::AttachmentFetcher(const SyncParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void AttachmentFetcher::fetch(const CaseId &caseId, const Attachment &attachment)
{
    for (const Wish &wish : std::as_const(m_queue)) {
        if (wish.caseId == caseId && wish.attachment.id == attachment.id)
            return;
    }
    m_queue.append({ caseId, attachment });
    if (!m_running)
        QMetaObject::invokeMethod(this, &AttachmentFetcher::next, Qt::QueuedConnection);
}

void AttachmentFetcher::next()
{
    if (m_running || m_queue.isEmpty())
        return;
    m_running = true;
    ++m_ticket;
    const Wish wish = m_queue.first();
    const QString &hash = wish.attachment.sha256;
    if (m_parts.files.contains(hash))
        return end(success());
    const QString part = m_parts.files.partOf(hash);
    QDir().mkpath(QFileInfo(part).absolutePath());
    auto *job = new DownloadJob(m_parts.connection,
        { wish.caseId, wish.attachment.id, hash, wish.attachment.size, part }, this);
    m_job = job;
    connect(job, &DownloadJob::progressed, this,
        [this, wish](qint64 received) { emit progressed(wish.caseId, wish.attachment, received); });
    connect(job, &DownloadJob::finished, this, &AttachmentFetcher::onDownloaded);
    job->start();
}

void AttachmentFetcher::onDownloaded(const Result<QString> &part)
{
    if (!m_running || m_queue.isEmpty())
        return; // dropped
    if (part) {
        whenDone(m_parts.writer.finishFile(m_queue.first().attachment.sha256), this,
            [this, ticket = m_ticket](const Status &kept) {
                if (m_running && ticket == m_ticket)
                    end(kept);
            });
        return;
    }
    Wish &wish = m_queue.first();
    if (part.error().code == ErrorCode::Unauthenticated && !wish.refreshed) {
        wish.refreshed = true;
        m_running = false;
        emit accessNeeded();
        return;
    }
    end(part.error());
}

void AttachmentFetcher::end(const Status &result)
{
    m_running = false;
    const Wish wish = m_queue.takeFirst();
    if (result)
        emit arrived(wish.caseId, wish.attachment.id, wish.attachment.sha256);
    else
        emit failed(wish.caseId, wish.attachment.id, result.error());
    next();
}

void AttachmentFetcher::resume()
{
    next();
}

void AttachmentFetcher::failAll(const Error &error)
{
    m_running = false;
    if (m_job)
        m_job->abort();
    for (const Wish &wish : std::exchange(m_queue, {}))
        emit failed(wish.caseId, wish.attachment.id, error);
}

void AttachmentFetcher::stop(const CaseId &caseId, const AttachmentId &attachment)
{
    const auto wanted = std::find_if(m_queue.begin(), m_queue.end(), [&](const Wish &wish) {
        return wish.caseId == caseId && wish.attachment.id == attachment;
    });
    if (wanted == m_queue.end())
        return;
    const bool current = m_running && wanted == m_queue.begin();
    m_queue.erase(wanted);
    if (current) {
        m_running = false; // so that the end of the job is nobody's
        if (m_job)
            m_job->abort();
    }
    emit failed(caseId, attachment, error(ErrorCode::Unreachable, "file.stopped"));
    next();
}

void AttachmentFetcher::drop(const CaseId &caseId)
{
    const bool current = m_running && !m_queue.isEmpty() && m_queue.first().caseId == caseId;
    QStringList parts;
    m_queue.removeIf([&](const Wish &wish) {
        if (wish.caseId == caseId)
            parts.append(m_parts.files.partOf(wish.attachment.sha256));
        return wish.caseId == caseId;
    });
    if (current) {
        m_running = false; // so that the end of the job is nobody's
        if (m_job)
            m_job->abort();
    }
    for (const QString &part : std::as_const(parts))
        QFile::remove(part);
    next();
}
