#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QStringList>

// Files by their SHA-256, each a file of its own at <folder>/<2 digits>/<hash>, 0600. A file is
// either whole with a verified hash or it is a ".part".
class FileStore {
public:
    explicit FileStore(const QString &folder);

    QString pathOf(const QString &sha256) const;
    QString partOf(const QString &sha256) const; // what a download appends to; may exist already
    bool contains(const QString &sha256) const;
    QStringList list() const; // hashes, those of parts too
    // Path of the ".part" with its folder made. InvalidInput "file.hash": not a hash.
    Result<QString> prepare(const QString &sha256);

    Status save(const QString &sha256, const QByteArray &bytes);
    // Verifies the ".part", flushes it to the disk and gives it its name. Corrupt "file.hash": the
    // part is removed.
    Status finish(const QString &sha256);
    // Copies a file of the user; hash and size are of the copy. NotFound, NoSpace.
    struct Copy {
        QString sha256;
        qint64 size = 0;
    };
    Result<Copy> copyFrom(const QString &path);
    void remove(const QString &sha256); // the part, too
    // Removes whole files, those not used for longest first, until `bytes` are free; returns what
    // was freed. Only where each of them can be fetched again.
    qint64 evict(qint64 bytes);

private:
    Status makeFolder(const QString &sha256) const;

    QString m_folder;
};
