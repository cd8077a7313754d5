#include "durations.h"

#include "json.h"

#include "models/domain/wire.h"

namespace portal {

Result<QList<Handled>> handledCases(Sql &sql, const CaseTypeId &type, int limit)
{
    auto rows = sql.query("SELECT body FROM aggregate WHERE kind = 'case' AND type = ?1"
                          " AND state IN ('decided', 'closed', 'inadmissible')"
                          " ORDER BY filed_at DESC LIMIT ?2");
    rows.bind(type.text, limit);
    QList<Handled> handled;
    while (rows.next()) {
        const Result<QJsonObject> json = parsed(rows.bytes(0));
        if (!json)
            return json.error();
        const Result<CaseFile> caseFile = caseFromJson(*json);
        if (!caseFile)
            return caseFile.error();
        if (caseFile->internal)
            continue;
        for (const TimelineEvent &event : caseFile->events) {
            const QString to = event.params.value(QLatin1String("to")).toString();
            const CaseState state = caseStateOf(to);
            if (event.code == QLatin1String("case.state")
                && (state == CaseState::Decided || state == CaseState::Closed
                    || state == CaseState::Inadmissible)) {
                handled.append({ caseFile->filedAt, event.at });
                break;
            }
        }
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return handled;
}

} // namespace portal
