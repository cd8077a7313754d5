#pragma once

#include "database.h"

namespace sqlite {

// Paths of the scripts NNNN_name.sql of `folder` in order. Errors: Internal "store.migrations" if a
// number is missing or there are none.
Result<QStringList> migrations(const QString &folder);

// Brings a file to the newest schema: the scripts of `folder` (a resource such as
// ":/kontor/migrations/portal"), numbered 0001, 0002, … without a gap. Each runs in a transaction
// of its own that also sets PRAGMA user_version, so that a crash leaves a whole version. There is
// no second "fresh" schema: a new file runs them all. Returns the version. Errors: Unsupported
// "store.newer" if the file was written by a newer program; it is left untouched.
Result<int> migrate(Database &database, const QString &folder);

} // namespace sqlite
