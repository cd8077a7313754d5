#pragma once

#include "permission.h"

#include <QList>

// The life of a case. Fee, approval and overdue are derived, never states; case types change labels
// only.
enum class CaseState {
    Unknown,
    New, // filed, nobody has looked at it
    Accepted, // somebody is responsible
    InProgress,
    WaitingForApplicant, // the internal target rests; a statutory period never does
    Decided, // a notice was issued
    Closed,
    Inadmissible, // rejected without a decision on the merits
    Withdrawn, // by the applicant
    Transferred, // Abgabe an die zuständige Stelle
};

enum class ActorKind { Unknown, Applicant, Clerk, System };

struct Transition {
    CaseState from;
    CaseState to;
    Permission permission; // of a clerk
    bool byApplicant = false; // the applicant may cause it too
    bool needsReason = false;
};

// The one table of what may follow what, and who may do it.
const QList<Transition> &transitions();
// Null if there is no such transition.
const Transition *findTransition(CaseState from, CaseState to);
// What a clerk with these rights may choose now, in the order of the table.
QList<CaseState> nextStates(CaseState from, const PermissionSet &permissions);
bool isOpen(CaseState state); // work is left to do
// May the applicant still write? Not to a case that is withdrawn or another authority's: nobody
// here would answer.
bool takesMessages(CaseState state);

// What the citizen is shown: the six states of the federal postbox (ZBP).
enum class PublicState {
    Unknown,
    Initiated,
    Submitted,
    Received,
    Processing,
    ActionRequired,
    Completed
};
PublicState publicState(CaseState state, bool feeOpen);
