#include "store.h"

#include "connections.h"
#include "directory.h"
#include "writer.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <mutex>

namespace portal {

namespace {

Status makeFolder(const QString &path)
{
    if (!QDir().mkpath(path))
        return error(ErrorCode::Internal, "store.folder", {}, path);
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return success();
}

} // namespace

struct Store::Private {
    explicit Private(std::unique_ptr<Engine> given)
        : engine(std::move(given))
        , readers(*engine, Access::Read, engine->idleReaders())
        , writer(*engine)
    {
    }
    std::unique_ptr<Engine> engine;
    Connections readers;
    Writer writer;
};

Store::Store(QString folder)
    : m_folder(std::move(folder))
{
}

Store::~Store() = default;

Result<std::unique_ptr<Store>> Store::open(const QString &folder, const QString &database)
{
    std::unique_ptr<Store> store(new Store(QDir(folder).absolutePath()));
    for (const char *part : { "", "/files", "/uploads" }) {
        const Status made = makeFolder(store->m_folder + QLatin1String(part));
        if (!made)
            return made.error();
    }
    Result<std::unique_ptr<Engine>> engine = Engine::create(store->m_folder, database);
    if (!engine)
        return engine.error();
    if (const Status prepared = (*engine)->prepare(); !prepared)
        return prepared.error();
    store->d = std::make_unique<Private>(*std::move(engine));
    const Status begun = store->write([](Writing &writing) { return Directory::begin(writing); });
    if (!begun)
        return begun.error();
    if (!database.isEmpty()) {
        if (const Status marked = store->markFolder(); !marked)
            return marked.error();
    }
    return store;
}

Status Store::markFolder()
{
    const Result<QString> id = read([](Sql &sql) { return Directory(sql).serverId(); });
    if (!id)
        return id.error();
    QFile mark(markPath(m_folder));
    if (mark.open(QIODevice::ReadOnly)) {
        return mark.readAll().trimmed() == id->toLatin1()
            ? success()
            : Status(error(ErrorCode::Conflict, "data.otherPortal"));
    }
    QSaveFile written(markPath(m_folder));
    if (!written.open(QIODevice::WriteOnly) || written.write(id->toLatin1() + '\n') < 0
        || !written.commit())
        return error(ErrorCode::NoSpace, "store.folder", {}, m_folder);
    return success();
}

void Store::onCommit(std::function<void(qint64)> listener)
{
    d->engine->listen(listener);
    d->writer.onCommit(std::move(listener));
}

Engine &Store::engine() const
{
    return *d->engine;
}

Status Store::submit(Work work)
{
    return d->writer.submit(std::move(work));
}

Status Store::reading(const std::function<Status(Sql &)> &work) const
{
    Result<std::unique_ptr<Sql>> sql = d->readers.begin();
    if (!sql)
        return sql.error();
    Status done = success();
    {
        Transaction transaction(**sql);
        done = work(**sql);
        if (done)
            done = transaction.commit();
    }
    d->readers.giveBack(*std::move(sql));
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
