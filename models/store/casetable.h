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
extern const char listColumns[]; // what InboxColumns are made of, for listedFrom()
InboxRow listedFrom(const sqlite::Query &query);

std::optional<qint64> keyOf(sqlite::Database &database, const CaseId &id);
// Inserts or replaces the case with its search entry and the files it names.
Status write(sqlite::Database &database, const CaseFile &caseFile, const QByteArray &json,
    qint64 generation, QDate today);
// Fills the facts that an older program did not write into the rows, from the bodies.
inline constexpr int rowFormat = 2;
Status refill(sqlite::Database &database);
// Removes every row; files that no other case names are doomed.
Status remove(sqlite::Database &database, qint64 key);
// Makes the search index anew from the bodies.
Status reindex(sqlite::Database &database);

} // namespace casetable
