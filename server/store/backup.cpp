#include "backup.h"

#include "audit.h"
#include "directory.h"
#include "files.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <filesystem>

namespace portal {

namespace {

Error noSpace(const QString &detail)
{
    return error(ErrorCode::NoSpace, "backup.cannotWrite", {}, detail);
}

// Links where both lie on one file system: the bytes of a kept file never change.
Status place(const QString &from, const QString &to)
{
    QDir().mkpath(QFileInfo(to).absolutePath());
    std::error_code failed;
    std::filesystem::create_hard_link(
        QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(), failed);
    if (!failed)
        return success();
    return QFile::copy(from, to) ? success() : Status(noSpace(to));
}

QString pathOf(const QString &folder, const QString &fileId)
{
    return folder + QStringLiteral("/files/") + fileId.right(2) + QLatin1Char('/') + fileId;
}

Status placeFiles(Sql &sql, const QString &from, const QString &to)
{
    const Result<QList<StoredFile>> files = Files(sql).list();
    if (!files)
        return files.error();
    for (const StoredFile &file : *files) {
        const QString source = pathOf(from, file.id);
        if (!QFile::exists(source)) {
            const Result<qint64> used
                = sql.number("SELECT count(*) FROM attachment WHERE file = ?1", file.id);
            if (!used)
                return used.error();
            if (*used == 0)
                continue; // an upload that was given up meanwhile
            return error(
                ErrorCode::Corrupt, "backup.fileMissing", { { QStringLiteral("file"), file.id } });
        }
        if (const Status placed = place(source, pathOf(to, file.id)); !placed)
            return placed;
    }
    return success();
}

} // namespace

Status backup::take(Store &store, const QString &target)
{
    if (QFileInfo::exists(target))
        return error(ErrorCode::Conflict, "backup.exists");
    // Under another name until it is whole: a broken copy is never taken for a backup.
    const QString part = target + QStringLiteral(".part");
    QDir(part).removeRecursively();
    if (!QDir().mkpath(part))
        return noSpace(part);
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString copy = part + QStringLiteral("/portal.db");
    auto source = Sql::open(store.databasePath(), sqlite::OpenMode::ReadOnly);
    if (!source)
        return source.error();
    if (const Status copied = (*source)->copyTo(copy); !copied)
        return copied;
    {
        auto sql = Sql::open(copy, sqlite::OpenMode::ReadWrite);
        if (!sql)
            return sql.error();
        if (const Status sound = (*sql)->quickCheck(); !sound)
            return sound;
        if (const Status placed = placeFiles(**sql, store.folder(), part); !placed)
            return placed;
        const QDir services(store.folder() + QStringLiteral("/services"));
        for (const QString &name : services.entryList(QDir::Files)) {
            QDir().mkpath(part + QStringLiteral("/services"));
            if (!QFile::copy(services.filePath(name), part + QStringLiteral("/services/") + name))
                return noSpace(name);
        }
        // One file without a log beside it.
        if (const Status single = (*sql)->execute("PRAGMA journal_mode=DELETE"); !single)
            return single;
    }
    return QDir().rename(part, target) ? success() : Status(noSpace(target));
}

Status backup::restore(const QString &source, const QString &folder, bool force)
{
    if (!QFileInfo::exists(source + QStringLiteral("/portal.db")))
        return error(ErrorCode::NotFound, "restore.noBackup");
    QDir target(folder);
    const bool empty = target.isEmpty();
    if (!empty && !force)
        return error(ErrorCode::Conflict, "restore.notEmpty");
    if (!empty) {
        QLockFile lock(folder + QStringLiteral("/serve.lock"));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            return error(ErrorCode::Busy, "restore.inUse");
        lock.unlock();
        // Set aside, never deleted: whoever forces may have mistaken the folder.
        const QString aside = folder + QStringLiteral(".before-restore-")
            + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmsszzz"));
        if (!QDir().rename(folder, aside))
            return noSpace(aside);
    }
    if (!QDir().mkpath(folder))
        return noSpace(folder);
    if (!QFile::copy(source + QStringLiteral("/portal.db"), folder + QStringLiteral("/portal.db")))
        return noSpace(folder);
    const QDir services(source + QStringLiteral("/services"));
    for (const QString &name : services.entryList(QDir::Files)) {
        QDir().mkpath(folder + QStringLiteral("/services"));
        QFile::copy(services.filePath(name), folder + QStringLiteral("/services/") + name);
    }
    auto store = Store::open(folder);
    if (!store)
        return store.error();
    const Status placed = (*store)->read([&](Sql &sql) { return placeFiles(sql, source, folder); });
    if (!placed)
        return placed;
    return (*store)->write([](Writing &writing) -> Status {
        if (const Status raised = Directory::newEpoch(writing); !raised)
            return raised;
        AuditEntry entry;
        entry.at = Timestamp{ QDateTime::currentMSecsSinceEpoch() };
        entry.actor = QStringLiteral("system");
        entry.action = QStringLiteral("store.restored");
        return audit::append(writing, entry);
    });
}

} // namespace portal
