#include "money.h"

#include <QRegularExpression>

QString formatMoney(const Money &amount, const QLocale &locale)
{
    const qint64 absolute = qAbs(amount.cents);
    QString text = locale.toString(absolute / 100) + locale.decimalPoint()
        + QStringLiteral("%1").arg(absolute % 100, 2, 10, QLatin1Char('0'));
    const QString sign
        = amount.currency == QLatin1String("EUR") ? QStringLiteral("€") : amount.currency;
    if (locale.language() == QLocale::English)
        text = sign + text;
    else
        text += QChar(0x00a0) + sign;
    return amount.cents < 0 ? QStringLiteral("-") + text : text;
}

std::optional<Money> parseMoney(const QString &text, const QLocale &locale)
{
    QString plain = text.trimmed();
    plain.remove(QStringLiteral("€")).remove(QStringLiteral("EUR"));
    plain = plain.simplified().remove(QChar(0x00a0)).remove(QLatin1Char(' '));
    plain.remove(locale.groupSeparator());
    plain.replace(locale.decimalPoint(), QStringLiteral("."));
    static const QRegularExpression form(QStringLiteral("^(\\d{1,9})(?:\\.(\\d{1,2}))?$"));
    const auto match = form.match(plain);
    if (!match.hasMatch())
        return std::nullopt;
    const QString decimals = match.captured(2).leftJustified(2, QLatin1Char('0'));
    return Money{ match.captured(1).toLongLong() * 100 + decimals.toLongLong() };
}
