#include "sqlitesql.h"

namespace portal {

namespace {

class SqliteCursor : public Cursor {
public:
    explicit SqliteCursor(sqlite::Query query)
        : m_query(std::move(query))
    {
    }
    void bind(int position, const SqlValue &value) override
    {
        if (const auto *text = std::get_if<Utf8>(&value))
            m_query.bindAt(position, sqlite::Utf8{ text->bytes });
        else if (const auto *number = std::get_if<qint64>(&value))
            m_query.bindAt(position, *number);
        else if (const auto *blob = std::get_if<QByteArray>(&value))
            m_query.bindAt(position, *blob);
        else if (const auto *real = std::get_if<double>(&value))
            m_query.bindAt(position, *real);
        else
            m_query.bindAt(position, nullptr);
    }
    bool next() override { return m_query.next(); }
    Status status() const override { return m_query.status(); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    qint64 integer(int column) const override { return m_query.integer(column); }
    double real(int column) const override { return m_query.real(column); }
    QByteArray bytes(int column) const override { return m_query.bytes(column); }

private:
    sqlite::Query m_query;
};

} // namespace

Result<std::unique_ptr<SqliteSql>> SqliteSql::open(
    const QString &path, sqlite::OpenMode mode, int cacheKb)
{
    auto file = sqlite::Database::open(path, mode, cacheKb);
    if (!file)
        return file.error();
    return std::unique_ptr<SqliteSql>(new SqliteSql(*std::move(file)));
}

Status SqliteSql::begin(Access access)
{
    return execute(access == Access::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

std::unique_ptr<Cursor> SqliteSql::cursor(const QByteArray &sql)
{
    return std::make_unique<SqliteCursor>(m_file->query(sql));
}

} // namespace portal
