#pragma once

#include "cache.h"
#include "dailycheck.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>

// The one writer of the cache: a thread with a connection of its own, so that the window never
// waits for a page of the feed. Calls are carried out in order; use whenDone() on the futures. The
// signals come in the thread of this object after the commit. In between it erases what was revoked
// and keeps the index small, slice by slice.
class CacheWriter : public QObject {
    Q_OBJECT
public:
    CacheWriter(const ProfilePaths &paths, const Clock &clock, QObject *parent = nullptr);
    ~CacheWriter() override; // waits for what is under way

    QFuture<Result<PageEffect>> applyPage(const FeedPage &page);
    QFuture<Status> beginResync(const QString &epoch);
    QFuture<Result<PageEffect>> endResync();
    QFuture<Result<PageEffect>> eraseHidden();
    QFuture<Result<PageEffect>> showHidden(const QList<CaseId> &allowed);
    QFuture<Result<QList<CaseId>>> hiddenCases();
    QFuture<Result<CacheDigest>> digest(Timestamp closedBefore);
    QFuture<Status> noteCompared();
    QFuture<Status> saveSession(const Session &session);
    QFuture<Status> bindServer(const QString &serverId, const QString &epoch);
    QFuture<Result<SyncState>> syncState();
    // A download is in its ".part": verify and keep it.
    QFuture<Status> finishFile(const QString &sha256);

signals:
    void applied(const PageEffect &effect);
    void sessionSaved(const Session &session);
    void fileSaved(const QString &sha256);
    void erased(); // nothing that was revoked is left on the disk

private:
    struct Upkeep {
        bool more = false;
        bool erasing = false;
        Timestamp checkedAt;
    };
    Result<Cache *> cache(); // in the writer's thread only
    void keepHouse();
    void onKept(const Result<Upkeep> &done);
    void onChecked(const Status &verdict);
    void noteDamage();
    template <class T> QFuture<Result<T>> enqueue(std::function<Result<T>(Cache &)> fn);
    QFuture<Result<PageEffect>> change(std::function<Result<PageEffect>(Cache &)> fn);

    ProfilePaths m_paths;
    const Clock &m_clock;
    std::unique_ptr<Cache> m_cache;
    DailyCheck m_check; // ends before the writer's connection, which takes the log away
    QThreadPool m_thread;
    QTimer m_idle; // when it ends, nothing was written for a while
    Timestamp m_checkedAt;
    bool m_erasing = true; // also what an earlier run of the program has not ended
};
