#pragma once

#include "sql.h"

#include <QHash>

struct pg_conn;

namespace portal {

// A connection to PostgreSQL. Statements are prepared once per connection and answered whole, so
// that another one may run while rows are still being read.
class PostgresSql : public Sql {
public:
    // Waits at most a few seconds. Errors: Unavailable "store.away".
    static Result<std::unique_ptr<PostgresSql>> open(const QString &address);
    ~PostgresSql() override;

    Status execute(const QByteArray &sql) override;
    Status begin(Access access) override;
    bool inTransaction() const override;
    bool isUsable() const override;
    Status announce(qint64 feedNumber) override;

    // Statements of this connection may take as long as they need: for changes of the schema and
    // for copies.
    Status takeTime();
    pg_conn *handle() const { return m_connection; }
    Result<QByteArray> prepared(const QByteArray &sql); // name of the statement
    Error failure(const void *result, const QByteArray &doing); // of a call on the handle
    static const char *channel() { return "kontor_feed"; } // of announce()

protected:
    std::unique_ptr<Cursor> cursor(const QByteArray &sql) override;

private:
    explicit PostgresSql(pg_conn *connection);

    pg_conn *m_connection;
    bool m_lost = false;
    QHash<QByteArray, QByteArray> m_prepared; // name by text
};

} // namespace portal
