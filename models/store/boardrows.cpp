#include "boardrows.h"

#include <algorithm>

namespace {

WaitsFor waitsFor(const BoardFacts &facts)
{
    if (facts.state == CaseState::WaitingForApplicant)
        return WaitsFor::Citizen;
    if (facts.consulted)
        return WaitsFor::Colleague;
    return facts.feeOpen ? WaitsFor::Fee : WaitsFor::Nobody;
}

qint32 dayOrNone(qint64 julian)
{
    return julian == 0 ? BoardRow::noDay : qint32(julian);
}

BoardFacts factsOf(const InboxRow &row)
{
    BoardFacts facts;
    facts.key = row.key;
    facts.type = row.type.text.toUtf8();
    facts.department = row.department.text.toUtf8();
    facts.assignee = row.assignee.text.toUtf8();
    facts.state = row.state;
    facts.due = row.due.isNull() ? 0 : row.due.toJulianDay();
    facts.paused = row.paused;
    facts.periodEnds = row.periodEnds.isNull() ? 0 : row.periodEnds.toJulianDay();
    facts.feeOpen = row.feeOpen;
    facts.consulted = row.consulted;
    facts.filed = row.filed.ms;
    facts.ended = row.ended.ms;
    return facts;
}

} // namespace

BoardRow BoardRows::made(const BoardFacts &facts)
{
    BoardRow row;
    row.key = facts.key;
    row.filed = facts.filed;
    row.ended = isOpen(facts.state) ? 0 : std::max<qint64>(1, facts.ended);
    row.deadline = std::min(
        facts.paused ? BoardRow::noDay : dayOrNone(facts.due), dayOrNone(facts.periodEnds));
    row.type = indexOf(facts.type);
    row.department = indexOf(facts.department);
    row.assignee = indexOf(facts.assignee);
    row.waitsFor = waitsFor(facts);
    row.state = quint8(facts.state);
    return row;
}

void BoardRows::append(const InboxRow &row)
{
    append(factsOf(row));
}

void BoardRows::patch(const QList<InboxRow> &changed)
{
    const qsizetype read = qsizetype(rows.size());
    for (const InboxRow &row : changed) {
        const auto end = rows.begin() + read;
        const auto found = std::lower_bound(rows.begin(), end, row.key,
            [](const BoardRow &one, qint64 key) { return one.key < key; });
        if (found != end && found->key == row.key)
            *found = made(factsOf(row));
        else
            append(row);
    }
}

quint16 BoardRows::indexOf(const QByteArray &name)
{
    if (name.isEmpty())
        return 0;
    const auto known = m_index.constFind(name);
    if (known != m_index.constEnd())
        return *known;
    if (names.size() >= 0xffff) // more clerks, offices and services than any authority has
        return 0;
    const quint16 index = quint16(names.size());
    names.append(QString::fromUtf8(name));
    m_index.insert(name, index);
    return index;
}

qsizetype BoardRows::find(const QString &name) const
{
    if (name.isEmpty())
        return 0;
    const auto known = m_index.constFind(name.toUtf8());
    return known == m_index.constEnd() ? -1 : *known;
}
