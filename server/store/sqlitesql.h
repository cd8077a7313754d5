#pragma once

#include "sql.h"

#include "models/sqlite/database.h"

namespace portal {

// A connection to an SQLite file.
class SqliteSql : public Sql {
public:
    // As sqlite::Database::open().
    static Result<std::unique_ptr<SqliteSql>> open(
        const QString &path, sqlite::OpenMode mode, int cacheKb = 2000);
    sqlite::Database &file() { return *m_file; } // what only SQLite has: log, copy, check

    Status execute(const QByteArray &sql) override { return m_file->execute(sql); }
    Status begin(Access access) override;
    bool inTransaction() const override { return m_file->inTransaction(); }

protected:
    std::unique_ptr<Cursor> cursor(const QByteArray &sql) override;

private:
    explicit SqliteSql(std::unique_ptr<sqlite::Database> file)
        : m_file(std::move(file))
    {
    }
    std::unique_ptr<sqlite::Database> m_file;
};

} // namespace portal
