#include "database.h"

#include <QFile>
#include <QHash>
#include <sqlite3.h>

namespace sqlite {

namespace {

const int keptStatements = 64; // compiled ones a connection keeps

} // namespace

struct Database::Cache {
    QHash<QByteArray, sqlite3_stmt *> idle; // by text; a running one is taken out
};

Error errorOf(int code, const QString &detail)
{
    switch (code & 0xff) {
    case SQLITE_FULL:
        return error(ErrorCode::NoSpace, "store.full", {}, detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return error(ErrorCode::Corrupt, "store.corrupt", {}, detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return error(ErrorCode::Busy, "store.busy", {}, detail);
    case SQLITE_CONSTRAINT:
        return error(ErrorCode::Conflict, "store.constraint", {}, detail);
    default:
        return error(ErrorCode::Internal, "store.failed", {}, detail);
    }
}

Query::Query(Database *database, sqlite3_stmt *statement, QByteArray key, Error failure)
    : m_database(database)
    , m_statement(statement)
    , m_key(std::move(key))
    , m_failed(!statement)
    , m_error(std::move(failure))
{
}

Query::Query(Query &&other) noexcept
    : m_database(other.m_database)
    , m_statement(std::exchange(other.m_statement, nullptr))
    , m_key(std::move(other.m_key))
    , m_failed(other.m_failed)
    , m_error(std::move(other.m_error))
{
}

Query::~Query()
{
    if (m_statement)
        m_database->giveBack(m_key, m_statement);
}

void Query::check(int code)
{
    if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE || m_failed)
        return;
    m_failed = true;
    m_error = m_database->lastError(m_key.constData());
}

void Query::bindAt(int position, qint64 value)
{
    if (m_statement)
        check(sqlite3_bind_int64(m_statement, position, value));
}

void Query::bindAt(int position, double value)
{
    if (m_statement)
        check(sqlite3_bind_double(m_statement, position, value));
}

void Query::bindAt(int position, const QString &text)
{
    bindAt(position, Utf8{ text.toUtf8() });
}

void Query::bindAt(int position, const Utf8 &text)
{
    if (m_statement)
        check(sqlite3_bind_text64(m_statement, position, text.bytes.constData(),
            sqlite3_uint64(text.bytes.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::bindAt(int position, const QByteArray &blob)
{
    if (m_statement)
        check(sqlite3_bind_blob64(m_statement, position, blob.constData(),
            sqlite3_uint64(blob.size()), SQLITE_TRANSIENT));
}

void Query::bindAt(int position, std::nullptr_t)
{
    if (m_statement)
        check(sqlite3_bind_null(m_statement, position));
}

bool Query::next()
{
    if (m_failed)
        return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    check(code);
    if (code == SQLITE_DONE)
        sqlite3_reset(m_statement); // ends the read transaction of a single statement
    return false;
}

Status Query::run()
{
    while (next()) { }
    return status();
}

Status Query::status() const
{
    return m_failed ? Status(m_error) : success();
}

void Query::reset()
{
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
}

bool Query::isNull(int column) const
{
    return !m_statement || sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Query::integer(int column) const
{
    return m_statement ? sqlite3_column_int64(m_statement, column) : 0;
}

double Query::real(int column) const
{
    return m_statement ? sqlite3_column_double(m_statement, column) : 0;
}

QString Query::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Query::bytes(int column) const
{
    if (!m_statement)
        return {};
    const void *data = sqlite3_column_blob(m_statement, column);
    const int size = sqlite3_column_bytes(m_statement, column);
    return data ? QByteArray(static_cast<const char *>(data), size) : QByteArray();
}

Database::Database(sqlite3 *handle, QString path)
    : m_handle(handle)
    , m_path(std::move(path))
    , m_cache(std::make_unique<Cache>())
{
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, OpenMode mode, int cacheKb)
{
    int flags = SQLITE_OPEN_NOMUTEX;
    switch (mode) {
    case OpenMode::ReadOnly:
        flags |= SQLITE_OPEN_READONLY;
        break;
    case OpenMode::ReadWrite:
        flags |= SQLITE_OPEN_READWRITE;
        break;
    case OpenMode::Create:
        flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        break;
    }
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    if (code != SQLITE_OK) {
        const QString detail = QString::fromUtf8(handle ? sqlite3_errmsg(handle) : "no memory");
        sqlite3_close_v2(handle);
        if ((code & 0xff) == SQLITE_CANTOPEN)
            return error(ErrorCode::NotFound, "store.cannotOpen", {}, detail);
        return errorOf(code, detail);
    }
    std::unique_ptr<Database> database(new Database(handle, path));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    const Status set = database->execute("PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
                                         "PRAGMA cache_size=-"
        + QByteArray::number(cacheKb));
    if (!set)
        return set.error();
    return database;
}

Database::~Database()
{
    for (sqlite3_stmt *statement : std::as_const(m_cache->idle))
        sqlite3_finalize(statement);
    sqlite3_close_v2(m_handle);
}

Query Database::query(const char *sql)
{
    return query(QByteArray(sql));
}

Query Database::query(const QByteArray &sql)
{
    sqlite3_stmt *statement = m_cache->idle.take(sql);
    if (statement)
        return Query(this, statement, sql, {});
    const int code = sqlite3_prepare_v3(
        m_handle, sql.constData(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK || !statement)
        return Query(this, nullptr, sql, lastError(sql.constData()));
    return Query(this, statement, sql, {});
}

void Database::giveBack(const QByteArray &key, sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (m_cache->idle.contains(key) || m_cache->idle.size() >= keptStatements)
        sqlite3_finalize(statement);
    else
        m_cache->idle.insert(key, statement);
}

Status Database::execute(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError(sql.left(60).constData());
    return success();
}

Status Database::useWriteAheadLog(Synchronous synchronous)
{
    const Status mode = execute("PRAGMA journal_mode=WAL");
    if (!mode)
        return mode;
    return execute(
        synchronous == Synchronous::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
}

Status Database::checkpoint()
{
    const int code = sqlite3_wal_checkpoint_v2(
        m_handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    return code == SQLITE_OK ? success() : Status(lastError("checkpoint"));
}

qint64 Database::lastRowId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

int Database::changes() const
{
    return sqlite3_changes(m_handle);
}

bool Database::inTransaction() const
{
    return !sqlite3_get_autocommit(m_handle);
}

Status Database::quickCheck()
{
    Query check = query("PRAGMA quick_check(1)");
    const bool answered = check.next();
    if (!answered || check.text(0) != QLatin1String("ok")) {
        const QString detail = answered ? check.text(0) : QString();
        const Status read = check.status();
        return read ? Status(error(ErrorCode::Corrupt, "store.corrupt", {}, detail)) : read;
    }
    return success();
}

void Database::interrupt()
{
    sqlite3_interrupt(m_handle);
}

Status Database::copyTo(const QString &path)
{
    if (QFile::exists(path))
        return error(ErrorCode::Conflict, "store.copyExists");
    Result<std::unique_ptr<Database>> target = open(path, OpenMode::Create);
    if (!target)
        return target.error();
    sqlite3_backup *copy = sqlite3_backup_init((*target)->m_handle, "main", m_handle, "main");
    if (!copy)
        return (*target)->lastError("backup");
    // All pages in one step: the source is read in one transaction, so writers cannot restart it.
    sqlite3_backup_step(copy, -1);
    const int code = sqlite3_backup_finish(copy);
    if (code != SQLITE_OK)
        return errorOf(code, QStringLiteral("backup"));
    return success();
}

Error Database::lastError(const char *doing) const
{
    const QString detail = QString::fromUtf8(sqlite3_errmsg(m_handle)) + QStringLiteral(" (")
        + QString::fromUtf8(doing) + QLatin1Char(')');
    return errorOf(sqlite3_extended_errcode(m_handle), detail);
}

} // namespace sqlite
