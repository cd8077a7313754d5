#include "uploads.h"

namespace portal {

namespace {

Result<std::optional<Upload>> firstUpload(Query &row)
{
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<Upload>();
    }
    return std::optional<Upload>(
        Upload{ UploadId{ row.text(0) }, row.text(1), row.text(2), row.integer(3), row.text(4),
            row.text(5), row.integer(6), row.text(7), Timestamp{ row.integer(8) } });
}

} // namespace

Result<std::optional<Upload>> Uploads::find(const UploadId &id, const QString &owner) const
{
    auto row = m_sql.query("SELECT id, owner, sha256, size, name, type, received, file, at"
                           " FROM upload WHERE id = ?1 AND owner = ?2");
    row.bind(id.text, owner);
    return firstUpload(row);
}

Result<std::optional<Upload>> Uploads::findSame(
    const QString &owner, const QString &sha256, qint64 size) const
{
    auto row = m_sql.query("SELECT id, owner, sha256, size, name, type, received, file, at"
                           " FROM upload WHERE owner = ?1 AND sha256 = ?2 AND size = ?3");
    row.bind(owner, sha256, size);
    return firstUpload(row);
}

Result<qint64> Uploads::openBytes(const QString &owner) const
{
    return m_sql.number(
        "SELECT coalesce(sum(size), 0) FROM upload WHERE owner = ?1 AND file = ''", owner);
}

Status Uploads::save(Writing &writing, const Upload &upload)
{
    return writing.sql.run(
        "INSERT INTO upload (id, owner, sha256, size, name, type, received, file, at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        " ON CONFLICT (id) DO UPDATE SET received = excluded.received, file = excluded.file",
        upload.id.text, upload.owner, upload.sha256, upload.size, upload.name, upload.type,
        upload.received, upload.fileId, upload.at.ms);
}

Result<QStringList> Uploads::removeForgotten(Writing &writing, Timestamp before)
{
    QStringList ids;
    {
        auto rows = writing.sql.query("SELECT id FROM upload WHERE at < ?1 AND file = ''");
        rows.bind(before.ms);
        while (rows.next())
            ids.append(rows.text(0));
        if (const Status read = rows.status(); !read)
            return read.error();
    }
    const Status removed
        = writing.sql.run("DELETE FROM upload WHERE at < ?1 AND file = ''", before.ms);
    if (!removed)
        return removed.error();
    return ids;
}

} // namespace portal
