#pragma once

#include "store.h"

#include "models/domain/ids.h"

#include <optional>

namespace portal {

// A file that a clerk's program sends in pieces; it may break off and go on days later.
struct Upload {
    UploadId id;
    QString owner;
    QString sha256; // as announced
    qint64 size = 0; // bytes, as announced
    QString name;
    QString type;
    qint64 received = 0; // bytes that lie safely on disk
    QString fileId; // once complete
    Timestamp at;
};

class Uploads {
public:
    explicit Uploads(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<Upload>> find(const UploadId &id, const QString &owner) const;
    Result<std::optional<Upload>> findSame(
        const QString &owner, const QString &sha256, qint64 size) const;
    Result<qint64> openBytes(const QString &owner) const; // announced by unfinished uploads

    static Status save(Writing &writing, const Upload &upload);
    // Unfinished ones older than `before`; returns their ids, the caller deletes the parts.
    static Result<QStringList> removeForgotten(Writing &writing, Timestamp before);

private:
    Sql &m_sql;
};

} // namespace portal
