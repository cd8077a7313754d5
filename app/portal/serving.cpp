#include "serving.h"

#include "services.h"

#include "server/citizen/citizen.h"
#include "server/store/auditheads.h"
#include "server/store/citizenrecords.h"
#include "server/store/feed.h"
#include "server/store/files.h"
#include "server/store/operations.h"
#include "server/store/throttles.h"
#include "server/store/uploads.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(servingLog, "kontor.portal.serving")

namespace portal {

namespace {

constexpr auto watchEvery = std::chrono::seconds(2);
constexpr int watchesPerTidying = 1800; // about an hour
constexpr qint64 day = 24 * 3600; // seconds
constexpr qint64 forgottenUploadDays = 7;
constexpr qint64 keptOperationDays = 400;

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::NotFound, "file.unreadable", {}, path);
    return file.readAll();
}

// A portal that was told to seal does not start without: notices would go out bare.
Result<SealKey> readSealKey(const Settings &settings)
{
    const Result<QByteArray> key = bytesOf(settings.sealKeyFile);
    if (!key)
        return key.error();
    QByteArray passphrase;
    if (!settings.sealPassphraseFile.isEmpty()) {
        const Result<QByteArray> text = bytesOf(settings.sealPassphraseFile);
        if (!text)
            return text.error();
        passphrase = text->left(text->indexOf('\n')).trimmed();
    }
    return SealKey::fromPkcs12(*key, passphrase);
}

} // namespace

Serving::Serving(Store &store, const Clock &clock, const Settings &settings)
    : m_store(store)
    , m_clock(clock)
    , m_settings(settings)
    , m_registrar(store, clock)
    , m_signIn(store, clock, m_passwords)
    , m_sessions(store, clock)
    , m_cashDesk(m_registrar)
    , m_clerkApi{ store, m_registrar, m_signIn, m_sessions, m_cashDesk, clock, settings.fileBytes,
        FileScan(settings.scanCommand), {}, settings.minClient }
{
}

Serving::~Serving()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_all();
    if (m_watcher.joinable())
        m_watcher.join();
    m_store.onCommit({});
    if (m_mail)
        m_mail->stop();
}

Result<QString> Serving::listen()
{
    if (!m_settings.sealKeyFile.isEmpty()) {
        Result<SealKey> key = readSealKey(m_settings);
        if (!key)
            return key.error();
        if (!key->validAt(m_clock.now()))
            qCWarning(servingLog) << "the certificate of the seal is not valid now";
        m_clerkApi.seal = *std::move(key);
    }
    if (const Status loaded = loadServices(m_store); !loaded)
        return loaded.error();
    http::Router router;
    addClerkRoutes(router, m_clerkApi);
    const Status pages = citizen::addRoutes(router,
        { m_store, m_registrar, m_clock, m_settings.publicUrl, m_settings.brandFolder,
            m_settings.citizens, FileScan(m_settings.scanCommand),
            citizen::HeicDecoder(m_settings.heicCommand) });
    if (!pages)
        return pages.error();
    Result<mail::Wording> wording = citizen::mailWording();
    if (!wording)
        return wording.error();
    m_mail = std::make_unique<mail::MailService>(m_registrar, m_settings.mail, *std::move(wording));
    const bool secure = !m_settings.limits.certificateFile.isEmpty();
    m_server = std::make_unique<http::Server>(std::move(router), m_settings.limits);
    const Result<QString> bound = m_server->listen(m_settings.listen);
    if (!bound)
        return bound.error();
    const Result<qint64> last = m_store.read([](Sql &sql) { return Feed(sql).last(); });
    if (!last)
        return last.error();
    m_server->hub().notify(*last);
    m_store.onCommit([this](qint64 feedNumber) {
        m_server->hub().notify(feedNumber);
        m_mail->wake();
    });
    m_mail->start();
    m_watcher = std::thread([this] { watchOthers(); });
    return (secure ? QStringLiteral("https://") : QStringLiteral("http://")) + *bound;
}

void Serving::run()
{
    m_server->run();
}

void Serving::stop()
{
    m_server->stop();
}

void Serving::watchOthers()
{
    qint64 known = -1;
    int round = 0;
    std::unique_lock lock(m_mutex);
    while (!m_wake.wait_for(lock, watchEvery, [this] { return m_ending; })) {
        lock.unlock();
        const Result<qint64> last = m_store.read([](Sql &sql) { return Feed(sql).last(); });
        if (last && *last > known) {
            m_server->hub().notify(*last);
            if (known >= 0)
                m_mail->wake();
            known = *last;
        }
        if (round++ % watchesPerTidying == 0) {
            if (const Status tidied = tidy(); !tidied)
                qCWarning(servingLog).noquote() << tidied.error().key << tidied.error().detail;
        }
        lock.lock();
    }
}

// What nobody needs any more: expired drafts and sessions, files and uploads that were given up.
Status Serving::tidy()
{
    const Timestamp now = m_clock.now();
    const Status exported = m_store.read(
        [&](Sql &sql) { return audit::exportHead(sql, m_settings.auditHeads, now); });
    if (!exported)
        qCWarning(servingLog).noquote() << exported.error().key << exported.error().detail;
    QStringList files;
    QStringList uploads;
    const Status removed = m_store.write([&](Writing &writing) -> Status {
        if (const Status done = CitizenRecords::removeExpired(writing, now); !done)
            return done;
        if (const Status done = Throttles::removeOlder(writing, now.plusSeconds(-day)); !done)
            return done;
        if (const Status done
            = Operations::removeOlder(writing, now.plusSeconds(-keptOperationDays * day));
            !done)
            return done;
        const Timestamp before = now.plusSeconds(-forgottenUploadDays * day);
        Result<QStringList> ids = Uploads::removeForgotten(writing, before);
        if (!ids)
            return ids.error();
        uploads = *std::move(ids);
        ids = Files::removeForgotten(writing, now.plusSeconds(-4 * forgottenUploadDays * day));
        if (!ids)
            return ids.error();
        files = *std::move(ids);
        return success();
    });
    if (!removed)
        return removed;
    const Result<int> orphans
        = removeOrphans(m_store, now.plusSeconds(-2 * day), m_tidied++ % 24, 24);
    if (!orphans)
        return orphans.error();
    for (const QString &id : files)
        QFile::remove(m_store.filePath(id));
    const QDir folder(m_store.uploadFolder());
    for (const QString &id : uploads) {
        for (const QString &name : folder.entryList({ id + QStringLiteral("*") }, QDir::Files))
            QFile::remove(folder.filePath(name));
    }
    return success();
}

Result<int> sendMails(Store &store, const Clock &clock, const Settings &settings)
{
    Registrar registrar(store, clock);
    Result<mail::Wording> wording = citizen::mailWording();
    if (!wording)
        return wording.error();
    return mail::MailService(registrar, settings.mail, *std::move(wording)).runOnce();
}

} // namespace portal
