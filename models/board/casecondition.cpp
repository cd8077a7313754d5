#include "casecondition.h"

namespace {

qint32 dayOr(QDate day, qint32 fallback)
{
    return day.isNull() ? fallback : qint32(day.toJulianDay());
}

} // namespace

CaseMatcher::CaseMatcher(const CaseCondition &condition, const BoardRows &rows)
    : m_condition(condition)
    , m_service(rows.find(condition.service.text))
    , m_clerk(condition.clerk ? rows.find(condition.clerk->text) : 0)
    , m_deadlineFrom(dayOr(condition.deadlineFrom, 0))
    , m_deadlineUntil(dayOr(condition.deadlineUntil, BoardRow::noDay))
{
    if (!condition.deadlineFrom.isNull() && condition.deadlineUntil.isNull())
        m_deadlineUntil = BoardRow::noDay - 1; // any day, but a day
    if (condition.departments.isEmpty())
        return;
    m_departments.assign(size_t(rows.names.size()), false);
    for (const DepartmentId &department : condition.departments) {
        if (const qsizetype index = rows.find(department.text); index > 0)
            m_departments[size_t(index)] = true;
    }
}

bool CaseMatcher::fitsPart(const BoardRow &row) const
{
    if (m_condition.part == CaseCondition::Part::Open && !row.isOpen())
        return false;
    if (m_condition.part == CaseCondition::Part::Ended && row.isOpen())
        return false;
    const qint64 at = m_condition.part == CaseCondition::Part::Ended ? row.ended : row.filed;
    return at >= m_condition.from.ms && (m_condition.until.isNull() || at < m_condition.until.ms);
}

bool CaseMatcher::operator()(const BoardRow &row) const
{
    if (!fitsPart(row))
        return false;
    if (!m_departments.empty() && !m_departments[row.department])
        return false;
    if (m_service != 0 && m_service != row.type)
        return false;
    if (m_condition.clerk && m_clerk != row.assignee)
        return false;
    if (m_condition.waitsFor && *m_condition.waitsFor != row.waitsFor)
        return false;
    return row.deadline >= m_deadlineFrom && row.deadline <= m_deadlineUntil;
}

QList<qint64> keysOf(const CaseCondition &condition, const BoardRows &rows)
{
    const CaseMatcher matches(condition, rows);
    QList<qint64> keys;
    for (const BoardRow &row : rows.rows) {
        if (matches(row))
            keys.append(row.key);
    }
    return keys;
}

bool matches(const CaseCondition &condition, const InboxRow &row)
{
    BoardRows one;
    one.append(row);
    return CaseMatcher(condition, one)(one.rows.front());
}
