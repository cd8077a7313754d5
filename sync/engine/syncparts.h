#pragma once

#include "backoff.h"

#include "models/domain/time.h"

class CacheWriter;
class Credentials;
class FileStore;
class Outbox;
class PortalConnection;

// What synchronising works on; everything outlives the engine.
struct SyncParts {
    PortalConnection &connection;
    Credentials &credentials;
    Outbox &outbox;
    CacheWriter &writer;
    const FileStore &files; // where downloads go; only paths are asked for
    const Clock &clock;
    Random random;
};
