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
    // Was the number given to this clerk, on whichever device?
    Result<bool> holds(const ClerkId &clerk, const QString &prefix, qint64 number) const;
    static Status add(Writing &writing, const LeasedBlock &block);
    // The numbers from `first` to the end of the block are free again; those before it stay leased.
    static Status giveBack(Writing &writing, const LeasedBlock &block, qint64 first);
    // A range that was given back, taken out of the free ones; nothing: there is none.
    static Result<std::optional<LeasedBlock>> takeFree(Writing &writing, const QString &prefix);

private:
    Sql &m_sql;
};

} // namespace portal
