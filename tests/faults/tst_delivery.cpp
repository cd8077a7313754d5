#include "faulttest.h"
#include "rawclerk.h"

// Cases 5, 7 to 11, 43: an operation on its way to the portal.
class TestDelivery : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(startPortal(40)); }
    void init() { QVERIFY(startCase()); }
    void cleanup() { endCase(); }

    void case05_replyLostAfterCommit_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::newRow("answer lost") << QStringLiteral("drop");
        QTest::newRow("answer cut") << QStringLiteral("cut 0.5");
        QTest::newRow("504 of a proxy") << QStringLiteral("after 504");
    }
    void case05_replyLostAfterCommit()
    {
        QFETCH(const QString, fault);
        proxy->fault(QStringLiteral("POST"), operations, fault, 0);
        const Operation note = clerk->note(nextCase(), QStringLiteral("fünf"));
        QVERIFY(!clerk->sync());
        QCOMPARE(office->effects(note), 1);
        // Here it is on its way, for all anybody knows: neither failed nor to be taken back.
        const PendingOperation entry = clerk->entry(note.id);
        QCOMPARE(entry.state, PendingState::Waiting);
        QVERIFY(entry.maybeArrived);
        QVERIFY(clerk->outbox().notSent().isEmpty());
        QCOMPARE(clerk->outbox().withdraw(note.id).error().key, QStringLiteral("outbox.maybeSent"));
        proxy->clear();
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }

    void case07_sameOperationTwiceInParallel()
    {
        proxy->fault(QStringLiteral("POST"), operations, QStringLiteral("duplicate"), 0);
        QList<Operation> notes;
        for (int i = 0; i < 5; ++i)
            notes.append(clerk->note(nextCase(), QStringLiteral("doppelt %1").arg(i)));
        QVERIFY(clerk->sync());
        QVERIFY(proxy->hits(QStringLiteral("duplicate")) > 0);
        for (const Operation &note : std::as_const(notes)) {
            QCOMPARE(office->effects(note), 1);
            QCOMPARE(clerk->entry(note.id).state, PendingState::Delivered);
        }
        QVERIFY(isAtRest(*clerk));
    }

    void case08_operationIdWithOtherContent()
    {
        const CaseId id = nextCase();
        const Operation first = clerk->note(id, QStringLiteral("zuerst"));
        QVERIFY(clerk->sync());
        Clerk other(proxy->url());
        QVERIFY(other.signIn());
        QVERIFY(other.sync());
        Operation twin = first;
        twin.args = AddNote{ newId<NoteId>(other.clock), QStringLiteral("untergeschoben") };
        QVERIFY(other.outbox().append(twin));
        QVERIFY(other.sync());
        QCOMPARE(other.entry(twin.id).state, PendingState::Rejected); // in "Not sent"
        QCOMPARE(other.entry(twin.id).reason, QStringLiteral("operation.reused"));
        QCOMPARE(notesOf(office->caseOf(id), QStringLiteral("untergeschoben")), 0);
        QCOMPARE(notesOf(office->caseOf(id), QStringLiteral("zuerst")), 1);
        QCOMPARE(office->audited(QStringLiteral("operation.reused"), id), 1);
        QVERIFY(isAtRest(*clerk));
    }

    void case09_operationsOfOneCaseReordered()
    {
        RawClerk raw(proxy->url());
        const CaseFile caseFile = office->caseOf(nextCase());
        const Operation first = raw.note(caseFile, QStringLiteral("eins"));
        const Operation second = raw.note(caseFile, QStringLiteral("zwei"), first.id);
        QCOMPARE(raw.send({ second })->first().outcome, Outcome::Retry);
        QCOMPARE(office->effects(second), 0);
        QCOMPARE(raw.send({ first })->first().outcome, Outcome::Applied);
        QCOMPARE(raw.send({ second })->first().outcome, Outcome::Applied);

        // Two requests at once that overtake each other on the way.
        const Operation third = raw.note(caseFile, QStringLiteral("drei"), second.id);
        const Operation fourth = raw.note(caseFile, QStringLiteral("vier"), third.id);
        proxy->fault(QStringLiteral("POST"), operations, QStringLiteral("reorder 2"), 2);
        QList<Outcome> outcomes;
        for (const Operation &operation : { third, fourth }) {
            auto *job = new OperationsJob(raw.connection(), { operation });
            connect(job, &OperationsJob::finished, this,
                [&](const Result<QList<OperationResult>> &results) {
                    outcomes.append(results ? results->first().outcome : Outcome::Unknown);
                });
            job->start();
            QTRY_COMPARE(
                proxy->count(QStringLiteral("POST"), operations), operation.id == third.id ? 4 : 5);
        }
        QTRY_COMPARE(outcomes.size(), 2);
        QVERIFY(outcomes.contains(Outcome::Retry) && outcomes.contains(Outcome::Applied));
        QCOMPARE(raw.send({ third, fourth })->last().outcome, Outcome::Applied);
        QStringList texts;
        for (const Note &note : office->caseOf(caseFile.id).notes)
            texts.append(note.text);
        QCOMPARE(texts.mid(texts.size() - 4),
            (QStringList{ QStringLiteral("eins"), QStringLiteral("zwei"), QStringLiteral("drei"),
                QStringLiteral("vier") }));
    }

    void case10_poisonedOperation()
    {
        Operation poisoned = clerk->view().operation(nextCase(), UnknownOperation{});
        poisoned.unknownType = QStringLiteral("fly");
        poisoned = *clerk->outbox().append(poisoned);
        const Operation behind = clerk->note(poisoned.caseId, QStringLiteral("dahinter"));
        // A request that the portal does not even read.
        const Operation huge = clerk->note(nextCase(), QString(1'060'000, QLatin1Char('x')));
        const Operation other = clerk->note(nextCase(), QStringLiteral("andere Akte"));
        QCOMPARE(clerk->syncKey(), QString());
        QCOMPARE(clerk->entry(poisoned.id).state, PendingState::Rejected);
        QCOMPARE(clerk->entry(poisoned.id).reason, QStringLiteral("operation.unsupported"));
        QCOMPARE(clerk->entry(behind.id).state, PendingState::Waiting);
        QCOMPARE(office->effects(behind), 0);
        QCOMPARE(clerk->entry(huge.id).state, PendingState::NeedsAttention);
        QVERIFY(!clerk->entry(huge.id).reason.isEmpty());
        QCOMPARE(clerk->entry(other.id).state, PendingState::Delivered);
        QCOMPARE(office->effects(other), 1);
        // The clerk takes both back: the case goes on.
        QVERIFY(clerk->outbox().withdraw(poisoned.id));
        QVERIFY(clerk->outbox().withdraw(huge.id));
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(behind), 1);
    }

    void case11_mixedResultsInOneAnswer()
    {
        const CaseId contested = caseInProgress();
        const CaseId answered = nextCase();
        Clerk colleague(portal->url(), QStringLiteral("joerg.weiss"));
        QVERIFY(colleague.signIn());
        QVERIFY(colleague.sync());
        colleague.act(contested, TakeOver{});
        QVERIFY(colleague.sync());
        office->applicantWrites(answered, QStringLiteral("Noch eine Frage"));
        const int before = proxy->count(QStringLiteral("POST"), operations);
        const Operation applied = clerk->note(nextCase(), QStringLiteral("angenommen"));
        const Operation conflict = clerk->act(contested, TakeOver{});
        const Operation stale = clerk->reply(answered, QStringLiteral("Vor der Frage verfasst"));
        Operation unknown = clerk->view().operation(nextCase(), UnknownOperation{});
        unknown.unknownType = QStringLiteral("fly");
        unknown = *clerk->outbox().append(unknown);
        QVERIFY(clerk->sync());
        QCOMPARE(proxy->count(QStringLiteral("POST"), operations) - before, 1);
        QCOMPARE(clerk->entry(applied.id).state, PendingState::Delivered);
        QCOMPARE(clerk->entry(conflict.id).state, PendingState::Conflict);
        QCOMPARE(clerk->entry(stale.id).state, PendingState::Conflict);
        QCOMPARE(clerk->entry(unknown.id).state, PendingState::Rejected);
        for (const OperationId &id : { conflict.id, stale.id, unknown.id })
            QVERIFY(clerk->outbox().withdraw(id));
        QVERIFY(isAtRest(*clerk));
    }

    void case43_sleepDuringRequest()
    {
        proxy->fault(QStringLiteral("POST"), operations, QStringLiteral("stall"), 1);
        const Operation note = clerk->note(nextCase(), QStringLiteral("vor dem Zuklappen"));
        std::optional<Status> round;
        const QObject context;
        connect(&clerk->engine(), &SyncEngine::roundFinished, &context,
            [&](const Status &result) { round = result; });
        clerk->engine().syncNow();
        QVERIFY(proxy->waitForHit(QStringLiteral("stall")));
        QCOMPARE(office->effects(note), 1);
        clerk->clock.aheadMs += 8 * 3600 * 1000; // asleep for a night; the line is dead
        clerk->time.passedMs += 8 * 3600 * 1000;
        QTRY_VERIFY(round.has_value());
        QCOMPARE(round->error().key, QStringLiteral("portal.timeout"));
        clerk->clock.aheadMs = 0;
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }
};

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
