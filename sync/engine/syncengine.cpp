#include "syncengine.h"

#include "attachmentfetcher.h"
#include "syncround.h"

#include "models/store/cachewriter.h"
#include "models/store/filestore.h"
#include "models/store/outbox.h"
#include "models/store/whendone.h"
#include "sync/credentials/credentials.h"
#include "sync/portal/eventstream.h"

#include <QLoggingCategory>
#include <QNetworkInformation>

Q_LOGGING_CATEGORY(engineLog, "kontor.sync.engine")

namespace {

constexpr qint64 soonMs = 30; // gathers what one action of the clerk causes

constexpr qint64 noticedSkewSeconds = 120;

// No further attempt can help: a person, or another version of a program, has to.
bool isFinal(const Error &error)
{
    return error.code == ErrorCode::Unsupported || error.key == QLatin1String("sync.otherServer")
        || error.key == QLatin1String("sync.otherClerk");
}

} // namespace

SyncEngine::SyncEngine(const SyncParts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_backoff(parts.random)
    , m_fetcher(std::make_unique<AttachmentFetcher>(parts))
{
    for (QTimer *timer : { &m_timer, &m_watchdog, &m_listenTimer })
        timer->setSingleShot(true);
    m_watchdog.setInterval(parts.pace.watchdogMs);
    connect(&m_timer, &QTimer::timeout, this, &SyncEngine::beginRound);
    connect(&m_listenTimer, &QTimer::timeout, this, &SyncEngine::listen);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        const Reachability reachability = m_status.reachability;
        if (!m_started || m_paused || reachability == Reachability::SignedOut
            || reachability == Reachability::Stopped)
            return; // waits for a person, and says so
        qCWarning(engineLog) << "nothing was attempted for too long;" << m_status.pending
                             << "operations wait";
        if (m_status.pending > 0)
            emit queueStalled(m_status.pending);
        m_wanted = false; // whatever was waited for did not come
        if (m_round)
            m_round->abort();
        beginRound();
    });
    connect(&parts.credentials, &Credentials::refreshed, this, &SyncEngine::onRefreshed);
    connect(
        &parts.credentials, &Credentials::stateChanged, this, [this] { onCredentialsChanged(); });
    connect(&parts.outbox, &Outbox::changed, this, &SyncEngine::onOutboxChanged);
    connect(m_fetcher.get(), &AttachmentFetcher::arrived, this, &SyncEngine::fileArrived);
    connect(m_fetcher.get(), &AttachmentFetcher::failed, this, &SyncEngine::fileFailed);
    connect(m_fetcher.get(), &AttachmentFetcher::progressed, this, &SyncEngine::fetchProgressed);
    connect(m_fetcher.get(), &AttachmentFetcher::accessNeeded, &parts.credentials,
        &Credentials::refresh);
    change([](SyncStatus &) {});
    whenDone(parts.writer.syncState(), this, [this](const Result<SyncState> &state) {
        if (!state || !m_status.lastSync.isNull())
            return;
        change([&](SyncStatus &status) { status.lastSync = state->pulledAt; });
    });
}

SyncEngine::~SyncEngine()
{
    disconnect(&m_parts.outbox, nullptr, this, nullptr);
    disconnect(&m_parts.credentials, nullptr, this, nullptr);
}

template <class Edit> void SyncEngine::change(Edit edit)
{
    SyncStatus status = m_status;
    const Outbox::Counts counts = m_parts.outbox.counts();
    status.pending = counts.moving;
    status.attention = counts.attention;
    edit(status);
    if (status == m_status)
        return;
    m_status = status;
    emit statusChanged(m_status);
}

void SyncEngine::start()
{
    if (std::exchange(m_started, true))
        return;
    watchNetwork();
    schedule(0);
}

void SyncEngine::stop()
{
    m_started = false;
    m_wanted = false;
    for (QTimer *timer : { &m_timer, &m_watchdog, &m_listenTimer })
        timer->stop();
    if (m_stream)
        m_stream->abort();
    if (m_round)
        m_round->abort();
}

void SyncEngine::setPaused(bool paused)
{
    if (std::exchange(m_paused, paused) == paused)
        return;
    if (paused) {
        m_timer.stop();
        if (m_round)
            m_round->abort();
        if (m_stream)
            m_stream->abort();
        change([](SyncStatus &status) { status.reachability = Reachability::Paused; });
    } else {
        change([](SyncStatus &status) { status.reachability = Reachability::Unknown; });
        schedule(0);
    }
}

void SyncEngine::watchNetwork()
{
    using Info = QNetworkInformation;
    if (!Info::loadBackendByFeatures(Info::Feature::Reachability))
        return; // the timer finds out
    connect(Info::instance(), &Info::reachabilityChanged, this,
        [this](Info::Reachability reachability) {
            if (reachability == Info::Reachability::Online) {
                m_backoff.reset();
                schedule(0);
            }
        });
}

void SyncEngine::schedule(qint64 ms)
{
    if (!m_started || m_paused)
        return;
    const int wait = int(qBound(qint64(0), ms, qint64(24 * 3600 * 1000)));
    if (m_timer.isActive() && m_timer.remainingTime() <= wait)
        return;
    m_timer.start(wait);
}

void SyncEngine::syncNow()
{
    m_backoff.reset();
    QMetaObject::invokeMethod(this, &SyncEngine::beginRound, Qt::QueuedConnection);
}

void SyncEngine::beginRound()
{
    m_timer.stop();
    m_watchdog.start();
    if (m_round || m_wanted) {
        m_again = true;
        return;
    }
    if (m_paused)
        return finish(error(ErrorCode::Unreachable, "sync.paused"));
    m_refreshed = false;
    Credentials &credentials = m_parts.credentials;
    switch (credentials.state()) {
    case Credentials::State::Starting:
        m_wanted = true; // onCredentialsChanged() goes on
        break;
    case Credentials::State::SignedOut:
        onRoundFinished(error(ErrorCode::Unauthenticated, "signin.signedOut"));
        break;
    case Credentials::State::SignedIn:
        startRound();
        break;
    }
}

void SyncEngine::startRound()
{
    if (!m_parts.credentials.hasAccess()) {
        m_wanted = true;
        m_refreshed = true;
        change([](SyncStatus &status) { status.activity = Activity::Connecting; });
        m_parts.credentials.refresh();
        return;
    }
    auto *round = new SyncRound(m_parts, fewReferences, this);
    m_round = round;
    connect(round, &SyncRound::finished, this, [this, round](const Status &result) {
        m_round.clear();
        round->deleteLater();
        onRoundFinished(result);
    });
    connect(round, &SyncRound::activityChanged, this, [this](Activity activity, int done) {
        change([&](SyncStatus &status) {
            status.activity = activity;
            status.done = done;
        });
    });
    connect(round, &SyncRound::sessionReceived, this, &SyncEngine::onSession);
    connect(round, &SyncRound::settled, this, &SyncEngine::operationSettled);
    connect(round, &SyncRound::uploadProgressed, this, &SyncEngine::uploadProgressed);
    connect(round, &SyncRound::applied, this, &SyncEngine::onApplied);
    connect(round, &SyncRound::operationsForgotten, this, &SyncEngine::operationsForgotten);
    connect(round, &SyncRound::drifted, this, [this] { m_again = true; });
    round->start();
}

void SyncEngine::onRefreshed(const Status &result)
{
    if (result)
        m_fetcher->resume();
    else if (m_fetcher->isBusy())
        m_fetcher->failAll(result.error());
    if (!m_wanted || m_round)
        return;
    m_wanted = false;
    if (result)
        startRound();
    else
        onRoundFinished(result);
}

void SyncEngine::onCredentialsChanged()
{
    const Credentials::State state = m_parts.credentials.state();
    if (state == Credentials::State::Starting)
        return;
    const bool waited = std::exchange(m_wanted, false);
    if (state == Credentials::State::SignedIn) {
        m_backoff.reset();
        if (waited)
            beginRound();
        else
            schedule(0);
        return;
    }
    if (m_stream)
        m_stream->abort();
    if (m_round)
        m_round->abort();
    else if (waited)
        onRoundFinished(error(ErrorCode::Unauthenticated, "signin.signedOut"));
    change([](SyncStatus &status) { status.reachability = Reachability::SignedOut; });
}

void SyncEngine::onSession(const Session &session)
{
    const qint64 ahead = (m_parts.clock.now().ms - session.now.ms) / 1000;
    change([&](SyncStatus &status) {
        status.clockAheadSeconds = qAbs(ahead) > noticedSkewSeconds ? ahead : 0;
    });
    Session last = m_session.value_or(Session());
    last.now = session.now; // differs every time and is nobody's news
    const bool news = !(last == session);
    m_session = session;
    if (!news)
        return;
    whenDone(m_parts.writer.saveSession(session), this, [](const Status &saved) {
        if (!saved)
            qCWarning(engineLog) << "session not kept:" << saved.error().key;
    });
    emit sessionChanged(session);
}

void SyncEngine::onApplied(const PageEffect &effect)
{
    for (const CaseId &id : effect.removed)
        m_fetcher->drop(id);
    if (!effect.hidden.isEmpty())
        emit casesHidden(effect.hidden);
}

void SyncEngine::onRoundFinished(const Status &result)
{
    const bool expired = !result && result.error().code == ErrorCode::Unauthenticated
        && m_parts.credentials.state() == Credentials::State::SignedIn;
    if (expired && !m_refreshed) {
        m_refreshed = true;
        m_wanted = true;
        m_parts.credentials.refresh();
        return;
    }
    finish(result);
}

void SyncEngine::finish(const Status &result)
{
    const bool signedOut = m_parts.credentials.state() == Credentials::State::SignedOut;
    change([&](SyncStatus &status) {
        status.activity = Activity::Idle;
        status.done = 0;
        status.problem = result ? std::nullopt : std::optional(result.error());
        if (m_paused)
            status.reachability = Reachability::Paused;
        else if (result)
            status.reachability = Reachability::Online;
        else if (isFinal(result.error()))
            status.reachability = Reachability::Stopped;
        else
            status.reachability = signedOut ? Reachability::SignedOut : Reachability::Offline;
        if (result)
            status.lastSync = m_parts.clock.now();
    });
    if (result)
        m_backoff.reset();
    scheduleAfter(result);
    emit roundFinished(result);
}

void SyncEngine::scheduleAfter(const Status &result)
{
    const bool again = std::exchange(m_again, false);
    if (!m_started || m_paused || m_status.reachability == Reachability::SignedOut
        || m_status.reachability == Reachability::Stopped)
        return; // a sign-in, or a person, goes on
    qint64 wait = m_parts.pace.pollMs;
    const Timestamp now = m_parts.clock.now();
    if (result) {
        const Timestamp next = m_parts.outbox.nextAttempt();
        if (again || !m_parts.outbox.sendable(now, 1).isEmpty())
            wait = soonMs;
        else if (!next.isNull())
            wait = qBound(soonMs, next.ms - now.ms, wait);
        listen();
    } else {
        const qint64 longest = m_status.pending > 0 ? pendingRetrySeconds : Backoff::longestSeconds;
        wait = m_backoff.nextMs(
            result.error().params.value(QLatin1String("retryAfter")).toInteger(), longest);
        change([&](SyncStatus &status) { status.nextAttempt = { now.ms + wait }; });
    }
    schedule(wait);
}

void SyncEngine::onOutboxChanged()
{
    change([](SyncStatus &) {});
    const bool canTry = m_status.reachability == Reachability::Online
        || m_status.reachability == Reachability::Unknown;
    const bool soon = m_timer.isActive() && m_timer.remainingTime() <= soonMs;
    if (m_round || m_wanted || !canTry || soon)
        return; // the end of the round looks for more; offline, the schedule decides
    const Timestamp now = m_parts.clock.now();
    if (!m_parts.outbox.sendable(now, 1).isEmpty())
        schedule(soonMs);
    else if (const Timestamp next = m_parts.outbox.nextAttempt(); !next.isNull())
        schedule(qMax(soonMs, next.ms - now.ms));
}

void SyncEngine::listen()
{
    if (!m_started || m_paused || m_stream || !m_parts.credentials.hasAccess())
        return;
    auto *stream = new EventStream(m_parts.connection, this);
    m_stream = stream;
    connect(stream, &EventStream::hinted, this, [this] { schedule(soonMs); });
    connect(stream, &EventStream::finished, this, [this](const Status &result) {
        m_stream.clear();
        const bool refused = !result && result.error().code == ErrorCode::Unauthenticated;
        // A cut stream says that something changed: the round finds out and listens again.
        if (m_started && !m_paused && !refused)
            schedule(soonMs);
        if (m_started && !m_paused && !refused && !m_listenTimer.isActive())
            m_listenTimer.start(int(Backoff::waitMs(1, m_parts.random())));
    });
    stream->start();
}

void SyncEngine::fetchFile(const CaseId &caseId, const Attachment &attachment)
{
    if (m_parts.credentials.state() != Credentials::State::SignedIn || m_paused) {
        const Error offline = m_paused ? error(ErrorCode::Unreachable, "sync.paused")
                                       : error(ErrorCode::Unauthenticated, "signin.signedOut");
        QTimer::singleShot(0, this, [=, this] { emit fileFailed(caseId, attachment.id, offline); });
        return;
    }
    m_fetcher->fetch(caseId, attachment);
}

void SyncEngine::stopFetch(const CaseId &caseId, const AttachmentId &attachment)
{
    m_fetcher->stop(caseId, attachment);
}

void SyncEngine::stopUpload(const OperationId &operation)
{
    if (m_round)
        m_round->stopUpload(operation);
}
