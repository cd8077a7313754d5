#include "faulttest.h"

#include "app/client/caseactions.h"

// Cases 42, 44 and 48: clocks that jump, second thoughts, second programs.
class TestClock : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(startPortal(40)); }
    void init() { QVERIFY(startCase()); }
    void cleanup() { endCase(); }

    void case42_clockJumps_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("a day ahead") << qint64(86'400);
        QTest::newRow("a day back") << qint64(-86'400);
        QTest::newRow("summer time begins") << qint64(3'600);
        QTest::newRow("summer time ends") << qint64(-3'600);
    }
    void case42_clockJumps()
    {
        QFETCH(const qint64, seconds);
        const CaseId id = nextCase();
        CaseActions &actions = clerk->desk().actions();
        actions.setUndoSeconds(10);
        const Operation first = clerk->note(id, QStringLiteral("vor dem Sprung"));
        ActionOptions undoable;
        undoable.undoable = true;
        const Operation second = *actions.addNote(nextCase(), QStringLiteral("überlegt"), undoable);
        clerk->clock.aheadMs += seconds * 1000;
        const Operation third = clerk->note(id, QStringLiteral("nach dem Sprung"));
        QVERIFY(clerk->sync());
        QCOMPARE(office->effects(second), 0); // the ten seconds are not over
        QCOMPARE(clerk->entry(second.id).state, PendingState::Waiting);
        clerk->time.passedMs += 11'000;
        QVERIFY(clerk->sync());
        QCOMPARE(office->effects(second), 1); // now they are
        const QList<Note> notes = office->caseOf(id).notes;
        QCOMPARE(notes.at(notes.size() - 2).text, std::get<AddNote>(first.args).text);
        QCOMPARE(notes.at(notes.size() - 1).text, std::get<AddNote>(third.args).text);
        const qint64 ahead = clerk->engine().status().clockAheadSeconds;
        QVERIFY2(qAbs(ahead - seconds) < 60, qPrintable(QString::number(ahead))); // the hint
        clerk->clock.aheadMs = 0;
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(clerk->engine().status().clockAheadSeconds, 0);
    }

    void case48_undoAtTheLastMoment_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<bool>("undone");
        QTest::newRow("within the window") << QStringLiteral("within") << true;
        QTest::newRow("window over, not yet sent") << QStringLiteral("over") << true;
        QTest::newRow("while its file goes ahead") << QStringLiteral("file") << true;
        QTest::newRow("while it is on its way") << QStringLiteral("request") << false;
        QTest::newRow("arrived, answer lost") << QStringLiteral("lost") << false;
        QTest::newRow("delivered") << QStringLiteral("delivered") << false;
    }
    void case48_undoAtTheLastMoment()
    {
        QFETCH(const QString, moment);
        QFETCH(const bool, undone);
        CaseActions &actions = clerk->desk().actions();
        actions.setUndoSeconds(10);
        ActionOptions undoable;
        undoable.undoable = true;
        const NewAttachment file = clerk->stage(QByteArray(50'000, 'u') + moment.toLatin1());
        const Operation reply
            = *actions.reply(nextCase(), QStringLiteral("Moment!"), { file }, undoable);
        if (moment != QLatin1String("within"))
            clerk->time.passedMs += 10'001;
        std::optional<Status> round;
        const QObject context;
        connect(&clerk->engine(), &SyncEngine::roundFinished, &context,
            [&](const Status &result) { round = result; });
        if (moment == QLatin1String("file"))
            holdUntilHit(QStringLiteral("PATCH"), QStringLiteral("/sync/v1/uploads"), "hold");
        else if (moment == QLatin1String("request"))
            holdUntilHit(QStringLiteral("POST"), operations, "hold");
        else if (moment == QLatin1String("lost"))
            holdUntilHit(QStringLiteral("POST"), operations, "stall");
        else if (moment == QLatin1String("delivered"))
            QVERIFY(clerk->sync());

        const Status answer = actions.undo(reply.id);
        QCOMPARE(answer.ok(), undone);
        QCOMPARE(!clerk->outbox().find(reply.id), undone); // shown as it is
        if (!undone && moment != QLatin1String("delivered"))
            QCOMPARE(answer.error().key, QStringLiteral("outbox.maybeSent"));
        const bool running = moment == QLatin1String("file") || moment == QLatin1String("request")
            || moment == QLatin1String("lost");
        proxy->tell(QStringLiteral("release"));
        if (running)
            QTRY_VERIFY(round.has_value());
        clerk->time.passedMs += 60'000;
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(reply), undone ? 0 : 1);
    }

    void case44_secondProgramOnTheProfile()
    {
        const Operation note = clerk->note(nextCase(), QStringLiteral("bleibt allein"));
        QProcess second;
        second.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-cli"),
            { QStringLiteral("--profile"), clerk->paths().root, QStringLiteral("sync") });
        QVERIFY(second.waitForFinished(30'000));
        QCOMPARE(second.exitCode(), 6);
        QVERIFY(second.readAllStandardOutput().contains("store.inUse"));
        QVERIFY(!Profile::open(clerk->paths()));
        QCOMPARE(office->effects(note), 0);
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
        clerk->close();
        QVERIFY(Profile::open(clerk->paths())); // given back
    }

private:
    void holdUntilHit(const QString &method, const QString &path, const char *kind)
    {
        proxy->fault(method, path, QString::fromLatin1(kind), 1);
        clerk->engine().syncNow();
        QVERIFY(proxy->waitForHit(QString::fromLatin1(kind)));
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
