#include "bareportal.h"

#include "measure.h"

namespace bench {

namespace {

void execute(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        giveUp(sql, sqlite3_errmsg(database));
}

sqlite3_stmt *prepared(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr)
        != SQLITE_OK)
        giveUp(sql, sqlite3_errmsg(database));
    return statement;
}

void addText(std::string &out, sqlite3_stmt *row, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
    const int size = sqlite3_column_bytes(row, column);
    out += '"';
    for (int i = 0; i < size; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += text[i];
        } else if (byte < 0x20) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", byte);
            out += escaped;
        } else {
            out += text[i];
        }
    }
    out += '"';
}

} // namespace

BarePages::BarePages(const QString &database)
{
    if (sqlite3_open_v2(database.toUtf8().constData(), &m_database,
            SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr)
        != SQLITE_OK)
        giveUp("bare pages", sqlite3_errmsg(m_database));
    m_rows = prepared(m_database,
        "SELECT f.number, f.kind, f.id, f.version, f.action, a.body FROM feed f JOIN aggregate a"
        " ON a.kind = f.kind AND a.id = f.id WHERE f.number > ?1 ORDER BY f.number LIMIT ?2");
}

BarePages::~BarePages()
{
    sqlite3_finalize(m_rows);
    sqlite3_close(m_database);
}

std::string BarePages::page(qint64 since, int limit)
{
    std::string out;
    out.reserve(64 * 1024);
    out = "{\"changes\":[";
    qint64 last = since;
    sqlite3_bind_int64(m_rows, 1, since);
    sqlite3_bind_int(m_rows, 2, limit);
    while (sqlite3_step(m_rows) == SQLITE_ROW) {
        out += last == since ? "{\"number\":" : ",{\"number\":";
        last = sqlite3_column_int64(m_rows, 0);
        out += std::to_string(last);
        int column = 0;
        for (const char *name :
            { ",\"kind\":", ",\"id\":", ",\"version\":", ",\"action\":", ",\"body\":" }) {
            out += name;
            addText(out, m_rows, ++column);
        }
        out += '}';
    }
    sqlite3_reset(m_rows);
    return out + "],\"next\":" + std::to_string(last) + '}';
}

BareIntake::BareIntake(const QString &database)
{
    if (sqlite3_open(database.toUtf8().constData(), &m_database) != SQLITE_OK)
        giveUp("bare intake", sqlite3_errmsg(m_database));
    execute(m_database,
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        "CREATE TABLE IF NOT EXISTS application (id INTEGER PRIMARY KEY, applicant TEXT,"
        " subject TEXT, body TEXT);"
        "CREATE TABLE IF NOT EXISTS change (number INTEGER PRIMARY KEY, application INTEGER)");
    m_application = prepared(m_database, "INSERT INTO application VALUES (NULL, ?, ?, ?)");
    m_change = prepared(m_database, "INSERT INTO change VALUES (NULL, ?)");
}

BareIntake::~BareIntake()
{
    sqlite3_finalize(m_application);
    sqlite3_finalize(m_change);
    sqlite3_close(m_database);
}

void BareIntake::take(int number)
{
    static const std::string body(600, 'x');
    execute(m_database, "BEGIN IMMEDIATE");
    const std::string subject = "Sperrmüll " + std::to_string(number);
    sqlite3_bind_text(m_application, 1, "Änne Szczepańska", -1, SQLITE_STATIC);
    sqlite3_bind_text(m_application, 2, subject.data(), int(subject.size()), SQLITE_STATIC);
    sqlite3_bind_text(m_application, 3, body.data(), int(body.size()), SQLITE_STATIC);
    if (sqlite3_step(m_application) != SQLITE_DONE)
        giveUp("bare intake", sqlite3_errmsg(m_database));
    sqlite3_reset(m_application);
    sqlite3_bind_int64(m_change, 1, sqlite3_last_insert_rowid(m_database));
    if (sqlite3_step(m_change) != SQLITE_DONE)
        giveUp("bare intake", sqlite3_errmsg(m_database));
    sqlite3_reset(m_change);
    execute(m_database, "COMMIT");
}

} // namespace bench
