#pragma once

#include "postgressql.h"
#include "sqlitesql.h"

namespace portal {

// All rows of a portal between an SQLite file and PostgreSQL. Both have the tables of the same
// version, since the same scripts made them; those of the target are empty.
Status copyOut(PostgresSql &from, SqliteSql &to); // from: in a transaction
Status copyIn(SqliteSql &from, PostgresSql &to); // to: in a transaction

} // namespace portal
