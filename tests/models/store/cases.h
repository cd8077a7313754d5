#pragma once

#include "models/domain/apply.h"
#include "models/domain/wire.h"
#include "models/store/profile.h"
#include "tests/testing/casefixtures.h"

#include <QDir>
#include <QTemporaryDir>

// Cases, pages and a profile folder for the tests of the client's stores.
namespace testcases {

inline const Timestamp noon{ 1795258800000 }; // 2026-11-21 12:00 in Berlin

inline QString uuid(int number)
{
    return QStringLiteral("01900000-0000-7000-8000-%1").arg(number, 12, 10, QLatin1Char('0'));
}

inline CaseFile makeCase(int number, qint64 version = 1)
{
    CaseFile caseFile;
    caseFile.id = CaseId{ uuid(number) };
    caseFile.version = version;
    caseFile.reference = QStringLiteral("LIN/67-2026-%1").arg(number, 6, 10, QLatin1Char('0'));
    caseFile.type = CaseTypeId{ QStringLiteral("baumfaellgenehmigung") };
    caseFile.typeVersion = 1;
    caseFile.title = QStringLiteral("Baumfällung: Eiche, Lindenstraße %1").arg(number);
    caseFile.department = DepartmentId{ QStringLiteral("umwelt") };
    Party party;
    party.id = PartyId{ uuid(number + 500000) };
    party.roles = { PartyRole::Applicant };
    party.givenName = QStringLiteral("Änne");
    party.familyName = QStringLiteral("Müller");
    caseFile.parties = { party };
    caseFile.target.due = QDate(2026, 12, 1).addDays(number % 50);
    caseFile.filedAt = { noon.ms - 1000 * number };
    caseFile.updatedAt = { noon.ms + 1000 * number };
    return caseFile;
}

inline Message fromApplicant(int number, const QString &text)
{
    Message message;
    message.id = MessageId{ uuid(number + 700000) };
    message.direction = MessageDirection::FromApplicant;
    message.at = noon;
    message.text = text;
    return message;
}

inline FeedChange drop(const CaseFile &caseFile, ChangeAction action)
{
    FeedChange change;
    change.kind = AggregateKind::Case;
    change.action = action;
    change.id = caseFile.id.text;
    change.version = caseFile.version;
    return change;
}

inline FeedPage page(const QList<FeedChange> &changes, const QString &next = QStringLiteral("c1"))
{
    FeedPage page;
    page.epoch = QStringLiteral("e1");
    page.changes = changes;
    page.next = next;
    return page;
}

inline Session session()
{
    Session session;
    session.serverId = QStringLiteral("server");
    session.epoch = QStringLiteral("e1");
    session.clerk.id = ClerkId{ uuid(900001) };
    session.clerk.name = QStringLiteral("Jana Sommer");
    const PermissionSet rights = permissionsOf(Role::SeniorClerk);
    session.grants.insert(
        DepartmentId{ QStringLiteral("umwelt") }, QList<Permission>(rights.begin(), rights.end()));
    return session;
}

struct Folder {
    Folder()
        : paths{ dir.filePath(QStringLiteral("profile")) }
    {
        QDir().mkpath(paths.files());
        QDir().mkpath(paths.staged());
    }
    QTemporaryDir dir;
    ProfilePaths paths;
};

} // namespace testcases
