#pragma once

#include "casecondition.h"

#include "models/law/calendar.h"

#include <array>

inline constexpr int boardRiskDays = 14; // today included
inline bool isOverdue(const BoardRow &row, QDate today)
{
    return row.deadline < today.toJulianDay();
}
inline bool isAtRisk(const BoardRow &row, QDate today)
{
    return !isOverdue(row, today) && row.deadline < today.toJulianDay() + boardRiskDays;
}

// The figures from which a team is steered. Every one of them carries the condition that selects
// exactly its cases.
struct Figure {
    int count = 0;
    CaseCondition cases;

    bool operator==(const Figure &) const = default;
};

struct BoardWeek { // Monday to Sunday at the authority's seat
    QDate monday;
    Figure filed; // inflow
    Figure ended; // outflow
    bool operator==(const BoardWeek &) const = default;
};

struct BoardAge { // calendar days since filing
    int fromDays = 0;
    int untilDays = 0; // inclusive; -1: and older
    Figure open;
    bool operator==(const BoardAge &) const = default;
};

// One working day of the next 14 days, with the deadlines of the days up to the next working day:
// who waits for Monday is late for what ends on Sunday.
struct BoardDay {
    QDate day;
    Figure all;
    Figure unassigned;
    bool operator==(const BoardDay &) const = default;
};

struct BoardGroup {
    QString id; // of a case type, department or clerk; empty: nobody responsible
    Figure open;
    std::array<Figure, waitsForCount> waits; // by WaitsFor; together they are `open`
    Figure overdue;
    Figure risk; // deadline within the next 14 days, today included
    int meanAgeDays = 0; // of the open ones, rounded down
    bool operator==(const BoardGroup &) const = default;
};

struct Board {
    Timestamp at;
    QDate today;
    QList<DepartmentId> departments; // that are counted
    Figure open;
    Figure overdue; // the internal target or a statutory period has passed
    Figure risk;
    Figure unassigned;
    std::array<Figure, waitsForCount> waits;
    QList<BoardWeek> weeks; // the last twelve, the present one last
    QList<BoardAge> ages;
    QList<BoardDay> days;
    QList<BoardGroup> services; // most open cases first
    QList<BoardGroup> groups; // departments
    QList<BoardGroup> persons; // empty unless persons may be counted
    bool personsAllowed = false;

    bool operator==(const Board &) const = default;
};

struct BoardWish {
    QList<DepartmentId> departments; // none: nothing is counted
    // Figures of single people need the consent of the staff representation (the staff
    // representation acts of Bund and Länder), so they are not even made without it.
    bool persons = false;
    Timestamp now;
    QByteArray zone;
    Calendar calendar; // working days of the authority's seat
};

// One pass over the rows; the same rows and wish give the same board.
Board makeBoard(const BoardRows &rows, const BoardWish &wish);
