#pragma once

#include "casetype.h"
#include "operation.h"
#include "result.h"

// Everything that carrying out an operation may depend on beside the case itself.
struct ApplyContext {
    Actor actor;
    Timestamp now;
    PermissionSet permissions; // of the actor in the owning department; the system has all
    QString reference; // Vorgangsnummer for a new case; empty on the client
    QByteArray zone = "Europe/Berlin"; // of the authority
};

// The one function that changes a case, used by the client for its view and by the portal for the
// truth, so that both agree by construction. Pure: same input, same output. A new case is made from
// an empty one. The result has the next version, the change marks and the timeline events.
Result<CaseFile> apply(
    const Operation &operation, const CaseFile &before, const ApplyContext &context);

// May the operation be carried out on this version of the case? Fields written since baseVersion by
// others than `ancestors` (the operation's own `after` chain) decide.
struct Judgement {
    Outcome outcome = Outcome::Applied; // Applied, Merged or Conflict
    QString reason; // of a conflict
    QStringList fields; // in conflict
};
Judgement judge(
    const Operation &operation, const CaseFile &current, const QSet<OperationId> &ancestors);
