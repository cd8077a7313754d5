#include "girocode.h"

#include "models/payment/epc.h"
#include "models/payment/qrcode.h"

namespace portal {

QString transferText(const FeeRequest &fee, const QString &fileReference)
{
    return (fee.reference + QLatin1Char(' ') + fileReference).trimmed().left(140);
}

Result<QByteArray> giroCodeSvg(
    const Bank &bank, const FeeRequest &fee, const QString &fileReference, const QString &title)
{
    if (fee.reference.isEmpty())
        return error(ErrorCode::NotFound, "fee.noReference");
    EpcPayment payment;
    payment.name = bank.payee.left(70);
    payment.iban = bank.iban;
    payment.bic = bank.bic;
    payment.amount = total(fee.items);
    payment.text = transferText(fee, fileReference);
    const Result<QByteArray> payload = epcPayload(payment);
    if (!payload)
        return payload.error();
    const Result<QrCode> code = encodeQr(*payload);
    if (!code)
        return code.error();
    return qrSvg(*code, title);
}

} // namespace portal
