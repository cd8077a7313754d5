#pragma once

#include "audit.h"

namespace portal::audit {

// The log's head of each day in a file of its own, one line a day: "2026-11-22 NUMBER:HASH" (UTC).
// Whoever changes or cuts the log in the database would have to change this file, too, so it should
// be copied to where the portal's administrators cannot write. ASVS 16.4.2.

// Appends today's line, once a day. NoSpace "audit.heads" if the file cannot be written.
Status exportHead(Sql &sql, const QString &file, Timestamp now);
// The whole chain, and that each line of the file still stands in it. Errors of verify(), Corrupt
// "audit.heads" if the file cannot be read.
Result<Head> verifyAgainst(Sql &sql, const QString &file);

} // namespace portal::audit
