#pragma once

#include "formdata.h"
#include "models/domain/formanswer.h"

#include <QDate>

// Form data × definition → answers of the case, or what the citizen has to mend. Pure: the same on
// every step, before sending and in tests. What the definition does not ask is never looked at.
namespace catalogue {

struct FieldError {
    QString path; // of the field: "baum.umfang", of a date without its part
    QString key; // of the text: "form.required.text"
    QJsonObject params; // label, example, limits; "text": the definition's own words
    bool operator==(const FieldError &) const = default;
};

struct FormRules {
    QString language; // "de" or "en": of labels, numbers and amounts
    QDate today; // at the authority's seat
    bool withFiles = true; // false: files are asked on a page of their own
    QString yes = {}; // words for a box that is ticked, or not
    QString no = {};
};

struct StepCheck {
    FormAnswer answer; // a group with the key of the step; complete only without errors
    QList<FieldError> errors;
};
StepCheck checkStep(const PublicService &service, const FormStep &step, const FormData &data,
    const QList<UploadedFile> &files, const FormRules &rules);

struct FormCheck {
    QList<FormAnswer> answers; // one group per step in which something is asked
    QList<FieldError> errors;
};
FormCheck checkForm(const PublicService &service, const FormData &data,
    const QList<UploadedFile> &files, const FormRules &rules);

// The applicant by the definition's mapping. Null id; the caller gives one.
Party applicantOf(const PublicService &service, const QList<FormAnswer> &answers);

// "today", "today+3", "today-1" or an ISO date; null if the text is empty or none of these.
QDate resolvedDate(const QString &text, QDate today);
// "12. Dezember 2026", "12 December 2026".
QString longDate(QDate day, const QString &language);

} // namespace catalogue
