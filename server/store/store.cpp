#include "store.h"

#include "directory.h"
#include "writer.h"

#include "models/sqlite/migrator.h"

#include <QDir>
#include <QFile>
#include <mutex>

namespace portal {

namespace {

const int writerCacheKb = 4000;
const int readerCacheKb = 512; // each of a few; the system's page cache does the rest
const size_t keptReaders = 4;

Status makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return error(ErrorCode::Internal, "store.folder", {}, path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return success();
}

} // namespace

struct Store::Private {
    std::unique_ptr<Writer> writer;
    std::mutex mutex;
    std::vector<std::unique_ptr<Sql>> idle; // readers
};

Store::Store(QString folder)
    : m_folder(std::move(folder))
    , d(std::make_unique<Private>())
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder)
{
    std::unique_ptr<Store> store(new Store(QDir(folder).absolutePath()));
    for (const char *part : { "", "/files", "/uploads" }) {
        const Status made = makeFolder(store->m_folder + QLatin1String(part));
        if (!made)
            return made.error();
    }
    Result<std::unique_ptr<Sql>> sql
        = Sql::open(store->databasePath(), sqlite::OpenMode::Create, writerCacheKb);
    if (!sql)
        return sql.error();
    QFile::setPermissions(store->databasePath(), QFile::ReadOwner | QFile::WriteOwner);
    // The log is switched on only after the version is known to be ours.
    const Result<int> version
        = sqlite::migrate(**sql, QStringLiteral(":/kontor/migrations/portal"));
    if (!version)
        return version.error();
    const Status log = (*sql)->useWriteAheadLog(sqlite::Synchronous::Full);
    if (!log)
        return log.error();
    store->d->writer = std::make_unique<Writer>(*std::move(sql));
    const Status begun = store->write([](Writing &writing) { return Directory::begin(writing); });
    if (!begun)
        return begun.error();
    return store;
}

void Store::onCommit(std::function<void(qint64)> listener)
{
    d->writer->onCommit(std::move(listener));
}

Status Store::submit(Work work)
{
    return d->writer->submit(std::move(work));
}

Status Store::reading(const std::function<Status(Sql &)> &work) const
{
    std::unique_ptr<Sql> sql;
    {
        const std::lock_guard lock(d->mutex);
        if (!d->idle.empty()) {
            sql = std::move(d->idle.back());
            d->idle.pop_back();
        }
    }
    if (!sql) {
        Result<std::unique_ptr<Sql>> opened
            = Sql::open(databasePath(), sqlite::OpenMode::ReadOnly, readerCacheKb);
        if (!opened)
            return opened.error();
        sql = *std::move(opened);
    }
    if (const Status begun = sql->execute("BEGIN"); !begun)
        return begun;
    const Status done = work(*sql);
    if (const Status ended = sql->execute("COMMIT"); !ended)
        return ended;
    const std::lock_guard lock(d->mutex);
    if (d->idle.size() < keptReaders)
        d->idle.push_back(std::move(sql));
    return done;
}

QString Store::filePath(const QString &fileId) const
{
    // The end of a UUID is random also where its beginning is a time.
    const QString folder = m_folder + QStringLiteral("/files/") + fileId.right(2);
    QDir().mkpath(folder);
    return folder + QLatin1Char('/') + fileId;
}

} // namespace portal
