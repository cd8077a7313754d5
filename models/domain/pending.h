#pragma once

#include "operation.h"

// What the client knows beside the portal: operations that wait in its outbox, drafts, and a case
// as the clerk sees it (the portal's state with the waiting operations carried out on it).

enum class PendingState {
    Waiting, // to be sent, now or at nextAttempt
    Sending, // on its way: whether it has arrived is unknown until the portal answers
    Conflict, // the ground has shifted: the clerk decides
    Rejected, // the portal has refused it for good
    NeedsAttention, // not sent without the clerk's word: case reassigned, very old, file missing
    Delivered, // carried out by the portal; kept 30 days
};

struct PendingOperation {
    Operation operation;
    PendingState state = PendingState::Waiting;
    QString reason; // key of the text, e.g. "conflict.field", "unreachable"; empty: none
    QJsonObject params;
    int attempts = 0;
    bool maybeArrived = false; // sent without an answer: it can no longer be withdrawn
    Timestamp queuedAt;
    Timestamp nextAttempt; // not before; null: at once. Also the end of the undo window.
    Timestamp settledAt; // when the portal's last word came
    qint64 version = 0; // of the case once Delivered

    bool isOpen() const { return state != PendingState::Delivered; }
    bool operator==(const PendingOperation &) const = default;
};

struct Draft { // what a clerk is writing; several per case and kind are possible
    DraftId id;
    CaseId caseId;
    QString kind; // "reply", "notice", "fee", "documentRequest", "note" …
    int version = 0; // counted by the store; a save on an older one is refused
    QJsonObject content; // known to the editor that wrote it
    QList<NewAttachment> files; // copies are staged
    Timestamp savedAt;

    bool operator==(const Draft &) const = default;
};

struct ViewedCase {
    CaseFile caseFile; // with the waiting operations carried out
    CaseFile portal; // as the portal last sent it; null id: the case is only in the outbox
    QList<PendingOperation>
        pending; // open ones in order, and those delivered but not yet in `portal`
    qint64 baseVersion = 0; // for new operations: the portal's version the clerk saw

    bool isNew() const { return portal.id.isNull(); }
    const PendingOperation *conflict() const // the first that waits for the clerk; null: none
    {
        for (const PendingOperation &entry : pending) {
            if (entry.state == PendingState::Conflict || entry.state == PendingState::Rejected
                || entry.state == PendingState::NeedsAttention)
                return &entry;
        }
        return nullptr;
    }
};

struct CaseCounts { // of what the clerk sees, outbox included
    int inbox = 0; // open cases
    int mine = 0; // open, assigned to the clerk
    int fresh = 0; // state New
    int unassigned = 0; // open, nobody responsible
    int waiting = 0; // for the applicant
    int unread = 0; // with an unread message of the applicant
    int followUps = 0; // due today or earlier
    int overdue = 0; // internal target passed
    int pendingOperations = 0;
    int needAttention = 0; // operations in conflict, rejected or held back

    bool operator==(const CaseCounts &) const = default;
};
