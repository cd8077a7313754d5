#pragma once

#include "server/store/counters.h"
#include "server/store/registrar.h"

namespace portal {

// Payment references and what the cash office reports about them.
class CashDesk {
public:
    explicit CashDesk(Registrar &registrar);

    // A block of consecutive numbers for one device, so that it can write payment requests while
    // offline. The same requestId of the same device gives the same block, so that a lost answer
    // wastes none. Errors: InvalidInput "referenceBlock.request".
    Result<LeasedBlock> lease(
        const QString &requestId, const DeviceId &device, const ClerkId &clerk);
    // Is it a number, with its right check digits, that was leased to this clerk, on whichever
    // device?
    static Result<bool> holds(Sql &sql, const ClerkId &clerk, const QString &reference);
    // The unused end of a leased block, from `first` on, may be leased to others. Asking again
    // changes nothing. Errors: NotFound "referenceBlock.unknown" (not of this clerk), InvalidInput
    // "referenceBlock.range".
    Status giveBack(const QString &requestId, qint64 first, const ClerkId &clerk);
    // Records that a fee was paid, charged back or has failed. Errors: InvalidInput
    // "payment.reference.invalid" (check digits), NotFound "fee.unknown", or why it was refused.
    Result<CaseFile> settle(const QString &reference, FeeState state);

private:
    Registrar &m_registrar;
};

} // namespace portal
