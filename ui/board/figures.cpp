#include "figures.h"

#include "ui/words/deskcontext.h"

namespace {

FigureCell figureCell(const Figure &figure, const QString &what)
{
    return { figure.count, figure.cases, what };
}

QString joined(const QString &one, const QString &other)
{
    return QStringLiteral("%1 · %2").arg(one, other);
}

} // namespace

QString FigureTables::waits(WaitsFor reason)
{
    switch (reason) {
    case WaitsFor::Citizen:
        return tr("Waits for the citizen");
    case WaitsFor::Colleague:
        return tr("Waits for a colleague");
    case WaitsFor::Fee:
        return tr("Waits for payment");
    case WaitsFor::Nobody:
        break;
    }
    return tr("Workable");
}

FigureTable FigureTables::overview() const
{
    FigureTable table;
    table.name = tr("Overview");
    table.headings = { tr("Figure"), tr("Cases") };
    const auto add = [&table](const QString &name, const Figure &figure) {
        table.rows.append({ { name, {}, {} }, figureCell(figure, name) });
    };
    add(tr("Open"), m_board.open);
    add(tr("Overdue"), m_board.overdue);
    add(tr("Due in 14 days"), m_board.risk);
    add(tr("Not assigned"), m_board.unassigned);
    for (size_t i = 0; i < m_board.waits.size(); ++i)
        add(waits(WaitsFor(i)), m_board.waits[i]);
    return table;
}

FigureTable FigureTables::weeks() const
{
    FigureTable table;
    table.name = tr("Received and completed");
    table.headings = { tr("Week"), tr("Received"), tr("Completed") };
    for (const BoardWeek &week : m_board.weeks) {
        const QString name = tr("Week %1").arg(week.monday.weekNumber());
        table.rows.append(
            { { name, {}, {} }, figureCell(week.filed, joined(table.headings[1], name)),
                figureCell(week.ended, joined(table.headings[2], name)) });
    }
    return table;
}

FigureTable FigureTables::ages() const
{
    FigureTable table;
    table.name = tr("Age of the open cases");
    table.headings = { tr("Days"), tr("Open cases") };
    for (const BoardAge &age : m_board.ages) {
        const QString name = age.untilDays < 0
            ? tr("over %1").arg(age.fromDays - 1)
            : QStringLiteral("%1–%2").arg(age.fromDays).arg(age.untilDays);
        table.rows.append(
            { { name, {}, {} }, figureCell(age.open, tr("Open for %1 days").arg(name)) });
    }
    return table;
}

FigureTable FigureTables::days() const
{
    FigureTable table;
    table.name = tr("Deadlines of the next 14 days");
    table.headings = { tr("Working day"), tr("Deadlines"), tr("Not assigned") };
    const DateWords dates = m_context.dates();
    for (const BoardDay &day : m_board.days) {
        const QString name = dates.day(day.day);
        const QString due = tr("Due by %1").arg(name);
        table.rows.append({ { name, {}, {} }, figureCell(day.all, due),
            figureCell(day.unassigned, joined(due, table.headings[2])) });
    }
    return table;
}

QString FigureTables::nameOf(const BoardGroup &group, Grouping grouping) const
{
    if (grouping == Grouping::Service)
        return m_context.serviceName(CaseTypeId{ group.id });
    if (grouping == Grouping::Department)
        return m_context.departmentName(DepartmentId{ group.id });
    return group.id.isEmpty() ? tr("Not assigned") : m_context.clerkName(ClerkId{ group.id });
}

QList<FigureCell> FigureTables::row(const BoardGroup &group, const QString &name) const
{
    QList<FigureCell> cells{ { name, {}, {} }, figureCell(group.open, joined(tr("Open"), name)) };
    for (size_t i = 0; i < group.waits.size(); ++i)
        cells.append(figureCell(group.waits[i], joined(waits(WaitsFor(i)), name)));
    cells.append(figureCell(group.overdue, joined(tr("Overdue"), name)));
    cells.append(figureCell(group.risk, joined(tr("Due in 14 days"), name)));
    cells.append({ group.meanAgeDays, {}, {} });
    return cells;
}

FigureTable FigureTables::groups(Grouping grouping) const
{
    FigureTable table;
    table.bars = true;
    const QStringList names{ tr("Service"), tr("Department"), tr("Person") };
    table.headings = { names[int(grouping)], tr("Open") };
    for (size_t i = 0; i < m_board.waits.size(); ++i)
        table.headings.append(waits(WaitsFor(i)));
    table.headings += { tr("Overdue"), tr("Due in 14 days"), tr("Mean age (days)") };
    table.narrow = { names[int(grouping)], tr("Open"), tr("Workable"), tr("Citizen"),
        tr("Colleague"), tr("Payment"), tr("Overdue"), tr("14 days"), tr("Mean age") };
    const QList<BoardGroup> *groups = &m_board.services;
    table.name = tr("Open cases by service");
    if (grouping == Grouping::Department) {
        groups = &m_board.groups;
        table.name = tr("Open cases by department");
    } else if (grouping == Grouping::Person) {
        groups = &m_board.persons;
        table.name = tr("Open cases by person");
    }
    for (const BoardGroup &group : *groups)
        table.rows.append(row(group, nameOf(group, grouping)));
    return table;
}

Sheet FigureTables::sheet(const FigureTable &table)
{
    Sheet sheet{ table.name, table.headings, {} };
    for (const QList<FigureCell> &row : table.rows) {
        QList<QVariant> cells;
        for (const FigureCell &cell : row)
            cells.append(cell.value);
        sheet.rows.append(cells);
    }
    return sheet;
}
