#include "runningserver.h"

#include <QSemaphore>
#include <QTemporaryDir>

using namespace http;

// What a server must refuse and what it must survive.
class TestServer : public QObject {
    Q_OBJECT
private slots:
    void init();
    void shouldRefuseHostileHeads_data();
    void shouldRefuseHostileHeads();
    void shouldAnswerWhatNobodyHandles();
    void shouldRefuseLargeBodiesAtOnce();
    void shouldNotLoseRefusalWhileTheBodyComes();
    void shouldServeKeepAliveAndPipelining();
    void shouldHandTheRequestOver();
    void shouldBelieveTrustedProxy();
    void shouldCloseSlowHeads();
    void shouldCloseIdleKeepAlive();
    void shouldCloseStoppedBodies();
    void shouldLimitConnectionsOfAnAddress();
    void shouldLimitConnections();
    void shouldSayBusyWhenTheQueueIsFull();
    void shouldAskAdmissionBeforeTheBody();
    void shouldContinueOnlyWhenAdmitted();
    void shouldSurviveHandlerThatThrows();
    void shouldUseErrorPage();
    void shouldRefuseToListen();

private:
    Router router();
    QTemporaryDir m_folder;
    Limits m_limits;
    std::atomic<int> m_handled{ 0 };
    QSemaphore m_entered, m_go;
};

void TestServer::init()
{
    m_limits = Limits{ .uploadFolder = m_folder.path() };
    m_handled = 0;
}

Router TestServer::router()
{
    Router router;
    router.add({ Method::Get, "/ping", [this](const Request &) {
                    ++m_handled;
                    return Response::json(200, "{\"ok\":true}");
                } });
    router.add({ Method::Get, "/echo/{word}", [](const Request &request) {
                    Response response{ .body = request.parameters.value("word") + '|'
                            + request.query.value("q") + '|' + request.cookies.value("c") + '|'
                            + request.remoteAddress + '|' + (request.secure ? "tls" : "plain") };
                    return response;
                } });
    router.add({ .method = Method::Post,
        .pattern = "/body",
        .handler =
            [this](const Request &request) {
                ++m_handled;
                return Response{ .body = request.body };
            },
        .body = Body::Buffered,
        .bodyLimit = 100000 });
    router.add({ Method::Get, "/wait", [this](const Request &) {
                    m_entered.release();
                    m_go.tryAcquire(1, 20000);
                    return Response::empty(204);
                } });
    router.add({ .method = Method::Post,
        .pattern = "/guarded",
        .handler = [](const Request &) { return Response::empty(201); },
        .body = Body::Buffered,
        .admit = [](const Request &request) -> std::optional<Response> {
            if (request.headers.value("Authorization") == "good")
                return std::nullopt;
            return Response::empty(401);
        } });
    router.add({ Method::Get, "/throws",
        [](const Request &) -> Response { throw std::runtime_error("private matter"); } });
    router.add({ Method::Get, "/split",
        [](const Request &) { return Response::redirect("/a\r\nSet-Cookie: evil=1"); } });
    return router;
}

void TestServer::shouldRefuseHostileHeads_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    const QByteArray host = "Host: test\r\n";
    const QByteArray smuggled = "0\r\n\r\nGET /ping HTTP/1.1\r\nHost: test\r\n\r\n";
    row("length and coding",
        "POST /body HTTP/1.1\r\n" + host + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n"
            + smuggled,
        400);
    row("coding and length",
        "POST /body HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n"
            + smuggled,
        400);
    row("unknown coding and length",
        "POST /body HTTP/1.1\r\n" + host
            + "Transfer-Encoding: xchunked\r\nContent-Length: 6\r\n\r\n" + smuggled,
        400);
    row("chunked",
        "POST /body HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" + smuggled, 411);
    row("chunked in HTTP/1.0",
        "POST /body HTTP/1.0\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n" + smuggled, 400);
    row("coding behind a blank",
        "POST /body HTTP/1.1\r\n" + host + "Transfer-Encoding : chunked\r\n\r\n" + smuggled, 400);
    row("two lengths",
        "POST /body HTTP/1.1\r\n" + host + "Content-Length: 6\r\nContent-Length: 5\r\n\r\n"
            + smuggled,
        400);
    row("negative length",
        "POST /body HTTP/1.1\r\n" + host + "Content-Length: -1\r\n\r\n" + smuggled, 400);
    row("junk length", "POST /body HTTP/1.1\r\n" + host + "Content-Length: 1x\r\n\r\n" + smuggled,
        400);
    row("two hosts", "GET /ping HTTP/1.1\r\n" + host + host + "\r\n", 400);
    row("no host", "GET /ping HTTP/1.1\r\n\r\n", 400);
    row("folded line", "GET /ping HTTP/1.1\r\n" + host + "A: b\r\n c\r\n\r\n", 400);
    row("bare line feed", "GET /ping HTTP/1.1\nHost: test\n\n", 400);
    row("NUL in a header", QByteArray("GET /ping HTTP/1.1\r\nHost: te\0st\r\n\r\n", 35), 400);
    row("NUL in the path", get("/ping%00"), 400);
    row("backslash", get("/a%5c..%5cping"), 400);
    row("dot dot", get("/a/../ping"), 400);
    row("absolute form", get("http://other/ping"), 400);
    row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10), 400);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400);
    row("large header", get("/ping", "A: " + QByteArray(20000, 'x') + "\r\n"), 431);
    row("large target", get("/" + QByteArray(20000, 'x')), 431);
    row("many headers", get("/ping", QByteArray("A: b\r\n").repeated(200)), 431);
    row("endless header", "GET /ping HTTP/1.1\r\nA: " + QByteArray(1000000, 'x'), 431);
    row("unknown method", "BREW /ping HTTP/1.1\r\n" + host + "\r\n", 501);
    row("unknown expectation",
        "POST /body HTTP/1.1\r\n" + host + "Content-Length: 1\r\nExpect: tea\r\n\r\nx", 417);
}

void TestServer::shouldRefuseHostileHeads()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const Answer answer = peer.ask(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QVERIFY(answer.header("Server").isEmpty());
    if (status != 501) {
        QCOMPARE(answer.header("Connection"), QByteArray("close"));
        QVERIFY(peer.isClosed());
        QVERIFY(!peer.input().contains("HTTP/1.1")); // what was smuggled got no answer
    }
    QCOMPARE(m_handled, 0);
    Peer next(running.port);
    QCOMPARE(next.ask(get("/ping")).status, 200);
}

void TestServer::shouldAnswerWhatNobodyHandles()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const Answer missing = peer.ask(get("/nothing"));
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.header("Content-Type"), QByteArray("application/problem+json"));
    QVERIFY(missing.body.contains("http.notFound"));
    QVERIFY(!missing.body.contains("/nothing"));
    const Answer wrong = peer.ask(get("/body"));
    QCOMPARE(wrong.status, 405);
    QCOMPARE(wrong.header("Allow"), QByteArray("POST"));
    const Answer withheld = peer.ask(get("/split"));
    QCOMPARE(withheld.status, 500);
    QVERIFY(!withheld.head.contains("evil"));
    QCOMPARE(peer.ask(get("/ping")).status, 200); // all on one connection
}

void TestServer::shouldRefuseLargeBodiesAtOnce()
{
    RunningServer running(router(), m_limits);
    const QByteArray host = "Host: test\r\n";
    Peer huge(running.port);
    QCOMPARE(
        huge.ask("POST /body HTTP/1.1\r\n" + host + "Content-Length: 10000000000\r\n\r\n").status,
        413);
    Peer over(running.port);
    QCOMPARE(
        over.ask("POST /body HTTP/1.1\r\n" + host + "Content-Length: 100001\r\n\r\n").status, 413);
    Peer none(running.port);
    QCOMPARE(none.ask("GET /ping HTTP/1.1\r\n" + host + "Content-Length: 1\r\n\r\nx").status, 413);
    Peer exact(running.port);
    QCOMPARE(exact.ask(post("/body", QByteArray(100000, 'x'))).body.size(), 100000);
}

void TestServer::shouldNotLoseRefusalWhileTheBodyComes()
{
    RunningServer running(router(), m_limits);
    for (int i = 0; i < 10; ++i) {
        Peer peer(running.port);
        const Answer answer = peer.ask(post("/body", QByteArray(600000, 'x')));
        QCOMPARE(answer.status, 413);
    }
}

void TestServer::shouldServeKeepAliveAndPipelining()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QCOMPARE(peer.ask(get("/ping")).header("Connection"), QByteArray("keep-alive"));
    peer.send(get("/echo/a") + post("/body", "hello") + "\r\n" + get("/echo/b")
        + "HEAD /ping HTTP/1.1\r\nHost: test\r\n\r\n");
    QVERIFY(peer.read().body.startsWith("a|"));
    QCOMPARE(peer.read().body, QByteArray("hello"));
    QVERIFY(peer.read().body.startsWith("b|"));
    const Answer head = peer.read(false);
    QCOMPARE(head.header("Content-Length"), QByteArray("11"));
    const Answer last = peer.ask(get("/echo/c", "Connection: close\r\n"));
    QVERIFY(last.body.startsWith("c|"));
    QCOMPARE(last.header("Connection"), QByteArray("close"));
    QVERIFY(peer.isClosed());
    Peer old(running.port);
    QCOMPARE(old.ask("GET /ping HTTP/1.0\r\nHost: test\r\n\r\n").status, 200);
    QVERIFY(old.isClosed());
}

void TestServer::shouldHandTheRequestOver()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const Answer answer = peer.ask(get("/echo/%C3%A4%20b?q=1+2",
        "Cookie: c=d\r\nX-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n"));
    QCOMPARE(answer.body, QByteArray("\xc3\xa4 b|1 2|d|127.0.0.1|plain"));
    Peer slow(running.port);
    for (const char c : get("/echo/x"))
        QVERIFY(slow.send(QByteArray(1, c)));
    QVERIFY(slow.read().body.startsWith("x|"));
}

void TestServer::shouldBelieveTrustedProxy()
{
    m_limits.trustedProxies = { "127.0.0.1" };
    m_limits.connectionsPerAddress = 1;
    RunningServer running(router(), m_limits);
    Peer other(running.port); // the cap does not count a proxy
    QCOMPARE(other.ask(get("/ping")).status, 200);
    Peer peer(running.port);
    const Answer answer
        = peer.ask(get("/echo/x", "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Proto: https\r\n"));
    QCOMPARE(answer.body, QByteArray("x|||192.0.2.1|tls"));
}

void TestServer::shouldCloseSlowHeads()
{
    m_limits.headerSeconds = 1;
    RunningServer running(router(), m_limits);
    Peer silent(running.port);
    Peer trickler(running.port);
    QElapsedTimer clock;
    clock.start();
    const QByteArray head = get("/ping", "A: " + QByteArray(1000, 'x') + "\r\n");
    qsizetype at = 0;
    while (trickler.socket().state() == QAbstractSocket::ConnectedState && clock.elapsed() < 8000) {
        trickler.send(head.mid(at++, 1));
        trickler.socket().waitForReadyRead(20);
    }
    QVERIFY(trickler.socket().state() != QAbstractSocket::ConnectedState);
    QVERIFY2(clock.elapsed() < 4000, QByteArray::number(clock.elapsed()));
    QVERIFY(silent.isClosed(3000));
    Peer peer(running.port);
    QCOMPARE(peer.ask(get("/ping")).status, 200);
}

void TestServer::shouldCloseIdleKeepAlive()
{
    m_limits.keepAliveSeconds = 1;
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QCOMPARE(peer.ask(get("/ping")).status, 200);
    QVERIFY(peer.isClosed(4000));
}

void TestServer::shouldCloseStoppedBodies()
{
    m_limits.bodyIdleSeconds = 1;
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    peer.send("POST /body HTTP/1.1\r\nHost: test\r\nContent-Length: 100\r\n\r\nabc");
    QVERIFY(peer.isClosed(5000));
    QCOMPARE(m_handled, 0);
}

void TestServer::shouldLimitConnectionsOfAnAddress()
{
    m_limits.connectionsPerAddress = 2;
    RunningServer running(router(), m_limits);
    {
        Peer first(running.port);
        Peer second(running.port);
        QCOMPARE(first.ask(get("/ping")).status, 200);
        QCOMPARE(second.ask(get("/ping")).status, 200);
        Peer third(running.port);
        QCOMPARE(third.ask(get("/ping")).status, 429);
        QVERIFY(third.isClosed());
    }
    // The server notices in its own time that they went.
    QTRY_COMPARE(Peer(running.port).ask(get("/ping")).status, 200);
}

void TestServer::shouldLimitConnections()
{
    m_limits.connections = 1;
    RunningServer running(router(), m_limits);
    Peer first(running.port);
    QCOMPARE(first.ask(get("/ping")).status, 200);
    Peer second(running.port);
    const Answer answer = second.ask(get("/ping"));
    QCOMPARE(answer.status, 503);
    QVERIFY(!answer.header("Retry-After").isEmpty());
}

void TestServer::shouldSayBusyWhenTheQueueIsFull()
{
    m_limits.workers = 1;
    m_limits.queue = 1;
    RunningServer running(router(), m_limits);
    Peer running1(running.port);
    running1.send(get("/wait"));
    QVERIFY(m_entered.tryAcquire(1, 10000)); // the only worker is busy
    Peer first(running.port);
    Peer second(running.port);
    first.send(get("/ping"));
    second.send(get("/ping"));
    // One of the two waits in the queue, the other one is sent away at once.
    const auto answered = [](Peer &peer) {
        peer.socket().waitForReadyRead(10);
        return peer.socket().bytesAvailable() > 0;
    };
    QTRY_VERIFY(answered(first) || answered(second));
    Peer &refused = first.socket().bytesAvailable() > 0 ? first : second;
    Peer &queued = first.socket().bytesAvailable() > 0 ? second : first;
    const Answer answer = refused.read();
    QCOMPARE(answer.status, 503);
    QVERIFY(!answer.header("Retry-After").isEmpty());
    QVERIFY(answer.body.contains("http.busy"));
    m_go.release();
    QCOMPARE(queued.read().status, 200);
    QCOMPARE(running1.read().status, 204);
    QCOMPARE(refused.ask(get("/ping")).status, 200); // the connection was kept
}

void TestServer::shouldAskAdmissionBeforeTheBody()
{
    RunningServer running(router(), m_limits);
    Peer stranger(running.port);
    // No byte of the body was sent: the answer comes anyway.
    const Answer refused
        = stranger.ask("POST /guarded HTTP/1.1\r\nHost: test\r\nContent-Length: 1000\r\n\r\n");
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.header("Connection"), QByteArray("close"));
    Peer known(running.port);
    QCOMPARE(known
                 .ask("POST /guarded HTTP/1.1\r\nHost: test\r\nAuthorization: good\r\n"
                      "Content-Length: 3\r\n\r\nabc")
                 .status,
        201);
}

void TestServer::shouldContinueOnlyWhenAdmitted()
{
    RunningServer running(router(), m_limits);
    const QByteArray head = "POST /guarded HTTP/1.1\r\nHost: test\r\nContent-Length: 3\r\nExpect: "
                            "100-continue\r\n";
    Peer stranger(running.port);
    QCOMPARE(stranger.ask(head + "\r\n").status, 401);
    Peer known(running.port);
    QCOMPARE(known.ask(head + "Authorization: good\r\n\r\n").status, 100);
    QCOMPARE(known.ask("abc").status, 201);
}

void TestServer::shouldSurviveHandlerThatThrows()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("handler threw")));
    const Answer answer = peer.ask(get("/throws"));
    QCOMPARE(answer.status, 500);
    QVERIFY(!answer.body.contains("private"));
    QCOMPARE(peer.ask(get("/ping")).status, 200);
}

void TestServer::shouldUseErrorPage()
{
    Router routes = router();
    routes.errorPage = [](const Request &request, int status, const Error &error) {
        return Response::html(200,
            QByteArray::number(status) + ' ' + error.key.toLatin1() + ' '
                + request.headers.value("Accept-Language"));
    };
    RunningServer running(routes, m_limits);
    Peer peer(running.port);
    const Answer answer = peer.ask(get("/nothing", "Accept-Language: de\r\n"));
    QCOMPARE(answer.status, 404);
    QCOMPARE(answer.body, QByteArray("404 http.notFound de"));
}

void TestServer::shouldRefuseToListen()
{
    RunningServer running(router(), m_limits);
    Server second(router(), m_limits);
    for (const char *bad : { "", "localhost", "127.0.0.1", "127.0.0.1:x", "::1", "a:1" })
        QVERIFY2(!second.listen(QString::fromLatin1(bad)), bad);
    const auto busy = second.listen(QStringLiteral("127.0.0.1:%1").arg(running.port));
    QVERIFY(!busy);
    QCOMPARE(busy.error().code, ErrorCode::Busy);
    Router uploads;
    uploads.add({ .method = Method::Put, .pattern = "/", .body = Body::Stream });
    Server third(uploads, Limits{});
    QCOMPARE(third.listen(QStringLiteral("127.0.0.1:0")).error().key,
        QStringLiteral("server.uploadFolder.missing"));
}

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
