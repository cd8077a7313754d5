#pragma once

#include "calendar.h"
#include "models/domain/casefile.h"

// The statutory period of a case that began on `filedOn` (at the authority's seat) by the row `id`
// of the law table. An empty id: none, an empty period. Error NotFound `law.period.none` {id} for a
// row that is unknown or not valid for the place on that day.
Result<StatutoryPeriod> statutoryPeriod(
    const LawTable &table, const QString &id, QDate filedOn, const Place &place);
