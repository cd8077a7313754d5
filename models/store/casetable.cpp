#include "casetable.h"

#include "casetext.h"
#include "germantext.h"

#include "models/domain/wire.h"
#include "models/sqlite/database.h"

#include <QJsonDocument>

namespace casetable {

namespace {

qint64 dayOf(QDate date)
{
    return date.isNull() ? 0 : date.toJulianDay();
}

QDate dateOf(qint64 day)
{
    return day == 0 ? QDate() : QDate::fromJulianDay(day);
}

// The text under which the case stands in the index now.
Result<QString> indexedText(sqlite::Database &database, qint64 key)
{
    sqlite::Query body = database.query("SELECT json FROM body WHERE id = ?1");
    body.bind(key);
    if (!body.next())
        return body.status() ? Result<QString>(QString()) : Result<QString>(body.status().error());
    const Result<CaseFile> caseFile = caseFromJson(QJsonDocument::fromJson(body.bytes(0)).object());
    if (!caseFile)
        return caseFile.error();
    return searchText(*caseFile);
}

Status takeOutOfIndex(sqlite::Database &database, qint64 key)
{
    const Result<QString> text = indexedText(database, key);
    if (!text)
        return text.error();
    return database.run(
        "INSERT INTO search (search, rowid, text) VALUES ('delete', ?1, ?2)", key, *text);
}

Status writeFiles(sqlite::Database &database, qint64 key, const CaseFile &caseFile)
{
    if (const Status cleared = database.run("DELETE FROM file WHERE case_id = ?1", key); !cleared)
        return cleared;
    sqlite::Query insert
        = database.query("INSERT OR IGNORE INTO file (sha256, case_id) VALUES (?1, ?2)");
    for (const Attachment &attachment : caseFile.attachments) {
        insert.bind(attachment.sha256, key);
        if (const Status done = insert.run(); !done)
            return done;
        insert.reset();
    }
    return success();
}

Status writeRow(sqlite::Database &database, qint64 key, const InboxRow &row, qint64 generation)
{
    sqlite::Query upsert = database.query(
        "INSERT OR REPLACE INTO cases (id, uuid, version, generation, reference, ref_norm, type,"
        " title, applicant, sort_key, snippet, state, due, paused, period_ends, assignee,"
        " department, unread, follow_up, fee_open, internal, attachments, filed, updated, fee,"
        " level, delivery_failed, consulted, ended) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,"
        "nullif(?13,0),?14,nullif(?15,0),?16,?17,?18,nullif(?19,0),?20,?21,?22,?23,?24,?25,?26,"
        "?27,?28,nullif(?29,0))");
    upsert.bind(key, row.id.text, row.version, generation, row.reference,
        foldedReference(row.reference), row.type.text, row.title, row.applicant, row.sortKey,
        row.snippet, wireName(row.state), dayOf(row.due), row.paused, dayOf(row.periodEnds),
        row.assignee.text, row.department.text, row.unread, dayOf(row.followUp), row.feeOpen,
        row.internal, row.attachments, row.filed.ms, row.updated.ms, int(row.fee), int(row.level),
        row.deliveryFailed, row.consulted, row.ended.ms);
    return upsert.run();
}

} // namespace

const char rowColumns[]
    = " id, uuid, version, reference, type, title, applicant, sort_key, snippet, state, due,"
      " paused, period_ends, assignee, department, unread, follow_up, fee_open, internal,"
      " attachments, filed, updated, fee, level, delivery_failed, consulted, ended ";

InboxRow rowFrom(const sqlite::Query &query, int first)
{
    InboxRow row;
    int at = first;
    row.key = query.integer(at++);
    row.id = CaseId{ query.text(at++) };
    row.version = query.integer(at++);
    row.reference = query.text(at++);
    row.type = CaseTypeId{ query.text(at++) };
    row.title = query.text(at++);
    row.applicant = query.text(at++);
    row.sortKey = query.text(at++);
    row.snippet = query.text(at++);
    row.state = caseStateOf(query.text(at++));
    row.due = dateOf(query.integer(at++));
    row.paused = query.integer(at++) != 0;
    row.periodEnds = dateOf(query.integer(at++));
    row.assignee = ClerkId{ query.text(at++) };
    row.department = DepartmentId{ query.text(at++) };
    row.unread = query.integer(at++) != 0;
    row.followUp = dateOf(query.integer(at++));
    row.feeOpen = query.integer(at++) != 0;
    row.internal = query.integer(at++) != 0;
    row.attachments = int(query.integer(at++));
    row.filed = { query.integer(at++) };
    row.updated = { query.integer(at++) };
    row.fee = FeeState(query.integer(at++));
    row.level = AssuranceLevel(query.integer(at++));
    row.deliveryFailed = query.integer(at++) != 0;
    row.consulted = query.integer(at++) != 0;
    row.ended = { query.integer(at++) };
    return row;
}

const char listColumns[]
    = " id, reference, type, sort_key, state, due, paused, period_ends, assignee, department,"
      " unread, follow_up, fee_open, internal, filed, updated, fee, level, delivery_failed,"
      " consulted ";

InboxRow listedFrom(const sqlite::Query &query)
{
    InboxRow row;
    int at = 0;
    row.key = query.integer(at++);
    row.reference = query.text(at++);
    row.type = CaseTypeId{ query.text(at++) };
    row.sortKey = query.text(at++);
    row.state = caseStateOf(query.text(at++));
    row.due = dateOf(query.integer(at++));
    row.paused = query.integer(at++) != 0;
    row.periodEnds = dateOf(query.integer(at++));
    row.assignee = ClerkId{ query.text(at++) };
    row.department = DepartmentId{ query.text(at++) };
    row.unread = query.integer(at++) != 0;
    row.followUp = dateOf(query.integer(at++));
    row.feeOpen = query.integer(at++) != 0;
    row.internal = query.integer(at++) != 0;
    row.filed = { query.integer(at++) };
    row.updated = { query.integer(at++) };
    row.fee = FeeState(query.integer(at++));
    row.level = AssuranceLevel(query.integer(at++));
    row.deliveryFailed = query.integer(at++) != 0;
    row.consulted = query.integer(at++) != 0;
    return row;
}

std::optional<qint64> keyOf(sqlite::Database &database, const CaseId &id)
{
    sqlite::Query query = database.query("SELECT id FROM cases WHERE uuid = ?1");
    query.bind(id.text);
    if (!query.next())
        return std::nullopt;
    return query.integer(0);
}

Status write(sqlite::Database &database, const CaseFile &caseFile, const QByteArray &json,
    qint64 generation, QDate today)
{
    const std::optional<qint64> known = keyOf(database, caseFile.id);
    qint64 key = known.value_or(0);
    if (known) {
        if (const Status out = takeOutOfIndex(database, key); !out)
            return out;
    } else {
        const Result<qint64> next = database.number(
            "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'cases'), 0) + 1");
        if (!next)
            return next.error();
        key = *next;
    }
    if (const Status row = writeRow(database, key, inboxRow(caseFile, today), generation); !row)
        return row;
    const Status body = database.run(
        "INSERT OR REPLACE INTO body (id, json) VALUES (?1, ?2)", key, sqlite::Utf8{ json });
    if (!body)
        return body;
    const Status indexed = database.run(
        "INSERT INTO search (rowid, text) VALUES (?1, ?2)", key, searchText(caseFile));
    return indexed ? writeFiles(database, key, caseFile) : indexed;
}

Status refill(sqlite::Database &database)
{
    sqlite::Query bodies = database.query("SELECT id, json FROM body");
    sqlite::Query update
        = database.query("UPDATE cases SET fee = ?2, level = ?3,"
                         " delivery_failed = ?4, consulted = ?5, ended = nullif(?6, 0)"
                         " WHERE id = ?1");
    while (bodies.next()) {
        const Result<CaseFile> caseFile
            = caseFromJson(QJsonDocument::fromJson(bodies.bytes(1)).object());
        if (!caseFile)
            return caseFile.error();
        const InboxRow row = inboxRow(*caseFile, {});
        update.bind(bodies.integer(0), int(row.fee), int(row.level), row.deliveryFailed,
            row.consulted, row.ended.ms);
        if (const Status done = update.run(); !done)
            return done;
        update.reset();
    }
    return bodies.status();
}

Status remove(sqlite::Database &database, qint64 key)
{
    if (const Status out = takeOutOfIndex(database, key); !out)
        return out;
    const Status doomed
        = database.run("INSERT OR IGNORE INTO doomed (sha256) SELECT sha256 FROM file AS mine WHERE"
                       " case_id = ?1 AND NOT EXISTS (SELECT 1 FROM file AS other WHERE"
                       " other.sha256 = mine.sha256 AND other.case_id <> ?1)",
            key);
    if (!doomed)
        return doomed;
    for (const char *sql : { "DELETE FROM file WHERE case_id = ?1",
             "DELETE FROM body WHERE id = ?1", "DELETE FROM cases WHERE id = ?1" }) {
        if (const Status gone = database.run(sql, key); !gone)
            return gone;
    }
    return success();
}

Status reindex(sqlite::Database &database)
{
    if (const Status emptied
        = database.execute("INSERT INTO search (search) VALUES ('delete-all')");
        !emptied)
        return emptied;
    sqlite::Query bodies = database.query("SELECT id, json FROM body");
    sqlite::Query insert = database.query("INSERT INTO search (rowid, text) VALUES (?1, ?2)");
    while (bodies.next()) {
        const Result<CaseFile> caseFile
            = caseFromJson(QJsonDocument::fromJson(bodies.bytes(1)).object());
        if (!caseFile)
            return caseFile.error();
        insert.bind(bodies.integer(0), searchText(*caseFile));
        if (const Status done = insert.run(); !done)
            return done;
        insert.reset();
    }
    return bodies.status();
}

} // namespace casetable
