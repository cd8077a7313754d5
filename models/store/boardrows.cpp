#include "boardrows.h"

#include <algorithm>

namespace {

WaitsFor waitsFor(const InboxRow &row)
{
    if (row.state == CaseState::WaitingForApplicant)
        return WaitsFor::Citizen;
    if (row.asked)
        return WaitsFor::Colleague;
    return row.feeOpen ? WaitsFor::Fee : WaitsFor::Nobody;
}

qint32 julian(QDate day)
{
    return day.isNull() ? BoardRow::noDay : qint32(day.toJulianDay());
}

} // namespace

BoardRow BoardRows::made(const InboxRow &row)
{
    BoardRow made;
    made.key = row.key;
    made.filed = row.filed.ms;
    made.ended = isOpen(row.state) ? 0 : std::max<qint64>(1, row.ended.ms);
    made.deadline
        = std::min(row.paused ? BoardRow::noDay : julian(row.due), julian(row.periodEnds));
    made.type = indexOf(row.type.text);
    made.department = indexOf(row.department.text);
    made.assignee = indexOf(row.assignee.text);
    made.waitsFor = waitsFor(row);
    made.state = quint8(row.state);
    return made;
}

void BoardRows::append(const InboxRow &row)
{
    rows.push_back(made(row));
}

void BoardRows::patch(const QList<InboxRow> &changed)
{
    const qsizetype read = qsizetype(rows.size());
    for (const InboxRow &row : changed) {
        const auto end = rows.begin() + read;
        const auto found = std::lower_bound(rows.begin(), end, row.key,
            [](const BoardRow &one, qint64 key) { return one.key < key; });
        if (found != end && found->key == row.key)
            *found = made(row);
        else
            append(row);
    }
}

quint16 BoardRows::indexOf(const QString &name)
{
    if (name.isEmpty())
        return 0;
    const auto known = m_index.constFind(name);
    if (known != m_index.constEnd())
        return *known;
    if (names.size() >= 0xffff) // more clerks, offices and services than any authority has
        return 0;
    const quint16 index = quint16(names.size());
    names.append(name);
    m_index.insert(name, index);
    return index;
}

qsizetype BoardRows::find(const QString &name) const
{
    return name.isEmpty() ? 0 : m_index.value(name, 0) == 0 ? -1 : m_index.value(name);
}
