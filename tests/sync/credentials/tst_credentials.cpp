#include "sync/credentials/credentials.h"
#include "tests/testing/fakeportal.h"
#include "tests/testing/memorykeyring.h"

#include <QSignalSpy>
#include <QTest>

using State = Credentials::State;

class TestCredentials : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        portal = std::make_unique<FakePortal>(clock);
        keyring = std::make_unique<MemoryKeyring>();
        start();
        credentials->restore({});
    }
    void cleanup()
    {
        credentials.reset();
        connection.reset();
    }

    void shouldBeSignedOutBeforeTheFirstTime() { QCOMPARE(credentials->state(), State::SignedOut); }

    void shouldKeepOneRefreshTokenInTheKeyring()
    {
        QVERIFY(signIn());
        QTRY_VERIFY(credentials->isPersistent());
        QCOMPARE(keyring->entries.size(), 1);
        QVERIFY(keyring->entries.begin()->size() < 1024);
        QVERIFY(!keyring->entries.begin()->contains(portal->password.toUtf8()));
        QVERIFY(credentials->hasAccess());
    }

    void shouldBeSignedInAfterARestart()
    {
        QVERIFY(signIn());
        QTRY_VERIFY(!credentials->isStoring());
        start();
        QCOMPARE(credentials->state(), State::Starting);
        credentials->restore(device);
        QTRY_COMPARE(credentials->state(), State::SignedIn);
        QVERIFY(!credentials->hasAccess());
        QVERIFY(refresh());
        QVERIFY(credentials->hasAccess());
    }

    void shouldStoreTheRotatedTokenBeforeItIsNeeded()
    {
        QVERIFY(signIn());
        QTRY_VERIFY(!credentials->isStoring());
        const QByteArray first = *keyring->entries.begin();
        QVERIFY(refresh());
        QTRY_VERIFY(!credentials->isStoring());
        QCOMPARE(keyring->entries.size(), 1);
        QVERIFY(*keyring->entries.begin() != first);
        start();
        credentials->restore(device);
        QTRY_COMPARE(credentials->state(), State::SignedIn);
        QVERIFY(refresh());
    }

    void shouldShareOneRefresh()
    {
        QVERIFY(signIn());
        QSignalSpy refreshed(credentials.get(), &Credentials::refreshed);
        credentials->refresh();
        credentials->refresh();
        QVERIFY(refreshed.wait());
        QCOMPARE(refreshed.count(), 1);
        QCOMPARE(portal->requests(QStringLiteral("POST /sync/v1/token")), 1);
    }

    void shouldSayThatASignInIsForThisSessionOnly_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("locked") << int(KeyringState::Locked);
        QTest::newRow("absent") << int(KeyringState::Absent);
        QTest::newRow("slow") << int(KeyringState::Slow);
    }
    void shouldSayThatASignInIsForThisSessionOnly()
    {
        QFETCH(const int, state);
        keyring->state = KeyringState(state);
        QSignalSpy told(credentials.get(), &Credentials::keyringChanged);
        QVERIFY(signIn());
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(credentials->keyringState(), KeyringState(state));
        QVERIFY(!credentials->isPersistent());
        QVERIFY(keyring->entries.isEmpty());
        keyring->appear(); // stored as soon as it can be
        QTRY_VERIFY(credentials->isPersistent());
        QCOMPARE(keyring->entries.size(), 1);
    }

    void shouldNotTakeALockedKeyringForSignedOut()
    {
        QVERIFY(signIn());
        QTRY_VERIFY(!credentials->isStoring());
        keyring->state = KeyringState::Locked;
        start();
        credentials->restore(device);
        QTRY_COMPARE(credentials->keyringState(), KeyringState::Locked);
        QCOMPARE(keyring->entries.size(), 1); // nothing was dropped
        keyring->appear();
        QTRY_COMPARE(credentials->state(), State::SignedIn);
    }

    void shouldForgetEverythingAtSignOut()
    {
        QVERIFY(signIn());
        QTRY_VERIFY(!credentials->isStoring());
        QSignalSpy signedOut(credentials.get(), &Credentials::signedOut);
        credentials->signOut();
        QVERIFY(!credentials->hasAccess());
        QVERIFY(signedOut.wait());
        QTRY_VERIFY(keyring->entries.isEmpty());
        QCOMPARE(portal->requests(QStringLiteral("POST /sync/v1/sign-out")), 1);
    }

    void shouldAskOnceWhenThePortalRevokedTheDevice()
    {
        QVERIFY(signIn());
        portal->revokeDevices();
        QSignalSpy revoked(credentials.get(), &Credentials::revoked);
        QVERIFY(!refresh());
        QCOMPARE(credentials->state(), State::SignedOut);
        QVERIFY(!refresh());
        QCOMPARE(revoked.count(), 1);
    }

    void shouldStaySignedInWithoutANetwork()
    {
        QVERIFY(signIn());
        portal->http().setAccepting(false);
        QVERIFY(!refresh());
        QCOMPARE(credentials->state(), State::SignedIn);
        portal->http().setAccepting(true);
        portal->fail(QStringLiteral("POST /sync/v1/token"),
            { FakePortal::Fault::Kind::ProxyPage, 401, {}, 0 });
        QVERIFY(!refresh());
        QCOMPARE(credentials->state(), State::SignedIn); // a proxy signs nobody out
        QVERIFY(refresh());
    }

private:
    void start()
    {
        credentials.reset();
        connection = std::make_unique<PortalConnection>(clock);
        TransportSettings settings;
        settings.baseUrl = portal->url();
        settings.proxy = TransportSettings::Proxy::None;
        QVERIFY(connection->configure(settings));
        credentials = std::make_unique<Credentials>(*connection, *keyring);
    }
    bool signIn()
    {
        std::optional<Result<DeviceId>> result;
        QObject context;
        connect(credentials.get(), &Credentials::signInFinished, &context,
            [&](const Result<DeviceId> &finished) { result = finished; });
        credentials->signIn(portal->login, portal->password, QStringLiteral("test"));
        if (!QTest::qWaitFor([&] { return result.has_value(); }) || !*result)
            return false;
        device = **result;
        return true;
    }
    bool refresh()
    {
        std::optional<Status> result;
        QObject context;
        connect(credentials.get(), &Credentials::refreshed, &context,
            [&](const Status &finished) { result = finished; });
        credentials->refresh();
        return QTest::qWaitFor([&] { return result.has_value(); }) && result->ok();
    }

    const FixedClock clock{ { 1'795'000'500'000 } };
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<MemoryKeyring> keyring;
    std::unique_ptr<PortalConnection> connection;
    std::unique_ptr<Credentials> credentials;
    DeviceId device;
};

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
