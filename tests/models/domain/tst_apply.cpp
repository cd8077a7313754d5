#include "models/domain/apply.h"
#include "models/domain/wire.h"

#include <QTest>

namespace {

const PermissionSet everything = permissionsOf(Role::TeamLead);

ApplyContext clerkContext(qint64 ms = 1'000'000'000'000)
{
    ApplyContext context;
    context.actor = Actor{ ActorKind::Clerk, QStringLiteral("clerk-1"),
        QStringLiteral("Maren Kowalski"), {} };
    context.now = { ms };
    context.permissions = everything;
    return context;
}

ApplyContext applicantContext()
{
    ApplyContext context;
    context.actor = Actor{ ActorKind::Applicant, {}, QStringLiteral("Änne Szczepańska"), {} };
    context.now = { 1'000'000'100'000 };
    return context;
}

template <class Args> Operation operation(Args args, qint64 base = 1)
{
    SystemClock clock;
    Operation made;
    made.id = newId<OperationId>(clock);
    made.caseId = CaseId{ QStringLiteral("0190f5fe-0000-7000-8000-000000000001") };
    made.baseVersion = base;
    made.args = args;
    return made;
}

CaseFile filedCase()
{
    FileApplication filed;
    filed.type = CaseTypeId{ QStringLiteral("baumfaellgenehmigung") };
    filed.typeVersion = 1;
    filed.department = DepartmentId{ QStringLiteral("ordnung") };
    filed.reference = QStringLiteral("LIN-67.1-2026-00001");
    filed.title = QStringLiteral("Baumfällung: Eiche");
    filed.language = QStringLiteral("de");
    FormAnswer answer;
    answer.key = QStringLiteral("umfang");
    answer.label = QStringLiteral("Stammumfang");
    answer.value = 142;
    answer.display = QStringLiteral("142 cm");
    filed.answers.append(answer);
    ApplyContext context = applicantContext();
    return *apply(operation(filed, 0), {}, context);
}

Reply reply(const QString &text = QStringLiteral("Guten Tag"))
{
    Reply made;
    made.id = MessageId{ QStringLiteral("m1") };
    made.text = text;
    return made;
}

RequestFee fee()
{
    RequestFee made;
    made.id = FeeId{ QStringLiteral("f1") };
    made.items = { FeeItem{
        QStringLiteral("Verwaltungsgebühr"), Money{ 3070 }, QStringLiteral("§ 2 VwKS"), {} } };
    made.due = QDate(2026, 12, 12);
    made.reference = QStringLiteral("5.0815.000001.3");
    return made;
}

} // namespace

class ApplyTest : public QObject {
    Q_OBJECT
private slots:
    void shouldFileAnApplicationAsNewCaseWithTimeline()
    {
        const CaseFile filed = filedCase();
        QCOMPARE(filed.state, CaseState::New);
        QCOMPARE(filed.version, 1);
        QCOMPARE(filed.events.size(), 1);
        QCOMPARE(filed.events.first().code, QStringLiteral("case.filed"));
        QVERIFY(filed.events.first().shownToApplicant);
    }

    void shouldBePure()
    {
        const CaseFile before = filedCase();
        const Operation take = operation(TakeOver{});
        const auto first = apply(take, before, clerkContext());
        const auto second = apply(take, before, clerkContext());
        QVERIFY(first.ok() && *first == *second);
        QCOMPARE(first->assignee.text, QStringLiteral("clerk-1"));
        QCOMPARE(first->state, CaseState::Accepted);
    }

    void shouldFollowTheTableOfTransitions_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("error");
        QTest::newRow("accept") << "new"
                                << "accepted"
                                << ""
                                << "";
        QTest::newRow("wait") << "inProgress"
                              << "waitingForApplicant"
                              << ""
                              << "";
        QTest::newRow("reopen needs a reason") << "closed"
                                               << "inProgress"
                                               << ""
                                               << "case.transition.needsReason";
        QTest::newRow("reopen") << "closed"
                                << "inProgress"
                                << "Neue Tatsachen"
                                << "";
        QTest::newRow("no way back to new") << "accepted"
                                            << "new"
                                            << ""
                                            << "case.transition.impossible";
        QTest::newRow("no decision out of nothing") << "new"
                                                    << "decided"
                                                    << ""
                                                    << "case.transition.impossible";
        QTest::newRow("transfer needs a reason") << "new"
                                                 << "transferred"
                                                 << " "
                                                 << "case.transition.needsReason";
    }
    void shouldFollowTheTableOfTransitions()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, reason);
        QFETCH(QString, error);
        CaseFile caseFile = filedCase();
        caseFile.state = caseStateOf(from);
        const auto changed
            = apply(operation(ChangeState{ caseStateOf(to), reason }), caseFile, clerkContext());
        if (error.isEmpty()) {
            QVERIFY(changed.ok());
            QCOMPARE(wireName(changed->state), to);
        } else {
            QVERIFY(!changed.ok());
            QCOMPARE(changed.error().key, error);
        }
    }

    void shouldRefuseWithoutPermission()
    {
        ApplyContext reader = clerkContext();
        reader.permissions = permissionsOf(Role::Reader);
        const auto taken = apply(operation(TakeOver{}), filedCase(), reader);
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().code, ErrorCode::NotAllowed);
        ApplyContext clerk = clerkContext();
        clerk.permissions = permissionsOf(Role::Clerk);
        QCOMPARE(apply(operation(IssueNotice{}), filedCase(), clerk).error().code,
            ErrorCode::NotAllowed);
        QCOMPARE(
            apply(operation(SettleFee{}), filedCase(), clerk).error().code, ErrorCode::NotAllowed);
        QCOMPARE(apply(operation(TakeOver{}), filedCase(), applicantContext()).error().code,
            ErrorCode::NotAllowed);
    }

    void shouldPauseTheTargetWhileWaitingAndResumeOnTheAnswer()
    {
        CaseFile caseFile = filedCase();
        caseFile.state = CaseState::InProgress;
        caseFile.target.due = QDate(2001, 9, 30);
        RequestDocuments request;
        request.id = RequestId{ QStringLiteral("r1") };
        request.items = { QStringLiteral("Lageplan") };
        request.text = QStringLiteral("Bitte senden Sie uns einen Lageplan.");
        request.due = QDate(2001, 9, 20);
        auto waiting = apply(operation(request), caseFile, clerkContext());
        QVERIFY(waiting.ok());
        QCOMPARE(waiting->state, CaseState::WaitingForApplicant);
        QVERIFY(waiting->target.isPaused());
        ReceiveMessage answer;
        answer.id = MessageId{ QStringLiteral("m2") };
        answer.text = QStringLiteral("Anbei der Plan");
        ApplyContext later = applicantContext();
        later.now = clerkContext().now.plusSeconds(5 * 86400);
        const auto answered = apply(operation(answer, 2), *waiting, later);
        QVERIFY(answered.ok());
        QCOMPARE(answered->state, CaseState::InProgress);
        QVERIFY(!answered->target.isPaused());
        QCOMPARE(effectiveDue(answered->target, QDate(2001, 12, 1)), QDate(2001, 10, 5));
        QVERIFY(!answered->documentRequests.first().answeredAt.isNull());
    }

    void shouldIssueNoticeAndFeeAsOne()
    {
        CaseFile caseFile = filedCase();
        caseFile.state = CaseState::InProgress;
        IssueNotice issue;
        issue.id = NoticeId{ QStringLiteral("n1") };
        issue.title = QStringLiteral("Bescheid");
        issue.content = { { QStringLiteral("subject"), QStringLiteral("Baumfällung") } };
        issue.document
            = NewAttachment{ AttachmentId{ QStringLiteral("a1") }, QStringLiteral("Bescheid.pdf"),
                  QStringLiteral("application/pdf"), 100, QStringLiteral("00"), {}, {} };
        issue.fee = fee();
        const auto issued = apply(operation(issue), caseFile, clerkContext());
        QVERIFY(issued.ok());
        QCOMPARE(issued->state, CaseState::Decided);
        QCOMPARE(issued->notices.first().fee, issued->fees.first().id);
        QCOMPARE(issued->notices.first().providedAt, clerkContext().now);
        QVERIFY(issued->notices.first().finalOn.isNull()); // a person confirms it
        QCOMPARE(issued->fees.first().notice, issued->notices.first().id);
        issue.channel = NoticeChannel::PortalRetrieval;
        QCOMPARE(apply(operation(issue), caseFile, clerkContext()).error().key,
            QStringLiteral("notice.channel.noConsent"));
        caseFile.consent.electronic = true;
        QVERIFY(apply(operation(issue), caseFile, clerkContext()));
        issue.fee->items.clear(); // a fee that is refused takes the notice with it
        QCOMPARE(apply(operation(issue), caseFile, clerkContext()).error().key,
            QStringLiteral("fee.items"));
    }

    void shouldLetAPersonConfirmFinality_data()
    {
        QTest::addColumn<QString>("notice");
        QTest::addColumn<int>("days"); // from today
        QTest::addColumn<QString>("error");
        QTest::newRow("today") << u"n1"_qs << 0 << QString();
        QTest::newRow("earlier") << u"n1"_qs << -3 << QString();
        QTest::newRow("in the future") << u"n1"_qs << 1 << u"notice.finality.day"_qs;
        QTest::newRow("before the letter") << u"n1"_qs << -41 << u"notice.finality.day"_qs;
        QTest::newRow("another notice") << u"n2"_qs << 0 << u"notice.unknown"_qs;
    }
    void shouldLetAPersonConfirmFinality()
    {
        QFETCH(QString, notice);
        QFETCH(int, days);
        QFETCH(QString, error);
        const QDate today = localDate(clerkContext().now, "Europe/Berlin");
        CaseFile caseFile = filedCase();
        caseFile.notices.append(Notice{});
        caseFile.notices.first().id = NoticeId{ u"n1"_qs };
        caseFile.notices.first().letterDate = today.addDays(-40);
        const ConfirmFinality confirm{ NoticeId{ notice }, today.addDays(days) };
        const auto final = apply(operation(confirm), caseFile, clerkContext());
        QCOMPARE(final ? QString() : final.error().key, error);
        if (!final)
            return;
        QCOMPARE(final->notices.first().finalOn, today.addDays(days));
        QCOMPARE(final->notices.first().finalBy.id, clerkContext().actor.id);
        QCOMPARE(apply(operation(confirm, 2), *final, clerkContext()).error().key,
            QStringLiteral("notice.finality.known"));
        ApplyContext reader = clerkContext();
        reader.permissions = permissionsOf(Role::Reader);
        QCOMPARE(apply(operation(confirm), caseFile, reader).error().code, ErrorCode::NotAllowed);
    }

    void shouldNeverOverwriteWhatTheCitizenDeclared()
    {
        RecordFinding finding;
        finding.path = QStringLiteral("umfang");
        finding.finding.value = 118;
        finding.finding.display = QStringLiteral("118 cm");
        const auto found = apply(operation(finding), filedCase(), clerkContext());
        QVERIFY(found.ok());
        QCOMPARE(found->answers.size(), 2);
        QCOMPARE(found->answers[0].value.toInt(), 142);
        QCOMPARE(found->answers[1].value.toInt(), 118);
        QCOMPARE(found->answers[1].formerValue.toInt(), 142);
        QCOMPARE(found->answers[1].origin, AnswerOrigin::Office);
        QCOMPARE(found->answers[1].author, QStringLiteral("Maren Kowalski"));
    }

    void shouldKeepTheFirstEvidenceOfRetrieval()
    {
        RecordRetrieval first;
        first.retrieval.document = AttachmentId{ QStringLiteral("a1") };
        first.retrieval.retrievedAt = { 5000 };
        RecordRetrieval second = first;
        second.retrieval.retrievedAt = { 9000 };
        const auto once = apply(operation(first), filedCase(), applicantContext());
        const auto twice = apply(operation(second, 2), *once, applicantContext());
        QCOMPARE(twice->retrievals.size(), 1);
        QCOMPARE(twice->retrievals.first().retrievedAt.ms, 5000);
    }

    void shouldKeepWhenEachSideReadTheOther()
    {
        ReceiveMessage question;
        question.id = MessageId{ QStringLiteral("m9") };
        question.text = QStringLiteral("Wie lange dauert es?");
        CaseFile both = *apply(operation(question), filedCase(), applicantContext());
        both = *apply(operation(reply(), 2), both, clerkContext());
        const CaseFile byOffice
            = *apply(operation(MarkRead{ question.id }, 3), both, clerkContext());
        QVERIFY(!byOffice.messages[0].readByOffice.isNull());
        QVERIFY(byOffice.messages[1].readByApplicant.isNull());
        QVERIFY(byOffice.events.last().code != QStringLiteral("message.read"));
        const CaseFile byApplicant
            = *apply(operation(MarkRead{ reply().id }, 3), both, applicantContext());
        QVERIFY(byApplicant.messages[0].readByOffice.isNull());
        QVERIFY(!byApplicant.messages[1].readByApplicant.isNull());
        QCOMPARE(byApplicant.events.last().code, QStringLiteral("message.read"));
        QVERIFY(!byApplicant.events.last().shownToApplicant);
        const CaseFile again
            = *apply(operation(MarkRead{ reply().id }, 4), byApplicant, applicantContext());
        QCOMPARE(again.messages, byApplicant.messages);
        QCOMPARE(again.events.size(), byApplicant.events.size());
    }

    void shouldKeepThatNobodyCouldBeNotified_data()
    {
        QTest::addColumn<bool>("electronic");
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("notification");
        QTest::newRow("agreed") << true << QStringLiteral("a@b.example") << QString();
        QTest::newRow("no address") << true << QString() << QStringLiteral("none");
        QTest::newRow("post only")
            << false << QStringLiteral("a@b.example") << QStringLiteral("none");
    }
    void shouldKeepThatNobodyCouldBeNotified()
    {
        QFETCH(bool, electronic);
        QFETCH(QString, email);
        QFETCH(QString, notification);
        CaseFile filed = filedCase();
        filed.state = CaseState::InProgress;
        filed.consent.electronic = electronic;
        filed.consent.email = email;
        filed.consent.wording = QStringLiteral("2026-11");
        IssueNotice issue;
        issue.id = NoticeId{ QStringLiteral("n1") };
        issue.content = { { QStringLiteral("kind"), QStringLiteral("Bescheid") } };
        issue.document.id = AttachmentId{ QStringLiteral("a1") };
        const auto issued = apply(operation(issue), filed, clerkContext());
        QVERIFY(issued.ok());
        QCOMPARE(issued->retrievals.first().notification, notification);
    }

    void shouldRefuseFeesThatAreNotLawful_data()
    {
        QTest::addColumn<int>("cents");
        QTest::addColumn<QString>("basis");
        QTest::addColumn<QDate>("due");
        QTest::addColumn<QString>("key");
        QTest::newRow("no amount") << 0 << "§ 2" << QDate(2026, 1, 1) << "fee.itemIncomplete";
        QTest::newRow("no legal basis") << 100 << " " << QDate(2026, 1, 1) << "fee.itemIncomplete";
        QTest::newRow("no due date") << 100 << "§ 2" << QDate() << "fee.noDueDate";
        QTest::newRow("more than a million")
            << 100000000 << "§ 2" << QDate(2026, 1, 1) << "fee.tooLarge";
    }
    void shouldRefuseFeesThatAreNotLawful()
    {
        QFETCH(int, cents);
        QFETCH(QString, basis);
        QFETCH(QDate, due);
        QFETCH(QString, key);
        RequestFee request = fee();
        request.items.first().amount.cents = cents;
        request.items.first().legalBasis = basis;
        request.due = due;
        QCOMPARE(apply(operation(request), filedCase(), clerkContext()).error().key, key);
    }

    void shouldJudgeOnlyWhatOthersWroteSince()
    {
        const CaseFile base = filedCase();
        const Operation takeMine = operation(TakeOver{}, 1);
        const CaseFile taken = *apply(takeMine, base, clerkContext());
        // Another clerk's assignment, made on version 1, meets my take-over.
        Operation assign
            = operation(Assign{ ClerkId{ QStringLiteral("clerk-2") }, QStringLiteral("Jörg") }, 1);
        Judgement judged = judge(assign, taken, {});
        QCOMPARE(judged.outcome, Outcome::Conflict);
        QCOMPARE(judged.fields, QStringList{ QStringLiteral("assignee") });
        // The same from my own chain is none.
        assign.after = takeMine.id;
        QCOMPARE(judge(assign, taken, { takeMine.id }).outcome, Outcome::Applied);
        // A note beside somebody else's take-over is merged.
        QCOMPARE(judge(operation(AddNote{ NoteId{ QStringLiteral("x") }, QStringLiteral("y") }, 1),
                     taken, {})
                     .outcome,
            Outcome::Merged);
    }

    void shouldHoldBackAReplyThatCrossesANewMessage()
    {
        const CaseFile base = filedCase();
        ReceiveMessage citizen;
        citizen.id = MessageId{ QStringLiteral("m9") };
        citizen.text = QStringLiteral("Es eilt nicht mehr");
        const CaseFile newer = *apply(operation(citizen), base, applicantContext());
        QCOMPARE(judge(operation(reply(), 1), newer, {}).reason,
            QStringLiteral("conflict.review.newerMessage"));
        CaseFile closed = base;
        closed.version = 5;
        closed.state = CaseState::Closed;
        QCOMPARE(judge(operation(reply(), 1), closed, {}).reason,
            QStringLiteral("conflict.review.closed"));
        Reply seen = reply();
        seen.lastSeen = citizen.id;
        QCOMPARE(judge(operation(seen, 1), newer, {}).outcome, Outcome::Applied);
    }

    void shouldRefuseOperationsOfANewerProgram()
    {
        Operation newer;
        newer.caseId = CaseId{ QStringLiteral("x") };
        QCOMPARE(apply(newer, filedCase(), clerkContext()).error().code, ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(ApplyTest)
#include "tst_apply.moc"
