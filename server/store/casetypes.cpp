#include "casetypes.h"

#include "feed.h"
#include "json.h"

#include "models/domain/wire.h"

namespace portal {

namespace {

Result<CaseType> typeOf(const QByteArray &bytes)
{
    const Result<QJsonObject> json = parsed(bytes);
    if (!json)
        return json.error();
    return caseTypeFromJson(*json);
}

Result<std::optional<CaseType>> firstType(Query &row)
{
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<CaseType>();
    }
    Result<CaseType> type = typeOf(row.bytes(0));
    if (!type)
        return type.error();
    return std::optional<CaseType>(*std::move(type));
}

} // namespace

Result<QList<CaseType>> CaseTypes::list() const
{
    auto rows = m_sql.query("SELECT body FROM aggregate WHERE kind = 'caseType' ORDER BY id");
    QList<CaseType> types;
    while (rows.next()) {
        Result<CaseType> type = typeOf(rows.bytes(0));
        if (!type)
            return type.error();
        types.append(*std::move(type));
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return types;
}

Result<std::optional<CaseType>> CaseTypes::find(const CaseTypeId &id) const
{
    auto row = m_sql.query("SELECT body FROM aggregate WHERE kind = 'caseType' AND id = ?1");
    row.bind(id.text);
    return firstType(row);
}

Result<std::optional<CaseType>> CaseTypes::find(const CaseTypeId &id, int version) const
{
    auto row = m_sql.query("SELECT body FROM case_type WHERE id = ?1 AND version = ?2");
    row.bind(id.text, version);
    return firstType(row);
}

Result<int> CaseTypes::save(Writing &writing, const CaseType &type)
{
    const Result<std::optional<CaseType>> known = CaseTypes(writing.sql).find(type.id);
    if (!known)
        return known.error();
    CaseType next = type;
    next.version = qMax(1, type.version);
    if (*known) {
        CaseType same = type;
        same.version = (*known)->version;
        if (same == **known)
            return same.version;
        next.version = qMax(type.version, (*known)->version + 1);
    }
    const auto body = document(toJson(next));
    Status saved = writing.sql.run("INSERT INTO case_type (id, version, body) VALUES (?1, ?2, ?3)",
        next.id.text, next.version, body);
    if (!saved)
        return saved.error();
    saved = writing.sql.run(
        "INSERT INTO aggregate (kind, id, version, department, body)"
        " VALUES ('caseType', ?1, ?2, ?3, ?4) ON CONFLICT (kind, id) DO UPDATE SET"
        " version = excluded.version, department = excluded.department, body = excluded.body",
        next.id.text, next.version, next.department.text, body);
    if (!saved)
        return saved.error();
    FeedEntry entry;
    entry.kind = AggregateKind::CaseType;
    entry.id = next.id.text;
    entry.version = next.version;
    if (const Status put = Feed::put(writing, entry); !put)
        return put.error();
    return next.version;
}

} // namespace portal
