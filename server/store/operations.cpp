#include "operations.h"

#include "json.h"

#include "models/domain/wire.h"

namespace portal {

Result<std::optional<StoredOperation>> Operations::find(const OperationId &id) const
{
    auto row = m_sql.query("SELECT id, author, fingerprint, after, case_id, version, at, result"
                           " FROM operation WHERE id = ?1");
    row.bind(id.text);
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<StoredOperation>();
    }
    const Result<QJsonObject> json = parsed(row.bytes(7));
    if (!json)
        return json.error();
    Result<OperationResult> result = resultFromJson(*json);
    if (!result)
        return result.error();
    return std::optional<StoredOperation>(StoredOperation{ OperationId{ row.text(0) }, row.text(1),
        row.bytes(2), OperationId{ row.text(3) }, CaseId{ row.text(4) }, row.integer(5),
        Timestamp{ row.integer(6) }, *std::move(result) });
}

Result<QSet<OperationId>> Operations::ancestors(const OperationId &after) const
{
    QSet<OperationId> chain;
    OperationId next = after;
    while (!next.isNull() && !chain.contains(next)) {
        chain.insert(next);
        auto row = m_sql.query("SELECT after FROM operation WHERE id = ?1");
        row.bind(next.text);
        next = row.next() ? OperationId{ row.text(0) } : OperationId{};
        if (const Status read = row.status(); !read)
            return read.error();
    }
    return chain;
}

Status Operations::add(Writing &writing, const StoredOperation &operation)
{
    return writing.sql.run(
        "INSERT INTO operation (id, author, fingerprint, after, case_id, version, at, result)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        operation.id.text, operation.author, operation.fingerprint, operation.after.text,
        operation.caseId.text, operation.version, operation.at.ms,
        document(toJson(operation.result)));
}

Status Operations::removeOlder(Writing &writing, Timestamp before)
{
    return writing.sql.run("DELETE FROM operation WHERE at < ?1", before.ms);
}

} // namespace portal
