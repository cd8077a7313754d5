#include "statutory.h"

#include "period.h"

#include <algorithm>

Result<StatutoryPeriod> statutoryPeriod(
    const LawTable &table, const QString &id, QDate filedOn, const Place &place)
{
    if (id.isEmpty())
        return StatutoryPeriod{};
    const QString land = landOf(place.code);
    const auto row
        = std::find_if(table.periods.begin(), table.periods.end(), [&](const StatutoryRule &rule) {
              return rule.law.id == id && rule.law.appliesTo(land, filedOn);
          });
    if (row == table.periods.end())
        return error(ErrorCode::NotFound, "law.period.none", { { QStringLiteral("id"), id } });
    const PeriodEnd end = endOfPeriod(
        filedOn, Period{ row->months, row->days }, Calendar(table, place), !row->movesToWorkday);
    return StatutoryPeriod{ end.begins, end.end, id, {} };
}
