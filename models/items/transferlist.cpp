#include "transferlist.h"

#include <algorithm>

QList<Transfer> TransferList::ofCase(const CaseId &id) const
{
    QList<Transfer> own;
    std::copy_if(m_transfers.begin(), m_transfers.end(), std::back_inserter(own),
        [&](const Transfer &transfer) { return transfer.caseId == id; });
    return own;
}

const Transfer *TransferList::find(const AttachmentId &id) const
{
    for (const Transfer &transfer : m_transfers) {
        if (transfer.attachment == id)
            return &transfer;
    }
    return nullptr;
}

void TransferList::report(const Transfer &transfer)
{
    if (transfer.done >= transfer.size)
        return end(transfer.attachment);
    for (Transfer &known : m_transfers) {
        if (known.attachment != transfer.attachment)
            continue;
        if (known == transfer)
            return;
        known = transfer;
        emit changed();
        return;
    }
    m_transfers.append(transfer);
    emit changed();
}

void TransferList::end(const AttachmentId &id)
{
    const qsizetype gone
        = m_transfers.removeIf([&](const Transfer &transfer) { return transfer.attachment == id; });
    if (gone)
        emit changed();
}

void TransferList::endOperation(const OperationId &id)
{
    const qsizetype gone = m_transfers.removeIf(
        [&](const Transfer &transfer) { return !id.isNull() && transfer.operation == id; });
    if (gone)
        emit changed();
}

void TransferList::requestStop(const AttachmentId &id)
{
    if (const Transfer *transfer = find(id))
        emit stopRequested(Transfer(*transfer)); // a copy: the answer may end it
}
