#pragma once

#include "models/sqlite/database.h"

// The one place where the client's two databases are opened: readable by their owner only, content
// overwritten when deleted, schema brought to the newest. Encryption at rest belongs here once
// there is a reviewed way; until then the machine's disk encryption is a prerequisite.
Result<std::unique_ptr<sqlite::Database>> openCacheFile(const QString &path);
Result<std::unique_ptr<sqlite::Database>> openOutboxFile(const QString &path);

// Renames a database with its log to path + suffix (an older one of that name goes).
Status setAside(const QString &path, const QString &suffix);
// Removes a database with its log.
void removeStoreFile(const QString &path);
