#pragma once

#include "store.h"

#include "models/domain/operation.h"

#include <optional>

namespace portal {

// Bytes on disk. Knowing a hash grants nothing: a file belongs to its owner until an operation of
// that owner attaches it to a case; then it is found through the case only.
struct StoredFile {
    QString id; // UUID, name on disk: Store::filePath(id)
    QString sha256; // hexadecimal, lower case
    qint64 size = 0; // bytes
    QString type; // media type found in the bytes
    QString owner; // Author::key: "clerk:<id>", "draft:<id>", "case:<id>", "system"
    Timestamp at;
};

class Files {
public:
    explicit Files(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<StoredFile>> find(const QString &id) const;
    // The newest of the owner with this content.
    Result<std::optional<StoredFile>> findOwn(const QString &owner, const QString &sha256) const;
    // Through the case, the only way to somebody else's bytes.
    Result<std::optional<StoredFile>> findAttached(
        const CaseId &caseId, const AttachmentId &attachment) const;
    // The same content that the case has already.
    Result<std::optional<StoredFile>> findInCase(const CaseId &caseId, const QString &sha256) const;
    Result<QHash<AttachmentId, StoredFile>> attachedTo(const CaseId &caseId) const;
    Result<QList<StoredFile>> list() const; // all, for a backup

    // The bytes must already lie at Store::filePath(id), synced.
    static Status add(Writing &writing, const StoredFile &file);
    static Status attach(Writing &writing, const CaseId &caseId, const AttachmentId &attachment,
        const QString &fileId);
    // Files nobody attached, older than `before`: rows are removed and their ids returned, the
    // caller deletes the bytes after the commit.
    static Result<QStringList> removeForgotten(Writing &writing, Timestamp before);
    static Status remove(Writing &writing, const QString &id, const QString &owner);

private:
    Sql &m_sql;
};

// Puts bytes made by the portal itself (a receipt, a sample) on disk and into the store.
Result<StoredFile> keepBytes(Store &store, const Clock &clock, const QByteArray &bytes,
    const QString &type, const QString &owner);

// Removes the bytes of files without rows. `why`: the error of Store::write() that should have
// written them; where nobody knows whether it did, because the database went away during the
// commit, they stay.
void dropBytes(const Store &store, const QStringList &fileIds, const Error &why = {});

// Removes bytes without a row that are older than `before`: what a crash or dropBytes() left. Looks
// through the folders number part, part + parts, … of 256. Number of files removed.
Result<int> removeOrphans(Store &store, Timestamp before, int part = 0, int parts = 1);

} // namespace portal
