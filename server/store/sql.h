#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <memory>
#include <variant>

// The one door to the database. Repositories are written once, in the SQL that SQLite and
// PostgreSQL share, with parameters ?1, ?2, …; SqliteSql and PostgresSql stand behind it.
namespace portal {

// Bytes that are stored as TEXT, so that JSON in UTF-8 needs no way over UTF-16.
struct Utf8 {
    QByteArray bytes;
};

// A parameter. A QByteArray is a BLOB.
using SqlValue = std::variant<std::nullptr_t, qint64, double, Utf8, QByteArray>;

// One statement while it runs, as a kind of database carries it out. The first error sticks.
class Cursor {
public:
    virtual ~Cursor() = default;
    virtual void bind(int position, const SqlValue &value) = 0; // positions from 1
    virtual bool next() = 0;
    virtual Status status() const = 0;
    virtual bool isNull(int column) const = 0; // columns from 0
    virtual qint64 integer(int column) const = 0;
    virtual double real(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0; // of TEXT or BLOB
};

// One statement while it runs; it must end before its connection. The first error sticks: next() is
// false from then on, and status() tells why. Reading loop:
//
//     Query rows = sql.query("SELECT … WHERE id = ?1");
//     rows.bind(id);
//     while (rows.next())
//         …
//     if (const Status read = rows.status(); !read)
//         return read.error();
class Query {
public:
    explicit Query(std::unique_ptr<Cursor> cursor)
        : m_cursor(std::move(cursor))
    {
    }
    // All parameters from ?1 on, in order.
    template <class... Values> Query &bind(const Values &...values)
    {
        int position = 0;
        (m_cursor->bind(++position, valueOf(values)), ...);
        return *this;
    }
    void bindAt(int position, const SqlValue &value) { m_cursor->bind(position, value); }

    bool next() { return m_cursor->next(); } // the next row; false at the end or on an error
    Status run() // to the end, rows are dropped
    {
        while (next()) { }
        return status();
    }
    Status status() const { return m_cursor->status(); }

    // Columns from 0; NULL reads as zero or empty.
    bool isNull(int column) const { return m_cursor->isNull(column); }
    qint64 integer(int column) const { return m_cursor->integer(column); }
    double real(int column) const { return m_cursor->real(column); }
    QString text(int column) const { return QString::fromUtf8(bytes(column)); }
    QByteArray bytes(int column) const { return m_cursor->bytes(column); }

private:
    static SqlValue valueOf(qint64 value) { return value; }
    static SqlValue valueOf(int value) { return qint64(value); }
    static SqlValue valueOf(bool value) { return qint64(value); }
    static SqlValue valueOf(double value) { return value; }
    static SqlValue valueOf(const QString &text) { return Utf8{ text.toUtf8() }; }
    static SqlValue valueOf(const Utf8 &text) { return text; }
    static SqlValue valueOf(const QByteArray &blob) { return blob; }
    static SqlValue valueOf(std::nullptr_t) { return nullptr; }

    std::unique_ptr<Cursor> m_cursor;
};

enum class Access { Read, Write };

// A connection; used by one thread at a time. Errors of all calls: NoSpace "store.full", Corrupt
// "store.corrupt", Busy "store.busy", Conflict "store.constraint", Unavailable "store.away" (the
// database does not answer; nothing of the running transaction is kept), Internal "store.failed".
class Sql {
public:
    virtual ~Sql() = default;

    // The statement is compiled once and kept; sql must therefore be one of few texts, with values
    // only as parameters.
    Query query(const char *sql) { return query(QByteArray(sql)); }
    Query query(const QByteArray &sql) { return Query(cursor(sql)); }
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
    // One or more statements without parameters.
    virtual Status execute(const QByteArray &sql) = 0;

    // A transaction that writes has the database to itself from here to its end: what it has read
    // stays true until it is committed. One that reads sees the moment of its first statement.
    virtual Status begin(Access access) = 0;
    virtual bool inTransaction() const = 0;
    // Tells the other processes of this database that the feed moved, when the running transaction
    // is committed.
    virtual Status announce(qint64 /*feedNumber*/) { return success(); }
    virtual bool isUsable() const { return true; } // false: the connection is gone for good

protected:
    virtual std::unique_ptr<Cursor> cursor(const QByteArray &sql) = 0;
};

// The transaction that was begun on a connection; rolled back at the end of its life unless
// committed.
class Transaction {
public:
    explicit Transaction(Sql &sql)
        : m_sql(sql)
    {
    }
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    Status commit();

private:
    Sql &m_sql;
    bool m_open = true;
};

// A part of a transaction that can fail alone; undone at the end of its life unless kept.
class Savepoint {
public:
    explicit Savepoint(Sql &sql);
    ~Savepoint();
    Savepoint(const Savepoint &) = delete;
    Savepoint &operator=(const Savepoint &) = delete;

    Status status() const { return m_status; }
    Status keep();

private:
    Sql &m_sql;
    Status m_status;
    bool m_open;
};

} // namespace portal
