#pragma once

#include "inboxrow.h"

#include "models/domain/result.h"

#include <optional>

namespace sqlite {
class Database;
class Query;
} // namespace sqlite

// Rows of one case in the cache's tables, within the caller's transaction.
namespace casetable {

extern const char rowColumns[]; // of cases, for rowFrom()
InboxRow rowFrom(const sqlite::Query &query, int first = 0);

std::optional<qint64> keyOf(sqlite::Database &database, const CaseId &id);
// Inserts or replaces the case with its search entry and the files it names.
Status write(sqlite::Database &database, const CaseFile &caseFile, const QByteArray &json,
    qint64 generation, QDate today);
// Removes every row; files that no other case names are doomed.
Status remove(sqlite::Database &database, qint64 key);
// Makes the search index anew from the bodies.
Status reindex(sqlite::Database &database);

} // namespace casetable
