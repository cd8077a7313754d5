#include "barecache.h"

#include "measure.h"

#include "models/domain/wire.h"
#include "models/store/germantext.h"

namespace bench {

namespace {

qint64 dayOf(QDate date)
{
    return date.isNull() ? 0 : date.toJulianDay();
}

void bindText(sqlite3_stmt *statement, int at, const std::string &text)
{
    sqlite3_bind_text(statement, at, text.data(), int(text.size()), SQLITE_STATIC);
}

} // namespace

BareCache::BareCache(const std::string &path)
{
    if (sqlite3_open(path.c_str(), &m_database) != SQLITE_OK)
        giveUp("bare cache", path.c_str());
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA temp_store=MEMORY;"
        "PRAGMA cache_size=-16384; PRAGMA wal_autocheckpoint=16000;"
        "CREATE TABLE cases (id INTEGER PRIMARY KEY, uuid TEXT, reference TEXT, ref_norm TEXT,"
        " type TEXT, title TEXT, applicant TEXT, sort_key TEXT, snippet TEXT, state TEXT,"
        " assignee TEXT, department TEXT, version INTEGER, due INTEGER, paused INTEGER,"
        " period_ends INTEGER, unread INTEGER, follow_up INTEGER, fee_open INTEGER,"
        " internal INTEGER, attachments INTEGER, filed INTEGER, updated INTEGER,"
        " ended INTEGER, asked INTEGER);"
        "CREATE TABLE body (id INTEGER PRIMARY KEY, json BLOB);"
        "CREATE TABLE file (sha256 TEXT, case_id INTEGER);");
    m_case = prepared("INSERT INTO cases VALUES"
                      " (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    m_body = prepared("INSERT INTO body VALUES (?, ?)");
    m_file = prepared("INSERT INTO file VALUES (?, ?)");
}

BareCache::~BareCache()
{
    for (sqlite3_stmt *statement : { m_case, m_body, m_file })
        sqlite3_finalize(statement);
    sqlite3_close(m_database);
}

BareCache::Row BareCache::rowOf(const CaseFile &caseFile, const QByteArray &json, QDate today)
{
    const InboxRow row = inboxRow(caseFile, today);
    Row bare;
    for (const QString &text : { row.id.text, row.reference, foldedReference(row.reference),
             row.type.text, row.title, row.applicant, row.sortKey, row.snippet, wireName(row.state),
             row.assignee.text, row.department.text })
        bare.texts.push_back(text.toStdString());
    bare.numbers = { row.version, dayOf(row.due), row.paused, dayOf(row.periodEnds), row.unread,
        dayOf(row.followUp), row.feeOpen, row.internal, row.attachments, row.filed.ms,
        row.updated.ms, row.ended.ms, row.consulted };
    bare.json = json.toStdString();
    for (const Attachment &attachment : caseFile.attachments)
        bare.hashes.push_back(attachment.sha256.toStdString());
    return bare;
}

void BareCache::insert(const Row &row)
{
    int at = 0;
    for (const std::string &text : row.texts)
        bindText(m_case, ++at, text);
    for (const qint64 number : row.numbers)
        sqlite3_bind_int64(m_case, ++at, number);
    step(m_case);
    const qint64 key = sqlite3_last_insert_rowid(m_database);
    sqlite3_bind_int64(m_body, 1, key);
    bindText(m_body, 2, row.json);
    step(m_body);
    for (const std::string &hash : row.hashes) {
        bindText(m_file, 1, hash);
        sqlite3_bind_int64(m_file, 2, key);
        step(m_file);
    }
}

void BareCache::run(const char *sql)
{
    if (sqlite3_exec(m_database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        giveUp(sql, sqlite3_errmsg(m_database));
}

sqlite3_stmt *BareCache::prepared(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(m_database, sql, -1, &statement, nullptr) != SQLITE_OK)
        giveUp(sql, sqlite3_errmsg(m_database));
    return statement;
}

void BareCache::step(sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        giveUp("bare cache", sqlite3_errmsg(m_database));
    sqlite3_reset(statement);
}

} // namespace bench
