#pragma once

#include "casefile.h"

// A text in the portal's languages; English falls back to German.
struct LocalText {
    QString de;
    QString en;

    bool isEmpty() const { return de.isEmpty() && en.isEmpty(); }
    QString in(const QString &language) const
    {
        return language == QLatin1String("en") && !en.isEmpty() ? en : de;
    }
    bool operator==(const LocalText &) const = default;
};

struct FieldOption {
    QString value;
    LocalText label;
    QJsonObject unknown;
    bool operator==(const FieldOption &) const = default;
};

struct Condition { // the field is asked only if `field` (of the same step or group, or
                   // "step.field") has one of the values
    QString field;
    QStringList anyOf; // booleans are "true" and "false"
    QJsonObject unknown;
    bool isSet() const { return !field.isEmpty(); }
    bool operator==(const Condition &) const = default;
};

struct FieldDefinition {
    QString key; // [a-z][a-zA-Z0-9]*, unique among its siblings
    FieldType type = FieldType::Text;
    LocalText label;
    LocalText help; // format, example
    bool required = false;
    int maxLength = 0; // characters; 0: 200 for a line, 4000 for an area
    QString pattern; // whole-value regular expression
    LocalText patternError; // what to enter instead
    std::optional<double> minimum; // of numbers
    std::optional<double> maximum;
    QString earliest; // of dates: ISO date or "today", "today+3"
    QString latest;
    QList<FieldOption> options;
    Condition visibleWhen;
    QList<FieldDefinition> fields; // of a group
    int minItems = 0; // of a group
    int maxItems = 1;
    int maxFiles = 1; // of a file field, at most 10
    int maxMegabytes = 0; // a file; 0: 25
    QStringList accept; // endings: "pdf", "jpg", "png"; empty: these three
    QString unit; // shown behind the field: "cm"
    QString autocomplete; // HTML autofill token: "given-name"
    QJsonObject unknown;
    bool operator==(
        const FieldDefinition &other) const; // out of line: the struct holds a list of itself
};

struct FormStep {
    QString key;
    LocalText title;
    QList<FieldDefinition> fields;
    QJsonObject unknown;
    bool operator==(const FormStep &) const = default;
};

struct TextBlock {
    LocalText heading;
    LocalText text; // plain; an empty line starts a paragraph, "- " a list item
    QJsonObject unknown;
    bool operator==(const TextBlock &) const = default;
};

// The outward part of a case type: the public service (Leistung) on the citizens' pages.
struct PublicService {
    QString slug; // in the address: /de/leistung/{slug}
    LocalText title;
    LocalText summary;
    QStringList lifeSituations; // keys: "wohnen", "umwelt", "tiere" …
    QStringList keywords; // for the search, German spelling
    QString leika; // 14-digit key of the service, empty if unknown
    QList<TextBlock> texts; // requirements, documents, legal bases
    LocalText feeText; // what it will cost
    int processingDays = 0; // working days that it usually takes; 0: not stated
    AssuranceLevel level = AssuranceLevel::None; // that filing needs
    QList<FormStep> steps;
    // Which answers make the applicant: party field → path of the answer ("person.vorname").
    QHash<QString, QString> applicant;
    QJsonObject unknown;
    bool operator==(const PublicService &) const = default;
};

struct ChecklistItem {
    QString key;
    LocalText text;
    QJsonObject unknown;
    bool operator==(const ChecklistItem &) const = default;
};

// How a kind of case is worked on. Versioned: a running case keeps the version it began with.
struct CaseType {
    CaseTypeId id;
    int version = 0;
    LocalText name;
    DepartmentId department;
    QString titleTemplate; // "Baumfällung: {baum.art}, {standort.strasse}"
    std::optional<PublicService> service; // internal cases have none
    QList<ChecklistItem> checklist;
    QHash<QString, LocalText> stateLabels; // wire name of the state → label
    int targetDays = 0; // internal target in working days; 0: none
    QString statutoryPeriod; // id of the row in the law table; empty: none
    QList<FeeItem> feeDefaults;
    ReferenceSource referenceSource = ReferenceSource::LeasedBlock;
    QStringList noticeTemplates;
    bool needsApproval = false; // four eyes
    int retentionYears = 10; // after closing
    QJsonObject unknown;
    bool operator==(const CaseType &) const = default;
};

// Every defect with its path ("steps[1].fields[0].pattern: …"); empty if the definition is sound.
QStringList defects(const CaseType &type);
// The title of a case of this type from its answers; the type's name if the template is empty.
QString makeTitle(const CaseType &type, const QList<FormAnswer> &answers, const QString &language);
