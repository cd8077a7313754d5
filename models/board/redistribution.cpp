#include "redistribution.h"

#include <algorithm>
#include <tuple>

namespace {

// New before accepted before begun before waiting: how much of it is in somebody's head.
auto movingOrder(const BoardRow &row)
{
    return std::tuple(row.state, row.deadline, row.key);
}

static_assert(CaseState::New < CaseState::Accepted && CaseState::Accepted < CaseState::InProgress
    && CaseState::InProgress < CaseState::WaitingForApplicant);

} // namespace

Redistribution::Redistribution(SharedBoardRows rows, const QList<DepartmentId> &departments,
    const QList<TeamClerk> &team, QDate today)
    : m_rows(std::move(rows))
    , m_today(today)
    , m_team(team)
{
    CaseCondition open;
    open.departments = departments;
    const CaseMatcher matches(open, *m_rows);
    std::vector<quint16> clerks;
    for (const QString &name : m_rows->names)
        clerks.push_back(name.isEmpty() ? 0 : indexOf(ClerkId{ name }));
    for (const BoardRow &row : m_rows->rows) {
        if (departments.isEmpty() || !matches(row))
            continue;
        const quint16 clerk = clerks[row.assignee];
        m_cases.push_back({ row, clerk, clerk });
    }
    std::sort(m_cases.begin(), m_cases.end(), [](const Case &one, const Case &other) {
        return movingOrder(one.row) < movingOrder(other.row);
    });
}

quint16 Redistribution::indexOf(const ClerkId &clerk) const
{
    if (clerk.isNull())
        return 0;
    for (int i = 0; i < m_team.size(); ++i) {
        if (m_team[i].id == clerk)
            return quint16(i + 1);
    }
    return unknownClerk;
}

void Redistribution::setAbsent(const ClerkId &clerk, bool absent)
{
    for (TeamClerk &one : m_team) {
        if (one.id == clerk)
            one.absent = absent;
    }
}

QList<ClerkLoad> Redistribution::loads(quint16 Case::*clerk) const
{
    QList<ClerkLoad> loads(m_team.size() + 1);
    for (int i = 0; i < m_team.size(); ++i)
        loads[i + 1].clerk = m_team[i].id;
    for (const Case &one : m_cases) {
        if (one.*clerk == unknownClerk)
            continue;
        ClerkLoad &load = loads[one.*clerk];
        ++load.open;
        load.workable += one.row.waitsFor == WaitsFor::Nobody ? 1 : 0;
        load.overdue += isOverdue(one.row, m_today) ? 1 : 0;
        load.risk += isAtRisk(one.row, m_today) ? 1 : 0;
    }
    return loads;
}

bool Redistribution::mayAct(quint16 clerk, const BoardRow &row) const
{
    const TeamClerk &one = m_team[clerk - 1];
    return !one.absent && one.departments.contains(DepartmentId{ m_rows->names[row.department] });
}

bool Redistribution::canMove(const Case &one, const MoveWish &wish) const
{
    if (one.after != indexOf(wish.from))
        return false;
    if (!wish.service.isNull() && m_rows->names[one.row.type] != wish.service.text)
        return false;
    const quint16 to = indexOf(wish.to);
    if (to == unknownClerk)
        return false;
    if (to != 0)
        return to != one.after && mayAct(to, one.row);
    for (quint16 clerk = 1; clerk <= m_team.size(); ++clerk) {
        if (clerk != one.after && mayAct(clerk, one.row))
            return true;
    }
    return false;
}

// The one of least load who may act on the case; of equals the first of the team.
quint16 Redistribution::receiver(
    const Case &one, const MoveWish &wish, const std::vector<int> &open) const
{
    if (!wish.to.isNull())
        return indexOf(wish.to);
    quint16 best = 0;
    for (quint16 clerk = 1; clerk <= m_team.size(); ++clerk) {
        if (clerk != one.after && mayAct(clerk, one.row) && (best == 0 || open[clerk] < open[best]))
            best = clerk;
    }
    return best;
}

QList<CaseTypeId> Redistribution::services(const ClerkId &of) const
{
    const quint16 clerk = indexOf(of);
    QList<CaseTypeId> types;
    for (const Case &one : m_cases) {
        const CaseTypeId type{ m_rows->names[one.row.type] };
        if (one.after == clerk && !types.contains(type))
            types.append(type);
    }
    std::sort(types.begin(), types.end());
    return types;
}

int Redistribution::movable(const MoveWish &wish) const
{
    return int(std::count_if(
        m_cases.begin(), m_cases.end(), [&](const Case &one) { return canMove(one, wish); }));
}

int Redistribution::move(const MoveWish &wish)
{
    std::vector<int> open;
    for (const ClerkLoad &load : after())
        open.push_back(load.open);
    std::vector<Change> step;
    for (size_t at = 0; at < m_cases.size() && int(step.size()) < wish.count; ++at) {
        Case &one = m_cases[at];
        if (!canMove(one, wish))
            continue;
        const quint16 to = receiver(one, wish, open);
        step.push_back({ at, one.after });
        --open[one.after];
        ++open[to];
        one.after = to;
    }
    if (!step.empty())
        m_steps.append(step);
    return int(step.size());
}

void Redistribution::takeBack()
{
    if (m_steps.isEmpty())
        return;
    for (const Change &change : m_steps.takeLast())
        m_cases[change.at].after = change.from;
}

QList<CaseMove> Redistribution::moves() const
{
    const auto id = [this](quint16 clerk) { return clerk == 0 ? ClerkId() : m_team[clerk - 1].id; };
    QList<CaseMove> moves;
    for (const Case &one : m_cases) {
        if (one.after != one.before)
            moves.append({ one.row.key, id(one.before), id(one.after) });
    }
    std::sort(moves.begin(), moves.end(),
        [](const CaseMove &one, const CaseMove &other) { return one.key < other.key; });
    return moves;
}
