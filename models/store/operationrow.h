#pragma once

#include "models/domain/pending.h"
#include "models/domain/result.h"

namespace sqlite {
class Query;
}

// Rows of the outbox's table `operation`.
namespace operationrow {

inline constexpr char columns[] = " json, state, reason, params, attempts, doubt, queued,"
                                  " next_attempt, settled, version ";
Result<PendingOperation> read(const sqlite::Query &query);
QByteArray json(const Operation &operation);
QString stateName(PendingState state);
PendingState stateOf(const QString &name);
// The fee request an operation makes, alone or with a notice; null if none.
RequestFee *feeOf(Operation &operation);

} // namespace operationrow
