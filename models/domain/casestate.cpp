#include "casestate.h"

const QList<Transition> &transitions()
{
    using S = CaseState;
    constexpr auto process = Permission::CaseProcess;
    static const QList<Transition> table{
        { S::New, S::Accepted, process },
        { S::New, S::InProgress, process },
        { S::Accepted, S::InProgress, process },
        { S::Accepted, S::WaitingForApplicant, process },
        { S::InProgress, S::WaitingForApplicant, process },
        { S::WaitingForApplicant, S::InProgress, process, true },
        { S::Accepted, S::Decided, Permission::NoticeIssue },
        { S::InProgress, S::Decided, Permission::NoticeIssue },
        { S::WaitingForApplicant, S::Decided, Permission::NoticeIssue },
        { S::Decided, S::Closed, process },
        { S::InProgress, S::Closed, process, false, true },
        { S::New, S::Inadmissible, Permission::NoticeIssue, false, true },
        { S::Accepted, S::Inadmissible, Permission::NoticeIssue, false, true },
        { S::InProgress, S::Inadmissible, Permission::NoticeIssue, false, true },
        { S::WaitingForApplicant, S::Inadmissible, Permission::NoticeIssue, false, true },
        { S::New, S::Withdrawn, process, true, false },
        { S::Accepted, S::Withdrawn, process, true, false },
        { S::InProgress, S::Withdrawn, process, true, false },
        { S::WaitingForApplicant, S::Withdrawn, process, true, false },
        { S::New, S::Transferred, Permission::CaseTransfer, false, true },
        { S::Accepted, S::Transferred, Permission::CaseTransfer, false, true },
        { S::InProgress, S::Transferred, Permission::CaseTransfer, false, true },
        { S::Decided, S::InProgress, process, false, true }, // reopen
        { S::Closed, S::InProgress, process, false, true },
        { S::Inadmissible, S::InProgress, process, false, true },
        { S::Withdrawn, S::InProgress, process, false, true },
    };
    return table;
}

const Transition *findTransition(CaseState from, CaseState to)
{
    for (const Transition &transition : transitions()) {
        if (transition.from == from && transition.to == to)
            return &transition;
    }
    return nullptr;
}

QList<CaseState> nextStates(CaseState from, const PermissionSet &permissions)
{
    QList<CaseState> states;
    for (const Transition &transition : transitions()) {
        if (transition.from == from && permissions.contains(transition.permission))
            states.append(transition.to);
    }
    return states;
}

bool isOpen(CaseState state)
{
    return state == CaseState::New || state == CaseState::Accepted || state == CaseState::InProgress
        || state == CaseState::WaitingForApplicant;
}

bool takesMessages(CaseState state)
{
    return state != CaseState::Withdrawn && state != CaseState::Transferred;
}

PublicState publicState(CaseState state, bool feeOpen)
{
    switch (state) {
    case CaseState::New:
        return PublicState::Submitted;
    case CaseState::Accepted:
        return PublicState::Received;
    case CaseState::InProgress:
    case CaseState::Unknown: // a state of a newer portal: somebody is at work
        return feeOpen ? PublicState::ActionRequired : PublicState::Processing;
    case CaseState::WaitingForApplicant:
        return PublicState::ActionRequired;
    case CaseState::Decided:
        return feeOpen ? PublicState::ActionRequired : PublicState::Completed;
    case CaseState::Closed:
    case CaseState::Inadmissible:
    case CaseState::Withdrawn:
    case CaseState::Transferred:
        return PublicState::Completed;
    }
    return PublicState::Processing;
}
