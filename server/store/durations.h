#pragma once

#include "store.h"

#include "models/domain/casefile.h"

namespace portal {

// How long cases of a type took lately, from filing to the first decision or closing: what the
// citizens' page says about waiting. Newest first, at most `limit`; withdrawn and transferred cases
// do not count, since nobody decided them.
struct Handled {
    Timestamp filedAt;
    Timestamp doneAt;
};
Result<QList<Handled>> handledCases(Sql &sql, const CaseTypeId &type, int limit);

} // namespace portal
