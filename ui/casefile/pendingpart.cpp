#include "pendingpart.h"

#include "ui/words/datewords.h"
#include "ui/words/errortext.h"
#include "ui/words/overloaded.h"

namespace {

bool touches(const Operation &operation, const QString &id)
{
    return std::visit(Overloaded{
                          [&](const Reply &reply) { return reply.id.text == id; },
                          [&](const RequestDocuments &request) {
                              return request.id.text == id || request.message.text == id;
                          },
                          [&](const AddNote &note) { return note.id.text == id; },
                          [&](const SetFollowUp &followUp) { return followUp.id.text == id; },
                          [&](const CompleteFollowUp &done) { return done.id.text == id; },
                          [&](const RequestFee &fee) { return fee.id.text == id; },
                          [&](const CancelFee &fee) { return fee.id.text == id; },
                          [&](const IssueNotice &issue) {
                              return issue.id.text == id || issue.document.id.text == id
                                  || (issue.fee && issue.fee->id.text == id);
                          },
                          [&](const ConfirmFinality &confirmed) { return confirmed.id.text == id; },
                          [](const auto &) { return false; },
                      },
        operation.args);
}

} // namespace

const PendingOperation *pendingPart(const ViewedCase &viewed, const QString &partId)
{
    if (partId.isEmpty())
        return nullptr;
    for (const PendingOperation &entry : viewed.pending) {
        if (entry.isOpen() && touches(entry.operation, partId))
            return &entry;
    }
    return nullptr;
}

QString PendingWords::state(PendingState state)
{
    switch (state) {
    case PendingState::Waiting:
        return tr("Waits for transfer");
    case PendingState::Sending:
        return tr("Being transferred");
    case PendingState::Conflict:
        return tr("Conflict");
    case PendingState::Rejected:
        return tr("Refused by the portal");
    case PendingState::NeedsAttention:
        return tr("Held back");
    case PendingState::Delivered:
        return tr("Transferred");
    }
    return {};
}

QString PendingWords::icon(PendingState state)
{
    switch (state) {
    case PendingState::Waiting:
        return QStringLiteral("clock");
    case PendingState::Sending:
        return QStringLiteral("loader-circle");
    case PendingState::Conflict:
        return QStringLiteral("git-merge");
    case PendingState::Rejected:
        return QStringLiteral("circle-x");
    case PendingState::NeedsAttention:
        return QStringLiteral("circle-pause");
    case PendingState::Delivered:
        return QStringLiteral("check");
    }
    return QStringLiteral("clock");
}

bool PendingWords::needsClerk(PendingState state)
{
    return state == PendingState::Conflict || state == PendingState::Rejected
        || state == PendingState::NeedsAttention;
}

QString PendingWords::line(const PendingOperation &entry, const DateWords &dates)
{
    QString text = state(entry.state);
    if (const QString why = ErrorWords::reason(entry.reason); !why.isEmpty())
        text += QStringLiteral(": ") + why;
    if (entry.state == PendingState::Waiting && !entry.nextAttempt.isNull() && entry.attempts > 0)
        text += QStringLiteral(" · ") + tr("next attempt %1").arg(dates.time(entry.nextAttempt));
    return text;
}
