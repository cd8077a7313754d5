#pragma once

#include "store.h"

namespace portal {

// Copies of the whole data folder, taken while the portal serves. The copy is the same whatever the
// database was, so it also moves a portal from SQLite to PostgreSQL and back.
namespace backup {
// target must not exist. The database is copied as of one moment; then every file that copy names
// is linked or copied beside it: bytes are kept before their row is written and never changed, so
// none can be missing. Errors: Conflict "backup.exists", NoSpace, Corrupt "backup.fileMissing".
Status take(Store &store, const QString &target);
// Into `folder`, which must be empty or not there unless `force`; a PostgreSQL database must be
// empty. The copy gets a new epoch, so that clerks' programs read everything anew and offer again
// what the portal has forgotten. Errors: Conflict "restore.notEmpty", "restore.databaseNotEmpty",
// NotFound "restore.noBackup", Busy "restore.inUse".
Status restore(const QString &source, const QString &folder, const QString &database, bool force);
// What restore() does at its end, for a database that was brought back by other means (pg_restore,
// a snapshot): the new epoch, and versions beyond all that clerks' programs have seen.
Status announceRestored(Store &store);
} // namespace backup

} // namespace portal
