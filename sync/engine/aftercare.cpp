#include "aftercare.h"

#include "models/store/cachewriter.h"
#include "models/store/outbox.h"
#include "models/store/whendone.h"
#include "sync/portal/checkjobs.h"

#include <QLoggingCategory>
#include <QSet>

Q_LOGGING_CATEGORY(aftercareLog, "kontor.sync.aftercare")

// The epoch in which the portal was last asked what it has forgotten.
static const auto epochFact = QStringLiteral("epoch");

Aftercare::Aftercare(const SyncParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

void Aftercare::start(const Session &session)
{
    m_session = session;
    whenDone(m_parts.writer.hiddenCases(), this, [this](const Result<QList<CaseId>> &hidden) {
        if (!hidden)
            return finish(hidden.error());
        m_hidden = *hidden;
        if (m_hidden.isEmpty())
            recallOperations();
        else
            askAccess();
    });
}

void Aftercare::abort()
{
    if (m_job)
        m_job->abort();
    finish(error(ErrorCode::Unreachable, "portal.aborted"));
}

void Aftercare::finish(const Status &result)
{
    if (std::exchange(m_ended, true))
        return;
    emit finished(result);
}

void Aftercare::askAccess()
{
    if (m_ended)
        return;
    const QList<CaseId> some = m_hidden.first(qMin(m_hidden.size(), checks::idsPerRequest));
    m_hidden.remove(0, some.size());
    auto *job = new AccessJob(m_parts.connection, some, m_session.epoch, this);
    m_job = job;
    connect(job, &AccessJob::finished, this, [this](const Result<QList<CaseId>> &allowed) {
        if (!allowed)
            return finish(allowed.error());
        m_allowed += *allowed;
        if (m_hidden.isEmpty())
            onAccess(m_allowed);
        else
            askAccess();
    });
    job->start();
}

void Aftercare::onAccess(const QList<CaseId> &allowed)
{
    if (!allowed.isEmpty())
        qCWarning(aftercareLog) << "the portal revoked" << allowed.size()
                                << "cases that the clerk may still read: shown again";
    whenDone(m_parts.writer.showHidden(allowed), this, [this](const Result<PageEffect> &shown) {
        if (!shown)
            return finish(shown.error());
        emit applied(*shown);
        whenDone(m_parts.writer.eraseHidden(), this, [this](const Result<PageEffect> &erased) {
            if (!erased)
                return finish(erased.error());
            emit applied(*erased);
            recallOperations();
        });
    });
}

void Aftercare::recallOperations()
{
    if (m_ended)
        return;
    Outbox &outbox = m_parts.outbox;
    const QString known = outbox.fact(epochFact);
    if (known == m_session.epoch)
        return compare();
    if (!known.isEmpty()) {
        for (const PendingOperation &entry : outbox.delivered({}))
            m_delivered.append(entry.operation.id);
    }
    askKnown();
}

void Aftercare::askKnown()
{
    if (m_ended)
        return;
    if (m_delivered.isEmpty()) {
        Status noted = m_parts.outbox.holdForgotten(m_forgotten);
        if (noted)
            noted = m_parts.outbox.setFact(epochFact, m_session.epoch);
        if (!noted)
            return finish(noted);
        if (!m_forgotten.isEmpty()) {
            qCWarning(aftercareLog)
                << "the restored portal has forgotten" << m_forgotten.size() << "operations";
            emit operationsForgotten(m_forgotten);
        }
        return compare();
    }
    const QList<OperationId> some
        = m_delivered.first(qMin(m_delivered.size(), checks::idsPerRequest));
    m_delivered.remove(0, some.size());
    auto *job = new KnownOperationsJob(m_parts.connection, some, this);
    m_job = job;
    connect(job, &KnownOperationsJob::finished, this,
        [this, some](const Result<QSet<OperationId>> &known) {
            if (!known)
                return finish(known.error());
            for (const OperationId &id : some) {
                if (!known->contains(id))
                    m_forgotten.append(id);
            }
            askKnown();
        });
    job->start();
}

void Aftercare::compare()
{
    whenDone(m_parts.writer.syncState(), this, [this](const Result<SyncState> &state) {
        if (m_ended)
            return;
        if (!state || state->pulls < pullsPerComparison)
            return finish(state ? success() : Status(state.error()));
        auto *job = new DigestJob(m_parts.connection, this);
        m_job = job;
        connect(job, &DigestJob::finished, this, [this](const Result<PortalDigest> &digest) {
            if (!digest)
                return finish(digest.error());
            onDigest(*digest);
        });
        job->start();
    });
}

void Aftercare::onDigest(const PortalDigest &digest)
{
    whenDone(m_parts.writer.digest(digest.closedBefore), this,
        [this, digest](const Result<CacheDigest> &own) {
            if (!own)
                return finish(own.error());
            judge(digest, *own);
        });
}

void Aftercare::judge(const PortalDigest &portal, const CacheDigest &own)
{
    // Something happened in between: asked again after the next fetch.
    if (portal.at != own.cursor || portal.epoch != m_session.epoch)
        return finish(success());
    if (portal.cases == own.cases && portal.sha256 == own.sha256) {
        whenDone(
            m_parts.writer.noteCompared(), this, [this](const Status &noted) { finish(noted); });
        return;
    }
    qCWarning(aftercareLog) << "the cache has drifted from the portal:" << own.cases << "cases,"
                            << portal.cases << "there; reading everything anew";
    whenDone(m_parts.writer.beginResync(m_session.epoch), this, [this](const Status &begun) {
        if (begun)
            emit drifted();
        finish(begun);
    });
}
