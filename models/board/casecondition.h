#pragma once

#include "models/store/boardrows.h"

#include <optional>

// Which cases a figure counts: everything that is set must hold. A figure and the list behind it
// are the same condition, so the list is never longer or shorter than the figure said.
struct CaseCondition {
    enum class Part : quint8 {
        Open, // now; the span is when they came in
        Filed, // came in within the span, open or not
        Ended, // came to their end within the span
    };
    Part part = Part::Open;
    Timestamp from; // not before; null: any
    Timestamp until; // before; null: any
    std::optional<WaitsFor> waitsFor;
    QDate deadlineFrom; // both inclusive; with either of them a case without a deadline is out
    QDate deadlineUntil;
    QList<DepartmentId> departments; // empty: all
    CaseTypeId service; // null: all
    std::optional<ClerkId> clerk; // nothing: all; null: nobody responsible

    bool operator==(const CaseCondition &) const = default;
};

// A condition made ready for many rows.
class CaseMatcher {
public:
    CaseMatcher(const CaseCondition &condition, const BoardRows &rows);
    bool operator()(const BoardRow &row) const;

private:
    bool fitsPart(const BoardRow &row) const;

    CaseCondition m_condition;
    std::vector<bool> m_departments; // by index of names; empty: all
    qsizetype m_service = 0; // 0: all, -1: none of the rows
    qsizetype m_clerk = 0;
    qint32 m_deadlineFrom;
    qint32 m_deadlineUntil;
};

QList<qint64> keysOf(const CaseCondition &condition, const BoardRows &rows); // in their order
bool matches(const CaseCondition &condition, const InboxRow &row);
