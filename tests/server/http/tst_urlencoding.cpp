#include "server/http/cookies.h"
#include "server/http/forwarded.h"
#include "server/http/urlencoding.h"

#include <QtTest>

using namespace http;

// Everything small that is read out of a head: targets, forms, cookies, forwarded addresses.
class TestUrlEncoding : public QObject {
    Q_OBJECT
private slots:
    void shouldDecodeOnce();
    void shouldJudgeTargets_data();
    void shouldJudgeTargets();
    void shouldReadQuery();
    void shouldReadPairs();
    void shouldBoundPairs();
    void shouldRepairUtf8();
    void shouldReadCookies();
    void shouldFindClientAddress_data();
    void shouldFindClientAddress();
    void shouldBelieveSchemeOfProxyOnly();
    void shouldGroupAddresses();
};

void TestUrlEncoding::shouldDecodeOnce()
{
    QCOMPARE(percentDecoded("a%20b", false), std::optional<QByteArray>("a b"));
    QCOMPARE(percentDecoded("%2541", false), std::optional<QByteArray>("%41"));
    QCOMPARE(percentDecoded("a+b", false), std::optional<QByteArray>("a+b"));
    QCOMPARE(percentDecoded("a+b", true), std::optional<QByteArray>("a b"));
    QCOMPARE(percentDecoded("%c3%A4", true), std::optional<QByteArray>("\xc3\xa4"));
    for (const char *bad : { "%", "%4", "a%", "%zz", "%4g", "%-1" })
        QVERIFY2(!percentDecoded(bad, false), bad);
}

void TestUrlEncoding::shouldJudgeTargets_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<bool>("good");
    QTest::addColumn<QByteArray>("path");
    const auto good = [](const char *name, const char *target, const char *path) {
        QTest::newRow(name) << QByteArray(target) << true << QByteArray(path);
    };
    const auto bad = [](const char *name, const QByteArray &target) {
        QTest::newRow(name) << target << false << QByteArray();
    };
    good("root", "/", "/");
    good("umlaut", "/%C3%BCber",
        "/\xc3\xbc"
        "ber");
    good("dots in a name", "/a..b/.well-known/c.", "/a..b/.well-known/c.");
    good("plus stays in a path", "/a+b", "/a+b");
    good("query cut off", "/a?b=../..", "/a");
    bad("dot dot", "/a/../b");
    bad("encoded dot dot", "/a/%2e%2E/b");
    bad("dot dot at the end", "/..");
    bad("dot", "/./a");
    bad("NUL", "/a%00");
    bad("backslash", "/a%5cb");
    bad("raw backslash", "/a\\b");
    bad("encoded slash", "/a%2fb");
    bad("line feed", "/a%0ab");
    bad("DEL", "/a%7f");
    bad("overlong slash", "/a%c0%afb");
    bad("latin-1", "/%fcber");
    bad("half escape", "/a%2");
    bad("absolute form", "http://example.org/");
    bad("asterisk", "*");
    bad("authority", "example.org:443");
    bad("fragment", "/a#b");
    bad("empty", "");
    bad("bad query escape", "/a?b=%");
    bad("NUL in query", "/a?b=%00");
    bad("latin-1 in query", "/a?b=%fc");
}

void TestUrlEncoding::shouldJudgeTargets()
{
    QFETCH(QByteArray, target);
    QFETCH(bool, good);
    QFETCH(QByteArray, path);
    const auto parsed = parsedTarget(target);
    QCOMPARE(parsed.has_value(), good);
    if (good)
        QCOMPARE(parsed->path, path);
}

void TestUrlEncoding::shouldReadQuery()
{
    const auto parsed = parsedTarget("/a?q=x+y%26z&empty=&flag&q=second&&%C3%A4=1");
    QVERIFY(parsed);
    QCOMPARE(parsed->query.size(), 4);
    QCOMPARE(parsed->query.value("q"), QByteArray("x y&z"));
    QVERIFY(parsed->query.contains("flag"));
    QVERIFY(parsed->query.contains("empty"));
    QCOMPARE(parsed->query.value("\xc3\xa4"), QByteArray("1"));
}

void TestUrlEncoding::shouldReadPairs()
{
    const auto pairs = urlEncodedPairs("a=1&b=%0D%0A&a=2=3");
    QVERIFY(pairs);
    const QList<QPair<QByteArray, QByteArray>> wanted{ { "a", "1" }, { "b", "\r\n" },
        { "a", "2=3" } };
    QCOMPARE(*pairs, wanted);
    QVERIFY(urlEncodedPairs("")->isEmpty());
    QVERIFY(!urlEncodedPairs("a=%"));
}

void TestUrlEncoding::shouldBoundPairs()
{
    QVERIFY(urlEncodedPairs(QByteArray("a=1&").repeated(1000)));
    QVERIFY(!urlEncodedPairs(QByteArray("a=1&").repeated(1001)));
}

void TestUrlEncoding::shouldRepairUtf8()
{
    QVERIFY(isCleanUtf8("M\xc3\xbcller"));
    QVERIFY(!isCleanUtf8("M\xfcller"));
    QVERIFY(!isCleanUtf8(QByteArray("a\0b", 3)));
    QCOMPARE(repairedUtf8("M\xfcller"), QByteArray("M\xef\xbf\xbdller"));
    QCOMPARE(repairedUtf8(QByteArray("a\0b", 3)),
        QByteArray("a\xef\xbf\xbd"
                   "b"));
}

void TestUrlEncoding::shouldReadCookies()
{
    const auto cookies = parsedCookies(
        { "__Host-session=abc; theme=\"dark\"; empty=", "session=b=c;broken; =x;theme=light" });
    QCOMPARE(cookies.size(), 4);
    QCOMPARE(cookies.value("__Host-session"), QByteArray("abc"));
    QCOMPARE(cookies.value("theme"), QByteArray("dark"));
    QCOMPARE(cookies.value("session"), QByteArray("b=c"));
    QVERIFY(cookies.contains("empty"));
    QVERIFY(parsedCookies({}).isEmpty());
}

void TestUrlEncoding::shouldFindClientAddress_data()
{
    QTest::addColumn<QByteArray>("peer");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("client");
    const auto row = [](const char *name, const char *peer, const char *forwarded,
                         const char *client) {
        QTest::newRow(name) << QByteArray(peer) << QByteArray(forwarded) << QByteArray(client);
    };
    row("no proxy", "198.51.100.1", "192.0.2.1", "198.51.100.1");
    row("proxy", "10.0.0.1", "192.0.2.1", "192.0.2.1");
    row("client forged the left part", "10.0.0.1", "203.0.113.9, 192.0.2.1", "192.0.2.1");
    row("two proxies", "10.0.0.1", "192.0.2.1, 10.0.0.2", "192.0.2.1");
    row("with port", "10.0.0.1", "192.0.2.1:4711", "192.0.2.1");
    row("IPv6", "10.0.0.1", "[2001:DB8::1]:80", "2001:db8::1");
    row("rubbish", "10.0.0.1", "unknown", "10.0.0.1");
    row("rubbish left of a proxy", "10.0.0.1", "<script>, 10.0.0.2", "10.0.0.2");
    row("nothing", "10.0.0.1", "", "10.0.0.1");
}

void TestUrlEncoding::shouldFindClientAddress()
{
    QFETCH(QByteArray, peer);
    QFETCH(QByteArray, forwarded);
    QFETCH(QByteArray, client);
    Headers headers;
    if (!forwarded.isEmpty())
        headers.add("X-Forwarded-For", forwarded);
    QCOMPARE(clientAddress(peer, headers, { "10.0.0.1", "10.0.0.2" }), client);
}

void TestUrlEncoding::shouldBelieveSchemeOfProxyOnly()
{
    Headers headers;
    headers.add("X-Forwarded-Proto", "https");
    QVERIFY(forwardedSecure("10.0.0.1", headers, { "10.0.0.1" }));
    QVERIFY(!forwardedSecure("192.0.2.1", headers, { "10.0.0.1" }));
    QVERIFY(!forwardedSecure("10.0.0.1", {}, { "10.0.0.1" }));
}

void TestUrlEncoding::shouldGroupAddresses()
{
    QCOMPARE(addressGroup("192.0.2.1"), QByteArray("192.0.2.1"));
    QCOMPARE(addressGroup("2001:db8:1:2:3:4:5:6"), addressGroup("2001:db8:1:2:9:9:9:9"));
    QVERIFY(addressGroup("2001:db8:1:2::1") != addressGroup("2001:db8:1:3::1"));
    QCOMPARE(addressGroup("2001:db8::1"), addressGroup("2001:db8:0:0:7::1"));
    QCOMPARE(addressGroup("::1"), QByteArray("0:0:0:0::/64"));
}

QTEST_GUILESS_MAIN(TestUrlEncoding)
#include "tst_urlencoding.moc"
