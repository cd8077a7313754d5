#include "auditheads.h"

#include <QFile>

namespace portal::audit {

namespace {

struct DayHead {
    QByteArray day;
    Head head;
};

struct Heads {
    QList<DayHead> days;
    qint64 bytes = 0; // whole lines; what follows was torn by a full disk or the end of the process
};

Result<Heads> readHeads(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return error(ErrorCode::Corrupt, "audit.heads", {}, source.errorString());
    Heads heads;
    while (!source.atEnd()) {
        const QByteArray raw = source.readLine();
        if (!raw.endsWith('\n'))
            break;
        const QByteArray line = raw.trimmed();
        const qsizetype blank = line.indexOf(' ');
        const qsizetype colon = line.indexOf(':');
        if (blank != 10 || colon < blank)
            return error(ErrorCode::Corrupt, "audit.heads", {}, QString::fromUtf8(line));
        heads.days.append({ line.left(blank),
            { line.mid(blank + 1, colon - blank - 1).toLongLong(),
                QByteArray::fromHex(line.mid(colon + 1)) } });
        heads.bytes += raw.size();
    }
    return heads;
}

} // namespace

Status exportHead(Sql &sql, const QString &file, Timestamp now)
{
    const QByteArray day = localDate(now, "UTC").toString(Qt::ISODate).toLatin1();
    Heads known;
    if (QFile::exists(file)) {
        const Result<Heads> read = readHeads(file);
        if (!read)
            return read.error();
        known = *read;
    }
    if (!known.days.isEmpty() && known.days.last().day >= day)
        return success();
    const Result<Head> today = head(sql);
    if (!today)
        return today.error();
    QFile target(file);
    const QByteArray line
        = day + ' ' + QByteArray::number(today->number) + ':' + today->hash.toHex() + '\n';
    if (!target.open(QIODevice::ReadWrite) || !target.resize(known.bytes)
        || !target.seek(known.bytes) || target.write(line) != line.size() || !target.flush())
        return error(ErrorCode::NoSpace, "audit.heads", {}, target.errorString());
    target.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    return success();
}

Result<Head> verifyAgainst(Sql &sql, const QString &file)
{
    const Result<Heads> heads = readHeads(file);
    if (!heads)
        return heads.error();
    const QList<DayHead> &days = heads->days;
    const Result<Head> whole = verify(sql, days.isEmpty() ? Head() : days.last().head);
    if (!whole)
        return whole;
    for (const DayHead &entry : days) {
        auto row = sql.query("SELECT hash FROM audit WHERE number = ?1");
        row.bind(entry.head.number);
        const bool same = entry.head.number == 0 || (row.next() && row.bytes(0) == entry.head.hash);
        if (const Status read = row.status(); !read)
            return read.error();
        if (!same)
            return error(ErrorCode::Corrupt, "audit.changed",
                { { QStringLiteral("number"), entry.head.number } });
    }
    return whole;
}

} // namespace portal::audit
