#include "cashdesk.h"

#include "models/faults/faults.h"
#include "models/payment/paymentreference.h"
#include "server/store/cases.h"
#include "server/store/directory.h"

namespace portal {

namespace {

const qint64 blockSize = 50; // numbers; some days of work for one clerk

} // namespace

CashDesk::CashDesk(Registrar &registrar)
    : m_registrar(registrar)
{
}

Result<LeasedBlock> CashDesk::lease(
    const QString &requestId, const DeviceId &device, const ClerkId &clerk)
{
    const Error malformed = error(ErrorCode::InvalidInput, "referenceBlock.request");
    if (!isUuid(requestId) || device.isNull())
        return malformed;
    return m_registrar.store().write([&](Writing &writing) -> Result<LeasedBlock> {
        const Result<std::optional<LeasedBlock>> known = LeasedBlocks(writing.sql).find(requestId);
        if (!known)
            return known.error();
        if (*known) {
            if ((*known)->device == device && (*known)->clerk == clerk)
                return **known;
            return malformed;
        }
        const Result<Authority> authority = Directory(writing.sql).authority();
        if (!authority)
            return authority.error();
        LeasedBlock block;
        block.requestId = requestId;
        block.device = device;
        block.clerk = clerk;
        block.at = m_registrar.clock().now();
        // The year in the prefix keeps numbers of different years apart in the books.
        const int year = localDate(block.at, authority->zone.toLatin1()).year();
        block.prefix = QStringLiteral("KS%1").arg(year % 100, 2, 10, QLatin1Char('0'));
        const Result<std::optional<LeasedBlock>> free
            = LeasedBlocks::takeFree(writing, block.prefix);
        if (!free)
            return free.error();
        if (*free) {
            block.first = (*free)->first;
            block.last = (*free)->last;
        } else {
            const Result<qint64> first
                = counters::next(writing, QStringLiteral("payment/") + block.prefix, blockSize);
            if (!first)
                return first.error();
            block.first = *first;
            block.last = *first + blockSize - 1;
        }
        if (const Status added = LeasedBlocks::add(writing, block); !added)
            return added.error();
        faults::step("portal.block.leased");
        return block;
    });
}

Result<bool> CashDesk::holds(Sql &sql, const ClerkId &clerk, const QString &reference)
{
    const std::optional<ReferenceNumber> number = referenceNumber(reference);
    return number ? LeasedBlocks(sql).holds(clerk, number->prefix, number->number)
                  : Result<bool>(false);
}

Status CashDesk::giveBack(const QString &requestId, qint64 first, const ClerkId &clerk)
{
    return m_registrar.store().write([&](Writing &writing) -> Status {
        const Result<std::optional<LeasedBlock>> block = LeasedBlocks(writing.sql).find(requestId);
        if (!block)
            return block.error();
        if (!*block || (*block)->clerk != clerk)
            return error(ErrorCode::NotFound, "referenceBlock.unknown");
        if (first == (*block)->last + 1) // given back before: the answer was lost
            return success();
        if (first < (*block)->first || first > (*block)->last)
            return error(ErrorCode::InvalidInput, "referenceBlock.range");
        return LeasedBlocks::giveBack(writing, **block, first);
    });
}

Result<CaseFile> CashDesk::settle(const QString &reference, FeeState state)
{
    if (!isValidReference(reference))
        return error(ErrorCode::InvalidInput, "payment.reference.invalid");
    const Result<std::optional<CaseFile>> caseFile = m_registrar.store().read(
        [&](Sql &sql) { return Cases(sql).findByPaymentReference(reference); });
    if (!caseFile)
        return caseFile.error();
    const FeeRequest *found = nullptr;
    if (*caseFile) {
        for (const FeeRequest &fee : (*caseFile)->fees) {
            if (compactReference(fee.reference) == compactReference(reference))
                found = &fee;
        }
    }
    if (!found)
        return error(ErrorCode::NotFound, "fee.unknown");
    Operation operation;
    operation.id = newId<OperationId>(m_registrar.clock());
    operation.caseId = (*caseFile)->id;
    operation.createdAt = m_registrar.clock().now();
    operation.args = SettleFee{ found->id, state, {} };
    Result<CarriedOut> done = m_registrar.carryOut(operation, Author::system());
    if (!done)
        return done.error();
    if (done->result.outcome != Outcome::Applied)
        return Error{ ErrorCode::Conflict, done->result.reason, done->result.params, {} };
    return std::move(done->caseFile);
}

} // namespace portal
