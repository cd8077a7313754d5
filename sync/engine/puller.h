#pragma once

#include "syncparts.h"

#include "models/domain/protocol.h"
#include "models/store/cache.h"

#include <QPointer>

class PortalJob;

// Fetches the feed page by page; each page and its cursor get into the cache in one transaction, on
// the writer's thread, while the portal makes the next page. Whatever is not a sound page of the
// expected portal and epoch changes nothing, so that an interrupted or disturbed fetch is simply
// continued later.
class Puller : public QObject {
    Q_OBJECT
public:
    explicit Puller(const SyncParts &parts, QObject *parent = nullptr);

    void start(const Session &session);
    void abort();

signals:
    void applied(const PageEffect &effect);
    void progressed(int cases);
    void finished(const Status &result);

private:
    void onState(const Result<SyncState> &state);
    void beginResync();
    void next();
    void onPage(const Result<FeedPage> &page);
    void onApplied(const Result<PageEffect> &effect, bool more);
    void end();
    void finish(const Status &result);

    SyncParts m_parts;
    Session m_session;
    QString m_cursor; // of the page that comes next
    bool m_applying = false;
    std::optional<Result<FeedPage>> m_ahead; // came while the page before was being applied
    bool m_resync = false;
    bool m_resyncBegun = false; // in this run: a portal that expires every cursor is not followed
    bool m_ended = false;
    int m_cases = 0;
    QPointer<PortalJob> m_job;
};
