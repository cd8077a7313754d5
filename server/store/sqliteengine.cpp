#include "sqliteengine.h"

#include "sqlitesql.h"

#include "models/sqlite/migrator.h"

#include <QFile>

namespace portal {

namespace {

const int writerCacheKb = 4000;
const int readerCacheKb = 512; // each of a few; the system's page cache does the rest

} // namespace

Result<bool> SqliteEngine::exists()
{
    return QFile::exists(m_path);
}

Status SqliteEngine::prepare()
{
    auto file = sqlite::Database::open(m_path, sqlite::OpenMode::Create);
    if (!file)
        return file.error();
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    const Result<int> version
        = sqlite::migrate(**file, QStringLiteral(":/kontor/migrations/portal"));
    return version ? success() : Status(version.error());
}

Result<std::unique_ptr<Sql>> SqliteEngine::connect(Access access)
{
    const bool writes = access == Access::Write;
    auto sql
        = SqliteSql::open(m_path, writes ? sqlite::OpenMode::ReadWrite : sqlite::OpenMode::ReadOnly,
            writes ? writerCacheKb : readerCacheKb);
    if (!sql)
        return sql.error();
    if (writes) {
        const Status log = (*sql)->file().useWriteAheadLog(sqlite::Synchronous::Full);
        if (!log)
            return log.error();
    }
    return std::unique_ptr<Sql>(*std::move(sql));
}

Status SqliteEngine::copyTo(const QString &path)
{
    {
        auto source = sqlite::Database::open(m_path, sqlite::OpenMode::ReadOnly);
        if (!source)
            return source.error();
        if (const Status copied = (*source)->copyTo(path); !copied)
            return copied;
    }
    auto copy = sqlite::Database::open(path, sqlite::OpenMode::ReadWrite);
    if (!copy)
        return copy.error();
    if (const Status sound = (*copy)->quickCheck(); !sound)
        return sound;
    // One file without a log beside it.
    return (*copy)->execute("PRAGMA journal_mode=DELETE");
}

Status SqliteEngine::fillFrom(const QString &path)
{
    if (QFile::exists(m_path))
        return error(ErrorCode::Conflict, "restore.notEmpty");
    // Under another name until it is whole: a portal is there as soon as its file is.
    const QString part = m_path + QStringLiteral(".part");
    QFile::remove(part);
    if (!QFile::copy(path, part) || !QFile::rename(part, m_path))
        return error(ErrorCode::NoSpace, "backup.cannotWrite", {}, m_path);
    return prepare();
}

} // namespace portal
