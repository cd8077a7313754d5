#include "server/http/framing.h"
#include "server/http/requesthead.h"
#include "server/http/responsehead.h"

#include <QtTest>

using namespace http;

class TestFraming : public QObject {
    Q_OBJECT
private slots:
    void shouldFindEndAtEverySplit();
    void shouldRefuseBrokenLines();
    void shouldCheckLines_data();
    void shouldCheckLines();
    void shouldDecideWhereARequestEnds_data();
    void shouldDecideWhereARequestEnds();
    void shouldParseHead();
    void shouldRefuseOtherHeads();
    void shouldWriteHead();
    void shouldLeaveFramingToTheServer();
    void shouldNoticeSplitResponses();
    void shouldWriteDates();
};

void TestFraming::shouldFindEndAtEverySplit()
{
    const QByteArray head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (qsizetype split = 0; split < head.size(); ++split) {
        QCOMPARE(scannedHead(head.first(split), 0).end, -1);
        QVERIFY(!scannedHead(head.first(split), 0).broken);
        QCOMPARE(scannedHead(head + "rest", split).end, head.size());
    }
}

void TestFraming::shouldRefuseBrokenLines()
{
    QVERIFY(scannedHead("GET / HTTP/1.1\nHost", 0).broken);
    QVERIFY(scannedHead("GET / HTTP/1.1\r\nHost: a\rb", 0).broken);
    QVERIFY(scannedHead("\nGET", 0).broken);
    QVERIFY(scannedHead(QByteArray("GET /\0", 6), 0).broken);
}

void TestFraming::shouldCheckLines_data()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::addColumn<int>("status");
    QTest::newRow("good") << QByteArray("Host: a\r\nAccept:b\r\n") << 0;
    QTest::newRow("folded") << QByteArray("Host: a\r\n b\r\n") << 400;
    QTest::newRow("folded with a tab") << QByteArray("Host: a\r\n\tb\r\n") << 400;
    QTest::newRow("first line folded") << QByteArray(" Host: a\r\n") << 400;
    QTest::newRow("blank before colon") << QByteArray("Host : a\r\n") << 400;
    QTest::newRow("tab in name") << QByteArray("Ho\tst: a\r\n") << 400;
    QTest::newRow("no colon") << QByteArray("Host\r\n") << 400;
    QTest::newRow("no name") << QByteArray(": a\r\n") << 400;
    QTest::newRow("100 fields") << QByteArray("A: b\r\n").repeated(100) << 0;
    QTest::newRow("101 fields") << QByteArray("A: b\r\n").repeated(101) << 431;
}

void TestFraming::shouldCheckLines()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, status);
    QCOMPARE(checkedLines("GET / HTTP/1.1\r\n" + lines + "\r\n").status, status);
}

void TestFraming::shouldDecideWhereARequestEnds_data()
{
    QTest::addColumn<QByteArray>("lines"); // "Name: value|Name: value"
    QTest::addColumn<int>("version");
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("length");
    const auto row
        = [](const char *name, const char *lines, int version, int status, qint64 length = -1) {
              QTest::newRow(name) << QByteArray(lines) << version << status << length;
          };
    row("nothing", "Host: a", 11, 0);
    row("length", "Host: a|Content-Length: 12", 11, 0, 12);
    row("zero", "Host: a|Content-Length: 0", 11, 0, 0);
    row("no host", "Accept: a", 11, 400);
    row("no host in 1.0", "Accept: a", 10, 400);
    row("two hosts", "Host: a|Host: a", 11, 400);
    row("host list", "Host: a, b", 11, 400);
    row("host with user", "Host: u@a", 11, 400);
    row("host with path", "Host: a/b", 11, 400);
    row("host with port", "Host: [2001:db8::1]:80", 11, 0);
    row("chunked", "Host: a|Transfer-Encoding: chunked", 11, 411);
    row("chunked in 1.0", "Host: a|Transfer-Encoding: chunked", 10, 400);
    row("both", "Host: a|Content-Length: 1|Transfer-Encoding: chunked", 11, 400);
    row("both, unknown coding", "Host: a|Transfer-Encoding: x|Content-Length: 1", 11, 400);
    row("two lengths", "Host: a|Content-Length: 1|Content-Length: 1", 11, 400);
    row("length list", "Host: a|Content-Length: 1, 1", 11, 400);
    row("negative", "Host: a|Content-Length: -1", 11, 400);
    row("plus", "Host: a|Content-Length: +1", 11, 400);
    row("hexadecimal", "Host: a|Content-Length: 0x10", 11, 400);
    row("empty length", "Host: a|Content-Length: ", 11, 400);
    row("too long", "Host: a|Content-Length: 99999999999999999999", 11, 400);
}

void TestFraming::shouldDecideWhereARequestEnds()
{
    QFETCH(QByteArray, lines);
    QFETCH(int, version);
    QFETCH(int, status);
    QFETCH(qint64, length);
    Headers headers;
    for (const QByteArray &line : lines.split('|'))
        headers.add(line.first(line.indexOf(':')), line.mid(line.indexOf(':') + 2));
    const Framing framing = checkedFraming(headers, version);
    QCOMPARE(framing.verdict.status, status);
    QCOMPARE(framing.contentLength, length);
}

void TestFraming::shouldParseHead()
{
    const auto head
        = parsedHead("POST /a?b HTTP/1.1\r\nHost: x\r\nA:  1 \r\nConnection: close\r\n\r\n");
    QVERIFY(head);
    QCOMPARE(head->method, QByteArray("POST"));
    QCOMPARE(head->target, QByteArray("/a?b"));
    QCOMPARE(head->version, 11);
    QVERIFY(!head->keepAlive);
    QCOMPARE(head->headers.value("a"), QByteArray("1"));
    QVERIFY(parsedHead("GET / HTTP/1.1\r\nHost: x\r\n\r\n")->keepAlive);
    QVERIFY(!parsedHead("GET / HTTP/1.0\r\nHost: x\r\n\r\n")->keepAlive);
    QVERIFY(parsedHead("GET / HTTP/1.0\r\nHost: x\r\nConnection: keep-alive\r\n\r\n")->keepAlive);
    QCOMPARE(knownMethod("PATCH"), std::optional(Method::Patch));
    QVERIFY(!knownMethod("get"));
    QVERIFY(!knownMethod("TRACE"));
}

void TestFraming::shouldRefuseOtherHeads()
{
    for (const char *bad : { "GET /\r\n\r\n", "GET / HTTP/2.0\r\n\r\n", "GET / HTTP/0.9\r\n\r\n",
             "GET  / HTTP/1.1\r\n\r\n", "G(T / HTTP/1.1\r\n\r\n", " / HTTP/1.1\r\n\r\n",
             "PRI * HTTP/2.0\r\n\r\n", "GET / http/1.1\r\n\r\n", "\x16\x03\x01\r\n\r\n",
             "GET / HTTP/1.1\r\nA(b): c\r\n\r\n", "GET / HTTP/1.1\r\nA: b\x01\r\n\r\n" })
        QVERIFY2(!parsedHead(bad), bad);
}

void TestFraming::shouldWriteHead()
{
    Response response = Response::json(200, "{}");
    const QByteArray head = responseHead(response, { .contentLength = 2, .keepAlive = true }, 0);
    QCOMPARE(head,
        QByteArray("HTTP/1.1 200 OK\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\n"
                   "X-Content-Type-Options: nosniff\r\nContent-Type: application/json\r\n"
                   "Content-Length: 2\r\nConnection: keep-alive\r\n\r\n"));
    const QByteArray none = responseHead(Response::empty(204), { .contentLength = 0 }, 0);
    QVERIFY(!none.contains("Content-Length"));
    QVERIFY(none.contains("Connection: close\r\n"));
}

void TestFraming::shouldLeaveFramingToTheServer()
{
    Response response;
    for (const char *owned : { "content-length", "Transfer-Encoding", "Connection", "Server" })
        response.headers.add(owned, "evil");
    QVERIFY(!responseHead(response, { .contentLength = 0 }, 0).contains("evil"));
}

void TestFraming::shouldNoticeSplitResponses()
{
    Headers good;
    good.add("Location", "/a?b=\xc3\xa4");
    QVERIFY(!hasUnsafeHeader(good));
    for (const auto &[name, value] : QList<QPair<QByteArray, QByteArray>>{ { "A", "b\r\nC: d" },
             { "A", "b\n" }, { "A", QByteArray("\0", 1) }, { "A: b\r\nC", "d" }, { "", "d" } }) {
        Headers bad;
        bad.add(name, value);
        QVERIFY(hasUnsafeHeader(bad));
    }
}

void TestFraming::shouldWriteDates()
{
    QCOMPARE(httpDate(784111777), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT")); // RFC 9110, 5.6.7
}

QTEST_GUILESS_MAIN(TestFraming)
#include "tst_framing.moc"
