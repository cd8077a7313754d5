#pragma once

#include <QLocale>
#include <QString>
#include <optional>

// An amount in the smallest unit of its currency (cents); fees are at most 999,999.99.
struct Money {
    qint64 cents = 0;
    QString currency = QStringLiteral("EUR");

    bool operator==(const Money &) const = default;
};

// "30,70 €" in German, "€30.70" in English.
QString formatMoney(const Money &amount, const QLocale &locale);
// Reads "30,70", "1.234,50 €" (German) or "30.70" (English); nothing if it is not an amount with at
// most two decimals.
std::optional<Money> parseMoney(const QString &text, const QLocale &locale);
