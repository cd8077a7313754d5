#include "cases.h"

#include "feed.h"
#include "json.h"

#include "models/domain/wire.h"

namespace portal {

namespace {

QString spelling(const QString &reference)
{
    return reference.simplified().remove(QLatin1Char(' ')).toUpper();
}

Result<std::optional<CaseFile>> firstCase(Query &row)
{
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<CaseFile>();
    }
    const Result<QJsonObject> json = parsed(row.bytes(0));
    if (!json)
        return json.error();
    Result<CaseFile> caseFile = caseFromJson(*json);
    if (!caseFile)
        return caseFile.error();
    return std::optional<CaseFile>(*std::move(caseFile));
}

} // namespace

Result<std::optional<CaseFile>> Cases::find(const CaseId &id) const
{
    auto row = m_sql.query("SELECT body FROM aggregate WHERE kind = 'case' AND id = ?1");
    row.bind(id.text);
    return firstCase(row);
}

Result<std::optional<CaseFile>> Cases::findByReference(const QString &reference) const
{
    auto row = m_sql.query("SELECT body FROM aggregate WHERE reference = ?1 AND reference <> ''"
                           " AND kind = 'case'");
    row.bind(spelling(reference));
    return firstCase(row);
}

Result<std::optional<CaseFile>> Cases::findByPaymentReference(const QString &reference) const
{
    auto row = m_sql.query("SELECT a.body FROM fee_reference f"
                           " JOIN aggregate a ON a.kind = 'case' AND a.id = f.case_id"
                           " WHERE f.reference = ?1");
    row.bind(spelling(reference).remove(QLatin1Char('-')));
    return firstCase(row);
}

Result<QList<CaseId>> Cases::list(const QString &state, int limit) const
{
    auto rows = m_sql.query("SELECT id FROM aggregate WHERE kind = 'case'"
                            " AND (?1 = '' OR state = ?1) ORDER BY filed_at DESC LIMIT ?2");
    rows.bind(state, limit);
    QList<CaseId> ids;
    while (rows.next())
        ids.append(CaseId{ rows.text(0) });
    if (const Status read = rows.status(); !read)
        return read.error();
    return ids;
}

Result<qint64> Cases::count() const
{
    return m_sql.number("SELECT count(*) FROM aggregate WHERE kind = 'case'");
}

Status Cases::save(Writing &writing, const CaseFile &caseFile)
{
    const Status saved = writing.sql.run(
        "INSERT INTO aggregate (kind, id, version, department, state, assignee, reference, type,"
        " filed_at, updated_at, delete_on, body)"
        " VALUES ('case', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
        " ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version,"
        " department = excluded.department, state = excluded.state, assignee = excluded.assignee,"
        " reference = excluded.reference, updated_at = excluded.updated_at,"
        " delete_on = excluded.delete_on, body = excluded.body",
        caseFile.id.text, caseFile.version, caseFile.department.text, wireName(caseFile.state),
        caseFile.assignee.text, spelling(caseFile.reference), caseFile.type.text,
        caseFile.filedAt.ms, caseFile.updatedAt.ms,
        caseFile.retention.deleteOn.toString(Qt::ISODate), document(toJson(caseFile)));
    if (!saved)
        return saved;
    for (const FeeRequest &fee : caseFile.fees) {
        if (fee.reference.isEmpty())
            continue;
        // The first owner of a reference keeps it: the Registrar refuses a second use.
        const Status noted
            = writing.sql.run("INSERT INTO fee_reference (reference, case_id) VALUES (?1, ?2)"
                              " ON CONFLICT (reference) DO NOTHING",
                spelling(fee.reference).remove(QLatin1Char('-')), caseFile.id.text);
        if (!noted)
            return noted;
    }
    FeedEntry entry;
    entry.kind = AggregateKind::Case;
    entry.id = caseFile.id.text;
    entry.version = caseFile.version;
    entry.departments = departmentsOf(caseFile);
    return Feed::put(writing, entry);
}

} // namespace portal
