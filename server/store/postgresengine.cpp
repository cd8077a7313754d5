#include "postgresengine.h"

#include "postgresdialect.h"
#include "postgreslistener.h"
#include "postgressql.h"
#include "sqliteengine.h"
#include "sqlitesql.h"
#include "tablecopy.h"

#include "models/faults/faults.h"
#include "models/sqlite/migrator.h"

#include <QFile>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(postgresLog, "kontor.portal.postgres")

namespace portal {

namespace {

// With the database away, requests shall not queue up behind connections that take seconds to fail:
// one tries, the others are answered at once.
constexpr auto pauseAfterFailure = std::chrono::milliseconds(500);

// A connection for what may take long.
Result<std::unique_ptr<PostgresSql>> openPatient(const QString &address)
{
    Result<std::unique_ptr<PostgresSql>> sql = PostgresSql::open(address);
    if (sql) {
        if (const Status patient = (*sql)->takeTime(); !patient)
            return patient.error();
    }
    return sql;
}

// Of the tables; 0: there are none. Without a right to change the schema, which a portal that is of
// the same version does not need.
Result<qint64> versionOf(Sql &sql)
{
    const Result<qint64> there = sql.number("SELECT to_regclass('kontor_schema') IS NOT NULL");
    if (!there || *there == 0)
        return there;
    return sql.number("SELECT max(version) FROM kontor_schema");
}

Status carryOutScript(Sql &sql, const QString &path, int version)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return error(ErrorCode::Internal, "store.migrations", {}, path);
    if (const Status done = sql.execute(dialect::schema(file.readAll())); !done)
        return done;
    return sql.run("INSERT INTO kontor_schema (version) VALUES (?1)", version);
}

} // namespace

PostgresEngine::PostgresEngine(QString folder, QString address)
    : m_folder(std::move(folder))
    , m_address(std::move(address))
{
}

PostgresEngine::~PostgresEngine() = default;

Result<bool> PostgresEngine::exists()
{
    const auto sql = PostgresSql::open(m_address);
    if (!sql)
        return sql.error();
    const Result<qint64> version = versionOf(**sql);
    if (!version)
        return version.error();
    if (*version == 0)
        return false;
    // Empty tables are what a restore leaves that was broken off.
    const Result<qint64> filled = (*sql)->number("SELECT count(*) FROM meta");
    if (!filled)
        return filled.error();
    return *filled > 0;
}

Status PostgresEngine::prepare()
{
    const Result<QStringList> scripts
        = sqlite::migrations(QStringLiteral(":/kontor/migrations/portal"));
    if (!scripts)
        return scripts.error();
    const auto sql = openPatient(m_address);
    if (!sql)
        return sql.error();
    // Portals that start together come one after another: a transaction that writes is alone.
    if (const Status begun = (*sql)->begin(Access::Write); !begun)
        return begun;
    Transaction transaction(**sql);
    const Result<qint64> version = versionOf(**sql);
    if (!version)
        return version.error();
    if (*version > scripts->size()) {
        return error(ErrorCode::Unsupported, "store.newer",
            { { QStringLiteral("found"), *version },
                { QStringLiteral("known"), int(scripts->size()) } });
    }
    if (*version == 0) {
        const Status made
            = (*sql)->execute("CREATE TABLE kontor_schema (version BIGINT PRIMARY KEY)");
        if (!made)
            return made;
    }
    for (int i = int(*version); i < scripts->size(); ++i) {
        if (const Status done = carryOutScript(**sql, (*scripts)[i], i + 1); !done)
            return done;
        faults::step("migrate.script");
    }
    const Status committed = transaction.commit();
    faults::step("migrate.committed");
    return committed;
}

Result<std::unique_ptr<Sql>> PostgresEngine::connect(Access)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_away && (m_trying || std::chrono::steady_clock::now() < m_notBefore))
            return *m_away;
        m_trying = true;
    }
    Result<std::unique_ptr<PostgresSql>> sql = PostgresSql::open(m_address);
    const std::lock_guard lock(m_mutex);
    m_trying = false;
    if (!sql) {
        if (!m_away)
            qCWarning(postgresLog).noquote() << "the database is away:" << sql.error().detail;
        m_away = sql.error();
        m_notBefore = std::chrono::steady_clock::now() + pauseAfterFailure;
        return sql.error();
    }
    if (m_away)
        qCInfo(postgresLog) << "the database is back";
    m_away.reset();
    return std::unique_ptr<Sql>(*std::move(sql));
}

void PostgresEngine::listen(std::function<void(qint64)> listener)
{
    m_listener.reset();
    if (listener)
        m_listener = std::make_unique<PostgresListener>(m_address, std::move(listener));
}

Status PostgresEngine::copyTo(const QString &path)
{
    if (const Status made = SqliteEngine(path).prepare(); !made)
        return made;
    const auto copy = SqliteSql::open(path, sqlite::OpenMode::ReadWrite);
    if (!copy)
        return copy.error();
    const auto sql = openPatient(m_address);
    if (!sql)
        return sql.error();
    if (const Status begun = (*sql)->begin(Access::Read); !begun)
        return begun;
    const Transaction moment(**sql);
    return copyOut(**sql, **copy);
}

Status PostgresEngine::fillFrom(const QString &path)
{
    const Result<bool> there = exists();
    if (!there)
        return there.error();
    if (*there)
        return error(ErrorCode::Conflict, "restore.databaseNotEmpty");
    if (const Status prepared = prepare(); !prepared)
        return prepared;
    // An older one is brought to this version first, as a copy.
    const QString current = m_folder + QStringLiteral("/restoring.db");
    QFile::remove(current);
    if (!QFile::copy(path, current))
        return error(ErrorCode::NoSpace, "backup.cannotWrite", {}, current);
    Status taken = SqliteEngine(current).prepare();
    if (taken)
        taken = take(current);
    QFile::remove(current);
    return taken;
}

Status PostgresEngine::take(const QString &path)
{
    const auto copy = SqliteSql::open(path, sqlite::OpenMode::ReadOnly);
    if (!copy)
        return copy.error();
    const auto sql = openPatient(m_address);
    if (!sql)
        return sql.error();
    if (const Status begun = (*sql)->begin(Access::Write); !begun)
        return begun;
    Transaction transaction(**sql);
    if (const Status copied = copyIn(**copy, **sql); !copied)
        return copied;
    return transaction.commit();
}

} // namespace portal
