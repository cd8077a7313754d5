#include "nextstep.h"

#include "pendingpart.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"
#include "ui/words/eventwords.h"

#include <algorithm>

namespace {

NextStep step(NextStep::Action action, const char *icon, Tone tone, const QString &title,
    const QString &detail, const QString &button = {})
{
    NextStep next;
    next.action = action;
    next.iconName = QString::fromLatin1(icon);
    next.tone = tone;
    next.title = title;
    next.detail = detail;
    next.button = button;
    return next;
}

} // namespace

NextStep NextStep::of(const ViewedCase &viewed, const DeskContext &context)
{
    const CaseFile &caseFile = viewed.caseFile;
    const DateWords dates = context.dates();
    if (const PendingOperation *conflict = viewed.conflict())
        return step(Action::ShowOutbox, "git-merge", Tone::Red,
            tr("Not carried out: %1").arg(EventWords::operation(conflict->operation, context)),
            PendingWords::line(*conflict, dates), tr("Decide"));
    const bool mine = caseFile.assignee == context.clerk().id;
    if (isOpen(caseFile.state) && caseFile.assignee.isNull())
        return step(Action::TakeOver, "user-plus", Tone::Blue, tr("Nobody is responsible yet"),
            tr("Taking over tells colleagues and applicant that somebody is at work."),
            tr("Take over"));
    if (hasUnreadMessage(caseFile))
        return step(Action::Reply, "mail", Tone::Blue, tr("The applicant has written"),
            tr("Read the message and answer it."), tr("Reply"));
    const QDate followUp = nextFollowUp(caseFile);
    if (followUp.isValid() && followUp <= dates.today())
        return step(Action::CompleteFollowUp, "calendar-clock", Tone::Amber, tr("Follow-up is due"),
            tr("Since %1.").arg(dates.day(followUp)), tr("Mark as done"));
    switch (caseFile.state) {
    case CaseState::New:
    case CaseState::Accepted:
        if (!mine)
            return step(Action::None, "user", Tone::Grey,
                tr("%1 is responsible").arg(context.clerkName(caseFile.assignee)),
                tr("Processing has not begun yet."));
        return step(Action::StartReview, "play", Tone::Teal, tr("Start processing"),
            tr("The applicant then sees that the application is being processed."),
            tr("Start processing"));
    case CaseState::InProgress:
        return step(Action::Notice, "file-pen", Tone::Teal, tr("The case is in progress"),
            tr("When everything has been checked, the notice follows."), tr("Begin the notice"));
    case CaseState::WaitingForApplicant: {
        QDate due;
        for (const DocumentRequest &request : caseFile.documentRequests) {
            if (request.answeredAt.isNull())
                due = request.due;
        }
        const bool late = due.isValid() && due < dates.today();
        return step(late ? Action::Reply : Action::None, "pause", Tone::Amber,
            late ? tr("The answer is late") : tr("Waiting for the applicant"),
            due.isValid() ? tr("Answer due on %1. The internal target rests.").arg(dates.day(due))
                          : tr("The internal target rests; a statutory period does not."),
            late ? tr("Remind") : QString());
    }
    case CaseState::Decided:
        if (hasOpenFee(caseFile))
            return step(Action::ShowFees, "receipt-euro", Tone::Violet, tr("A payment is open"),
                tr("The case can be closed when it has arrived."), tr("Show the fee"));
        return step(Action::CloseCase, "archive", Tone::Teal, tr("The case is decided"),
            tr("When nothing more is to be done, close it."), tr("Close the case"));
    case CaseState::Closed:
    case CaseState::Inadmissible:
    case CaseState::Withdrawn:
    case CaseState::Transferred:
    case CaseState::Unknown:
        break;
    }
    return step(Action::None, "circle-check", Tone::Grey,
        tr("State: %1").arg(CaseWords::state(caseFile.state)), tr("Nothing is left to do."));
}
