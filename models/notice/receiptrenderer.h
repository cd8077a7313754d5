#pragma once

#include "fontset.h"
#include "models/domain/time.h"
#include "noticecontent.h"

// What a citizen takes away after filing: that it arrived, when, and what exactly was sent.

struct ReceiptAnswer {
    QString label;
    QString value;

    bool operator==(const ReceiptAnswer &) const = default;
};

struct ReceiptSection {
    QString title; // of the form's page; may be empty
    QVector<ReceiptAnswer> answers;

    bool operator==(const ReceiptSection &) const = default;
};

struct ReceiptFile {
    QString name;
    qint64 bytes = 0;
    QByteArray sha256; // hexadecimal

    bool operator==(const ReceiptFile &) const = default;
};

struct Receipt {
    QString language = QStringLiteral("de"); // or "en"
    IssuingAuthority authority;
    QString service;
    QString reference; // Vorgangsnummer
    QString trackingCode;
    Timestamp filedAt;
    QByteArray zone = "Europe/Berlin"; // of the authority
    QVector<ReceiptSection> sections;
    QVector<ReceiptFile> files;

    bool operator==(const Receipt &) const = default;
};

QJsonObject toJson(const Receipt &receipt);

// The receipt as PDF/A-3a and PDF/UA-1 with its data as "receipt.json". Pure, any thread. Errors as
// renderNotice(); `letter.texts` (Corrupt) for a language without texts.
Result<QByteArray> renderReceipt(
    const Receipt &receipt, const Timestamp &createdAt, const QString &fontFolder = {});
Result<QByteArray> renderReceipt(
    const Receipt &receipt, const Timestamp &createdAt, const FontSet &fonts);
