#include "noticecontent.h"

QString IssuingAuthority::returnLine() const
{
    QStringList parts{ name, street, town };
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString NoticeContent::title() const
{
    const QString word = kind.isEmpty() ? QStringLiteral("Bescheid") : kind;
    return fileReference.isEmpty() ? word : word + QLatin1Char(' ') + fileReference;
}

Money NoticeContent::sumOfFees() const
{
    Money sum{ 0, fees.isEmpty() ? total.currency : fees.first().amount.currency };
    for (const NoticeFee &fee : fees)
        sum.cents += fee.amount.cents;
    return sum;
}

std::optional<EpcPayment> epcPayment(const NoticeContent &content)
{
    if (content.fees.isEmpty() || !content.payment || content.payment->waitsForReference())
        return std::nullopt;
    const PaymentTerms &terms = *content.payment;
    EpcPayment payment{ terms.payee, terms.iban, terms.bic, content.total, terms.reference };
    const QString longer = terms.reference + QLatin1Char(' ') + content.fileReference;
    if (!content.fileReference.isEmpty() && longer.size() <= 140)
        payment.text = longer;
    return payment;
}
