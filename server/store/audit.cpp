#include "audit.h"

#include "json.h"

#include "models/faults/faults.h"

#include <QCryptographicHash>
#include <QJsonArray>

namespace portal {

namespace {

const char *const headName = "auditHead";
const int rowsAtOnce = 10'000; // an answer of PostgreSQL is whole in memory

// The row as one text in which no two different rows look the same.
QByteArray hashOf(const QByteArray &previous, const AuditEntry &entry, const QByteArray &details)
{
    const QJsonArray row{ entry.number, entry.at.ms, entry.actor, entry.action, entry.subject,
        QString::fromUtf8(details) };
    return QCryptographicHash::hash(
        previous + QJsonDocument(row).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
}

Error defect(const char *key, qint64 number)
{
    return error(ErrorCode::Corrupt, key, { { QStringLiteral("number"), number } });
}

QByteArray headText(const audit::Head &head)
{
    return QByteArray::number(head.number) + ':' + head.hash.toHex();
}

Result<QByteArray> keptHead(Sql &sql)
{
    auto row = sql.query("SELECT value FROM meta WHERE name = ?1");
    row.bind(QString::fromLatin1(headName));
    if (row.next())
        return row.bytes(0);
    if (const Status read = row.status(); !read)
        return read.error();
    return QByteArray();
}

// Follows the chain from `head` on through the next rows; their number.
Result<int> walk(Sql &sql, const audit::Head &expected, audit::Head &head)
{
    auto rows = sql.query("SELECT number, at, actor, action, subject, details, hash FROM audit"
                          " WHERE number > ?1 ORDER BY number LIMIT ?2");
    rows.bind(head.number, rowsAtOnce);
    int walked = 0;
    for (; rows.next(); ++walked) {
        AuditEntry entry;
        entry.number = rows.integer(0);
        entry.at = Timestamp{ rows.integer(1) };
        entry.actor = rows.text(2);
        entry.action = rows.text(3);
        entry.subject = rows.text(4);
        if (entry.number != head.number + 1)
            return defect("audit.gap", head.number + 1);
        const QByteArray hash = hashOf(head.hash, entry, rows.bytes(5));
        if (hash != rows.bytes(6))
            return defect("audit.changed", entry.number);
        head = { entry.number, hash };
        if (entry.number == expected.number && hash != expected.hash)
            return defect("audit.changed", entry.number);
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return walked;
}

} // namespace

Status audit::append(Writing &writing, const AuditEntry &entry)
{
    const Result<Head> before = head(writing.sql);
    if (!before)
        return before.error();
    AuditEntry row = entry;
    row.number = before->number + 1;
    const QByteArray details = compact(row.details);
    const Head after{ row.number, hashOf(before->hash, row, details) };
    const Status added
        = writing.sql.run("INSERT INTO audit (number, at, actor, action, subject, details, hash)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            row.number, row.at.ms, row.actor, row.action, row.subject, Utf8{ details }, after.hash);
    if (!added)
        return added;
    faults::step("portal.audit.row");
    return writing.sql.run("INSERT INTO meta (name, value) VALUES (?1, ?2)"
                           " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        QString::fromLatin1(headName), headText(after));
}

Result<audit::Head> audit::head(Sql &sql)
{
    auto row = sql.query("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1");
    Head head;
    if (row.next())
        head = { row.integer(0), row.bytes(1) };
    if (const Status read = row.status(); !read)
        return read.error();
    return head;
}

Result<audit::Head> audit::verify(Sql &sql, const Head &expected)
{
    Head head;
    for (int rows = rowsAtOnce; rows == rowsAtOnce;) {
        const Result<int> walked = walk(sql, expected, head);
        if (!walked)
            return walked.error();
        rows = *walked;
    }
    const Result<QByteArray> kept = keptHead(sql);
    if (!kept)
        return kept.error();
    if (head.number < expected.number || (!kept->isEmpty() && *kept != headText(head))
        || (kept->isEmpty() && head.number > 0))
        return defect("audit.cut", head.number + 1);
    return head;
}

} // namespace portal
