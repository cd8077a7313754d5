#include "tablecopy.h"

#include <functional>

namespace portal {

namespace {

const int rowsAtOnce = 200; // a case's document may be some hundred KB

enum class Kind { Number, Text, Blob };
struct Table {
    QByteArray name;
    QList<QByteArray> columns;
    QList<Kind> kinds;
};

Result<QList<Table>> tablesOf(SqliteSql &sql)
{
    QList<Table> tables;
    // In the order in which they were made, so that a row never comes before one that it refers to.
    Query names = sql.query("SELECT name FROM sqlite_master WHERE type = 'table'"
                            " AND name NOT LIKE 'sqlite_%' ORDER BY rowid");
    while (names.next()) {
        Table table{ names.bytes(0), {}, {} };
        Query columns = sql.query("SELECT name, type FROM pragma_table_info(?1) ORDER BY cid");
        columns.bind(Utf8{ table.name });
        while (columns.next()) {
            const QByteArray type = columns.bytes(1);
            table.columns.append(columns.bytes(0));
            table.kinds.append(type == "INTEGER" ? Kind::Number
                    : type == "BLOB"             ? Kind::Blob
                                                 : Kind::Text);
        }
        if (const Status read = columns.status(); !read)
            return read.error();
        tables.append(table);
    }
    if (const Status read = names.status(); !read)
        return read.error();
    return tables;
}

SqlValue valueAt(const Query &row, int column, Kind kind)
{
    if (row.isNull(column))
        return nullptr;
    if (kind == Kind::Number)
        return row.integer(column);
    const QByteArray bytes = row.bytes(column);
    return kind == Kind::Blob ? SqlValue(bytes) : SqlValue(Utf8{ bytes });
}

QByteArray selectOf(const Table &table)
{
    return "SELECT " + table.columns.join(", ") + " FROM " + table.name;
}

QByteArray insertOf(const Table &table)
{
    QList<QByteArray> places;
    for (qsizetype i = 1; i <= table.columns.size(); ++i)
        places.append('?' + QByteArray::number(i));
    return "INSERT INTO " + table.name + " (" + table.columns.join(", ") + ") VALUES ("
        + places.join(", ") + ')';
}

// Number of rows copied.
Result<int> copyRows(Query rows, const Table &table, const QByteArray &insert, Sql &to)
{
    int copied = 0;
    for (; rows.next(); ++copied) {
        Query row = to.query(insert);
        for (int column = 0; column < int(table.kinds.size()); ++column)
            row.bindAt(column + 1, valueAt(rows, column, table.kinds[column]));
        if (const Status kept = row.run(); !kept)
            return kept.error();
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return copied;
}

// The numbers that a table gives itself go on behind those that were copied.
Status continueNumbers(PostgresSql &sql)
{
    QList<QByteArray> statements;
    Query columns = sql.query("SELECT table_name, column_name FROM information_schema.columns"
                              " WHERE table_schema = current_schema() AND is_identity = 'YES'");
    while (columns.next()) {
        const QByteArray table = columns.bytes(0);
        const QByteArray column = columns.bytes(1);
        statements.append("SELECT setval(pg_get_serial_sequence('" + table + "', '" + column
            + "'), (SELECT coalesce(max(" + column + "), 0) + 1 FROM " + table + "), false)");
    }
    if (const Status read = columns.status(); !read)
        return read;
    for (const QByteArray &statement : statements) {
        if (const Status done = sql.execute(statement); !done)
            return done;
    }
    return success();
}

} // namespace

Status copyOut(PostgresSql &from, SqliteSql &to)
{
    const Result<QList<Table>> tables = tablesOf(to);
    if (!tables)
        return tables.error();
    if (const Status begun = to.begin(Access::Write); !begun)
        return begun;
    Transaction transaction(to);
    for (const Table &table : *tables) {
        // An answer of PostgreSQL is whole in memory, so a table is read in parts.
        const QByteArray cursor = "copy_" + table.name;
        const Status declared
            = from.execute("DECLARE " + cursor + " NO SCROLL CURSOR FOR " + selectOf(table));
        if (!declared)
            return declared;
        const QByteArray part = "FETCH " + QByteArray::number(rowsAtOnce) + " FROM " + cursor;
        for (int copied = rowsAtOnce; copied == rowsAtOnce;) {
            const Result<int> rows = copyRows(from.query(part), table, insertOf(table), to);
            if (!rows)
                return rows.error();
            copied = *rows;
        }
        if (const Status closed = from.execute("CLOSE " + cursor); !closed)
            return closed;
    }
    return transaction.commit();
}

Status copyIn(SqliteSql &from, PostgresSql &to)
{
    const Result<QList<Table>> tables = tablesOf(from);
    if (!tables)
        return tables.error();
    for (const Table &table : *tables) {
        const Result<int> rows = copyRows(from.query(selectOf(table)), table, insertOf(table), to);
        if (!rows)
            return rows.error();
    }
    return continueNumbers(to);
}

} // namespace portal
