#include "sync/portal/eventstream.h"
#include "sync/portal/feedjobs.h"
#include "sync/portal/signinjobs.h"
#include "tests/testing/casefixtures.h"
#include "tests/testing/fakeportal.h"

#include <QSignalSpy>
#include <QTest>

using Kind = FakePortal::Fault::Kind;
Q_DECLARE_METATYPE(FakePortal::Fault)

// Starts a job and waits for its one result.
template <class T, class Job> Result<T> resultOf(Job *job)
{
    std::optional<Result<T>> result;
    int count = 0;
    QObject context;
    QObject::connect(job, &Job::finished, &context, [&](const Result<T> &finished) {
        result = finished;
        ++count;
    });
    job->start();
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 10'000))
        return error(ErrorCode::Internal, "test.noEnd");
    QTest::qWait(0);
    return count == 1 ? *result : error(ErrorCode::Internal, "test.endedTwice");
}

class TestPortalJobs : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        portal = std::make_unique<FakePortal>(clock);
        connection = std::make_unique<PortalConnection>(clock);
        TransportSettings settings;
        settings.baseUrl = portal->url();
        settings.proxy = TransportSettings::Proxy::None;
        settings.transferTimeoutMs = 3'000;
        QVERIFY(connection->configure(settings));
        const Result<TokenGrant> grant = resultOf<TokenGrant>(new SignInJob(*connection,
            portal->login, portal->password, {}, QStringLiteral("test"), connection.get()));
        QVERIFY(grant);
        connection->setAccessToken(grant->accessToken);
    }

    void shouldRefuseWrongPasswords()
    {
        const Result<TokenGrant> refused = resultOf<TokenGrant>(new SignInJob(
            *connection, portal->login, QStringLiteral("falsch"), {}, {}, connection.get()));
        QCOMPARE(refused.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(refused.error().key, QStringLiteral("signin.refused"));
    }

    void shouldReadTheSession()
    {
        const Result<Session> session
            = resultOf<Session>(new SessionJob(*connection, connection.get()));
        QVERIFY(session);
        QCOMPARE(session->clerk, portal->session.clerk);
        QCOMPARE(session->grants, portal->session.grants);
    }

    void shouldSortErrors_data()
    {
        QTest::addColumn<FakePortal::Fault>("fault");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        const auto row
            = [](const char *name, Kind kind, int status, ErrorCode code, const char *key) {
                  QTest::newRow(name)
                      << FakePortal::Fault{ kind, status, QStringLiteral("test.fault"), 7 }
                      << int(code) << QString::fromLatin1(key);
              };
        row("page with 200", Kind::Html, 200, ErrorCode::Corrupt, "portal.unexpectedAnswer");
        row("page with 401", Kind::ProxyPage, 401, ErrorCode::Corrupt, "portal.unexpectedAnswer");
        row("page with 404", Kind::ProxyPage, 404, ErrorCode::Corrupt, "portal.unexpectedAnswer");
        row("redirect", Kind::ProxyPage, 302, ErrorCode::Corrupt, "portal.unexpectedAnswer");
        row("page with 502", Kind::ProxyPage, 502, ErrorCode::Unavailable, "portal.unavailable");
        row("401", Kind::Status, 401, ErrorCode::Unauthenticated, "test.fault");
        row("403", Kind::Status, 403, ErrorCode::NotAllowed, "test.fault");
        row("404", Kind::Status, 404, ErrorCode::NotFound, "test.fault");
        row("409", Kind::Status, 409, ErrorCode::Conflict, "test.fault");
        row("413", Kind::Status, 413, ErrorCode::TooLarge, "test.fault");
        row("426", Kind::Status, 426, ErrorCode::Unsupported, "test.fault");
        row("429", Kind::Status, 429, ErrorCode::TooMany, "test.fault");
        row("500", Kind::Status, 500, ErrorCode::Unavailable, "test.fault");
        row("cut", Kind::Truncate, 200, ErrorCode::Unreachable, "portal.cut");
        row("lost", Kind::LoseReply, 200, ErrorCode::Unreachable, "portal.cut");
    }
    void shouldSortErrors()
    {
        QFETCH(const FakePortal::Fault, fault);
        QFETCH(const int, code);
        QFETCH(const QString, key);
        portal->fail(QStringLiteral("GET /sync/v1/session"), fault, 3);
        const Result<Session> session
            = resultOf<Session>(new SessionJob(*connection, connection.get()));
        QVERIFY(!session);
        QCOMPARE(int(session.error().code), code);
        QCOMPARE(session.error().key, key);
        if (fault.kind == Kind::Status)
            QCOMPARE(session.error().params.value(QLatin1String("retryAfter")).toInt(), 7);
    }

    void shouldSayWhenNobodyListens()
    {
        portal->http().setAccepting(false);
        const Result<Session> session
            = resultOf<Session>(new SessionJob(*connection, connection.get()));
        QCOMPARE(session.error().key, QStringLiteral("portal.unreachable"));
    }

    void shouldEndOnceWhenAborted_data()
    {
        QTest::addColumn<int>("when");
        QTest::newRow("before the start") << 0;
        QTest::newRow("at once after it") << 1;
        QTest::newRow("while it runs") << 2;
        QTest::newRow("twice") << 3;
    }
    void shouldEndOnceWhenAborted()
    {
        QFETCH(const int, when);
        auto *job = new SessionJob(*connection, connection.get());
        int count = 0;
        Error said;
        connect(job, &SessionJob::finished, this, [&](const Result<Session> &result) {
            ++count;
            said = result.error();
        });
        if (when > 0)
            job->start();
        if (when > 1)
            QCoreApplication::processEvents();
        job->abort();
        if (when == 3)
            job->abort();
        QCOMPARE(count, 1);
        QCOMPARE(said.key, QStringLiteral("portal.aborted"));
        QSignalSpy gone(job, &QObject::destroyed);
        QVERIFY(gone.wait());
        QCOMPARE(count, 1);
    }

    void shouldSurviveTheConnectionsEnd()
    {
        QObject owner;
        auto *job = new SessionJob(*connection, &owner);
        QSignalSpy finished(job, &SessionJob::finished);
        job->start();
        QCoreApplication::processEvents();
        connection.reset();
        QCOMPARE(finished.count(), 1);
    }

    void shouldRefuseResultsThatDoNotFit()
    {
        portal->add(sampleCase(1));
        Operation operation;
        operation.id = newId<OperationId>(clock);
        operation.caseId = sampleCase(1).id;
        operation.baseVersion = 1;
        operation.args = TakeOver{};
        const auto good = resultOf<QList<OperationResult>>(
            new OperationsJob(*connection, { operation }, connection.get()));
        QVERIFY(good);
        QCOMPARE(good->first().outcome, Outcome::Applied);
        // Another program that answers JSON is not our portal.
        MiniHttp other([](const MiniRequest &) {
            MiniReply reply;
            reply.body = "{\"results\":[]}";
            return reply;
        });
        TransportSettings settings = connection->settings();
        settings.baseUrl = other.url();
        QVERIFY(connection->configure(settings));
        const auto bad = resultOf<QList<OperationResult>>(
            new OperationsJob(*connection, { operation }, connection.get()));
        QCOMPARE(bad.error().key, QStringLiteral("portal.unexpectedAnswer"));
    }

    void shouldRefuseUnsafeAddresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("good");
        QTest::newRow("https") << QStringLiteral("https://portal.example.org") << true;
        QTest::newRow("https with path") << QStringLiteral("https://example.org/portal/") << true;
        QTest::newRow("http on loopback") << QStringLiteral("http://127.0.0.1:8080") << true;
        QTest::newRow("http on IPv6 loopback") << QStringLiteral("http://[::1]:8080") << true;
        QTest::newRow("http elsewhere") << QStringLiteral("http://portal.example.org") << false;
        QTest::newRow("http on a look-alike")
            << QStringLiteral("http://127.0.0.1.evil.org") << false;
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd") << false;
        QTest::newRow("with password") << QStringLiteral("https://a:b@example.org") << false;
        QTest::newRow("empty") << QString() << false;
    }
    void shouldRefuseUnsafeAddresses()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, good);
        TransportSettings settings;
        settings.baseUrl = QUrl(address);
        QCOMPARE(connection->configure(settings).ok(), good);
    }

    void shouldHearHints()
    {
        auto *stream = new EventStream(*connection, connection.get());
        QSignalSpy opened(stream, &EventStream::opened);
        QSignalSpy hinted(stream, &EventStream::hinted);
        QSignalSpy finished(stream, &EventStream::finished);
        stream->start();
        QVERIFY(opened.wait());
        portal->add(sampleCase(1));
        QVERIFY(hinted.wait());
        QCOMPARE(hinted.first().first().toLongLong(), 1);
        stream->abort();
        QCOMPARE(finished.count(), 1);
    }

private:
    const FixedClock clock{ { 1'795'000'500'000 } };
    std::unique_ptr<FakePortal> portal;
    std::unique_ptr<PortalConnection> connection;
};

QTEST_GUILESS_MAIN(TestPortalJobs)
#include "tst_portaljobs.moc"
