#include "runningserver.h"
#include "selfsigned.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <atomic>
#include <csignal>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace http;

// Connections that live long, and how they end: event streams, TLS, draining.
class TestLifetime : public QObject {
    Q_OBJECT
private slots:
    void init();
    void shouldNotifyEveryStream();
    void shouldBeginWithLastNumber();
    void shouldSendHeartbeat();
    void shouldNoticeClosedStreams();
    void shouldLetTheHandlerRefuseStreams();
    void shouldServeManyStreams();
    void shouldFinishUploadWhileDraining();
    void shouldEndIdleAndStreamsAtOnce();
    void shouldCutOffAfterTheTimeForDraining();
    void shouldEndOnSignal();
    void shouldSpeakTls();
    void shouldRefuseOldTls();
#ifdef Q_OS_UNIX
    void shouldReloadCertificate();
#endif

private:
    Router router();
    std::unique_ptr<Peer> securePeer(
        quint16 port, QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater);
    QTemporaryDir m_folder;
    Limits m_limits;
    QSemaphore m_entered, m_go;
};

void TestLifetime::init()
{
    m_limits = Limits{ .uploadFolder = m_folder.path() };
}

Router TestLifetime::router()
{
    Router router;
    router.add({ Method::Get, "/ping", [](const Request &request) {
                    return Response{ .body = request.secure ? "tls" : "plain" };
                } });
    router.add({ Method::Get, "/events", [](const Request &request) {
                    if (request.query.contains("refuse"))
                        return Response::empty(429);
                    return Response{ .eventStream = true };
                } });
    router.add({ .method = Method::Put,
        .pattern = "/upload",
        .handler =
            [](const Request &request) {
                return Response{ .status = 201,
                    .body = QByteArray::number(request.files.first()->size) };
            },
        .body = Body::Stream,
        .bodyLimit = 10 * 1024 * 1024 });
    router.add({ Method::Get, "/wait", [this](const Request &) {
                    m_entered.release();
                    m_go.tryAcquire(1, 20000);
                    return Response::empty(204);
                } });
    return router;
}

void TestLifetime::shouldNotifyEveryStream()
{
    RunningServer running(router(), m_limits);
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 5; ++i) {
        peers.push_back(std::make_unique<Peer>(running.port));
        peers.back()->send(get("/events"));
        QVERIFY(peers.back()->waitFor("\r\n\r\n"));
        QVERIFY(peers.back()->input().contains("Content-Type: text/event-stream\r\n"));
        QVERIFY(!peers.back()->input().contains("data:"));
    }
    running.server.hub().notify(41);
    for (const auto &peer : peers)
        QVERIFY(peer->waitFor("data: {\"feed\":41}\n\n"));
    running.server.hub().notify(43);
    running.server.hub().notify(42); // came late: says nothing new
    for (const auto &peer : peers) {
        QVERIFY(peer->waitFor("data: {\"feed\":43}\n\n"));
        QVERIFY(!peer->input().contains("42"));
    }
}

void TestLifetime::shouldBeginWithLastNumber()
{
    RunningServer running(router(), m_limits);
    running.server.hub().notify(7);
    Peer peer(running.port);
    peer.send(get("/events"));
    QVERIFY(peer.waitFor("data: {\"feed\":7}\n\n"));
    Peer old(running.port);
    old.send("GET /events HTTP/1.0\r\nHost: test\r\n\r\n");
    QVERIFY(old.waitFor("\r\n\r\ndata: {\"feed\":7}\n\n")); // without chunks
}

void TestLifetime::shouldSendHeartbeat()
{
    m_limits.heartbeatSeconds = 1;
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    peer.send(get("/events"));
    QVERIFY(peer.waitFor("\r\n:\n\n\r\n"));
}

void TestLifetime::shouldNoticeClosedStreams()
{
    m_limits.connectionsPerAddress = 1;
    RunningServer running(router(), m_limits);
    {
        Peer peer(running.port);
        peer.send(get("/events"));
        QVERIFY(peer.waitFor("\r\n\r\n"));
    }
    // Long before the next heartbeat the place is free again. (Asked once more after it succeeded,
    // as QTRY_COMPARE does, it might be taken by the question before.)
    QVERIFY(
        QTest::qWaitFor([&running] { return Peer(running.port).ask(get("/ping")).status == 200; }));
}

void TestLifetime::shouldLetTheHandlerRefuseStreams()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QCOMPARE(peer.ask(get("/events?refuse=1")).status, 429);
    QCOMPARE(peer.ask(get("/ping")).status, 200);
}

void TestLifetime::shouldServeManyStreams()
{
    m_limits.connectionsPerAddress = 300;
    RunningServer running(router(), m_limits);
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 200; ++i) {
        peers.push_back(std::make_unique<Peer>(running.port));
        peers.back()->send(get("/events"));
    }
    for (const auto &peer : peers)
        QVERIFY(peer->waitFor("\r\n\r\n"));
    running.server.hub().notify(1);
    for (const auto &peer : peers)
        QVERIFY(peer->waitFor("data: {\"feed\":1}\n\n"));
    QElapsedTimer clock;
    clock.start();
    running.server.stop();
    for (const auto &peer : peers)
        QVERIFY(peer->isClosed());
    QTRY_VERIFY(running.ended);
    QVERIFY(clock.elapsed() < 3000);
}

void TestLifetime::shouldFinishUploadWhileDraining()
{
    RunningServer running(router(), m_limits);
    Peer idle(running.port);
    QCOMPARE(idle.ask(get("/ping")).status, 200);
    Peer upload(running.port);
    upload.send("PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: 1000000\r\n\r\n"
        + QByteArray(300000, 'x'));
    const auto parts = [this] { return QDir(m_folder.path()).entryList(QDir::Files).size(); };
    QTRY_COMPARE(parts(), 1);
    running.server.stop();
    QVERIFY(idle.isClosed(2000)); // draining has begun
    QVERIFY(!running.ended);
    upload.send(QByteArray(700000, 'y'));
    const Answer answer = upload.read();
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, QByteArray("1000000"));
    QCOMPARE(answer.header("Connection"), QByteArray("close"));
    QTRY_VERIFY(running.ended);
    QCOMPARE(parts(), 0);
}

void TestLifetime::shouldEndIdleAndStreamsAtOnce()
{
    RunningServer running(router(), m_limits);
    Peer silent(running.port);
    Peer half(running.port);
    half.send("GET /ping HTTP/1.1\r\nHo");
    Peer stream(running.port);
    stream.send(get("/events"));
    QVERIFY(stream.waitFor("\r\n\r\n"));
    QElapsedTimer clock;
    clock.start();
    running.server.stop();
    QTRY_VERIFY_WITH_TIMEOUT(running.ended, 3000);
    QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()));
    QVERIFY(stream.waitFor("0\r\n\r\n")); // a clean end
    QVERIFY(silent.isClosed() && half.isClosed() && stream.isClosed());
}

void TestLifetime::shouldCutOffAfterTheTimeForDraining()
{
    m_limits.drainSeconds = 1;
    RunningServer running(router(), m_limits);
    Peer upload(running.port);
    upload.send("PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: 1000000\r\n\r\nabc");
    const auto parts = [this] { return QDir(m_folder.path()).entryList(QDir::Files).size(); };
    QTRY_COMPARE(parts(), 1);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("cut off")));
    running.server.stop();
    QTRY_VERIFY(running.ended);
    QVERIFY(upload.isClosed());
    QCOMPARE(parts(), 0);
}

void TestLifetime::shouldEndOnSignal()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QCOMPARE(peer.ask(get("/ping")).status, 200);
    Peer waiting(running.port);
    waiting.send(get("/wait"));
    QVERIFY(m_entered.tryAcquire(1, 10000));
    std::raise(SIGTERM);
    QVERIFY(peer.isClosed(2000));
    m_go.release();
    QCOMPARE(waiting.read().status, 204);
    QTRY_VERIFY(running.ended);
}

std::unique_ptr<Peer> TestLifetime::securePeer(quint16 port, QSsl::SslProtocol protocol)
{
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setProtocol(protocol);
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    socket->waitForEncrypted();
    return std::make_unique<Peer>(std::move(socket));
}

void TestLifetime::shouldSpeakTls()
{
    m_limits.certificateFile = m_folder.filePath(QStringLiteral("cert.pem"));
    m_limits.keyFile = m_folder.filePath(QStringLiteral("key.pem"));
    QVERIFY(writeSelfSigned(m_limits.certificateFile, m_limits.keyFile, "first"));
    RunningServer running(router(), m_limits);
    const auto peer = securePeer(running.port);
    QCOMPARE(peer->ask(get("/ping")).body, QByteArray("tls"));
    const QByteArray head = "PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: ";
    QCOMPARE(
        peer->ask(head + "3000000\r\n\r\n" + QByteArray(3000000, 'x')).body, QByteArray("3000000"));
    QCOMPARE(peer->ask(head + "20000000\r\n\r\n" + QByteArray(500000, 'x')).status, 413);
    const auto stream = securePeer(running.port);
    stream->send(get("/events"));
    QVERIFY(stream->waitFor("\r\n\r\n"));
    running.server.hub().notify(5);
    QVERIFY(stream->waitFor("{\"feed\":5}"));
    Peer plain(running.port);
    plain.send(get("/ping"));
    QVERIFY(plain.isClosed());
    QVERIFY(!plain.input().contains("HTTP"));
    QElapsedTimer clock;
    clock.start();
    running.server.stop();
    QVERIFY(stream->isClosed());
    QTRY_VERIFY(running.ended);
    QVERIFY(clock.elapsed() < 3000);
}

void TestLifetime::shouldRefuseOldTls()
{
    m_limits.certificateFile = m_folder.filePath(QStringLiteral("cert.pem"));
    m_limits.keyFile = m_folder.filePath(QStringLiteral("key.pem"));
    QVERIFY(writeSelfSigned(m_limits.certificateFile, m_limits.keyFile, "first"));
    RunningServer running(router(), m_limits);
    QVERIFY(securePeer(running.port, QSsl::TlsV1_2)->ask(get("/ping")).status == 200);
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    const auto old = securePeer(running.port, QSsl::TlsV1_1);
    QT_WARNING_POP
    QVERIFY(!static_cast<QSslSocket &>(old->socket()).isEncrypted());
}

#ifdef Q_OS_UNIX
namespace {
std::atomic<int> notReloaded = 0; // warnings that a certificate was not taken
QtMessageHandler formerHandler = nullptr;
} // namespace

// As an administrator or a certificate tool does it: kill -HUP.
void TestLifetime::shouldReloadCertificate()
{
    m_limits.certificateFile = m_folder.filePath(QStringLiteral("cert.pem"));
    m_limits.keyFile = m_folder.filePath(QStringLiteral("key.pem"));
    QVERIFY(writeSelfSigned(m_limits.certificateFile, m_limits.keyFile, "first"));
    RunningServer running(router(), m_limits);
    const auto nameOf = [](Peer &peer) {
        return static_cast<QSslSocket &>(peer.socket())
            .peerCertificate()
            .subjectInfo(QSslCertificate::CommonName)
            .value(0);
    };
    const auto before = securePeer(running.port);
    QCOMPARE(nameOf(*before), QStringLiteral("first"));
    QVERIFY(writeSelfSigned(m_limits.certificateFile, m_limits.keyFile, "second"));
    QCOMPARE(::kill(::getpid(), SIGHUP), 0);
    QTRY_COMPARE(nameOf(*securePeer(running.port)), QStringLiteral("second"));
    QCOMPARE(before->ask(get("/ping")).status, 200); // goes on with the old one
    // One that cannot be read is said so and changes nothing.
    QVERIFY(QFile::remove(m_limits.keyFile));
    formerHandler = qInstallMessageHandler(
        [](QtMsgType type, const QMessageLogContext &context, const QString &text) {
            if (text.contains(QLatin1String("certificate not reloaded")))
                ++notReloaded;
            else
                formerHandler(type, context, text);
        });
    const auto restore = qScopeGuard([] { qInstallMessageHandler(formerHandler); });
    QCOMPARE(::kill(::getpid(), SIGHUP), 0);
    QTRY_COMPARE(notReloaded.load(), 1);
    QCOMPARE(nameOf(*securePeer(running.port)), QStringLiteral("second"));
}
#endif

QTEST_GUILESS_MAIN(TestLifetime)
#include "tst_lifetime.moc"
