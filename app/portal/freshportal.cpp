#include "freshportal.h"

#include "services.h"

#include "server/store/engine.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLockFile>

namespace portal {

namespace {

Status cannotWrite(const QString &path)
{
    return error(ErrorCode::NoSpace, "store.folder", {}, path);
}

Status copyFiles(const QString &from, const QString &to)
{
    if (!QDir().mkpath(to))
        return cannotWrite(to);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        if (!QFile::copy(QDir(from).filePath(name), QDir(to).filePath(name)))
            return cannotWrite(name);
    }
    return success();
}

// All files below `from`; what is there already stays: the same definition, or, after a broken
// off init, bytes that no database names.
Status moveFiles(const QString &from, const QString &to)
{
    const QDir source(from);
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString target = to + QLatin1Char('/') + source.relativeFilePath(file);
        if (QFile::exists(target))
            continue;
        if (!QDir().mkpath(QFileInfo(target).absolutePath()) || !QFile::rename(file, target))
            return cannotWrite(target);
    }
    return success();
}

// The whole portal in a folder of its own, its database as one file at `copy`.
Status buildApart(const QString &apart, const QString &services, const QString &copy,
    const std::function<Status(Store &)> &fill)
{
    const auto store = Store::open(apart);
    if (!store)
        return store.error();
    if (const Status kept = copyFiles(services, apart + QLatin1String("/services")); !kept)
        return kept;
    if (const Status placed = placeServices(apart); !placed)
        return placed;
    if (const Status filled = fill(**store); !filled)
        return filled;
    return (*store)->engine().copyTo(copy);
}

} // namespace

Status makeFreshPortal(
    const QString &place, const QString &database, const std::function<Status(Store &)> &fill)
{
    const QString folder = QDir(place).absolutePath(); // QDir compares paths of one kind only
    if (!database.isEmpty() && QFile::exists(Store::markPath(folder)))
        return error(ErrorCode::Conflict, "data.otherPortal");
    if (!QDir().mkpath(folder))
        return cannotWrite(folder);
    QLockFile turn(folder + QStringLiteral("/init.lock"));
    turn.setStaleLockTime(0); // only the end of its process frees it
    if (!turn.tryLock(0))
        return error(ErrorCode::Busy, "init.running");
    const QString apart = folder + QStringLiteral("/init.part");
    const QString services = folder + QStringLiteral("/services");
    const QString copy = apart + QStringLiteral("/whole.db");
    if (!QDir(apart).removeRecursively()) // of one that was broken off
        return cannotWrite(apart);
    if (const Status built = buildApart(apart, services, copy, fill); !built)
        return built;
    for (const char *part : { "/services", "/files" }) {
        const Status moved = moveFiles(apart + QLatin1String(part), folder + QLatin1String(part));
        if (!moved)
            return moved;
    }
    const auto engine = Engine::create(folder, database);
    if (!engine)
        return engine.error();
    if (const Status filled = (*engine)->fillFrom(copy); !filled)
        return filled;
    QDir(apart).removeRecursively();
    const auto opened = Store::open(folder, database); // rights of the folder, and whose it is
    return opened ? success() : Status(opened.error());
}

} // namespace portal
