#pragma once

#include "models/store/cachewriter.h"
#include "models/store/outbox.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"
#include "sync/portal/portalconnection.h"
#include "tests/testing/memorykeyring.h"

#include <QUrl>

// What a desk is without its window: the real cache, outbox, connection and engine at the real
// portal.
namespace bench {

class BenchDesk {
public:
    // Signs in. A cache that is in the folder already is bound to this portal: what it holds stays.
    BenchDesk(const ProfilePaths &paths, const QUrl &portal);
    ~BenchDesk();

    double sync(); // one round of the engine; milliseconds until it has ended
    // Only what a round pulls, in milliseconds. Does not compare the cache with the portal, so a
    // cache full of cases that this portal never had stays as it is.
    double pull();
    double ping(); // one GET /api/ping on the same connection
    Cache &cache() { return *m_cache; }
    Outbox &outbox() { return *m_outbox; }
    SyncEngine &engine() { return *m_engine; }

private:
    void signIn();
    SyncParts parts();

    ProfilePaths m_paths;
    SystemClock m_clock;
    MemoryKeyring m_keyring;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<PortalConnection> m_connection;
    std::unique_ptr<Credentials> m_credentials;
    std::unique_ptr<SyncEngine> m_engine;
    std::optional<Session> m_session; // of pull()
};

} // namespace bench
