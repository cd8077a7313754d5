#include "deskfixture.h"

#include "models/sqlite/database.h"
#include "tests/faults/casereport.h"

#include "sync/engine/aftercare.h"
#include "tests/testing/casefixtures.h"

// The ordinary days: what is done here arrives there, and the other way round.
class TestSyncEngine : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        portal = std::make_unique<FakePortal>(clock);
        for (int n = 1; n <= 5; ++n)
            portal->add(sampleCase(n));
        desk = std::make_unique<DeskFixture>(*portal, clock);
        QVERIFY(desk->signIn());
    }
    void cleanup()
    {
        desk.reset();
        portal.reset();
        reportCase();
    }

    void shouldFetchEverythingAndThenNothing()
    {
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(desk->view->session().clerk.name, portal->session.clerk.name);
        QSignalSpy changes(desk->view.get(), &CaseView::caseChanged);
        QVERIFY(desk->sync());
        QCOMPARE(changes.count(), 0);
        QCOMPARE(desk->engine->status().reachability, Reachability::Online);
    }

    void shouldKnowAfterARestartHowOldItsDataIs()
    {
        QVERIFY(desk->engine->status().lastSync.isNull());
        QVERIFY(desk->sync());
        const Timestamp pulled = desk->engine->status().lastSync;
        QVERIFY(!pulled.isNull());
        desk->close();
        desk->open();
        QTRY_COMPARE(desk->engine->status().lastSync, pulled);
    }

    void shouldFetchPageByPage()
    {
        portal->pageSize = 2;
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(portal->requests(QStringLiteral("GET /sync/v1/changes")), 3);
    }

    // The next page is asked for while one is applied.
    void shouldKeepThePagesBeforeOneThatFails()
    {
        portal->pageSize = 1;
        bool failed = false;
        connect(desk->writer.get(), &CacheWriter::applied, desk->engine.get(), [&] {
            if (!std::exchange(failed, true))
                portal->fail(
                    QStringLiteral("GET /sync/v1/changes"), { FakePortal::Fault::Kind::Html });
        });
        QVERIFY(!desk->sync());
        const qint64 kept = desk->cache->caseCount();
        QVERIFY(kept == 1 || kept == 2);
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(portal->requests(QStringLiteral("GET /sync/v1/changes")), 5 + 1);
    }

    void shouldDeliverWhatWasDoneOffline()
    {
        QVERIFY(desk->sync());
        portal->http().setAccepting(false);
        const CaseId id = sampleCase(1).id;
        desk->act(id, TakeOver{});
        desk->act(id, ChangeState{ CaseState::InProgress, {} });
        const Operation note = desk->note(id, QStringLiteral("Ortstermin vereinbart"));
        QCOMPARE(desk->view->find(id)->caseFile.state, CaseState::InProgress);
        QVERIFY(!desk->sync());
        QCOMPARE(desk->engine->status().reachability, Reachability::Offline);
        QCOMPARE(desk->engine->status().pending, 3);

        desk->close();
        desk->open();
        portal->http().setAccepting(true);
        QVERIFY(desk->signIn());
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(portal->effects(note.id), 1);
        QCOMPARE(portal->caseOf(id).notes.size(), 1);
        QCOMPARE(portal->caseOf(id).state, CaseState::InProgress);
    }

    void shouldSendFilesBeforeTheirReply()
    {
        QVERIFY(desk->sync());
        const QByteArray bytes(300'000, 'x');
        const NewAttachment file = *desk->outbox->stageData(
            QStringLiteral("Plan.pdf"), QStringLiteral("application/pdf"), bytes);
        Reply reply;
        reply.id = newId<MessageId>(clock);
        reply.text = QStringLiteral("Anbei der Plan.");
        reply.attachments = { file };
        desk->act(sampleCase(1).id, reply);
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(portal->blob(file.sha256), bytes);
    }

    void shouldSendOnlyTheOperationsOfOtherCasesPastAConflict()
    {
        QVERIFY(desk->sync());
        const CaseId first = sampleCase(1).id;
        desk->act(first, TakeOver{});
        desk->note(sampleCase(2).id, QStringLiteral("unberührt"));
        const Actor colleague{ ActorKind::Clerk,
            QStringLiteral("0192aaaa-0000-7000-8000-000000000002"), QStringLiteral("Jörg Weiß"),
            {} };
        QVERIFY(portal->act(first, TakeOver{}, colleague));
        QVERIFY(desk->sync());
        QCOMPARE(desk->outbox->notSent().size(), 1);
        QCOMPARE(desk->outbox->notSent().first().state, PendingState::Conflict);
        QCOMPARE(portal->caseOf(sampleCase(2).id).notes.size(), 1);
        QCOMPARE(desk->engine->status().attention, 1);
        QCOMPARE(portal->caseOf(first).assignee.text, colleague.id);
    }

    void shouldHideARevokedCaseAndHoldItsOperations()
    {
        QVERIFY(desk->sync());
        const CaseId id = sampleCase(3).id;
        portal->http().setAccepting(false);
        desk->note(id, QStringLiteral("noch nicht gesendet"));
        portal->http().setAccepting(true);
        portal->revoke(id);
        QVERIFY(desk->sync());
        QVERIFY(!desk->cache->find(id));
        const QList<PendingOperation> held = desk->outbox->notSent();
        QCOMPARE(held.size(), 1); // the portal refused it: the text is kept for the clerk
    }

    void shouldReadAnewWhenTheCursorExpired()
    {
        QVERIFY(desk->sync());
        portal->expireCursors();
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
    }

    void shouldReadAnewAfterARestoredBackup()
    {
        const QMap<QString, CaseFile> backup = portal->cases();
        QVERIFY(desk->sync());
        desk->note(sampleCase(1).id, QStringLiteral("später als die Sicherung"));
        QVERIFY(desk->sync());
        portal->restoreBackup(backup);
        QVERIFY(desk->sync());
        QCOMPARE(desk->cache->find(sampleCase(1).id)->notes.size(), 0);
        QCOMPARE(desk->cache->caseCount(), 5);
        // What the portal has forgotten waits for the clerk's word; then it goes once.
        QCOMPARE(desk->outbox->notSent().size(), 1);
        const PendingOperation forgotten = desk->outbox->notSent().first();
        QCOMPARE(forgotten.reason, QStringLiteral("operation.forgotten"));
        QVERIFY(desk->sync());
        QCOMPARE(portal->caseOf(sampleCase(1).id).notes.size(), 0);
        QVERIFY(desk->outbox->release(forgotten.operation.id));
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(portal->caseOf(sampleCase(1).id).notes.size(), 1);
    }

    void case27_portalRevokesByMistake()
    {
        for (int n = 6; n <= 40; ++n)
            portal->add(sampleCase(n));
        QVERIFY(desk->sync());
        const Operation note = desk->note(sampleCase(1).id, QStringLiteral("wartet"));
        for (int n = 2; n <= 40; ++n)
            portal->revokeByMistake(sampleCase(n).id);
        portal->fail(
            QStringLiteral("POST /sync/v1/access"), { FakePortal::Fault::Kind::Html, 0, {}, 0 });
        QVERIFY(!desk->sync()); // no answer to the question
        QCOMPARE(desk->cache->caseCount(), 1);
        QVERIFY(desk->sync());
        QCOMPARE(desk->cache->caseCount(), 40); // shown again, nothing was erased
        QCOMPARE(portal->effects(note.id), 1);
    }

    void case46_portalSpeaksAnotherVersion()
    {
        QVERIFY(desk->sync());
        const Operation note = desk->note(sampleCase(1).id, QStringLiteral("bleibt hier"));
        portal->session.api = { 2, 3 };
        QCOMPARE(desk->sync().error().key, QStringLiteral("sync.unsupportedApi"));
        QCOMPARE(desk->engine->status().reachability, Reachability::Stopped);
        QCOMPARE(desk->cache->caseCount(), 5);
        QCOMPARE(portal->requests(QStringLiteral("POST /sync/v1/operations")), 0);
        portal->session.api = { 1, 2 };
        QVERIFY(desk->sync());
        QCOMPARE(portal->effects(note.id), 1);
        QVERIFY(desk->equalsPortal());
    }

    void shouldNoticeThatItHasDriftedFromThePortal()
    {
        QVERIFY(desk->sync());
        {
            auto database
                = sqlite::Database::open(desk->paths().cache(), sqlite::OpenMode::ReadWrite);
            QVERIFY(database);
            QVERIFY((*database)->execute("UPDATE cases SET version = 7, title = 'falsch' WHERE"
                                         " uuid LIKE '%3'"));
        }
        for (int pull = 1; pull < Aftercare::pullsPerComparison; ++pull) {
            QCOMPARE(portal->requests(QStringLiteral("GET /sync/v1/digest")), 0);
            QVERIFY(desk->sync());
        }
        QCOMPARE(portal->requests(QStringLiteral("GET /sync/v1/digest")), 1);
        QVERIFY(desk->sync());
        const qint64 key = desk->view->keyOf(sampleCase(3).id);
        QCOMPARE(desk->view->row(key)->title, sampleCase(3).title);
        QVERIFY(desk->equalsPortal());
    }

    void shouldLookAfterAQueueThatStandsStill()
    {
        desk->close();
        desk->pace.watchdogMs = 300;
        desk->open();
        QVERIFY(desk->signIn());
        QVERIFY(desk->sync());
        // An answer that never comes, and nobody who gives up waiting for it.
        portal->fail(QStringLiteral("POST /sync/v1/operations"),
            { FakePortal::Fault::Kind::Silence, 0, {}, 0 });
        QSignalSpy stalled(desk->engine.get(), &SyncEngine::queueStalled);
        desk->engine->start();
        desk->note(sampleCase(1).id, QStringLiteral("steht still"));
        QTRY_VERIFY(stalled.count() > 0);
        QTRY_VERIFY(desk->equalsPortal());
        QCOMPARE(portal->caseOf(sampleCase(1).id).notes.size(), 1);
        desk->engine->stop();
    }

    void shouldStopAtAnotherPortal()
    {
        QVERIFY(desk->sync());
        desk->note(sampleCase(1).id, QStringLiteral("bleibt hier"));
        portal->session.serverId = QStringLiteral("portal-2");
        const Status result = desk->sync();
        QCOMPARE(result.error().key, QStringLiteral("sync.otherServer"));
        QCOMPARE(desk->engine->status().reachability, Reachability::Stopped);
        QCOMPARE(desk->outbox->all().size(), 1);
        QCOMPARE(desk->cache->caseCount(), 5);
        QCOMPARE(portal->requests(QStringLiteral("POST /sync/v1/operations")), 0);
    }

    void shouldStopForAnotherClerk()
    {
        QVERIFY(desk->sync());
        portal->session.clerk.id = { QStringLiteral("0192aaaa-0000-7000-8000-000000000009") };
        QCOMPARE(desk->sync().error().key, QStringLiteral("sync.otherClerk"));
        QCOMPARE(desk->cache->caseCount(), 5);
    }

    void shouldLeaseReferencesAheadAndUseThemOffline()
    {
        QVERIFY(desk->sync());
        QCOMPARE(desk->outbox->references().left(), 20);
        RequestFee fee;
        fee.id = newId<FeeId>(clock);
        fee.items = { { QStringLiteral("Gebühr"), { 3070, QStringLiteral("EUR") },
            QStringLiteral("§ 1 VwGebS"), {} } };
        fee.due = QDate(2026, 12, 24);
        desk->act(sampleCase(1).id, fee);
        QCOMPARE(desk->view->find(sampleCase(1).id)->caseFile.fees.first().reference,
            QStringLiteral("KS26-1"));
        QVERIFY(desk->sync());
        QVERIFY(desk->equalsPortal());
        QCOMPARE(portal->requests(QStringLiteral("POST /sync/v1/reference-blocks")), 1);
    }

    void shouldFetchSmallFilesAlongAndLargeOnesOnDemand()
    {
        const QByteArray small(2'000, 's');
        const QByteArray large(200'000, 'l');
        CaseFile caseFile = sampleCase(6);
        caseFile.attachments = { sampleAttachment(1, small), sampleAttachment(2, large) };
        portal->add(caseFile);
        portal->addBlob(small);
        portal->addBlob(large);
        QVERIFY(desk->sync());
        QVERIFY(!desk->view->filePath(caseFile.attachments.at(0)).isEmpty());
        QVERIFY(desk->view->filePath(caseFile.attachments.at(1)).isEmpty());
        QSignalSpy arrived(desk->engine.get(), &SyncEngine::fileArrived);
        portal->expireAccess(); // a new token is fetched on the way
        desk->engine->fetchFile(caseFile.id, caseFile.attachments.at(1));
        QVERIFY(arrived.wait());
        QFile file(desk->view->filePath(caseFile.attachments.at(1)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), large);
    }

    void shouldRunByItselfOnHintsAndActs()
    {
        desk->engine->start();
        QTRY_VERIFY(desk->equalsPortal());
        QTRY_COMPARE(portal->requests(QStringLiteral("GET /sync/v1/events")), 1);
        portal->add(sampleCase(7)); // sends a hint
        QTRY_VERIFY(desk->equalsPortal());
        desk->note(sampleCase(7).id, QStringLiteral("gesehen"));
        QTRY_VERIFY(desk->equalsPortal());
        QCOMPARE(portal->caseOf(sampleCase(7).id).notes.size(), 1);
        desk->engine->stop();
    }

    void shouldDoNothingWhilePaused()
    {
        desk->engine->setPaused(true);
        desk->engine->start();
        QCOMPARE(desk->sync().error().key, QStringLiteral("sync.paused"));
        QCOMPARE(portal->requests(QStringLiteral("GET")), 0);
        desk->engine->setPaused(false);
        QTRY_VERIFY(desk->equalsPortal());
    }

private:
    const FixedClock clock{ { 1'795'000'500'000 } };
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<DeskFixture> desk;
};

QTEST_GUILESS_MAIN(TestSyncEngine)
#include "tst_syncengine.moc"
