#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

// The C interface of SQLite in three small classes, without exceptions and without QVariant: QtSql
// costs two to three times as much per row. One Database is used by one thread at a time.
namespace sqlite {

class Database;

// Bytes that are stored as TEXT, so that JSON in UTF-8 needs no way over UTF-16.
struct Utf8 {
    QByteArray bytes;
};

// One statement while it runs. It is borrowed from the database's cache and must end before it. The
// first error sticks: next() is false from then on, and status() tells why. Reading loop:
//
//     Query rows = database.query("SELECT … WHERE id = ?1");
//     rows.bind(id);
//     while (rows.next())
//         …
//     if (const Status read = rows.status(); !read)
//         return read.error();
class Query {
public:
    Query(Query &&other) noexcept;
    Query &operator=(Query &&) = delete;
    ~Query();

    // All parameters from ?1 on, in order.
    template <class... Values> Query &bind(const Values &...values)
    {
        int position = 0;
        (bindAt(++position, values), ...);
        return *this;
    }
    void bindAt(int position, qint64 value);
    void bindAt(int position, int value) { bindAt(position, qint64(value)); }
    void bindAt(int position, bool value) { bindAt(position, qint64(value)); }
    void bindAt(int position, double value);
    void bindAt(int position, const QString &text);
    void bindAt(int position, const Utf8 &text);
    void bindAt(int position, const QByteArray &blob);
    void bindAt(int position, std::nullptr_t); // NULL

    bool next(); // the next row; false at the end or on an error
    Status run(); // to the end, rows are dropped
    Status status() const;
    void reset(); // for the next bind(); keeps the error

    // Columns from 0; NULL reads as zero or empty.
    bool isNull(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const; // of TEXT or BLOB

private:
    friend class Database;
    Query(Database *database, sqlite3_stmt *statement, QByteArray key, Error failure);
    void check(int code);

    Database *m_database;
    sqlite3_stmt *m_statement;
    QByteArray m_key;
    bool m_failed = false;
    Error m_error;
};

enum class OpenMode { ReadOnly, ReadWrite, Create };
// NORMAL may lose the last commits at a power loss (never the file); FULL may not.
enum class Synchronous { Normal, Full };

class Database {
public:
    // cacheKb: page cache of this connection. Waits up to 5 s for the lock of another process.
    // ReadOnly and ReadWrite: the file must be there.
    static Result<std::unique_ptr<Database>> open(
        const QString &path, OpenMode mode, int cacheKb = 2000);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // The statement is compiled once and kept; sql must therefore be one of few texts, with values
    // only as parameters.
    Query query(const char *sql);
    Query query(const QByteArray &sql);
    // One or more statements without parameters.
    Status execute(const QByteArray &sql);
    template <class... Values> Status run(const char *sql, const Values &...values)
    {
        Query statement = query(sql);
        statement.bind(values...);
        return statement.run();
    }
    // First column of the first row; 0 if there is none.
    template <class... Values> Result<qint64> number(const char *sql, const Values &...values)
    {
        Query statement = query(sql);
        statement.bind(values...);
        const qint64 found = statement.next() ? statement.integer(0) : 0;
        if (const Status read = statement.status(); !read)
            return read.error();
        return found;
    }

    Status useWriteAheadLog(Synchronous synchronous);
    Status checkpoint(); // truncates the log, so that deleted content is nowhere left
    qint64 lastRowId() const;
    int changes() const; // rows of the last statement
    bool inTransaction() const;
    Status quickCheck(); // reads all of it; Corrupt if the file is damaged
    void interrupt(); // from any thread: ends the statements that are running
    // A consistent copy while others write; path must not exist.
    Status copyTo(const QString &path);
    Error lastError(const char *doing) const; // of the last call, with the right code
    sqlite3 *handle() const { return m_handle; }
    const QString &path() const { return m_path; }

private:
    friend class Query;
    Database(sqlite3 *handle, QString path);
    void giveBack(const QByteArray &key, sqlite3_stmt *statement);

    struct Cache;
    sqlite3 *m_handle;
    QString m_path;
    std::unique_ptr<Cache> m_cache;
};

// The error of an SQLite result code: full disk → NoSpace "store.full", damaged → Corrupt
// "store.corrupt", lock → Busy "store.busy", violated constraint → Conflict "store.constraint",
// else Internal "store.failed".
Error errorOf(int code, const QString &detail);

} // namespace sqlite
