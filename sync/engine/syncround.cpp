#include "syncround.h"

#include "models/store/outbox.h"
#include "sync/portal/feedjobs.h"

SyncRound::SyncRound(const SyncParts &parts, int fewReferences, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_fewReferences(fewReferences)
    , m_pusher(parts)
    , m_puller(parts)
    , m_aftercare(parts)
    , m_lease(parts)
{
    connect(&m_pusher, &Pusher::finished, this, &SyncRound::onPushed);
    connect(&m_pusher, &Pusher::settled, this, &SyncRound::settled);
    connect(&m_pusher, &Pusher::progressed, this, &SyncRound::activityChanged);
    connect(&m_pusher, &Pusher::uploadProgressed, this, &SyncRound::uploadProgressed);
    connect(&m_puller, &Puller::finished, this, &SyncRound::onPulled);
    connect(&m_puller, &Puller::applied, this, &SyncRound::applied);
    connect(&m_puller, &Puller::progressed, this,
        [this](int cases) { emit activityChanged(Activity::Fetching, cases); });
    connect(&m_aftercare, &Aftercare::applied, this, &SyncRound::applied);
    connect(&m_aftercare, &Aftercare::operationsForgotten, this, &SyncRound::operationsForgotten);
    connect(&m_aftercare, &Aftercare::drifted, this, &SyncRound::drifted);
    connect(&m_aftercare, &Aftercare::finished, this, &SyncRound::onCaredFor);
    // Without references only requesting a fee is out of reach: no reason to call the round failed.
    connect(&m_lease, &ReferenceLease::finished, this, [this] { finish(success()); });
}

void SyncRound::start()
{
    emit activityChanged(Activity::Connecting, 0);
    auto *job = new SessionJob(m_parts.connection, this);
    m_job = job;
    connect(job, &SessionJob::finished, this, &SyncRound::onSession);
    job->start();
}

void SyncRound::abort()
{
    const Error aborted = error(ErrorCode::Unreachable, "portal.aborted");
    m_ended = true; // the parts may report; nobody is told twice
    if (m_job)
        m_job->abort();
    m_pusher.abort();
    m_puller.abort();
    m_aftercare.abort();
    m_lease.abort();
    emit finished(aborted);
}

void SyncRound::finish(const Status &result)
{
    if (std::exchange(m_ended, true))
        return;
    emit finished(result);
}

void SyncRound::onSession(const Result<Session> &session)
{
    if (m_ended)
        return;
    if (!session)
        return finish(session.error());
    const Status known = recognise(*session);
    if (!known)
        return finish(known);
    m_session = *session;
    emit sessionReceived(m_session);
    m_pusher.start();
}

// The first answer binds the profile to one portal and one clerk. Afterwards another portal under
// the same address, or another clerk, must neither get our operations nor empty our cache.
Status SyncRound::recognise(const Session &session)
{
    constexpr int spoken = 1; // the version of the protocol
    if (!session.api.contains(spoken))
        return error(ErrorCode::Unsupported, "sync.unsupportedApi");
    Outbox &outbox = m_parts.outbox;
    const std::pair<QString, QString> facts[] = {
        { QStringLiteral("serverId"), session.serverId },
        { QStringLiteral("clerkId"), session.clerk.id.text },
    };
    for (const auto &[name, value] : facts) {
        const QString known = outbox.fact(name);
        if (known.isEmpty()) {
            const Status kept = outbox.setFact(name, value);
            if (!kept)
                return kept;
        } else if (known != value) {
            return name == QLatin1String("serverId")
                ? error(ErrorCode::Conflict, "sync.otherServer")
                : error(ErrorCode::Conflict, "sync.otherClerk");
        }
    }
    return success();
}

void SyncRound::onPushed(const Status &result)
{
    if (m_ended)
        return;
    if (!result)
        return finish(result);
    emit activityChanged(Activity::Fetching, 0);
    m_puller.start(m_session);
}

void SyncRound::onPulled(const Status &result)
{
    if (m_ended)
        return;
    if (result)
        m_aftercare.start(m_session);
    else
        finish(result);
}

void SyncRound::onCaredFor(const Status &result)
{
    if (m_ended)
        return;
    if (result && m_lease.isNeeded(m_session, m_fewReferences))
        m_lease.start();
    else
        finish(result);
}
