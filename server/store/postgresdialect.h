#pragma once

#include <QByteArray>

// Where PostgreSQL's SQL differs from what the repositories and migrations are written in.
namespace portal::dialect {

// Parameters ?1 as $1, outside of quotes.
QByteArray parameters(const QByteArray &sql);

// A migration script. Types: INTEGER is BIGINT, BLOB is BYTEA, TEXT is compared byte by byte as in
// SQLite, INTEGER PRIMARY KEY numbers itself. What only one of the two knows stands between lines
// "-- sqlite:", "-- postgresql:" (there in a comment, which SQLite skips) and "-- both:".
QByteArray schema(const QByteArray &script);

} // namespace portal::dialect
