#include "cachewriter.h"

#include "filestore.h"
#include "whendone.h"

#include <QFile>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(writerLog, "kontor.store.writer")

namespace {

constexpr int idleMs = 400;
constexpr qint64 dayMs = 24 * 3600 * 1000; // from one check of the whole file to the next
constexpr int retryMs = 1'000; // somebody was reading
constexpr qint64 evictedBytes = 64 << 20; // at a time, when the disk is full

} // namespace

CacheWriter::CacheWriter(const ProfilePaths &paths, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_clock(clock)
    , m_check(paths.cache())
{
    m_thread.setMaxThreadCount(1); // order, and one writer
    m_thread.setExpiryTimeout(-1);
    m_idle.setSingleShot(true);
    connect(&m_idle, &QTimer::timeout, this, &CacheWriter::keepHouse);
    connect(&m_check, &DailyCheck::ended, this, &CacheWriter::onChecked);
    connect(&m_check, &DailyCheck::cutShort, this, [this] {
        if (!m_idle.isActive())
            m_idle.start(idleMs); // to begin it again
    });
    m_idle.start(0);
}

CacheWriter::~CacheWriter()
{
    m_thread.waitForDone();
}

Result<Cache *> CacheWriter::cache()
{
    if (!m_cache) {
        auto opened = Cache::open(m_paths);
        if (!opened)
            return opened.error();
        m_cache = *std::move(opened);
    }
    return m_cache.get();
}

template <class T> QFuture<Result<T>> CacheWriter::enqueue(std::function<Result<T>(Cache &)> fn)
{
    return runIn(m_thread, [this, fn = std::move(fn)]() -> Result<T> {
        const Result<Cache *> writer = cache();
        Result<T> result = writer ? fn(**writer) : Result<T>(writer.error());
        // Room for what cannot be had again: files can be fetched once more.
        if (!result && writer && result.error().code == ErrorCode::NoSpace)
            (*writer)->files().evict(evictedBytes);
        if (!result && result.error().key == QLatin1String("store.corrupt"))
            noteDamage();
        return result;
    });
}

// Found while working: the next start sets the file aside and reads anew.
void CacheWriter::noteDamage()
{
    QFile(m_paths.cache() + QStringLiteral(".broken")).open(QIODevice::WriteOnly);
}

QFuture<Result<PageEffect>> CacheWriter::change(std::function<Result<PageEffect>(Cache &)> fn)
{
    QFuture<Result<PageEffect>> future = enqueue<PageEffect>(std::move(fn));
    whenDone(future, this, [this](const Result<PageEffect> &effect) {
        if (!effect)
            return;
        if (!effect->removed.isEmpty()) {
            m_erasing = true;
            m_idle.start(0);
        } else if (!m_erasing) {
            m_idle.start(idleMs); // later still while pages come
        }
        emit applied(*effect);
    });
    return future;
}

void CacheWriter::keepHouse()
{
    if (m_erasing)
        m_check.stop(); // what was revoked stands in the log as long as somebody reads
    const QFuture<Result<Upkeep>> future = enqueue<Upkeep>([](Cache &cache) -> Result<Upkeep> {
        const Result<bool> more = cache.maintain();
        if (!more)
            return more.error();
        return Upkeep{ *more, cache.isErasing(), cache.checkedAt() };
    });
    whenDone(future, this, [this](const Result<Upkeep> &done) { onKept(done); });
}

void CacheWriter::onKept(const Result<Upkeep> &done)
{
    if (!done) {
        qCWarning(writerLog) << "the cache cannot be kept tidy:" << done.error().key;
        if (m_erasing && done.error().code != ErrorCode::Corrupt)
            m_idle.start(60 * retryMs);
        return;
    }
    m_checkedAt = std::max(m_checkedAt, done->checkedAt); // its note may still be under way
    if (std::exchange(m_erasing, done->erasing) && !m_erasing)
        emit erased();
    if (done->more)
        m_idle.start(0);
    else if (m_erasing)
        m_idle.start(retryMs);
    else if (m_clock.now().ms - m_checkedAt.ms >= dayMs)
        m_check.begin();
}

void CacheWriter::onChecked(const Status &verdict)
{
    if (verdict) {
        m_checkedAt = m_clock.now();
        enqueue<Unit>([at = m_checkedAt](Cache &cache) { return cache.noteChecked(at); });
    } else if (verdict.error().code == ErrorCode::Corrupt) {
        noteDamage();
    } else {
        qCWarning(writerLog) << "the cache cannot be checked:" << verdict.error().key;
    }
}

QFuture<Result<PageEffect>> CacheWriter::applyPage(const FeedPage &page)
{
    return change([page, now = m_clock.now()](Cache &cache) { return cache.applyPage(page, now); });
}

QFuture<Status> CacheWriter::beginResync(const QString &epoch)
{
    m_check.stop(); // all of it is written anew, and the log would keep every page
    return enqueue<Unit>([epoch](Cache &cache) { return cache.beginResync(epoch); });
}

QFuture<Result<PageEffect>> CacheWriter::endResync()
{
    return change([](Cache &cache) { return cache.endResync(); });
}

QFuture<Result<PageEffect>> CacheWriter::eraseHidden()
{
    return change([](Cache &cache) { return cache.eraseHidden(); });
}

QFuture<Result<PageEffect>> CacheWriter::showHidden(const QList<CaseId> &allowed)
{
    return change([allowed](Cache &cache) { return cache.showHidden(allowed); });
}

QFuture<Result<QList<CaseId>>> CacheWriter::hiddenCases()
{
    return enqueue<QList<CaseId>>(
        [](Cache &cache) -> Result<QList<CaseId>> { return cache.hiddenCases(); });
}

QFuture<Result<CacheDigest>> CacheWriter::digest(Timestamp closedBefore)
{
    return enqueue<CacheDigest>(
        [closedBefore](Cache &cache) { return cache.digest(closedBefore); });
}

QFuture<Status> CacheWriter::noteCompared()
{
    return enqueue<Unit>([](Cache &cache) { return cache.noteCompared(); });
}

QFuture<Status> CacheWriter::saveSession(const Session &session)
{
    QFuture<Status> future
        = enqueue<Unit>([session](Cache &cache) { return cache.saveSession(session); });
    whenDone(future, this, [this, session](const Status &saved) {
        if (saved)
            emit sessionSaved(session);
    });
    return future;
}

QFuture<Status> CacheWriter::bindServer(const QString &serverId, const QString &epoch)
{
    return enqueue<Unit>(
        [serverId, epoch](Cache &cache) { return cache.bindServer(serverId, epoch); });
}

QFuture<Result<SyncState>> CacheWriter::syncState()
{
    return enqueue<SyncState>([](Cache &cache) { return cache.syncState(); });
}

QFuture<Status> CacheWriter::finishFile(const QString &sha256)
{
    QFuture<Status> future
        = enqueue<Unit>([sha256](Cache &cache) { return cache.finishFile(sha256); });
    whenDone(future, this, [this, sha256](const Status &saved) {
        if (saved)
            emit fileSaved(sha256);
    });
    return future;
}
