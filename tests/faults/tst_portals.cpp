#include "faulttest.h"
#include "rawclerk.h"

#include <QElapsedTimer>
#include <QFile>

// Cases 12, 19, 21, 22, 46 and 49: the portal goes, comes back, and is another one.
class TestPortals : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(startPortal(40)); }
    void init() { QVERIFY(startCase()); }
    void cleanup() { endCase(); }

    void case12_networkReturns()
    {
        proxy->tell(QStringLiteral("refuse"));
        clerk->desk().start();
        QTRY_COMPARE(clerk->engine().status().reachability, Reachability::Offline);
        QList<Operation> notes;
        for (int i = 0; i < 3; ++i)
            notes.append(clerk->note(nextCase(), QStringLiteral("ohne Netz %1").arg(i)));
        QCOMPARE(clerk->engine().status().pending, 3);
        proxy->tell(QStringLiteral("accept"));
        QElapsedTimer healed;
        healed.start();
        QTRY_VERIFY_WITH_TIMEOUT(clerk->outbox().all().isEmpty(), 60'000);
        QVERIFY(healed.elapsed() < 60'000); // I6, and nobody touched anything
        for (const Operation &note : std::as_const(notes))
            QCOMPARE(office->effects(note), 1);
        clerk->engine().stop();
    }

    // On PostgreSQL transactions commit in another order than they began.
    void case19_noChangeIsSkipped()
    {
        RawClerk reader(portal->url());
        QString cursor;
        QHash<QString, qint64> seen;
        const auto read = [&] {
            for (bool more = true; more;) {
                const Result<FeedPage> page = reader.changes(cursor, 3);
                QVERIFY(page);
                for (const FeedChange &change : page->changes)
                    seen.insert(change.id, change.version);
                cursor = page->next;
                more = page->more;
            }
        };
        read();
        std::vector<std::unique_ptr<RawClerk>> writers;
        QList<CaseId> cases;
        int left = 0;
        for (int i = 0; i < 6; ++i) {
            writers.push_back(std::make_unique<RawClerk>(portal->url()));
            cases.append(nextCase());
            left += 15;
        }
        // Each writer sends its next operation when the one before is answered.
        std::function<void(int, int)> write = [&](int writer, int number) {
            const Operation note = writers[writer]->note(
                office->caseOf(cases[writer]), QStringLiteral("gleichzeitig %1").arg(number));
            auto *job = new OperationsJob(writers[writer]->connection(), { note });
            connect(job, &OperationsJob::finished, this,
                [&, writer, number](const Result<QList<OperationResult>> &results) {
                    QVERIFY(results && results->first().outcome == Outcome::Applied);
                    --left;
                    if (number < 15)
                        write(writer, number + 1);
                });
            job->start();
        };
        for (int i = 0; i < 6; ++i)
            write(i, 1);
        while (left > 0 && !QTest::currentTestFailed())
            read(); // all the while
        read();
        for (const CaseId &id : std::as_const(cases))
            QCOMPARE(seen.value(id.text), office->caseOf(id).version);
    }

    void case21_restoredFromBackup()
    {
        const CaseId id = nextCase();
        const Operation kept = clerk->note(id, QStringLiteral("in der Sicherung"));
        QVERIFY(clerk->sync());
        const QString copy = portal->folder() + QStringLiteral("/copy");
        QCOMPARE(run({ QStringLiteral("backup"), QStringLiteral("--to"), copy }), 0);
        const QByteArray bytes(150'000, 'v');
        const Operation note = clerk->note(id, QStringLiteral("nach der Sicherung"));
        const Operation reply
            = clerk->reply(nextCase(), QStringLiteral("mit Plan"), { clerk->stage(bytes) });
        QVERIFY(clerk->sync());
        const qint64 version = clerk->shown(id)->version;
        QCOMPARE(office->effects(note) + office->effects(reply), 2);

        office.reset();
        portal->stop();
        QCOMPARE(portal->useNewDatabase(), PortalProcess::isPostgres()); // none is overwritten
        QCOMPARE(run({ QStringLiteral("restore"), QStringLiteral("--from"), copy,
                     QStringLiteral("--force") }),
            0);
        QVERIFY2(portal->serve(), qPrintable(portal->log()));
        office = std::make_unique<BackOffice>(*portal);
        QCOMPARE(office->effects(note) + office->effects(reply), 0);
        QSignalSpy forgotten(&clerk->engine(), &SyncEngine::operationsForgotten);
        if (!clerk->sync()) // the tokens of the backup are older than ours
            QVERIFY(clerk->signIn());
        QVERIFY(clerk->sync());
        QVERIFY(clerk->sync());
        // Listed, not sent by itself.
        QCOMPARE(forgotten.count(), 1);
        QCOMPARE(forgotten.first().first().value<QList<OperationId>>().size(), 2);
        QCOMPARE(clerk->outbox().notSent().size(), 2);
        QCOMPARE(clerk->entry(kept.id).state, PendingState::Delivered);
        QCOMPARE(clerk->entry(note.id).reason, QStringLiteral("operation.forgotten"));
        QCOMPARE(notesOf(*clerk->shown(id), QStringLiteral("in der Sicherung")), 1);
        QCOMPARE(notesOf(*clerk->shown(id), QStringLiteral("nach der Sicherung")), 0);
        QVERIFY(clerk->shown(id)->version > version); // no version ever means two things
        QCOMPARE(office->effects(note) + office->effects(reply), 0);
        // The clerk confirms.
        QVERIFY(clerk->outbox().release(note.id));
        QVERIFY(clerk->outbox().release(reply.id));
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
        QCOMPARE(office->effects(reply), 1);
        QVERIFY(office->attached(reply.caseId, sha256Of(bytes)) == bytes);
    }

    void case22_anotherPortalAtTheSameAddress()
    {
        PortalProcess other(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"));
        QVERIFY(other.start(5));
        const QMap<QString, CaseFile> before = clerk->everything();
        const Operation note = clerk->note(nextCase(), QStringLiteral("nur für unser Portal"));
        const int sent = proxy->count(QStringLiteral("POST"), operations);
        proxy->tell(QStringLiteral("target %1").arg(other.url().port()));
        QVERIFY(!clerk->sync()); // does not know us
        QVERIFY(clerk->signIn());
        QCOMPARE(clerk->syncKey(), QStringLiteral("sync.otherServer"));
        QCOMPARE(clerk->engine().status().reachability, Reachability::Stopped);
        QCOMPARE(clerk->engine().status().problem->key, QStringLiteral("sync.otherServer"));
        QCOMPARE(clerk->allCases().size(), before.size());
        QCOMPARE(clerk->entry(note.id).state, PendingState::Waiting);
        QCOMPARE(proxy->count(QStringLiteral("POST"), operations), sent);
        proxy->tell(QStringLiteral("target %1").arg(portal->url().port()));
        QVERIFY(clerk->signIn());
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }

    void case46_programTooOldForThePortal()
    {
        QFile settings(portal->folder() + QStringLiteral("/portal/portal.ini"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write("[serve]\nmin-client=99.0.0\n");
        settings.close();
        QVERIFY(restartPortal());
        const qsizetype cases = clerk->allCases().size();
        const Operation note = clerk->note(nextCase(), QStringLiteral("bleibt im Ausgang"));
        QCOMPARE(clerk->syncKey(), QStringLiteral("client.tooOld"));
        const SyncStatus status = clerk->engine().status();
        QCOMPARE(status.reachability, Reachability::Stopped);
        QCOMPARE(status.problem->params.value(QLatin1String("minClient")).toString(),
            QStringLiteral("99.0.0"));
        QCOMPARE(clerk->allCases().size(), cases); // all is there to read
        QCOMPARE(clerk->entry(note.id).state, PendingState::Waiting);
        QCOMPARE(office->effects(note), 0);
        QVERIFY(settings.remove());
        QVERIFY(restartPortal());
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }

    void case49_tooManyRequests_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::newRow("at the session")
            << QStringLiteral("GET") << QStringLiteral("/sync/v1/session");
        QTest::newRow("at the operations") << QStringLiteral("POST") << operations;
    }
    void case49_tooManyRequests()
    {
        QFETCH(const QString, method);
        QFETCH(const QString, path);
        const Operation note = clerk->note(nextCase(), QStringLiteral("neunundvierzig"));
        proxy->fault(method, path, QStringLiteral("problem 429 request.tooMany 120"), 0);
        clerk->desk().start();
        QTRY_COMPARE(clerk->engine().status().reachability, Reachability::Offline);
        const qint64 wait = clerk->engine().status().nextAttempt.ms - clerk->clock.now().ms;
        QVERIFY2(wait > 118'000 && wait < 130'000, qPrintable(QString::number(wait)));
        // Not even new work makes it ask earlier.
        const int asked = proxy->count(QStringLiteral("*"), QStringLiteral("/"));
        clerk->note(nextCase(), QStringLiteral("noch eine"));
        QVERIFY(!QTest::qWaitFor(
            [&] { return proxy->count(QStringLiteral("*"), QStringLiteral("/")) > asked; }, 300));
        QCOMPARE(clerk->entry(note.id).state, PendingState::Waiting);
        clerk->engine().stop();
        proxy->clear();
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->effects(note), 1);
    }
};

QTEST_GUILESS_MAIN(TestPortals)
#include "tst_portals.moc"
