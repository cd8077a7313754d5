#include "backup.h"

#include "audit.h"
#include "cases.h"
#include "directory.h"
#include "engine.h"
#include "files.h"
#include "sqlitesql.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLockFile>
#include <filesystem>
#include <limits>

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

// Renamed, never deleted: whoever forces may have mistaken the folder.
Status setAside(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({ QStringLiteral("serve*.lock") }, QDir::Files)) {
        QLockFile lock(dir.filePath(name));
        lock.setStaleLockTime(0);
        if (!lock.tryLock(0))
            return error(ErrorCode::Busy, "restore.inUse");
        lock.unlock();
    }
    const QString aside = folder + QStringLiteral(".before-restore-")
        + QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMddHHmmsszzz"));
    return QDir().rename(folder, aside) ? success() : Status(noSpace(aside));
}

// A version that clerks' programs have seen must never mean something else: all cases leap beyond
// whatever was given after the backup was taken.
Status raiseVersions(Writing &writing, qint64 by)
{
    const Result<QList<CaseId>> ids = Cases(writing.sql).list({}, std::numeric_limits<int>::max());
    if (!ids)
        return ids.error();
    for (const CaseId &id : *ids) {
        const Result<std::optional<CaseFile>> found = Cases(writing.sql).find(id);
        if (!found || !*found)
            return found ? success() : Status(found.error());
        CaseFile caseFile = **found;
        caseFile.version += by;
        if (const Status saved = Cases::save(writing, caseFile); !saved)
            return saved;
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
    if (const Status copied = store.engine().copyTo(copy); !copied)
        return copied;
    {
        auto sql = SqliteSql::open(copy, sqlite::OpenMode::ReadOnly);
        if (!sql)
            return sql.error();
        if (const Status placed = placeFiles(**sql, store.folder(), part); !placed)
            return placed;
        const QDir services(store.folder() + QStringLiteral("/services"));
        for (const QString &name : services.entryList(QDir::Files)) {
            QDir().mkpath(part + QStringLiteral("/services"));
            if (!QFile::copy(services.filePath(name), part + QStringLiteral("/services/") + name))
                return noSpace(name);
        }
    }
    return QDir().rename(part, target) ? success() : Status(noSpace(target));
}

Status backup::restore(
    const QString &source, const QString &folder, const QString &database, bool force)
{
    const QString copy = source + QStringLiteral("/portal.db");
    if (!QFileInfo::exists(copy))
        return error(ErrorCode::NotFound, "restore.noBackup");
    const Result<std::unique_ptr<Engine>> engine = Engine::create(folder, database);
    if (!engine)
        return engine.error();
    if (!database.isEmpty()) { // no force empties a database that others manage
        const Result<bool> there = (*engine)->exists();
        if (!there)
            return there.error();
        if (*there)
            return error(ErrorCode::Conflict, "restore.databaseNotEmpty");
    }
    if (!QDir(folder).isEmpty()) {
        if (!force)
            return error(ErrorCode::Conflict, "restore.notEmpty");
        if (const Status aside = setAside(folder); !aside)
            return aside;
    }
    if (!QDir().mkpath(folder))
        return noSpace(folder);
    if (const Status filled = (*engine)->fillFrom(copy); !filled)
        return filled;
    const QDir services(source + QStringLiteral("/services"));
    for (const QString &name : services.entryList(QDir::Files)) {
        QDir().mkpath(folder + QStringLiteral("/services"));
        QFile::copy(services.filePath(name), folder + QStringLiteral("/services/") + name);
    }
    auto store = Store::open(folder, database);
    if (!store)
        return store.error();
    const Status placed = (*store)->read([&](Sql &sql) { return placeFiles(sql, source, folder); });
    if (!placed)
        return placed;
    return announceRestored(**store);
}

Status backup::announceRestored(Store &store)
{
    return store.write([](Writing &writing) -> Status {
        if (const Status raised = Directory::newEpoch(writing); !raised)
            return raised;
        constexpr qint64 leap = 1'000'000; // far beyond what any case goes through
        if (const Status leapt = raiseVersions(writing, leap); !leapt)
            return leapt;
        AuditEntry entry;
        entry.at = Timestamp{ QDateTime::currentMSecsSinceEpoch() };
        entry.actor = QStringLiteral("system");
        entry.action = QStringLiteral("store.restored");
        return audit::append(writing, entry);
    });
}

} // namespace portal
