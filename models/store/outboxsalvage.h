#pragma once

#include "models/sqlite/database.h"

// Name of the fact (Outbox::fact) that says when the outbox had to be saved from a damaged file.
inline constexpr char salvagedFact[] = "salvagedAt";

// Opens the outbox. A damaged file is never reset: a copy is kept as outbox.sqlite.damaged-<ms>,
// and whatever can still be read is carried over to a new file, which takes the place of the old
// one only when it is whole. A crash at any moment therefore leaves either the damaged file, to be
// saved again, or the saved one.
Result<std::unique_ptr<sqlite::Database>> openOrSalvageOutbox(const QString &path, qint64 nowMs);
