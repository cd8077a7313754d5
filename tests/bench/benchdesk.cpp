#include "benchdesk.h"

#include "bulkcache.h"
#include "measure.h"
#include "sync/engine/puller.h"
#include "sync/portal/feedjobs.h"
#include "tests/testing/portalprocess.h"

#include "models/store/filestore.h"
#include "models/store/storefile.h"

#include <QEventLoop>
#include <QNetworkReply>

namespace bench {

BenchDesk::BenchDesk(const ProfilePaths &paths, const QUrl &portal)
    : m_paths(paths)
{
    removeStoreFile(paths.outbox()); // of a portal that is no more
    m_cache = openCache(paths);
    FeedPage anew; // forgets the cursor, keeps the cases
    if (!m_cache->applyPage(anew, m_clock.now()) || !m_cache->bindServer({}, {}))
        giveUp("the cache cannot be bound");
    auto outbox = Outbox::open(paths, m_clock);
    if (!outbox)
        giveUp("outbox", qPrintable(outbox.error().key));
    m_outbox = *std::move(outbox);
    m_writer = std::make_unique<CacheWriter>(paths, m_clock);
    m_connection = std::make_unique<PortalConnection>(m_clock);
    TransportSettings settings;
    settings.baseUrl = portal;
    settings.proxy = TransportSettings::Proxy::None;
    if (!m_connection->configure(settings))
        giveUp("address", qPrintable(portal.toString()));
    m_credentials = std::make_unique<Credentials>(*m_connection, m_keyring);
    m_engine = std::make_unique<SyncEngine>(parts());
    signIn();
}

BenchDesk::~BenchDesk() = default;

SyncParts BenchDesk::parts()
{
    return { *m_connection, *m_credentials, *m_outbox, *m_writer, m_cache->files(), m_clock,
        [] { return 0.5; } };
}

void BenchDesk::signIn()
{
    m_credentials->restore(DeviceId());
    QEventLoop loop;
    QObject::connect(m_credentials.get(), &Credentials::signInFinished, &loop,
        [&](const Result<DeviceId> &device) {
            if (!device || !m_outbox->setFact(QStringLiteral("deviceId"), device->text))
                giveUp("sign-in");
            loop.quit();
        });
    m_credentials->signIn(
        PortalProcess::login(), PortalProcess::password(), QStringLiteral("bench"));
    loop.exec();
}

double BenchDesk::sync()
{
    return milliseconds([this] {
        QEventLoop loop;
        QObject::connect(
            m_engine.get(), &SyncEngine::roundFinished, &loop, [&](const Status &result) {
                if (!result)
                    giveUp("sync", qPrintable(result.error().key));
                loop.quit();
            });
        m_engine->syncNow();
        loop.exec();
    });
}

double BenchDesk::pull()
{
    QEventLoop loop;
    if (!m_session) {
        auto *job = new SessionJob(*m_connection, m_engine.get());
        QObject::connect(job, &SessionJob::finished, &loop, [&](const Result<Session> &session) {
            if (!session)
                giveUp("session", qPrintable(session.error().key));
            m_session = *session;
            loop.quit();
        });
        job->start();
        loop.exec();
    }
    return milliseconds([&] {
        Puller puller(parts());
        QObject::connect(&puller, &Puller::finished, &loop, [&](const Status &result) {
            if (!result)
                giveUp("pull", qPrintable(result.error().key));
            loop.quit();
        });
        puller.start(*m_session);
        loop.exec();
    });
}

double BenchDesk::ping()
{
    return milliseconds([this] {
        QEventLoop loop;
        const QNetworkRequest request = m_connection->request(
            QStringLiteral("/api/ping"), {}, PortalConnection::Access::Anonymous);
        QNetworkReply *reply = m_connection->send("GET", request);
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        if (reply->error() != QNetworkReply::NoError)
            giveUp("ping", qPrintable(reply->errorString()));
        reply->readAll();
        reply->deleteLater();
    });
}

} // namespace bench
