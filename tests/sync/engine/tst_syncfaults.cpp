#include "deskfixture.h"

#include "tests/testing/casefixtures.h"

using Kind = FakePortal::Fault::Kind;
Q_DECLARE_METATYPE(FakePortal::Fault)

// Whatever goes wrong in between: once it has healed, both sides are equal, every act had exactly
// one effect, nothing was deleted, and a further round changes nothing.
class TestSyncFaults : public QObject {
    Q_OBJECT
private slots:
    void shouldHeal_data()
    {
        QTest::addColumn<QString>("request");
        QTest::addColumn<FakePortal::Fault>("fault");
        QTest::addColumn<int>("times");
        const QString operations = QStringLiteral("POST /sync/v1/operations");
        const QString changes = QStringLiteral("GET /sync/v1/changes");
        const QString session = QStringLiteral("GET /sync/v1/session");
        const QString uploads = QStringLiteral("POST /sync/v1/uploads");
        const QString pieces = QStringLiteral("PATCH /sync/v1/uploads");
        const QString lease = QStringLiteral("POST /sync/v1/reference-blocks");
        QTest::newRow("reply to operations lost") << operations << fault(Kind::LoseReply) << 1;
        QTest::newRow("reply lost three times") << operations << fault(Kind::LoseReply) << 3;
        QTest::newRow("request lost") << operations << fault(Kind::DropRequest) << 2;
        QTest::newRow("result cut") << operations << fault(Kind::Truncate) << 1;
        QTest::newRow("proxy 504 after commit") << operations << fault(Kind::ProxyPage, 504) << 1;
        QTest::newRow("operations 500") << operations << fault(Kind::Status, 500) << 2;
        QTest::newRow("operations 503") << operations << fault(Kind::Status, 503) << 1;
        QTest::newRow("operations 429") << operations << fault(Kind::Status, 429) << 1;
        QTest::newRow("operations 403") << operations << fault(Kind::Status, 403) << 1;
        QTest::newRow("operations 404") << operations << fault(Kind::Status, 404) << 1;
        QTest::newRow("captive portal at operations") << operations << fault(Kind::Html) << 1;
        QTest::newRow("feed 401") << changes << fault(Kind::Status, 401) << 1;
        QTest::newRow("feed 401 of a proxy") << changes << fault(Kind::ProxyPage, 401) << 1;
        QTest::newRow("feed 403") << changes << fault(Kind::Status, 403) << 2;
        QTest::newRow("feed 404") << changes << fault(Kind::Status, 404) << 2;
        QTest::newRow("feed 500") << changes << fault(Kind::Status, 500) << 2;
        QTest::newRow("feed cut") << changes << fault(Kind::Truncate) << 2;
        QTest::newRow("captive portal at feed") << changes << fault(Kind::Html) << 2;
        QTest::newRow("captive portal at session") << session << fault(Kind::Html) << 2;
        QTest::newRow("session 401 mid-way") << session << fault(Kind::Status, 401) << 1;
        QTest::newRow("upload announcement lost") << uploads << fault(Kind::LoseReply) << 1;
        QTest::newRow("piece lost") << pieces << fault(Kind::DropRequest) << 1;
        QTest::newRow("answer to piece lost") << pieces << fault(Kind::LoseReply) << 1;
        QTest::newRow("upload 503") << pieces << fault(Kind::Status, 503) << 1;
        QTest::newRow("lease lost") << lease << fault(Kind::LoseReply) << 1;
    }
    void shouldHeal()
    {
        QFETCH(const QString, request);
        QFETCH(const FakePortal::Fault, fault);
        QFETCH(const int, times);
        FakePortal portal(clock);
        for (int n = 1; n <= 3; ++n)
            portal.add(sampleCase(n));
        DeskFixture desk(portal, clock);
        QVERIFY(desk.signIn());
        const bool early = request.contains(QLatin1String("reference-blocks"));
        if (early) // the first round already leases
            portal.fail(request, fault, times);
        QVERIFY(desk.sync());
        if (!early)
            portal.fail(request, fault, times);
        QList<Operation> acts{ desk.act(sampleCase(1).id, TakeOver{}),
            desk.note(sampleCase(1).id, QStringLiteral("eins")),
            desk.note(sampleCase(2).id, QStringLiteral("zwei")) };
        Reply reply;
        reply.id = newId<MessageId>(clock);
        reply.text = QStringLiteral("Mit Anlage");
        reply.attachments = { *desk.outbox->stageData(
            QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), QByteArray(150'000, 'a')) };
        acts.append(desk.act(sampleCase(3).id, reply));
        for (int round = 0; round < times + 2; ++round) {
            const Status result = desk.sync();
            Q_UNUSED(result)
            QCOMPARE(desk.cache->caseCount(), 3);
        }
        QVERIFY(desk.sync());
        QVERIFY(desk.equalsPortal());
        for (const Operation &act : acts)
            QCOMPARE(portal.effects(act.id), 1);
        QCOMPARE(desk.outbox->references().left(), 20);

        const QMap<QString, CaseFile> before = portal.cases();
        QSignalSpy changed(desk.view.get(), &CaseView::caseChanged);
        QVERIFY(desk.sync());
        QCOMPARE(portal.cases(), before);
        QCOMPARE(changed.count(), 0);
    }

    void shouldKeepEverythingWhenTheDeviceIsRevoked()
    {
        FakePortal portal(clock);
        portal.add(sampleCase(1));
        DeskFixture desk(portal, clock);
        QVERIFY(desk.signIn());
        QVERIFY(desk.sync());
        desk.note(sampleCase(1).id, QStringLiteral("bleibt"));
        portal.revokeDevices();
        QSignalSpy revoked(desk.credentials.get(), &Credentials::revoked);
        QCOMPARE(desk.sync().error().code, ErrorCode::Unauthenticated);
        QCOMPARE(revoked.count(), 1);
        QCOMPARE(desk.engine->status().reachability, Reachability::SignedOut);
        QCOMPARE(desk.cache->caseCount(), 1);
        QCOMPARE(desk.outbox->all().size(), 1);
        QVERIFY(!desk.sync());
        QCOMPARE(revoked.count(), 1); // asked once

        QVERIFY(desk.signIn());
        QVERIFY(desk.sync());
        QVERIFY(desk.equalsPortal());
    }

    void shouldUploadAgainWhatThePortalLost()
    {
        FakePortal portal(clock);
        portal.add(sampleCase(1));
        DeskFixture desk(portal, clock);
        QVERIFY(desk.signIn());
        QVERIFY(desk.sync());
        Reply reply;
        reply.id = newId<MessageId>(clock);
        reply.text = QStringLiteral("Mit Anlage");
        const NewAttachment file = *desk.outbox->stageData(
            QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), QByteArray(5'000, 'a'));
        reply.attachments = { file };
        const Operation act = desk.act(sampleCase(1).id, reply);
        portal.fail(QStringLiteral("POST /sync/v1/operations"), { Kind::Status, 503, {}, 0 });
        QVERIFY(!desk.sync()); // the file is there, the operation is not
        portal.loseBlob(file.sha256);
        QVERIFY(desk.sync());
        QCOMPARE(portal.effects(act.id), 1);
        QVERIFY(desk.equalsPortal());
    }

    void shouldRespectRetryAfter()
    {
        FakePortal portal(clock);
        DeskFixture desk(portal, clock);
        QVERIFY(desk.signIn());
        portal.fail(QStringLiteral("GET /sync/v1/session"), { Kind::Status, 429, {}, 120 });
        desk.engine->start();
        QTRY_COMPARE(desk.engine->status().reachability, Reachability::Offline);
        QVERIFY(desk.engine->status().nextAttempt.ms - clock.now().ms >= 120'000);
        QVERIFY(desk.engine->status().nextAttempt.ms - clock.now().ms < 130'000);
    }

    void shouldNameWhoIsToBlameForARefusedBatch()
    {
        FakePortal portal(clock);
        for (int n = 1; n <= 2; ++n)
            portal.add(sampleCase(n));
        DeskFixture desk(portal, clock);
        QVERIFY(desk.signIn());
        QVERIFY(desk.sync());
        desk.note(sampleCase(1).id, QStringLiteral("eins"));
        desk.note(sampleCase(2).id, QStringLiteral("zwei"));
        // The batch and then the first alone: the second goes through.
        portal.fail(QStringLiteral("POST /sync/v1/operations"), fault(Kind::Status, 400), 2);
        QVERIFY(desk.sync());
        QCOMPARE(desk.outbox->notSent().size(), 1);
        QCOMPARE(portal.cases().value(sampleCase(1).id.text).notes.size()
                + portal.cases().value(sampleCase(2).id.text).notes.size(),
            1);
    }

private:
    static FakePortal::Fault fault(Kind kind, int status = 500)
    {
        return { kind, status, QStringLiteral("test.fault"), 0 };
    }

    const FixedClock clock{ { 1'795'000'500'000 } };
};

QTEST_GUILESS_MAIN(TestSyncFaults)
#include "tst_syncfaults.moc"
