#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "models/payment/epc.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <QVector>
#include <optional>

// The whole content of a notice as data. The PDF is drawn from this alone and carries it as
// associated file, so that what a machine reads and what a person reads cannot differ. `unknown`
// keeps the fields of newer programs.

struct TemplateRef {
    QString id;
    int version = 0;
    QString hash; // SHA-256 of the template, hexadecimal
    QJsonObject unknown;

    bool operator==(const TemplateRef &) const = default;
};

// The issuing authority (§ 37 (3) VwVfG) and who answers questions.
struct IssuingAuthority {
    QString name;
    QString department;
    QString street;
    QString town; // with postcode
    QString contact;
    QString room;
    QString phone;
    QString email;
    QString website;
    QString officeHours;
    QJsonObject unknown;

    bool operator==(const IssuingAuthority &) const = default;
    // The small line above the addressee, for the envelope's window.
    QString returnLine() const;
};

struct NoticeFee {
    QString text;
    QString legalBasis; // its own for each item
    Money amount;
    QJsonObject unknown;

    bool operator==(const NoticeFee &) const = default;
};

struct PaymentTerms {
    QString payee;
    QString iban;
    QString bic;
    QString reference;
    QDate due;
    QJsonObject unknown;
    // The cash system gives the reference after the notice: the letter says that it follows and
    // offers no code, since a payment without it could not be matched.
    bool referenceFollows = false;

    bool waitsForReference() const { return referenceFollows && reference.trimmed().isEmpty(); }

    bool operator==(const PaymentTerms &) const = default;
};

struct RemedyBlock {
    QString id; // row of the law table
    int version = 0;
    QString title;
    QString text;
    QJsonObject unknown;

    bool operator==(const RemedyBlock &) const = default;
};

// § 39 (1) VwVfG. Paragraphs are separated by an empty line.
struct NoticeReasons {
    QString facts;
    QString law;
    QString discretion;
    bool discretionary = false; // the decision leaves discretion, so its exercise must be explained
    QJsonObject unknown;

    bool operator==(const NoticeReasons &) const = default;
};

// What only a person may state, with the reason in their words. Never set by a program.
struct ClerkStatement {
    bool given = false;
    QString reason;
    QString by;
    QJsonObject unknown;

    bool operator==(const ClerkStatement &) const = default;
};

struct NoticeSignature {
    QString formula; // "Im Auftrag"
    QString name;
    QString function;
    QJsonObject unknown;

    bool operator==(const NoticeSignature &) const = default;
};

struct NoticeContent {
    QString language = QStringLiteral("de");
    TemplateRef basedOn;
    QString kind; // for the document's title: "Gebührenbescheid"
    QString channel = QStringLiteral("letter"); // as in the law table
    QDate letterDate; // neither the day of provision nor that of disclosure
    QString place;
    IssuingAuthority authority;
    QStringList addressee; // lines of the window, at most six
    QString fileReference;
    QString theirReference;
    QString subject;
    QString salutation;
    QString introduction;
    QStringList decisions; // operative part, numbered
    QStringList conditions; // Nebenbestimmungen (§ 36 VwVfG), numbered
    NoticeReasons reasons;
    QVector<NoticeFee> fees; // 1-99 if any
    Money total;
    std::optional<PaymentTerms> payment;
    RemedyBlock remedy;
    QString closing;
    NoticeSignature signature;
    QStringList attachments;
    QStringList copies;
    bool automated = false; // § 37 (5) VwVfG; never a default
    ClerkStatement hearing; // § 28: held, or why dispensable
    ClerkStatement discretion; // § 40: exercised
    ClerkStatement reasonsWaived; // § 39 (2): why no reasons are needed
    QJsonObject unknown;
    // Of a draft only: what stands for the placeholders {{key}} that are left in the texts. The
    // texts keep the placeholders while they are edited; filled() makes the notice of it.
    QMap<QString, QString> values;

    bool operator==(const NoticeContent &) const = default;
    // Title of the document: kind and file reference.
    QString title() const;
    Money sumOfFees() const;
};

QJsonObject toJson(const NoticeContent &content);
// Errors: `notice.content.format` (Unsupported) for another format, (Corrupt) for no notice at all.
Result<NoticeContent> noticeContentFromJson(const QJsonObject &object);

// The transfer that the GiroCode offers: the payment reference first, then the file reference as
// far as it fits. Nothing without fee, payment terms or the reference.
std::optional<EpcPayment> epcPayment(const NoticeContent &content);
