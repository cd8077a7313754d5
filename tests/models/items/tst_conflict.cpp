#include "models/domain/apply.h"
#include "models/domain/wire.h"
#include "models/items/conflict.h"
#include "tests/testing/casefixtures.h"

#include <QJsonObject>
#include <QtTest>

// A conflict as the clerk sees it: before, mine, theirs, with author and time.
class TestConflict : public QObject {
    Q_OBJECT

    static Operation operation(const CaseFile &caseFile, OperationArgs args)
    {
        Operation operation;
        operation.id = newId<OperationId>(FixedClock({ 1'795'423'260'000 }));
        operation.caseId = caseFile.id;
        operation.baseVersion = caseFile.version;
        operation.args = std::move(args);
        return operation;
    }
    static ApplyContext by(const QString &name, Timestamp at)
    {
        ApplyContext context;
        context.actor = { ActorKind::Clerk, QStringLiteral("id-") + name, name, {} };
        context.now = at;
        context.permissions = permissionsOf(Role::TeamLead);
        return context;
    }

private slots:
    void shouldShowBaseMineAndTheirs()
    {
        CaseFile seen = sampleCase(1);
        seen.state = CaseState::InProgress;
        Operation mine = operation(seen, ChangeState{ CaseState::WaitingForApplicant, {} });
        keepBase(mine, seen);
        const Timestamp later{ 1'795'423'999'000 };
        const CaseFile portal = *apply(
            operation(seen, ChangeState{ CaseState::Inadmissible, QStringLiteral("unzuständig") }),
            seen, by(QStringLiteral("Jonas Petersen"), later));
        PendingOperation entry;
        entry.operation = *operationFromJson(toJson(mine)); // as it lies on the disk
        const QList<ConflictingField> fields = conflictingFields(entry, portal, {});
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields[0].field, QStringLiteral("state"));
        QCOMPARE(fields[0].base.toString(), wireName(CaseState::InProgress));
        QCOMPARE(fields[0].mine.toString(), wireName(CaseState::WaitingForApplicant));
        QCOMPARE(fields[0].theirs.toString(), wireName(CaseState::Inadmissible));
        QCOMPARE(fields[0].author, QStringLiteral("Jonas Petersen"));
        QCOMPARE(fields[0].at, later);
    }

    void shouldNotShowFieldsThatNobodyElseChanged()
    {
        const CaseFile seen = sampleCase(1);
        const Operation mine = operation(seen, TakeOver{}); // writes assignee and state
        const CaseFile portal
            = *apply(operation(seen, Assign{ ClerkId{ QStringLiteral("jonas") }, {} }), seen,
                by(QStringLiteral("Leitung"), { 1'795'423'999'000 }));
        PendingOperation entry;
        entry.operation = mine;
        const QList<ConflictingField> fields
            = conflictingFields(entry, portal, ClerkId{ QStringLiteral("ich") });
        QCOMPARE(fields.size(), 1);
        QCOMPARE(fields[0].field, QStringLiteral("assignee"));
        QVERIFY(fields[0].base.isUndefined()); // made without keepBase()
        QCOMPARE(fields[0].mine.toString(), QStringLiteral("ich"));
        QCOMPARE(fields[0].theirs.toString(), QStringLiteral("jonas"));
    }

    void shouldFindWhatTheApplicantWroteSince()
    {
        CaseFile portal = sampleCase(1);
        for (const char *id : { "1", "2", "3" }) {
            Message message;
            message.id = MessageId{ QString::fromLatin1(id) };
            message.direction
                = id[0] == '2' ? MessageDirection::ToApplicant : MessageDirection::FromApplicant;
            portal.messages.append(message);
        }
        Reply reply;
        reply.lastSeen = MessageId{ QStringLiteral("1") };
        const Operation old = operation(portal, reply);
        QCOMPARE(newerMessages(old, portal).size(), 1);
        QCOMPARE(newerMessages(old, portal).first().id.text, QStringLiteral("3"));
        const Operation renewed = operation(portal, renewedArgs(old, portal));
        QVERIFY(newerMessages(renewed, portal).isEmpty());
        QCOMPARE(newerMessages(operation(portal, Reply{}), portal).size(), 2);
        QVERIFY(newerMessages(operation(portal, TakeOver{}), portal).isEmpty());
    }

    void shouldGiveBackEveryWordOfTheClerk()
    {
        const CaseFile any = sampleCase(1);
        Reply reply;
        reply.text = QStringLiteral("Guten Tag");
        QCOMPARE(clerkWords(operation(any, reply)), reply.text);
        RequestDocuments request;
        request.text = QStringLiteral("Bitte");
        request.items = { QStringLiteral("Plan"), QStringLiteral("Foto") };
        QCOMPARE(clerkWords(operation(any, request)), QStringLiteral("Bitte\n- Plan\n- Foto"));
        IssueNotice issue;
        issue.title = QStringLiteral("Bescheid");
        issue.content = { { QStringLiteral("reasons"),
            QJsonObject{ { QStringLiteral("facts"), QStringLiteral("Weil") } } } };
        QCOMPARE(clerkWords(operation(any, issue)), QStringLiteral("Bescheid\n\nWeil"));
        QVERIFY(clerkWords(operation(any, TakeOver{})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConflict)
#include "tst_conflict.moc"
