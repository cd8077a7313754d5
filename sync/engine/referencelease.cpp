#include "referencelease.h"

#include "models/faults/faults.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "sync/portal/feedjobs.h"

static const auto requestFact = QStringLiteral("referenceRequest");

ReferenceLease::ReferenceLease(const SyncParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
}

bool ReferenceLease::isNeeded(const Session &session, int few) const
{
    bool allowed = false;
    for (const QList<Permission> &granted : session.grants)
        allowed = allowed || granted.contains(Permission::FeeRequest);
    return allowed && m_parts.outbox.references().left() < few;
}

void ReferenceLease::start()
{
    Outbox &outbox = m_parts.outbox;
    QString request = outbox.fact(requestFact);
    if (request.isEmpty()) {
        request = newUuid7(m_parts.clock);
        const Status kept = outbox.setFact(requestFact, request);
        if (!kept) {
            emit finished(kept);
            return;
        }
    }
    const DeviceId device{ outbox.fact(QStringLiteral("deviceId")) };
    auto *job = new ReferenceBlockJob(m_parts.connection, device, request, this);
    m_job = job;
    connect(job, &ReferenceBlockJob::finished, this,
        [this, request](const Result<LeasedNumbers> &numbers) {
            if (!numbers)
                return emit finished(numbers.error());
            faults::step("lease.received");
            Outbox &outbox = m_parts.outbox;
            Status kept = outbox.references().add(
                { request, numbers->prefix, numbers->first, numbers->last });
            faults::step("lease.added");
            if (kept)
                kept = outbox.setFact(requestFact, {});
            emit finished(kept);
        });
    job->start();
}

void ReferenceLease::abort()
{
    if (m_job)
        m_job->abort();
}
