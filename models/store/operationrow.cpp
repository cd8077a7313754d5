#include "operationrow.h"

#include "models/domain/wire.h"
#include "models/sqlite/database.h"

#include <QJsonDocument>

namespace operationrow {

namespace {

constexpr std::pair<PendingState, const char *> states[] = {
    { PendingState::Waiting, "waiting" },
    { PendingState::Sending, "sending" },
    { PendingState::Conflict, "conflict" },
    { PendingState::Rejected, "rejected" },
    { PendingState::NeedsAttention, "attention" },
    { PendingState::Delivered, "delivered" },
};

} // namespace

QString stateName(PendingState state)
{
    for (const auto &[value, name] : states) {
        if (value == state)
            return QString::fromLatin1(name);
    }
    return {};
}

PendingState stateOf(const QString &name)
{
    for (const auto &[value, text] : states) {
        if (name == QLatin1String(text))
            return value;
    }
    return PendingState::NeedsAttention; // never send what is not understood
}

QByteArray json(const Operation &operation)
{
    return QJsonDocument(toJson(operation)).toJson(QJsonDocument::Compact);
}

Result<PendingOperation> read(const sqlite::Query &query)
{
    const Result<Operation> operation
        = operationFromJson(QJsonDocument::fromJson(query.bytes(0)).object());
    if (!operation)
        return operation.error();
    PendingOperation entry;
    entry.operation = *operation;
    entry.state = stateOf(query.text(1));
    entry.reason = query.text(2);
    entry.params = QJsonDocument::fromJson(query.bytes(3)).object();
    entry.attempts = int(query.integer(4));
    entry.maybeArrived = query.integer(5) > 0;
    entry.queuedAt = { query.integer(6) };
    entry.nextAttempt = { query.integer(7) };
    entry.settledAt = { query.integer(8) };
    entry.version = query.integer(9);
    return entry;
}

RequestFee *feeOf(Operation &operation)
{
    if (auto *fee = std::get_if<RequestFee>(&operation.args))
        return fee;
    auto *notice = std::get_if<IssueNotice>(&operation.args);
    return notice && notice->fee ? &*notice->fee : nullptr;
}

} // namespace operationrow
