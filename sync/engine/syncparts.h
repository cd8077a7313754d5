#pragma once

#include "backoff.h"

#include "models/domain/time.h"

class CacheWriter;
class Credentials;
class FileStore;
class Outbox;
class PortalConnection;

// How often things are looked after when nothing calls for it.
struct SyncPace {
    int pollMs = 60'000; // also when the portal can send hints
    int watchdogMs = 20 * 60'000; // a queue without an attempt for so long is a defect
};

// What synchronising works on; everything outlives the engine.
struct SyncParts {
    PortalConnection &connection;
    Credentials &credentials;
    Outbox &outbox;
    CacheWriter &writer;
    const FileStore &files; // where downloads go; only paths are asked for
    const Clock &clock;
    Random random;
    SyncPace pace = {};
};
