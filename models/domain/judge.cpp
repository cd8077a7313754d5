#include "apply.h"

namespace {

// Appending goes through unless the ground has shifted under the author.
QString guard(const Operation &operation, const CaseFile &current)
{
    MessageId lastSeen;
    if (const auto *reply = std::get_if<Reply>(&operation.args))
        lastSeen = reply->lastSeen;
    else if (const auto *request = std::get_if<RequestDocuments>(&operation.args))
        lastSeen = request->lastSeen;
    else if (const auto *issue = std::get_if<IssueNotice>(&operation.args))
        lastSeen = issue->lastSeen;
    else
        return {};
    if (current.version <= operation.baseVersion)
        return {};
    const bool closed = current.state == CaseState::Closed || current.state == CaseState::Withdrawn
        || current.state == CaseState::Transferred || current.state == CaseState::Inadmissible;
    if (closed)
        return QStringLiteral("conflict.review.closed");
    if (lastApplicantMessage(current) != lastSeen)
        return QStringLiteral("conflict.review.newerMessage");
    return {};
}

} // namespace

Judgement judge(
    const Operation &operation, const CaseFile &current, const QSet<OperationId> &ancestors)
{
    if (current.version <= operation.baseVersion)
        return {};
    if (const QString reason = guard(operation, current); !reason.isEmpty())
        return { Outcome::Conflict, reason, {} };
    QStringList conflicts;
    for (const QString &field : writtenFields(operation)) {
        const FieldChange change = current.changes.value(field);
        if (change.version > operation.baseVersion && !ancestors.contains(change.operation))
            conflicts.append(field);
    }
    if (!conflicts.isEmpty())
        return { Outcome::Conflict, QStringLiteral("conflict.field"), conflicts };
    // Others changed other fields meanwhile; changes of the own chain alone are no merge.
    for (const FieldChange &change : current.changes) {
        if (change.version > operation.baseVersion && !ancestors.contains(change.operation))
            return { Outcome::Merged, {}, {} };
    }
    return {};
}
