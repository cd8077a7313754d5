#include "board.h"

#include <algorithm>

namespace {

constexpr int weekCount = 12; // closed cases stay in the cache for 90 days
constexpr std::array ageEdges{ 7, 14, 30, 60, 90 }; // last day of each bucket but the oldest
constexpr qint64 dayMs = 24 * 3600 * 1000;

// What is counted of one group while the rows go by.
struct Tally {
    std::array<int, waitsForCount> waits{};
    int open = 0;
    int overdue = 0;
    int risk = 0;
    qint64 ageMs = 0;
};

class Counting {
public:
    Counting(const BoardRows &rows, const BoardWish &wish);
    Board board();

private:
    CaseCondition base() const;
    Figure figure(CaseCondition cases, int count = 0) const { return { count, std::move(cases) }; }
    void prepareWeeks();
    void prepareAges();
    void prepareDays();
    void count(const BoardRow &row);
    void countDeadline(const BoardRow &row);
    void add(Tally &tally, const BoardRow &row) const;
    BoardGroup group(const Tally &tally, const QString &id, const CaseCondition &cases) const;
    QList<BoardGroup> groups(const std::vector<Tally> &tallies,
        void (*narrow)(CaseCondition &cases, const QString &id)) const;
    int weekOf(qint64 at) const; // -1: before the first

    const BoardRows &m_rows;
    const BoardWish &m_wish;
    Board m_board;
    std::vector<qint64> m_weekStarts; // one more than there are weeks
    std::vector<qint64> m_ageStarts; // of each bucket, the youngest first; descending
    std::vector<qint32> m_dayStarts; // Julian days from which a bar counts
    Tally m_all;
    std::vector<Tally> m_services; // by index of names
    std::vector<Tally> m_groups;
    std::vector<Tally> m_persons;
};

Counting::Counting(const BoardRows &rows, const BoardWish &wish)
    : m_rows(rows)
    , m_wish(wish)
{
    m_board.at = wish.now;
    m_board.today = localDate(wish.now, wish.zone);
    m_board.departments = wish.departments;
    m_board.personsAllowed = wish.persons;
    const size_t names = size_t(rows.names.size());
    m_services.resize(names);
    m_groups.resize(names);
    m_persons.resize(wish.persons ? names : 0);
    prepareWeeks();
    prepareAges();
    prepareDays();
}

CaseCondition Counting::base() const
{
    CaseCondition cases;
    cases.departments = m_wish.departments;
    return cases;
}

void Counting::prepareWeeks()
{
    const QDate last = m_board.today.addDays(1 - m_board.today.dayOfWeek());
    for (int i = 0; i < weekCount; ++i) {
        BoardWeek week;
        week.monday = last.addDays(7 * (i + 1 - weekCount));
        CaseCondition cases = base();
        cases.from = startOfDay(week.monday, m_wish.zone);
        cases.until = startOfDay(week.monday.addDays(7), m_wish.zone);
        cases.part = CaseCondition::Part::Filed;
        week.filed.cases = cases;
        cases.part = CaseCondition::Part::Ended;
        week.ended.cases = cases;
        m_weekStarts.push_back(cases.from.ms);
        m_board.weeks.append(week);
    }
    m_weekStarts.push_back(m_board.weeks.last().filed.cases.until.ms);
}

void Counting::prepareAges()
{
    Timestamp until; // null: up to now
    int from = 0;
    for (size_t i = 0; i <= ageEdges.size(); ++i) {
        const bool oldest = i == ageEdges.size();
        BoardAge age;
        age.fromDays = from;
        age.untilDays = oldest ? -1 : ageEdges[i];
        age.open.cases = base();
        age.open.cases.until = until;
        if (!oldest) {
            age.open.cases.from
                = startOfDay(m_board.today.addDays(-qint64(ageEdges[i])), m_wish.zone);
            from = ageEdges[i] + 1;
        }
        until = age.open.cases.from;
        m_ageStarts.push_back(age.open.cases.from.ms);
        m_board.ages.append(age);
    }
}

void Counting::prepareDays()
{
    const QDate end = m_board.today.addDays(boardRiskDays); // exclusive
    for (QDate day = m_wish.calendar.workdayFrom(m_board.today); day < end;
         day = m_wish.calendar.workdayFrom(day.addDays(1))) {
        const QDate from = m_board.days.isEmpty() ? m_board.today : day;
        const QDate until = std::min(m_wish.calendar.workdayFrom(day.addDays(1)), end).addDays(-1);
        BoardDay bar;
        bar.day = day;
        bar.all.cases = base();
        bar.all.cases.deadlineFrom = from;
        bar.all.cases.deadlineUntil = until;
        bar.unassigned.cases = bar.all.cases;
        bar.unassigned.cases.clerk = ClerkId();
        m_dayStarts.push_back(qint32(from.toJulianDay()));
        m_board.days.append(bar);
    }
}

int Counting::weekOf(qint64 at) const
{
    const auto after = std::upper_bound(m_weekStarts.begin(), m_weekStarts.end(), at);
    return after == m_weekStarts.end() ? -1 : int(after - m_weekStarts.begin()) - 1;
}

void Counting::add(Tally &tally, const BoardRow &row) const
{
    ++tally.open;
    ++tally.waits[size_t(row.waitsFor)];
    tally.overdue += isOverdue(row, m_board.today) ? 1 : 0;
    tally.risk += isAtRisk(row, m_board.today) ? 1 : 0;
    tally.ageMs += std::max<qint64>(0, m_wish.now.ms - row.filed);
}

void Counting::countDeadline(const BoardRow &row)
{
    if (!isAtRisk(row, m_board.today) || m_dayStarts.empty())
        return;
    const auto after = std::upper_bound(m_dayStarts.begin(), m_dayStarts.end(), row.deadline);
    BoardDay &day = m_board.days[int(after - m_dayStarts.begin()) - 1];
    ++day.all.count;
    day.unassigned.count += row.assignee == 0 ? 1 : 0;
}

void Counting::count(const BoardRow &row)
{
    if (const int week = weekOf(row.filed); week >= 0)
        ++m_board.weeks[week].filed.count;
    if (!row.isOpen()) {
        if (const int week = weekOf(row.ended); week >= 0)
            ++m_board.weeks[week].ended.count;
        return;
    }
    size_t age = 0;
    while (row.filed < m_ageStarts[age])
        ++age; // the oldest bucket begins at 0
    ++m_board.ages[int(age)].open.count;
    countDeadline(row);
    m_board.unassigned.count += row.assignee == 0 ? 1 : 0;
    add(m_all, row);
    add(m_services[row.type], row);
    add(m_groups[row.department], row);
    if (!m_persons.empty())
        add(m_persons[row.assignee], row);
}

BoardGroup Counting::group(const Tally &tally, const QString &id, const CaseCondition &cases) const
{
    BoardGroup group;
    group.id = id;
    group.open = figure(cases, tally.open);
    for (size_t i = 0; i < group.waits.size(); ++i) {
        group.waits[i] = figure(cases, tally.waits[i]);
        group.waits[i].cases.waitsFor = WaitsFor(i);
    }
    group.overdue = figure(cases, tally.overdue);
    group.overdue.cases.deadlineUntil = m_board.today.addDays(-1);
    group.risk = figure(cases, tally.risk);
    group.risk.cases.deadlineFrom = m_board.today;
    group.risk.cases.deadlineUntil = m_board.today.addDays(boardRiskDays - 1);
    group.meanAgeDays = tally.open == 0 ? 0 : int(tally.ageMs / tally.open / dayMs);
    return group;
}

QList<BoardGroup> Counting::groups(const std::vector<Tally> &tallies,
    void (*narrow)(CaseCondition &cases, const QString &id)) const
{
    QList<BoardGroup> list;
    for (size_t i = 0; i < tallies.size(); ++i) {
        if (tallies[i].open == 0)
            continue;
        CaseCondition cases = base();
        narrow(cases, m_rows.names[int(i)]);
        list.append(group(tallies[i], m_rows.names[int(i)], cases));
    }
    std::sort(list.begin(), list.end(), [](const BoardGroup &one, const BoardGroup &other) {
        return one.open.count != other.open.count ? one.open.count > other.open.count
                                                  : one.id < other.id;
    });
    return list;
}

Board Counting::board()
{
    const CaseCondition any = base();
    if (!any.departments.isEmpty()) {
        std::vector<bool> counted(size_t(m_rows.names.size()), false);
        for (const DepartmentId &department : any.departments) {
            if (const qsizetype index = m_rows.find(department.text); index > 0)
                counted[size_t(index)] = true;
        }
        for (const BoardRow &row : m_rows.rows) {
            if (counted[row.department])
                count(row);
        }
    }
    const BoardGroup all = group(m_all, {}, any);
    m_board.open = all.open;
    m_board.overdue = all.overdue;
    m_board.risk = all.risk;
    m_board.waits = all.waits;
    m_board.unassigned.cases = any;
    m_board.unassigned.cases.clerk = ClerkId();
    m_board.services = groups(m_services,
        [](CaseCondition &cases, const QString &id) { cases.service = CaseTypeId{ id }; });
    m_board.groups = groups(m_groups, [](CaseCondition &cases, const QString &id) {
        cases.departments = { DepartmentId{ id } };
    });
    m_board.persons = groups(
        m_persons, [](CaseCondition &cases, const QString &id) { cases.clerk = ClerkId{ id }; });
    return std::move(m_board);
}

} // namespace

Board makeBoard(const BoardRows &rows, const BoardWish &wish)
{
    return Counting(rows, wish).board();
}
