#pragma once

#include "party.h"
#include "time.h"

#include <QJsonValue>

enum class FieldType {
    Unknown,
    Text,
    TextArea,
    Number, // whole
    Decimal,
    Date, // ISO 8601 on the wire
    Email,
    Phone,
    Iban,
    Money, // cents on the wire
    Choice, // one of the options
    MultiChoice,
    Boolean,
    File, // value: array of attachment ids
    Group, // repeatable: children are "1", "2", … each with the fields of the group
    Heading, // shown only
    Paragraph, // shown only
};

enum class AnswerOrigin {
    Unknown,
    Applicant, // declared in the form
    Account, // taken over from a verified account
    Amendment, // added by the applicant later
    Office, // a finding of the office
};

// One statement of a form. What a citizen declared is never overwritten: an amendment or a finding
// is a node of its own with the same key, author and time.
struct FormAnswer {
    QString key; // as in the case type
    QString label; // in the language of filing
    FieldType type = FieldType::Text;
    QJsonValue value;
    QString display; // value as the applicant saw it
    AnswerOrigin origin = AnswerOrigin::Applicant;
    AssuranceLevel level = AssuranceLevel::None;
    QJsonValue formerValue; // what an amendment or a finding departs from
    QString author; // name; empty for the applicant's own declaration
    Timestamp at; // of amendments and findings
    QList<FormAnswer> children;
    QJsonObject unknown;

    bool operator==(
        const FormAnswer &other) const; // out of line: the struct holds a list of itself
};

// "a.b" descends into children; the applicant's own declaration wins over later nodes. Null if
// absent.
const FormAnswer *findAnswer(const QList<FormAnswer> &answers, QStringView path);
