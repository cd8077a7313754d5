#pragma once

#include "store.h"

#include "models/domain/ids.h"

#include <QJsonObject>
#include <optional>

namespace portal {

// What the citizens' pages keep between requests. Of secrets only hashes are stored; whoever calls
// hashes (SHA-256 of a random token, keyedHash() for a code that people type).
struct CitizenDraft {
    DraftId id;
    QByteArray tokenHash;
    QString service; // slug
    QJsonObject body; // answers so far, files, step: the pages' own form
    Timestamp createdAt;
    Timestamp updatedAt;
    Timestamp expiresAt;
};

struct CitizenSession {
    QByteArray tokenHash;
    QString subject; // "case:<id>", "draft:<id>"
    QJsonObject data;
    Timestamp createdAt;
    Timestamp lastSeenAt;
    Timestamp expiresAt; // absolute
};

class CitizenRecords {
public:
    explicit CitizenRecords(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<CitizenDraft>> draft(const DraftId &id) const;
    Result<std::optional<CitizenSession>> session(const QByteArray &tokenHash) const;
    // Hash of the code that opens the case together with its reference.
    Result<std::optional<QByteArray>> accessHash(const CaseId &id) const;

    static Status saveDraft(Writing &writing, const CitizenDraft &draft);
    static Status removeDraft(Writing &writing, const DraftId &id);
    static Status saveSession(Writing &writing, const CitizenSession &session);
    static Status removeSession(Writing &writing, const QByteArray &tokenHash);
    static Status setAccess(Writing &writing, const CaseId &id, const QByteArray &codeHash);
    static Status removeExpired(Writing &writing, Timestamp now); // drafts and sessions

private:
    Sql &m_sql;
};

} // namespace portal
