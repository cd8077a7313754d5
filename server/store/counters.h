#pragma once

#include "store.h"

#include "models/domain/protocol.h"

#include <optional>

namespace portal {

// Numbers that are given once. They come out of the transaction that uses them, so an operation
// that is refused leaves no gap.
namespace counters {
Result<qint64> next(Writing &writing, const QString &name, qint64 howMany = 1); // first of them
// File reference (Vorgangsnummer) "LIN-67.1-2026-00042": prefix, department's code, year, number.
Result<QString> fileReference(Writing &writing, const DepartmentId &department, QDate day);
} // namespace counters

struct LeasedBlock {
    QString requestId; // chosen by the device; the same one gives the same block
    DeviceId device;
    ClerkId clerk;
    QString prefix;
    qint64 first = 0;
    qint64 last = 0;
    Timestamp at;
};
class LeasedBlocks {
public:
    explicit LeasedBlocks(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<LeasedBlock>> find(const QString &requestId) const;
    static Status add(Writing &writing, const LeasedBlock &block);

private:
    Sql &m_sql;
};

} // namespace portal
