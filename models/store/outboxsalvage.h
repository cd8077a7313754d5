#pragma once

#include "models/sqlite/database.h"

// Opens the outbox. A damaged file is kept as outbox.sqlite.damaged-<ms>, never reset: whatever can
// still be read is carried over to a new file. `salvaged` tells that this has happened.
Result<std::unique_ptr<sqlite::Database>> openOrSalvageOutbox(
    const QString &path, qint64 nowMs, bool &salvaged);
