#include "cachewriter.h"

#include "filestore.h"
#include "whendone.h"

#include <QFile>

CacheWriter::CacheWriter(const ProfilePaths &paths, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_paths(paths)
    , m_clock(clock)
{
    m_thread.setMaxThreadCount(1); // order, and one writer
    m_thread.setExpiryTimeout(-1);
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
        // Damage found while working: the next start sets the file aside and reads anew.
        if (!result && result.error().key == QLatin1String("store.corrupt"))
            QFile(m_paths.cache() + QStringLiteral(".broken")).open(QIODevice::WriteOnly);
        return result;
    });
}

QFuture<Result<PageEffect>> CacheWriter::change(std::function<Result<PageEffect>(Cache &)> fn)
{
    QFuture<Result<PageEffect>> future = enqueue<PageEffect>(std::move(fn));
    whenDone(future, this, [this](const Result<PageEffect> &effect) {
        if (effect)
            emit applied(*effect);
    });
    return future;
}

QFuture<Result<PageEffect>> CacheWriter::applyPage(const FeedPage &page)
{
    return change([page, now = m_clock.now()](Cache &cache) { return cache.applyPage(page, now); });
}

QFuture<Status> CacheWriter::beginResync(const QString &epoch)
{
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

QFuture<Result<PageEffect>> CacheWriter::showHidden()
{
    return change([](Cache &cache) { return cache.showHidden(); });
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
        = enqueue<Unit>([sha256](Cache &cache) { return cache.files().finish(sha256); });
    whenDone(future, this, [this, sha256](const Status &saved) {
        if (saved)
            emit fileSaved(sha256);
    });
    return future;
}

QFuture<Result<bool>> CacheWriter::maintain()
{
    return enqueue<bool>([](Cache &cache) { return cache.maintain(); });
}
