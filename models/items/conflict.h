#pragma once

#include "models/domain/pending.h"

// A conflict taken apart for the clerk's decision: what the field was when the clerk acted, what
// the clerk wanted, and what somebody else has made of it since, with author and time.
struct ConflictingField {
    QString field; // as in writtenFields(): "state", "assignee", "answer/person.name" …
    QJsonValue base; // undefined if the operation was made by a version that kept none
    QJsonValue mine;
    QJsonValue theirs;
    QString author; // who changed it; empty: not told
    Timestamp at;

    bool operator==(const ConflictingField &) const = default;
};

// The fields of a waiting operation that changed on the portal after its author saw the case.
// me: who takes over when the operation does
QList<ConflictingField> conflictingFields(
    const PendingOperation &entry, const CaseFile &portal, const ClerkId &me);
// Messages of the applicant that came after the one the operation's author had read.
QList<Message> newerMessages(const Operation &operation, const CaseFile &portal);

// What a field holds: wire name of a state, id of an assignee, {count, cents} of the fees, wire
// name of one fee's state, done or not of a follow-up, the words of the newest answer.
QJsonValue fieldValue(const QString &field, const CaseFile &caseFile);
// Keeps with the operation what its author saw in the fields it writes. The portal passes it by.
void keepBase(Operation &operation, const CaseFile &seen);

// Everything the clerk typed in it, for reading and copying; empty if it holds no words.
QString clerkWords(const Operation &operation);
// The operation on the case as it is now: its author has seen the newest message.
OperationArgs renewedArgs(const Operation &operation, const CaseFile &portal);
