#include "files.h"

#include "models/domain/ids.h"
#include "models/faults/faults.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace portal {

namespace {

const char *const fileColumns = "SELECT f.id, f.sha256, f.size, f.type, f.owner, f.at FROM file f ";

Result<std::optional<StoredFile>> firstFile(Query &row)
{
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<StoredFile>();
    }
    return std::optional<StoredFile>(StoredFile{ row.text(0), row.text(1), row.integer(2),
        row.text(3), row.text(4), Timestamp{ row.integer(5) } });
}

} // namespace

Result<std::optional<StoredFile>> Files::find(const QString &id) const
{
    auto row = m_sql.query(QByteArray(fileColumns) + "WHERE f.id = ?1");
    row.bind(id);
    return firstFile(row);
}

Result<std::optional<StoredFile>> Files::findOwn(const QString &owner, const QString &sha256) const
{
    auto row = m_sql.query(QByteArray(fileColumns)
        + "WHERE f.owner = ?1 AND f.sha256 = ?2 ORDER BY f.at DESC LIMIT 1");
    row.bind(owner, sha256);
    return firstFile(row);
}

Result<std::optional<StoredFile>> Files::findAttached(
    const CaseId &caseId, const AttachmentId &attachment) const
{
    auto row = m_sql.query(QByteArray(fileColumns)
        + "JOIN attachment a ON a.file = f.id WHERE a.case_id = ?1 AND a.id = ?2");
    row.bind(caseId.text, attachment.text);
    return firstFile(row);
}

Result<std::optional<StoredFile>> Files::findInCase(
    const CaseId &caseId, const QString &sha256) const
{
    auto row = m_sql.query(QByteArray(fileColumns)
        + "JOIN attachment a ON a.file = f.id WHERE a.case_id = ?1 AND f.sha256 = ?2 LIMIT 1");
    row.bind(caseId.text, sha256);
    return firstFile(row);
}

Result<QHash<AttachmentId, StoredFile>> Files::attachedTo(const CaseId &caseId) const
{
    auto rows = m_sql.query("SELECT a.id, f.id, f.sha256, f.size, f.type, f.owner, f.at"
                            " FROM attachment a JOIN file f ON f.id = a.file"
                            " WHERE a.case_id = ?1");
    rows.bind(caseId.text);
    QHash<AttachmentId, StoredFile> files;
    while (rows.next()) {
        files.insert(AttachmentId{ rows.text(0) },
            { rows.text(1), rows.text(2), rows.integer(3), rows.text(4), rows.text(5),
                Timestamp{ rows.integer(6) } });
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return files;
}

Result<QList<StoredFile>> Files::list() const
{
    auto rows = m_sql.query(QByteArray(fileColumns) + "ORDER BY f.id");
    QList<StoredFile> files;
    while (rows.next()) {
        files.append(StoredFile{ rows.text(0), rows.text(1), rows.integer(2), rows.text(3),
            rows.text(4), Timestamp{ rows.integer(5) } });
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return files;
}

Status Files::add(Writing &writing, const StoredFile &file)
{
    return writing.sql.run("INSERT INTO file (id, sha256, size, type, owner, at)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        file.id, file.sha256, file.size, file.type, file.owner, file.at.ms);
}

Status Files::attach(
    Writing &writing, const CaseId &caseId, const AttachmentId &attachment, const QString &fileId)
{
    return writing.sql.run("INSERT INTO attachment (case_id, id, file) VALUES (?1, ?2, ?3)",
        caseId.text, attachment.text, fileId);
}

Result<QStringList> Files::removeForgotten(Writing &writing, Timestamp before)
{
    QStringList ids;
    {
        auto rows
            = writing.sql.query("SELECT id FROM file WHERE at < ?1 AND NOT EXISTS"
                                " (SELECT 1 FROM attachment a WHERE a.file = file.id) LIMIT 1000");
        rows.bind(before.ms);
        while (rows.next())
            ids.append(rows.text(0));
        if (const Status read = rows.status(); !read)
            return read.error();
    }
    for (const QString &id : ids) {
        if (const Status done = writing.sql.run("DELETE FROM upload WHERE file = ?1", id); !done)
            return done.error();
        if (const Status done = writing.sql.run("DELETE FROM file WHERE id = ?1", id); !done)
            return done.error();
    }
    return ids;
}

Status Files::remove(Writing &writing, const QString &id, const QString &owner)
{
    return writing.sql.run("DELETE FROM file WHERE id = ?1 AND owner = ?2 AND NOT EXISTS"
                           " (SELECT 1 FROM attachment a WHERE a.file = file.id)",
        id, owner);
}

Result<StoredFile> keepBytes(Store &store, const Clock &clock, const QByteArray &bytes,
    const QString &type, const QString &owner)
{
    StoredFile file;
    file.id = newUuid7(clock);
    file.sha256
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    file.size = bytes.size();
    file.type = type;
    file.owner = owner;
    file.at = clock.now();
    QSaveFile out(store.filePath(file.id));
    // QSaveFile syncs before it renames, so the row never names bytes that are not there.
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        return error(ErrorCode::NoSpace, "store.file", {}, out.errorString());
    faults::step("portal.bytes.kept");
    const Status added = store.write([&](Writing &writing) { return Files::add(writing, file); });
    if (!added) {
        dropBytes(store, { file.id }, added.error());
        return added.error();
    }
    return file;
}

void dropBytes(const Store &store, const QStringList &fileIds, const Error &why)
{
    if (why.code == ErrorCode::Unavailable)
        return;
    for (const QString &id : fileIds)
        QFile::remove(store.filePath(id));
}

Result<int> removeOrphans(Store &store, Timestamp before, int part, int parts)
{
    int removed = 0;
    const QDateTime newest = QDateTime::fromMSecsSinceEpoch(before.ms, Qt::UTC);
    for (int folder = part; folder < 256; folder += parts) {
        const QDir dir(
            QStringLiteral("%1/files/%2").arg(store.folder()).arg(folder, 2, 16, QLatin1Char('0')));
        for (const QFileInfo &info : dir.entryInfoList(QDir::Files)) {
            if (info.lastModified() >= newest)
                continue;
            const auto known
                = store.read([&](Sql &sql) { return Files(sql).find(info.fileName()); });
            if (!known)
                return known.error();
            if (!*known && QFile::remove(info.filePath()))
                ++removed;
        }
    }
    return removed;
}

} // namespace portal
