#pragma once

#include "drafts.h"

namespace citizen {

// The steps that a draft has now; files, contact and review come after the definition's own.
struct StepEntry {
    QString key; // in the address
    QString title;
    const FormStep *step = nullptr; // null for the three
};
QList<StepEntry> stepsOf(const Visit &visit, const PublicService &service, const Draft &draft);
// File fields that are asked now, with their paths.
struct FileField {
    const FieldDefinition *field = nullptr;
    QString path;
};
QList<FileField> fileFieldsOf(const PublicService &service, const Draft &draft);

// "ko-steps" with links to what was passed.
QJsonArray stepList(const Visit &visit, const QList<StepEntry> &steps, const Draft &draft, int now);

// Errors worded, for the summary on top: [{href, text}].
QString wordError(const Visit &visit, const catalogue::FieldError &error);
QJsonArray errorList(const Visit &visit, const QList<catalogue::FieldError> &errors);

// The id of an element for a path: "baum-umfang".
QString elementId(const QString &path);

// All fields of a step as the template part "field" wants them.
QJsonArray fieldList(const Visit &visit, const PublicService &service, const FormStep &step,
    const Draft &draft, const QList<catalogue::FieldError> &errors);

// A field that no definition has (e-mail, text of a message), in the same form.
struct PlainField {
    QString name;
    QString label;
    QString hint;
    QString type = QStringLiteral("text"); // or "email", "textarea", "search"
    QString value;
    QString error; // worded; empty: none
    QString autocomplete;
    bool optional = false;
    QString width; // class, e.g. "ko-w-m"
};
QJsonObject plainField(const PlainField &field);

} // namespace citizen
