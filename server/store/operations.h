#pragma once

#include "store.h"

#include "models/domain/operation.h"

#include <optional>

namespace portal {

struct StoredOperation {
    OperationId id;
    QString author; // Author::key
    QByteArray fingerprint;
    OperationId after;
    CaseId caseId;
    qint64 version = 0; // of the case after it
    Timestamp at;
    OperationResult result;
};

// Answers given, kept so that a repeated operation changes nothing.
class Operations {
public:
    explicit Operations(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<StoredOperation>> find(const OperationId &id) const;
    // The chain `after`, its predecessor and so on: what the author knew to come before.
    Result<QSet<OperationId>> ancestors(const OperationId &after) const;
    static Status add(Writing &writing, const StoredOperation &operation);
    static Status removeOlder(Writing &writing, Timestamp before);

private:
    Sql &m_sql;
};

} // namespace portal
