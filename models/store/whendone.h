#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QThreadPool>
#include <memory>

// Futures come out of the stores only and are consumed here: fn(result) runs in the context's
// thread once the future is finished, and never if the context is gone or the future was cancelled.
// QFuture::then() of Qt 6.4 would assert in that case.
template <class T, class Fn> void whenDone(const QFuture<T> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(
        watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
            watcher->deleteLater();
            if (!watcher->isCanceled() && watcher->future().resultCount() > 0)
                fn(watcher->result());
        });
    watcher->setFuture(future);
}

// Runs fn() on a thread of the pool; its result is the future's.
template <class Fn> auto runIn(QThreadPool &pool, Fn fn) -> QFuture<decltype(fn())>
{
    using T = decltype(fn());
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    QFuture<T> future = promise->future();
    pool.start([promise, fn = std::move(fn)]() mutable {
        promise->addResult(fn());
        promise->finish();
    });
    return future;
}
