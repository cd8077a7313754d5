#include "citizenrecords.h"

#include "json.h"

namespace portal {

namespace {

Result<std::optional<CitizenDraft>> firstDraft(Query &row)
{
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<CitizenDraft>();
    }
    const Result<QJsonObject> body = parsed(row.bytes(3));
    if (!body)
        return body.error();
    return std::optional<CitizenDraft>(CitizenDraft{ DraftId{ row.text(0) }, row.bytes(1),
        row.text(2), *body, Timestamp{ row.integer(4) }, Timestamp{ row.integer(5) },
        Timestamp{ row.integer(6) } });
}

} // namespace

Result<std::optional<CitizenDraft>> CitizenRecords::draft(const DraftId &id) const
{
    auto row = m_sql.query("SELECT id, token, service, body, created_at, updated_at, expires_at"
                           " FROM citizen_draft WHERE id = ?1");
    row.bind(id.text);
    return firstDraft(row);
}

Result<std::optional<CitizenSession>> CitizenRecords::session(const QByteArray &tokenHash) const
{
    auto row = m_sql.query("SELECT token, subject, data, created_at, last_seen_at, expires_at"
                           " FROM citizen_session WHERE token = ?1");
    row.bind(tokenHash);
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<CitizenSession>();
    }
    const Result<QJsonObject> data = parsed(row.bytes(2));
    if (!data)
        return data.error();
    return std::optional<CitizenSession>(CitizenSession{ row.bytes(0), row.text(1), *data,
        Timestamp{ row.integer(3) }, Timestamp{ row.integer(4) }, Timestamp{ row.integer(5) } });
}

Result<std::optional<QByteArray>> CitizenRecords::accessHash(const CaseId &id) const
{
    auto row = m_sql.query("SELECT code FROM citizen_access WHERE case_id = ?1");
    row.bind(id.text);
    if (row.next())
        return std::optional<QByteArray>(row.bytes(0));
    if (const Status read = row.status(); !read)
        return read.error();
    return std::optional<QByteArray>();
}

Status CitizenRecords::saveDraft(Writing &writing, const CitizenDraft &draft)
{
    return writing.sql.run(
        "INSERT INTO citizen_draft (id, token, service, body, created_at, updated_at, expires_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
        " token = excluded.token, service = excluded.service, body = excluded.body,"
        " updated_at = excluded.updated_at, expires_at = excluded.expires_at",
        draft.id.text, draft.tokenHash, draft.service, document(draft.body), draft.createdAt.ms,
        draft.updatedAt.ms, draft.expiresAt.ms);
}

Status CitizenRecords::removeDraft(Writing &writing, const DraftId &id)
{
    return writing.sql.run("DELETE FROM citizen_draft WHERE id = ?1", id.text);
}

Status CitizenRecords::saveSession(Writing &writing, const CitizenSession &session)
{
    return writing.sql.run(
        "INSERT INTO citizen_session (token, subject, data, created_at, last_seen_at, expires_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (token) DO UPDATE SET"
        " subject = excluded.subject, data = excluded.data, last_seen_at = excluded.last_seen_at,"
        " expires_at = excluded.expires_at",
        session.tokenHash, session.subject, document(session.data), session.createdAt.ms,
        session.lastSeenAt.ms, session.expiresAt.ms);
}

Status CitizenRecords::removeSession(Writing &writing, const QByteArray &tokenHash)
{
    return writing.sql.run("DELETE FROM citizen_session WHERE token = ?1", tokenHash);
}

Status CitizenRecords::setAccess(Writing &writing, const CaseId &id, const QByteArray &codeHash)
{
    return writing.sql.run("INSERT INTO citizen_access (case_id, code) VALUES (?1, ?2)"
                           " ON CONFLICT (case_id) DO UPDATE SET code = excluded.code",
        id.text, codeHash);
}

Status CitizenRecords::removeExpired(Writing &writing, Timestamp now)
{
    const Status drafts
        = writing.sql.run("DELETE FROM citizen_draft WHERE expires_at < ?1", now.ms);
    if (!drafts)
        return drafts;
    return writing.sql.run("DELETE FROM citizen_session WHERE expires_at < ?1", now.ms);
}

} // namespace portal
