#include "feed.h"

#include "models/faults/faults.h"

namespace portal {

namespace {

struct KindName {
    AggregateKind kind;
    const char *name;
};
const KindName kindNames[] = {
    { AggregateKind::Case, "case" },
    { AggregateKind::CaseType, "caseType" },
    { AggregateKind::TextModule, "textModule" },
    { AggregateKind::SavedView, "savedView" },
    { AggregateKind::Settings, "settings" },
    { AggregateKind::Absence, "absence" },
    { AggregateKind::NoticeTemplate, "noticeTemplate" },
};

QString listText(const QList<DepartmentId> &departments)
{
    QString text;
    for (const DepartmentId &department : departments)
        text += QLatin1Char(',') + department.text;
    return text.isEmpty() ? text : text + QLatin1Char(',');
}

QList<DepartmentId> listOf(const QString &text)
{
    QList<DepartmentId> departments;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        departments.append(DepartmentId{ part });
    return departments;
}

} // namespace

QString aggregateName(AggregateKind kind)
{
    for (const KindName &entry : kindNames) {
        if (entry.kind == kind)
            return QString::fromLatin1(entry.name);
    }
    return {};
}

AggregateKind aggregateKindOf(const QString &name)
{
    for (const KindName &entry : kindNames) {
        if (name == QLatin1String(entry.name))
            return entry.kind;
    }
    return AggregateKind::Unknown;
}

Result<QList<FeedEntry>> Feed::since(qint64 number, int limit) const
{
    auto rows = m_sql.query("SELECT f.number, f.kind, f.id, f.version, f.action, f.departments,"
                            " f.former, a.state, a.updated_at FROM feed f"
                            " LEFT JOIN aggregate a ON a.kind = f.kind AND a.id = f.id"
                            " WHERE f.number > ?1 ORDER BY f.number LIMIT ?2");
    rows.bind(number, limit);
    QList<FeedEntry> entries;
    while (rows.next()) {
        FeedEntry entry;
        entry.number = rows.integer(0);
        entry.kind = aggregateKindOf(rows.text(1));
        entry.id = rows.text(2);
        entry.version = rows.integer(3);
        entry.action = rows.text(4) == QLatin1String("tombstone") ? ChangeAction::Tombstone
                                                                  : ChangeAction::Upsert;
        entry.departments = listOf(rows.text(5));
        entry.former = listOf(rows.text(6));
        entry.state = rows.text(7);
        entry.updatedAt = Timestamp{ rows.integer(8) };
        entries.append(entry);
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return entries;
}

Result<qint64> Feed::last() const
{
    return m_sql.number("SELECT max(number) FROM feed");
}

Result<QByteArray> Feed::body(AggregateKind kind, const QString &id) const
{
    auto row = m_sql.query("SELECT body FROM aggregate WHERE kind = ?1 AND id = ?2");
    row.bind(aggregateName(kind), id);
    if (row.next())
        return row.bytes(0);
    if (const Status read = row.status(); !read)
        return read.error();
    return error(ErrorCode::NotFound, "aggregate.unknown");
}

Status Feed::put(Writing &writing, const FeedEntry &entry)
{
    Sql &sql = writing.sql;
    const QString kind = aggregateName(entry.kind);
    QList<DepartmentId> former = entry.former;
    {
        auto old = sql.query("SELECT departments, former FROM feed WHERE kind = ?1 AND id = ?2");
        old.bind(kind, entry.id);
        if (old.next()) {
            for (const DepartmentId &department : listOf(old.text(0)) + listOf(old.text(1))) {
                if (!former.contains(department))
                    former.append(department);
            }
        }
        if (const Status read = old.status(); !read)
            return read;
    }
    for (const DepartmentId &department : entry.departments)
        former.removeAll(department);
    const Result<qint64> last = Feed(sql).last();
    if (!last)
        return last.error();
    writing.feedNumber = *last + 1;
    faults::step("portal.feed.number");
    const QString action = entry.action == ChangeAction::Tombstone ? QStringLiteral("tombstone")
                                                                   : QStringLiteral("upsert");
    if (const Status removed
        = sql.run("DELETE FROM feed WHERE kind = ?1 AND id = ?2", kind, entry.id);
        !removed)
        return removed;
    return sql.run("INSERT INTO feed (number, kind, id, version, action, departments, former)"
                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        writing.feedNumber, kind, entry.id, entry.version, action, listText(entry.departments),
        listText(former));
}

} // namespace portal
