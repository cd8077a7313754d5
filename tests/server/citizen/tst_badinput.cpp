#include "portalfixture.h"

#include "tests/server/http/runningserver.h"
#include <QDirIterator>

#include <QHash>

namespace {

http::Limits limitsOf(const TestPortal &portal)
{
    http::Limits limits;
    limits.uploadFolder = portal.store->uploadFolder();
    limits.workers = 2;
    return limits;
}

QByteArray cookieOf(const Answer &answer)
{
    return answer.header("Set-Cookie").split(';').first();
}

QByteArray part(const QByteArray &name, const QByteArray &value, const QByteArray &more = {})
{
    return "--edge\r\nContent-Disposition: form-data; name=\"" + name + '"' + more + "\r\n\r\n"
        + value + "\r\n";
}

QByteArray filePart(const QByteArray &name, const QByteArray &fileName, const QByteArray &bytes)
{
    return part(name, bytes, "; filename=\"" + fileName + "\"\r\nContent-Type: application/pdf");
}

} // namespace

// What strangers send: over the wire where the wire matters, else straight to the pages. Nothing of
// it may become a case, an error without words, or a file outside its place.
class TestBadInput : public QObject {
    Q_OBJECT
private slots:
    void formsOfOthersAreRefused_data();
    void formsOfOthersAreRefused();
    void cookieIsHardened();
    void textsOnTheWire_data();
    void textsOnTheWire();
    void uploadsOnTheWire_data();
    void uploadsOnTheWire();
    void pathsThatAreNone_data();
    void pathsThatAreNone();
    void brokenBytesAreAskedForAgain();
    void unaskedFieldsAreNotTaken();
    void styleSheetsAndTheirForms();
    void oneSourceIsBounded();
    void picturesThatUnpackTooFar();
    void filesAreScannedBeforeTheyAreKept();
    void errorsAreWorded();
};

void TestBadInput::formsOfOthersAreRefused_data()
{
    QTest::addColumn<QByteArray>("origin");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("status");
    const QByteArray right = "http://localhost";
    QTest::newRow("right") << right << QByteArray("own") << 303;
    QTest::newRow("no origin") << QByteArray() << QByteArray("own") << 303;
    QTest::newRow("other origin") << QByteArray("https://evil.example") << QByteArray("own") << 403;
    QTest::newRow("origin null") << QByteArray("null") << QByteArray("own") << 403;
    QTest::newRow("other port") << QByteArray("http://localhost:81") << QByteArray("own") << 403;
    QTest::newRow("look-alike") << QByteArray("http://localhost.evil.example") << QByteArray("own")
                                << 403;
    QTest::newRow("no token") << right << QByteArray() << 403;
    QTest::newRow("wrong token") << right << QByteArray(43, 'A') << 403;
    QTest::newRow("token of another browser") << right << QByteArray("other") << 403;
}

void TestBadInput::formsOfOthersAreRefused()
{
    QFETCH(QByteArray, origin);
    QFETCH(QByteArray, token);
    QFETCH(int, status);
    TestPortal portal;
    TestBrowser browser(portal);
    TestBrowser other(portal);
    const QString service = u"/de/leistung/sperrmuell"_qs;
    browser.get(service);
    other.get(service);
    if (token == "other")
        browser.token = other.token;
    else if (token != "own")
        browser.token = token;
    browser.origin = origin;
    QCOMPARE(browser.post(service, {}).status, status);
    // Without a cookie no token is right.
    TestBrowser naked(portal);
    naked.token = other.token;
    QCOMPARE(naked.post(service, {}).status, 403);
}

void TestBadInput::cookieIsHardened()
{
    TestPortal portal;
    TestBrowser browser(portal);
    QByteArray cookie = browser.get(u"/de/"_qs).headers.value("Set-Cookie");
    QVERIFY(cookie.startsWith("kontor-browser="));
    for (const char *attribute :
        { "; Path=/", "; HttpOnly", "; SameSite=Lax", "; Max-Age=1209600" })
        QVERIFY2(cookie.contains(attribute), attribute);
    TestBrowser safe(portal);
    safe.secure = true;
    const http::Response page = safe.get(u"/de/"_qs);
    cookie = page.headers.value("Set-Cookie");
    QVERIFY(cookie.startsWith("__Host-kontor-browser="));
    QVERIFY(cookie.endsWith("; Secure"));
    QCOMPARE(page.headers.value("Strict-Transport-Security"), QByteArray("max-age=31536000"));
    // A cookie that somebody made up is replaced, not believed.
    TestBrowser forger(portal);
    forger.cookies.insert("kontor-browser", "AAAA");
    QVERIFY(!forger.get(u"/de/"_qs).headers.value("Set-Cookie").contains("=AAAA;"));
}

void TestBadInput::textsOnTheWire_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body"); // $ is the token
    QTest::addColumn<int>("status");
    const QByteArray form = "application/x-www-form-urlencoded";
    QTest::newRow("errors of the step") << form << QByteArray("csrf=$&person.vorname=Kim") << 422;
    QTest::newRow("nothing") << form << QByteArray() << 403;
    QTest::newRow("JSON") << QByteArray("application/json") << QByteArray("{\"csrf\":\"$\"}")
                          << 415;
    QTest::newRow("plain text") << QByteArray("text/plain") << QByteArray("csrf=$") << 415;
    QTest::newRow("broken UTF-8") << form
                                  << QByteArray(
                                         "csrf=$&person.vorname=%ff%fe&person.nachname=%c0%af")
                                  << 422;
    QTest::newRow("broken escapes") << form << QByteArray("csrf=$&person.vorname=%zz%") << 400;
    QTest::newRow("NUL") << form << QByteArray("csrf=$&person.vorname=a%00b") << 422;
    QTest::newRow("direction marks")
        << form << QByteArray("csrf=$&person.vorname=%e2%80%ae") << 422;
    QTest::newRow("long value") << form << "csrf=$&person.vorname=" + QByteArray(100'000, 'a')
                                << 422;
    QTest::newRow("thousand names") << form << "csrf=$" + QByteArray("&x=1").repeated(900) << 422;
    QTest::newRow("too large") << form << "csrf=$&person.vorname=" + QByteArray(1'200'000, 'a')
                               << 413;
    const QByteArray multi = "multipart/form-data; boundary=edge";
    QTest::newRow("multipart") << multi << part("csrf", "$") + "--edge--\r\n" << 422;
    QTest::newRow("file where a text belongs")
        << multi
        << part("csrf", "$") + filePart("person.vorname", "a.pdf", "%PDF-1.7") + "--edge--\r\n"
        << 422;
    QTest::newRow("no boundary") << QByteArray("multipart/form-data")
                                 << part("csrf", "$") + "--edge--\r\n"
                                 << 415;
    QTest::newRow("other boundary")
        << QByteArray("multipart/form-data; boundary=other") << part("csrf", "$") + "--edge--\r\n"
        << 400;
    QTest::newRow("cut off") << multi << part("csrf", "$") + "--edge\r\nContent-Disp" << 400;
    QTest::newRow("no end") << multi << part("csrf", "$") << 400;
    QTest::newRow("part without a name")
        << multi << QByteArray("--edge\r\nContent-Type: text/plain\r\n\r\nx\r\n--edge--\r\n")
        << 400;
}

void TestBadInput::textsOnTheWire()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    TestPortal portal;
    const RunningServer server(portal.router, limitsOf(portal));
    Peer peer(server.port);
    const Answer service = peer.ask(get("/de/leistung/sperrmuell"));
    QCOMPARE(service.status, 200);
    const QByteArray token
        = TestBrowser::match_(service.body, u"name=\"csrf\" value=\"([^\"]+)\""_qs);
    const QByteArray cookie = "Cookie: " + cookieOf(service) + "\r\n";
    const Answer begun = peer.ask(post(
        "/de/leistung/sperrmuell", "csrf=" + token, "application/x-www-form-urlencoded", cookie));
    QCOMPARE(begun.status, 303);
    const Answer answer
        = Peer(server.port)
              .ask(post(begun.header("Location"), body.replace("$", token), type, cookie));
    QCOMPARE(answer.status, status);
    QVERIFY2(answer.header("Content-Type").startsWith("text/html"), "a person reads this");
    QVERIFY(answer.body.contains("<h1"));
    QCOMPARE(Peer(server.port).ask(get("/de/")).status, 200); // still alive
}

void TestBadInput::uploadsOnTheWire_data()
{
    QTest::addColumn<QByteArray>("parts");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kept");
    const QByteArray at = "nachweise.lageplan";
    QTest::newRow("good") << filePart(at, "plan.pdf", "%PDF-1.7\n") << 303 << 1;
    QTest::newRow("path") << filePart(at, "../../../etc/cron.d/plan.pdf", "%PDF-1.7\n") << 303 << 1;
    QTest::newRow("windows path") << filePart(at, "C:\\\\x\\\\..\\\\plan.pdf", "%PDF-1.7\n") << 303
                                  << 1;
    QTest::newRow("bidi") << filePart(at,
        "plan\xe2\x80\xae"
        "fdp.pdf",
        "%PDF-1.7\n") << 303
                          << 1;
    QTest::newRow("no name") << filePart(at, "", "") << 303 << 0;
    QTest::newRow("empty") << filePart(at, "leer.pdf", "") << 422 << 0;
    QTest::newRow("program") << filePart(at, "plan.exe", "MZ\x90") << 422 << 0;
    QTest::newRow("program as pdf") << filePart(at, "plan.pdf", "MZ\x90") << 422 << 0;
    QTest::newRow("web page as jpg") << filePart(at, "plan.jpg", "<html><script>") << 422 << 0;
    QTest::newRow("unasked field")
        << filePart("nachweise.geheim", "plan.pdf", "%PDF-1.7\n") << 303 << 0;
    QTest::newRow("one of two") << filePart(at, "plan.pdf", "%PDF-1.7\n")
            + filePart(at, "x.svg", "<svg/>")
                                << 422 << 1;
    QTest::newRow("six of five") << filePart(at, "plan.pdf", "%PDF-1.7\n").repeated(6) << 422 << 5;
    QTest::newRow("twelve") << filePart(at, "plan.pdf", "%PDF-1.7\n").repeated(12) << 422 << 5;
    QTest::newRow("just too large")
        << filePart(at, "plan.pdf", "%PDF-1.7\n" + QByteArray(25 * 1024 * 1024, 'x')) << 422 << 0;
}

void TestBadInput::uploadsOnTheWire()
{
    QFETCH(QByteArray, parts);
    QFETCH(int, status);
    QFETCH(int, kept);
    TestPortal portal;
    const RunningServer server(portal.router, limitsOf(portal));
    Peer peer(server.port);
    const QByteArray service = "/de/leistung/baumfaellgenehmigung";
    const Answer page = peer.ask(get(service));
    const QByteArray token = TestBrowser::match_(page.body, u"name=\"csrf\" value=\"([^\"]+)\""_qs);
    const QByteArray cookie = "Cookie: " + cookieOf(page) + "\r\n";
    const Answer begun
        = peer.ask(post(service, "csrf=" + token, "application/x-www-form-urlencoded", cookie));
    const QByteArray target = begun.header("Location").replace("/person", "/anlagen");
    const Answer answer = Peer(server.port)
                              .ask(post(target, part("csrf", token) + parts + "--edge--\r\n",
                                  "multipart/form-data; boundary=edge", cookie));
    QCOMPARE(answer.status, status);
    const QByteArray shown = Peer(server.port).ask(get(target, cookie)).body;
    QCOMPARE(shown.count("name=\"remove\""), kept);
    QVERIFY(!shown.contains("../") && !shown.contains("\xe2\x80\xae"));
    // From another page the body is not even read; a long one could only hide the answer by its
    // end.
    const Answer foreign = Peer(server.port)
                               .ask(post(target, part("csrf", token) + parts.left(2000),
                                   "multipart/form-data; boundary=edge",
                                   cookie + "Origin: https://evil.example\r\n"));
    QCOMPARE(foreign.status, 403);
}

void TestBadInput::pathsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : { "/de/../../etc/passwd", "/de/%2e%2e/%2e%2e/etc/passwd",
             "/s/..%2f..%2fportal.db", "/s/portal.db", "/de/antrag/x/person",
             "/de/antrag/%00/person", "/de/beleg/../x", "/de/vorgang/'%20OR%201=1/dokument/x",
             "/fr/", "/de/leistung/%ff%fe", "/de/lebenslage/<script>" })
        QTest::newRow(target) << QByteArray(target);
}

void TestBadInput::pathsThatAreNone()
{
    QFETCH(QByteArray, target);
    TestPortal portal;
    const RunningServer server(portal.router, limitsOf(portal));
    const Answer answer = Peer(server.port).ask(get(target));
    QVERIFY2(answer.status == 404 || answer.status == 400 || answer.status == 303,
        QByteArray::number(answer.status));
    QVERIFY(!answer.body.contains("root:") && !answer.body.contains("SQLite"));
    QVERIFY(!answer.body.contains("<script"));
}

void TestBadInput::brokenBytesAreAskedForAgain()
{
    TestPortal portal;
    TestBrowser browser(portal);
    browser.get(u"/de/leistung/sperrmuell"_qs);
    const QString at = TestBrowser::location(browser.post(u"/de/leistung/sperrmuell"_qs, {}));
    browser.formError = error(
        ErrorCode::InvalidInput, "form.invalidUtf8", { { u"name"_qs, u"person.vorname"_qs } });
    const http::Response page = browser.post(at, TestBrowser::person());
    QCOMPARE(page.status, 422);
    QVERIFY(page.body.contains("nicht lesen"));
}

void TestBadInput::unaskedFieldsAreNotTaken()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QString review = browser.writeWaste();
    TestBrowser::Form form = TestBrowser::person();
    form += TestBrowser::Form{ { "state", "decided" }, { "reference", "LIN-1" }, { "fee", "0" } };
    browser.post(review.section(QLatin1Char('/'), 0, -2) + u"/person"_qs, form);
    browser.get(review);
    browser.post(
        review, { { "confirm", "true" }, { "level", "high" }, { "department", "steuern" } });
    const CaseFile filed = portal.cases().value(0);
    QCOMPARE(filed.state, CaseState::New);
    QCOMPARE(filed.level, AssuranceLevel::None);
    QCOMPARE(filed.department.text, u"abfall"_qs);
    QVERIFY(!findAnswer(filed.answers, u"person.state"));
}

void TestBadInput::styleSheetsAndTheirForms()
{
    TestPortal portal;
    TestBrowser browser(portal);
    const QByteArray page = browser.get(u"/de/"_qs).body;
    static const QRegularExpression address(
        QStringLiteral("/s/([a-z]+\\.[0-9a-f]{12}\\.(?:css|svg))"));
    int found = 0;
    for (auto it = address.globalMatch(QString::fromUtf8(page)); it.hasNext(); ++found) {
        http::Request request;
        request.parameters.insert("name", it.next().captured(1).toLatin1());
        const auto match = portal.router.find(http::Method::Get, "/s/x");
        QVERIFY(match.route);
        const http::Response plain = match.route->handler(request);
        QCOMPARE(plain.status, 200);
        QVERIFY(plain.headers.value("Cache-Control").contains("immutable"));
        QVERIFY(plain.headers.value("Content-Encoding").isEmpty());
        request.headers.add("Accept-Encoding", "gzip;q=0, br");
        QVERIFY(match.route->handler(request).headers.value("Content-Encoding") != "gzip");
        request.headers.add("If-None-Match", plain.headers.value("ETag"));
        QCOMPARE(match.route->handler(request).status, 304);
    }
    QVERIFY(found >= 5);
}

// S28: one address fills neither the database nor the disk, and nobody else is kept waiting for it.
void TestBadInput::oneSourceIsBounded()
{
    TestPortal portal({ 3, 1 });
    const QString service = u"/de/leistung/baumfaellgenehmigung"_qs;
    TestBrowser script(portal);
    script.get(service);
    QString first;
    for (int i = 0; i < 3; ++i) {
        const http::Response begun = script.post(service, {});
        QCOMPARE(begun.status, 303);
        first = TestBrowser::location(begun);
    }
    TestBrowser again(portal); // another browser does not help
    again.get(service);
    const http::Response refused = again.post(service, {});
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.headers.value("Retry-After"), QByteArray("600"));
    QVERIFY(refused.body.contains("in zehn Minuten"));
    again.address = "2001:db8::1"; // another network does
    QCOMPARE(again.post(service, {}).status, 303);
    const QString files = first.section(QLatin1Char('/'), 0, -2) + u"/anlagen"_qs;
    const auto upload = [&] {
        return script
            .post(files, { { "upload", "1" } },
                { std::make_shared<BytesFile>(
                    "nachweise.lageplan", u"a.pdf"_qs, pdfBytes + QByteArray(600'000, 'x')) })
            .status;
    };
    QCOMPARE(upload(), 303);
    QCOMPARE(upload(), 429);
    QCOMPARE(script.post(files, { { "next", "1" } }).status, 303); // what sends no file goes on
    portal.clock.at = portal.clock.at.plusSeconds(600);
    QCOMPARE(upload(), 303);
    QCOMPARE(script.post(service, {}).status, 303);
}

// S31: what a picture says it will be when it is unpacked.
void TestBadInput::picturesThatUnpackTooFar()
{
    TestPortal portal;
    TestBrowser browser(portal);
    browser.get(u"/de/leistung/sperrmuell"_qs);
    const QString files = TestBrowser::location(browser.post(u"/de/leistung/sperrmuell"_qs, {}))
                              .section(QLatin1Char('/'), 0, -2)
        + u"/anlagen"_qs;
    const auto upload = [&](const QString &name, const QByteArray &bytes) {
        return browser.post(files, { { "upload", "1" } },
            { std::make_shared<BytesFile>("gegenstaende.fotos", name, bytes) });
    };
    const auto png = [](const QByteArray &size) { // width and height, four bytes each
        return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) + size + QByteArray(100, 'x');
    };
    const auto jpeg = [](const QByteArray &size) { // height and width, two bytes each
        return QByteArray(
                   "\xff\xd8\xff\xe0\x00\x04xx\xff\xff\xc4\x00\x04xx\xff\xc2\x00\x11\x08", 20)
            + size + QByteArray(100, 'x');
    };
    const QByteArray huge
        = upload(u"bombe.png"_qs, png(QByteArray("\0\0\x40\0\0\0\x40\0", 8))).body;
    QVERIFY(huge.contains("„bombe.png“ hat zu viele Bildpunkte. Erlaubt sind 120 Megapixel."));
    QCOMPARE(
        upload(u"b.png"_qs, png(QByteArray("\xff\xff\xff\xff\xff\xff\xff\xff", 8))).status, 422);
    QCOMPARE(upload(u"b.jpg"_qs, jpeg(QByteArray("\xff\xff\xff\xff", 4))).status, 422);
    QCOMPARE(upload(u"a.png"_qs, png(QByteArray("\0\0\x20\0\0\0\x20\0", 8))).status, 303);
    QCOMPARE(upload(u"a.jpg"_qs, jpeg(QByteArray("\x20\0\x20\0", 4))).status, 303);
}

// S31, S35: the scanner is a program like the real ones: exit code 0, 1 or neither.
void TestBadInput::filesAreScannedBeforeTheyAreKept()
{
    QTemporaryDir folder;
    const QString program = folder.filePath(u"scanner"_qs);
    QFile script(program);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write(
        "#!/bin/sh\nset -e\n[ \"$1\" = --quiet ]\n"
        "if grep -q EICAR \"$2\"; then exit 1; fi\nif grep -q BROKEN \"$2\"; then exit 2; fi\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    TestPortal portal({}, u"\"%1\" --quiet"_qs.arg(program));
    TestBrowser browser(portal);
    const Sent sent = send(portal, browser);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    browser.get(u"/de/leistung/sperrmuell"_qs);
    const QString files = TestBrowser::location(browser.post(u"/de/leistung/sperrmuell"_qs, {}))
                              .section(QLatin1Char('/'), 0, -2)
        + u"/anlagen"_qs;
    const auto stored = [&] {
        int count = 0;
        QDirIterator all(
            portal.store->folder() + u"/files"_qs, QDir::Files, QDirIterator::Subdirectories);
        for (; all.hasNext(); all.next())
            ++count;
        return count;
    };
    const auto photo = [](const char *field, const QByteArray &more) {
        return std::make_shared<BytesFile>(field, u"sofa.jpg"_qs, jpgBytes + more);
    };
    const int before = stored();
    for (const auto &[bytes, told] :
        { std::pair<QByteArray, QByteArray>{ "EICAR", "Virenschutz hat etwas gefunden" },
            { "BROKEN", "nicht auf Viren prüfen" } }) {
        const http::Response form
            = browser.post(files, { { "upload", "1" } }, { photo("gegenstaende.fotos", bytes) });
        QCOMPARE(form.status, 422);
        QVERIFY(form.body.contains(told));
        const http::Response message = browser.post(page + u"/nachricht"_qs,
            { { "once", newUuid7(portal.clock).toLatin1() }, { "text", "bleibt stehen" } },
            { photo("files", {}), photo("files", bytes) });
        QCOMPARE(message.status, 422);
        QVERIFY(message.body.contains(told));
        QVERIFY(message.body.contains("bleibt stehen"));
        QCOMPARE(stored(), before); // also not the good one of the same message
    }
    QCOMPARE(browser.post(files, { { "upload", "1" } }, { photo("gegenstaende.fotos", {}) }).status,
        303);
    QCOMPARE(stored(), before + 1);
    // A scanner that is not there takes nothing in.
    TestPortal careless({}, u"/nonexistent/scanner"_qs);
    TestBrowser other(careless);
    other.get(u"/de/leistung/sperrmuell"_qs);
    const QString again = TestBrowser::location(other.post(u"/de/leistung/sperrmuell"_qs, {}))
                              .section(QLatin1Char('/'), 0, -2)
        + u"/anlagen"_qs;
    QCOMPARE(
        other.post(again, { { "upload", "1" } }, { photo("gegenstaende.fotos", {}) }).status, 422);
}

void TestBadInput::errorsAreWorded()
{
    TestPortal portal;
    for (const int status : { 400, 404, 405, 413, 415, 429, 431, 500, 503, 507 }) {
        for (const char *path : { "/de/x", "/en/x", "/" }) {
            http::Request request;
            request.path = path;
            const http::Response page
                = portal.router.errorPage(request, status, error(ErrorCode::Internal, "x"));
            QCOMPARE(page.status, status);
            QVERIFY(page.body.contains("<h1"));
        }
        http::Request api;
        api.path = "/sync/v1/changes";
        QVERIFY(portal.router.errorPage(api, status, error(ErrorCode::Internal, "x"))
                    .body.startsWith('{'));
    }
}

QTEST_GUILESS_MAIN(TestBadInput)
#include "tst_badinput.moc"
