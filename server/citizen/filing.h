#pragma once

#include "formview.h"

namespace citizen {

constexpr int sessionSeconds = 2 * 3600; // a page opened by reference and code

// Version of the words on electronic communication that a citizen agreed to or refused; see
// "contact.consentText" in the keyed texts. A new wording needs a new version: it is evidence.
extern const char consentWording[];

// How answers are judged and worded on this visit.
catalogue::FormRules formRules(const Visit &visit, bool withFiles = true);

// What is wrong with the answers of the contact step.
QList<catalogue::FieldError> contactErrors(const Draft &draft);

// The whole application once more, as the review shows it.
QJsonObject reviewData(const Visit &visit, const PublicService &service, const Draft &draft,
    const QList<StepEntry> &steps);
// Errors of all steps and of the confirmation; links lead to the step.
QList<catalogue::FieldError> reviewErrors(
    const Visit &visit, const PublicService &service, const Draft &draft, bool confirmed);

// The code with which the case is opened together with its reference: derived from the browser's
// secret, so that the receipt can show it again while only its hash is stored. Twelve letters and
// digits without those that look alike (60 bits), "T4XP-9KWD-3HRM".
QString accessCode(const Visit &visit, const DraftId &draft);
// The hash for the store; spelling forgiven: case, spaces, hyphens.
QByteArray accessHash(const QByteArray &secret, const QString &code);

struct Filed {
    CaseId caseId;
    QString session; // token that opens the case for this browser
};
// Files the draft as a case: once, however often it is called for the same draft.
Result<Filed> file(const Visit &visit, const CaseType &type, const Draft &draft);

// A new session for a case; the token goes into the cookie "kontor-vorgang".
Result<QString> openSession(const Visit &visit, portal::Writing &writing, const CaseId &caseId);

// The working day that many working days after `from`.
QDate workdayAfter(const Visit &visit, QDate from, int days);

} // namespace citizen
