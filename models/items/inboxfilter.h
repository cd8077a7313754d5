#pragma once

#include "models/board/casecondition.h"
#include "models/domain/ids.h"

#include <QList>
#include <QStringList>

// One condition of a search: `due<today`, `-status:new,accepted`.
struct InboxTerm {
    enum class Field {
        Status, // wire names of CaseState, "open", "finished"
        Department, // ids
        Assignee, // ids, "me", "none"
        Service, // ids of case types
        Due, // days, "overdue"
        FollowUp, // days, "overdue": due today or earlier
        Period, // days, "overdue": the statutory period
        Filed, // days
        Updated, // days
        Fee, // wire names of FeeState, "none"
        Assurance, // wire names of AssuranceLevel
        Waiting, // "applicant", "fee", "colleague", "yes", "no"
        Unread, // "yes", "no"
        Error, // "payment", "delivery", "transfer", "any", "none"
        Is, // "unread", "waiting", "paused", "internal", "overdue", "pending"
    };
    enum class Relation { Is, Before, UpTo, After, From }; // others than Is: of days only

    Field field = Field::Status;
    Relation relation = Relation::Is;
    bool negated = false;
    // Any of them holds. Days are "2026-12-01", "+7" (days from today), "today", "tomorrow",
    // "yesterday", "week" (seven days from today, or up to today), "none", "any": a kept search
    // means the day on which it is looked at.
    QStringList values;

    bool operator==(const InboxTerm &) const = default;
};

// Which cases the list shows: those of a place, narrowed by terms and words.
struct InboxFilter {
    enum class Scope {
        All, // open cases
        Mine,
        New,
        Unassigned,
        Waiting, // for the applicant
        Unread,
        FollowUps, // due today or earlier
        Overdue,
        Attention, // an operation waits for the clerk
        Closed,
    };
    Scope scope = Scope::All;
    DepartmentId department; // null: all
    CaseTypeId service; // null: all
    QList<InboxTerm> terms; // all of them hold
    // Searched in open and closed cases alike if the scope is All; so are terms of the status.
    QString text;
    std::optional<CaseCondition> cases; // behind a figure of the board, open or closed

    bool hasText() const { return !text.trimmed().isEmpty(); }
    bool operator==(const InboxFilter &) const = default;
};
