#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"

#include <QByteArray>

// A credit transfer for a banking app, as the European Payments Council's guideline EPC069-12
// writes it into a QR code (in Germany: GiroCode).
struct EpcPayment {
    QString name; // payee, 1-70 characters
    QString iban; // with or without spaces
    QString bic; // may be empty within the European Economic Area (version 002)
    Money amount; // EUR, 0.01 to 999,999,999.99
    QString text; // up to 140 characters, the payment reference first

    bool operator==(const EpcPayment &) const = default;
};

// The lines of the code in UTF-8, at most 331 bytes. Errors (InvalidInput): `epc.name`, `epc.iban`,
// `epc.bic`, `epc.currency`, `epc.amount`, `epc.text`; TooLarge: `epc.size`.
Result<QByteArray> epcPayload(const EpcPayment &payment);

// True for a complete IBAN (ISO 13616) with right check digits; spaces are forgiven.
bool isValidIban(const QString &text);
// In groups of four, joined by `separator` (a no-break space keeps them on one line).
QString formatIban(const QString &text, QChar separator = QLatin1Char(' '));
// True for 8 or 11 characters in the form of ISO 9362; spaces at the ends are not forgiven.
bool isValidBic(const QString &text);
