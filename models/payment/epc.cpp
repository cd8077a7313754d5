#include "epc.h"

#include "mod97.h"

#include <QRegularExpression>
#include <algorithm>

namespace {

const qint64 largestCents = 99'999'999'999;
const int largestBytes = 331;

QString compactIban(const QString &text)
{
    QString compact = text.toUpper();
    compact.remove(QLatin1Char(' ')).remove(QChar(0x00a0));
    return compact;
}

// A line break inside a field would shift every later line of the code.
bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar(QChar::LineSeparator)
            || c == QChar(QChar::ParagraphSeparator);
    });
}

// Characters as people count them, not UTF-16 units.
int characters(const QString &text)
{
    return int(text.toUcs4().size());
}

} // namespace

bool isValidIban(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$"));
    const QString iban = compactIban(text);
    if (!form.match(iban).hasMatch())
        return false;
    if (iban.startsWith(QLatin1String("DE")) && iban.size() != 22)
        return false;
    return mod97(QString(iban.mid(4) + iban.left(4))) == 1;
}

QString formatIban(const QString &text, QChar separator)
{
    QString grouped = compactIban(text);
    for (int at = 4; at < grouped.size(); at += 5)
        grouped.insert(at, separator);
    return grouped;
}

bool isValidBic(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$"));
    return form.match(text).hasMatch();
}

Result<QByteArray> epcPayload(const EpcPayment &payment)
{
    if (payment.name.trimmed().isEmpty() || characters(payment.name) > 70
        || hasControl(payment.name))
        return error(ErrorCode::InvalidInput, "epc.name");
    if (!isValidIban(payment.iban))
        return error(ErrorCode::InvalidInput, "epc.iban");
    if (!payment.bic.isEmpty() && !isValidBic(payment.bic))
        return error(ErrorCode::InvalidInput, "epc.bic");
    if (payment.amount.currency != QLatin1String("EUR"))
        return error(ErrorCode::InvalidInput, "epc.currency");
    if (payment.amount.cents < 1 || payment.amount.cents > largestCents)
        return error(ErrorCode::InvalidInput, "epc.amount");
    if (characters(payment.text) > 140 || hasControl(payment.text))
        return error(ErrorCode::InvalidInput, "epc.text");
    const QString amount = QStringLiteral("EUR%1.%2")
                               .arg(payment.amount.cents / 100)
                               .arg(payment.amount.cents % 100, 2, 10, QLatin1Char('0'));
    // Line 9 (purpose code) and 10 (structured reference) stay empty: 10 and 11 exclude each other.
    const QStringList lines{ QStringLiteral("BCD"), QStringLiteral("002"), QStringLiteral("1"),
        QStringLiteral("SCT"), payment.bic, payment.name, compactIban(payment.iban), amount,
        QString(), QString(), payment.text };
    const QByteArray bytes = lines.join(QLatin1Char('\n')).toUtf8();
    if (bytes.size() > largestBytes)
        return error(
            ErrorCode::TooLarge, "epc.size", { { QStringLiteral("bytes"), int(bytes.size()) } });
    return bytes;
}
