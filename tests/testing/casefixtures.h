#pragma once

#include "models/domain/wire.h"

#include <QCryptographicHash>

// A small case of the department "umweltamt", the n-th one.
inline CaseFile sampleCase(int n)
{
    CaseFile caseFile;
    caseFile.id = { QStringLiteral("0192bbbb-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0')) };
    caseFile.version = 1;
    caseFile.reference = QStringLiteral("LIN-2026-%1").arg(n, 5, 10, QLatin1Char('0'));
    caseFile.type = { QStringLiteral("baumfaellgenehmigung") };
    caseFile.typeVersion = 1;
    caseFile.title = QStringLiteral("Baumfällung: Linde, Gartenweg %1").arg(n);
    caseFile.language = QStringLiteral("de");
    caseFile.department = { QStringLiteral("umweltamt") };
    caseFile.filedAt = { 1'795'000'000'000 + n };
    caseFile.updatedAt = caseFile.filedAt;
    Party party;
    party.id = { QStringLiteral("0192cccc-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0')) };
    party.roles = { PartyRole::Applicant };
    party.salutation = QStringLiteral("Frau");
    party.givenName = QStringLiteral("Änne");
    party.familyName = QStringLiteral("Szczepańska");
    party.address.street = QStringLiteral("Gartenweg %1").arg(n);
    party.address.postalCode = QStringLiteral("12345");
    party.address.city = QStringLiteral("Lindenau");
    caseFile.parties = { party };
    return caseFile;
}

inline Attachment sampleAttachment(int n, const QByteArray &bytes)
{
    Attachment file;
    file.id = { QStringLiteral("0192dddd-0000-7000-8000-%1").arg(n, 12, 10, QLatin1Char('0')) };
    file.name = QStringLiteral("Lageplan %1.pdf").arg(n);
    file.type = QStringLiteral("application/pdf");
    file.size = bytes.size();
    file.sha256
        = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    file.at = { 1'795'000'000'000 };
    return file;
}

// As the feed brings it.
inline FeedChange upsert(const CaseFile &caseFile)
{
    FeedChange change;
    change.kind = AggregateKind::Case;
    change.action = ChangeAction::Upsert;
    change.id = caseFile.id.text;
    change.version = caseFile.version;
    change.body = toJson(caseFile);
    return change;
}
