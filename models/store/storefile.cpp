#include "storefile.h"

#include "germantext.h"

#include "models/sqlite/migrator.h"

#include <QFile>

namespace {

QStringList sidecars()
{
    return { QString(), QStringLiteral("-wal"), QStringLiteral("-shm") };
}

Status makePrivate(const QString &path)
{
    QFile file(path);
    // Made before SQLite does, so that it never exists with wider rights; the log takes them over.
    if (!file.exists() && !file.open(QIODevice::WriteOnly))
        return error(ErrorCode::Internal, "store.cannotCreate", {}, file.errorString());
    file.close();
    if (!file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return error(ErrorCode::Internal, "store.cannotCreate", {}, file.errorString());
    return success();
}

Result<std::unique_ptr<sqlite::Database>> openFile(
    const QString &path, int cacheKb, sqlite::Synchronous synchronous, const QString &migrations)
{
    if (const Status made = makePrivate(path); !made)
        return made.error();
    auto database = sqlite::Database::open(path, sqlite::OpenMode::ReadWrite, cacheKb);
    if (!database)
        return database.error();
    sqlite::Database &opened = **database;
    if (const Status tokenizer = registerGermanTokenizer(opened); !tokenizer)
        return tokenizer.error();
    // The version is looked at before anything is written: a newer file stays as it is.
    if (const Result<int> version = sqlite::migrate(opened, migrations); !version)
        return version.error();
    if (const Status log = opened.useWriteAheadLog(synchronous); !log)
        return log.error();
    if (const Status set = opened.execute("PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;");
        !set)
        return set.error();
    return database;
}

} // namespace

Result<std::unique_ptr<sqlite::Database>> openCacheFile(const QString &path)
{
    return openFile(path, 16384, sqlite::Synchronous::Normal,
        QStringLiteral(":/kontor/migrations/client/cache"));
}

Result<std::unique_ptr<sqlite::Database>> openOutboxFile(const QString &path)
{
    return openFile(
        path, 2000, sqlite::Synchronous::Full, QStringLiteral(":/kontor/migrations/client/outbox"));
}

Status setAside(const QString &path, const QString &suffix)
{
    for (const QString &sidecar : sidecars()) {
        const QString from = path + sidecar;
        const QString to = path + suffix + sidecar;
        QFile::remove(to);
        if (QFile::exists(from) && !QFile::rename(from, to))
            return error(ErrorCode::Internal, "store.cannotSetAside");
    }
    return success();
}

void removeStoreFile(const QString &path)
{
    for (const QString &sidecar : sidecars())
        QFile::remove(path + sidecar);
}
