#include "paymentreference.h"

#include "mod97.h"

#include <QRegularExpression>

namespace {

const int largestWidth = 12;

QString checkDigits(const QString &compact)
{
    const int check = 98 - mod97(QString(compact + QStringLiteral("00")));
    return QStringLiteral("%1").arg(check, 2, 10, QLatin1Char('0'));
}

} // namespace

QString compactReference(const QString &text)
{
    QString compact;
    for (const QChar c : text.toUpper()) {
        if (!c.isSpace() && c != QLatin1Char('-'))
            compact += c;
    }
    return compact;
}

bool isValidReference(const QString &text)
{
    const QString compact = compactReference(text);
    return compact.size() >= 4 && compact.size() <= 25 && mod97(compact) == 1;
}

std::optional<ReferenceNumber> referenceNumber(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([A-Z0-9]{1,10})-([0-9]{1,%1})-[0-9]{2}$").arg(largestWidth));
    const QRegularExpressionMatch parts = form.match(text);
    if (!parts.hasMatch() || !isValidReference(text))
        return {};
    return ReferenceNumber{ parts.captured(1), parts.captured(2).toLongLong() };
}

QString formatReference(const QString &prefix, qint64 number, int width)
{
    const QString digits = QStringLiteral("%1").arg(number, width, 10, QLatin1Char('0'));
    return prefix + QLatin1Char('-') + digits + QLatin1Char('-') + checkDigits(prefix + digits);
}

Result<TakenReference> ReferenceBlock::take() const
{
    static const QRegularExpression form(QStringLiteral("^[A-Z0-9]{1,10}$"));
    const int width = qMax(7, QString::number(last).size());
    if (!form.match(prefix).hasMatch() || first < 0 || last < first || next < first
        || width > largestWidth)
        return error(ErrorCode::InvalidInput, "payment.reference.block");
    if (remaining() == 0)
        return error(ErrorCode::TooMany, "payment.reference.exhausted",
            { { QStringLiteral("prefix"), prefix } });
    TakenReference taken{ formatReference(prefix, next, width), *this };
    ++taken.rest.next;
    return taken;
}
