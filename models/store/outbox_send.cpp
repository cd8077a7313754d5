#include "outbox.h"

#include "draftstore.h"
#include "filestore.h"
#include "operationrow.h"
#include "referencestore.h"

#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QJsonDocument>
#include <QSet>

// What becomes of an operation after it was appended.

static constexpr qint64 sentUnaskedSeconds = 180 * 24 * 3600;

QList<PendingOperation> Outbox::sendable(Timestamp now, int limit) const
{
    QList<PendingOperation> ready;
    QSet<CaseId> seen;
    for (const PendingOperation &entry : all()) {
        if (seen.contains(entry.operation.caseId))
            continue;
        seen.insert(entry.operation.caseId);
        if (entry.state == PendingState::Waiting && entry.nextAttempt <= now)
            ready.append(entry);
        if (ready.size() >= limit)
            break;
    }
    return ready;
}

Timestamp Outbox::nextAttempt() const
{
    Timestamp next;
    QSet<CaseId> seen;
    for (const PendingOperation &entry : all()) {
        if (seen.contains(entry.operation.caseId))
            continue;
        seen.insert(entry.operation.caseId);
        if (entry.state != PendingState::Waiting)
            continue;
        const Timestamp at = std::max(entry.nextAttempt, Timestamp{ 1 });
        if (next.isNull() || at < next)
            next = at;
    }
    return next;
}

Status Outbox::markSending(const QList<OperationId> &ids)
{
    sqlite::Transaction transaction(*m_database);
    for (const OperationId &id : ids) {
        const Status marked = m_database->run(
            "UPDATE operation SET state = 'sending', attempts = attempts + 1, doubt = doubt + 1"
            " WHERE id = ?1 AND state = 'waiting'",
            id.text);
        if (!marked)
            return marked;
        if (m_database->changes() == 0) // withdrawn in the last moment, or on its way already
            return error(ErrorCode::Conflict, "outbox.notWaiting");
    }
    faults::step("outbox.sending.commit");
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    faults::step("outbox.sending");
    for (const OperationId &id : ids) {
        if (const auto entry = find(id))
            emit changed(entry->operation.caseId);
    }
    return success();
}

Status Outbox::markUnsent(
    const QList<OperationId> &ids, Timestamp nextAttempt, const QString &reason, bool certainlyNot)
{
    sqlite::Transaction transaction(*m_database);
    for (const OperationId &id : ids) {
        const Status marked = m_database->run(
            "UPDATE operation SET state = 'waiting', next_attempt = ?2, reason = ?3,"
            " doubt = doubt - ?4 WHERE id = ?1 AND state = 'sending'",
            id.text, nextAttempt.ms, reason, certainlyNot);
        if (!marked)
            return marked;
    }
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    for (const OperationId &id : ids) {
        wait(id, nextAttempt);
        if (const auto entry = find(id))
            emit changed(entry->operation.caseId);
    }
    return success();
}

Status Outbox::settle(const OperationId &id, PendingState state, const QString &reason,
    const QJsonObject &params, qint64 version, Timestamp nextAttempt)
{
    const std::optional<PendingOperation> entry = find(id);
    if (!entry || !entry->isOpen())
        return success(); // a late second answer
    const Status settled
        = m_database->run("UPDATE operation SET state = ?2, reason = ?3, params = ?4, version = ?5,"
                          " next_attempt = ?6, settled = ?7 WHERE id = ?1",
            id.text, operationrow::stateName(state), reason,
            sqlite::Utf8{ QJsonDocument(params).toJson(QJsonDocument::Compact) }, version,
            nextAttempt.ms, m_clock.now().ms);
    if (!settled)
        return settled;
    faults::step("outbox.settled");
    wait(id, nextAttempt);
    emit changed(entry->operation.caseId);
    return success();
}

Status Outbox::markResult(const OperationResult &result, Timestamp nextAttempt)
{
    faults::step("outbox.result");
    // The portal has spoken: from now on it is known whether it has been carried out.
    const Status certain
        = m_database->run("UPDATE operation SET doubt = 0 WHERE id = ?1", result.operation.text);
    if (!certain)
        return certain;
    switch (result.outcome) {
    case Outcome::Applied:
    case Outcome::Merged:
        return settle(
            result.operation, PendingState::Delivered, {}, result.params, result.version, {});
    case Outcome::Conflict:
        return settle(
            result.operation, PendingState::Conflict, result.reason, result.params, 0, {});
    case Outcome::Rejected:
        return settle(
            result.operation, PendingState::Rejected, result.reason, result.params, 0, {});
    case Outcome::MissingBlobs:
        return settle(result.operation, PendingState::Waiting, QStringLiteral("missingBlobs"),
            result.params, 0, nextAttempt);
    case Outcome::Retry:
    case Outcome::Unknown:
        break;
    }
    return settle(result.operation, PendingState::Waiting,
        result.reason.isEmpty() ? QStringLiteral("retry") : result.reason, result.params, 0,
        nextAttempt);
}

Status Outbox::hold(const OperationId &id, const QString &reason)
{
    return settle(id, PendingState::NeedsAttention, reason, {}, 0, {});
}

Status Outbox::holdForgotten(const QList<OperationId> &ids)
{
    sqlite::Transaction transaction(*m_database);
    QSet<CaseId> cases;
    for (const OperationId &id : ids) {
        const std::optional<PendingOperation> entry = find(id);
        if (!entry)
            continue;
        const Status held
            = m_database->run("UPDATE operation SET state = 'attention', version = 0, reason ="
                              " 'operation.forgotten' WHERE id = ?1 AND state = 'delivered'",
                id.text);
        if (!held)
            return held;
        cases.insert(entry->operation.caseId);
    }
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    for (const CaseId &id : cases)
        emit changed(id);
    return success();
}

Status Outbox::holdOld()
{
    const qint64 before = m_clock.now().plusSeconds(-sentUnaskedSeconds).ms;
    for (const PendingOperation &entry : select("state = 'waiting'")) {
        if (entry.queuedAt.ms >= before)
            continue;
        if (const Status held = hold(entry.operation.id, QStringLiteral("operation.old")); !held)
            return held;
    }
    return success();
}

Status Outbox::release(const OperationId &id)
{
    const std::optional<PendingOperation> entry = find(id);
    if (!entry)
        return error(ErrorCode::NotFound, "outbox.unknown");
    if (entry->state == PendingState::Sending || entry->state == PendingState::Delivered)
        return success();
    const auto *notice = std::get_if<IssueNotice>(&entry->operation.args);
    const bool reduced = notice && notice->document.sha256.isEmpty(); // the case was revoked
    if (entry->state == PendingState::Conflict || entry->state == PendingState::Rejected || reduced)
        return error(ErrorCode::Conflict, "outbox.needsRenewal");
    // Looked at today: it is no longer old.
    const Status renewed = m_database->run(
        "UPDATE operation SET queued = ?2 WHERE id = ?1", id.text, m_clock.now().ms);
    if (!renewed)
        return renewed;
    return settle(id, PendingState::Waiting, {}, {}, 0, {});
}

Status Outbox::relink(const OperationId &from, const OperationId &to)
{
    for (PendingOperation entry : select("state <> 'delivered'")) {
        if (entry.operation.after != from)
            continue;
        entry.operation.after = to;
        const Status written = m_database->run("UPDATE operation SET json = ?2 WHERE id = ?1",
            entry.operation.id.text, sqlite::Utf8{ operationrow::json(entry.operation) });
        if (!written)
            return written;
    }
    return success();
}

Result<Operation> Outbox::replace(const OperationId &id, Operation renewed)
{
    const std::optional<PendingOperation> entry = find(id);
    if (!entry)
        return error(ErrorCode::NotFound, "outbox.unknown");
    if (entry->state != PendingState::Conflict && entry->state != PendingState::Rejected)
        return error(ErrorCode::Conflict, "outbox.notSettled");
    renewed.id = newId<OperationId>(m_clock);
    renewed.device = entry->operation.device;
    renewed.caseId = entry->operation.caseId;
    renewed.after = entry->operation.after;
    renewed.createdAt = m_clock.now();
    sqlite::Transaction transaction(*m_database);
    const Status written = m_database->run(
        "UPDATE operation SET id = ?2, json = ?3, state = 'waiting', reason = '', params = '',"
        " attempts = 0, doubt = 0, next_attempt = 0, settled = 0 WHERE id = ?1",
        id.text, renewed.id.text, sqlite::Utf8{ operationrow::json(renewed) });
    if (!written)
        return written.error();
    if (const Status linked = relink(id, renewed.id); !linked)
        return linked.error();
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    emit changed(renewed.caseId);
    return renewed;
}

Status Outbox::withdraw(const OperationId &id)
{
    std::optional<PendingOperation> entry = find(id);
    if (!entry || !entry->isOpen())
        return error(ErrorCode::NotFound, "outbox.unknown");
    if (entry->maybeArrived || entry->state == PendingState::Sending)
        return error(ErrorCode::Conflict, "outbox.maybeSent");
    const CaseId caseId = entry->operation.caseId;
    if (std::holds_alternative<OpenCase>(entry->operation.args) && pending(caseId).size() > 1)
        return error(ErrorCode::Conflict, "outbox.hasSuccessors");
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status();
    if (const Status gone = m_database->run("DELETE FROM operation WHERE id = ?1", id.text); !gone)
        return gone;
    if (const Status linked = relink(id, entry->operation.after); !linked)
        return linked;
    const RequestFee *fee = operationrow::feeOf(entry->operation);
    const bool wasKnown = entry->reason == QLatin1String("operation.forgotten");
    if (fee && !fee->reference.isEmpty() && !wasKnown) { // the applicant may have it already
        if (const Status freed = m_references->free(fee->reference); !freed)
            return freed;
    }
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    dropFiles(entry->operation);
    emit changed(caseId);
    return success();
}

void Outbox::dropFiles(const Operation &operation)
{
    const QList<NewAttachment> files = filesOf(operation);
    if (files.isEmpty())
        return;
    const QSet<QString> named = namedFiles();
    for (const NewAttachment &file : files) {
        if (!named.contains(file.sha256))
            m_staged->remove(file.sha256);
    }
}
