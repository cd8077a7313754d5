#pragma once

#include "visit.h"

#include "models/domain/casefile.h"
#include "models/domain/casetype.h"

#include <QJsonArray>

namespace citizen {

// A case as its applicant sees it: only what is meant for them, in their language.
struct CaseView {
    const Visit &visit;
    const CaseFile &caseFile;
    const CaseType *type; // null: unknown to this portal

    QString title() const;
    QString path(const QString &rest = {}) const; // of the case's page
    QJsonArray statusSteps() const;
    QString expectation() const; // "Voraussichtlich bis …"; empty when decided or not stated
    QString experience() const; // "Zuletzt …"; empty below ten handled cases
    QJsonArray requests() const; // open document requests
    QJsonArray fees() const;
    QJsonArray notices() const;
    QJsonArray documents() const; // own files
    QJsonArray messages() const;
    QJsonArray history() const;
    bool mayWrite() const;
    bool mayWithdraw() const;
    // May the applicant fetch this file? Theirs, a notice, a receipt, or part of a message to them.
    static bool isShown(const CaseFile &caseFile, const Attachment &attachment);

private:
    QJsonObject fileEntry(const Attachment &attachment) const;
};

} // namespace citizen
