#include "runningserver.h"

#include <QCryptographicHash>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTemporaryFile>

using namespace http;

namespace {
QByteArray part(const QByteArray &disposition, const QByteArray &content)
{
    return "--XX\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
}
const QByteArray multipart = "multipart/form-data; boundary=XX";
} // namespace

// Bodies that come and files that go, through a real server and its upload folder.
class TestTransfer : public QObject {
    Q_OBJECT
private slots:
    void init();
    void shouldReceiveStreamedUpload();
    void shouldReceiveForm();
    void shouldKeepWhatWasTypedWhenAFileIsTooLarge();
    void shouldReadUrlEncodedForm();
    void shouldRefuseMalformedForms_data();
    void shouldRefuseMalformedForms();
    void shouldRemoveFilesOfBrokenUploads();
    void shouldRefuseWhatDoesNotFitOnDisk();
    void shouldLimitBytesInFlight();
    void shouldReceiveManyUploadsAtOnce();
    void shouldSendFile_data();
    void shouldSendFile();
    void shouldSendLargeFileInSlices();
    void shouldAnswerMissingFile();

private:
    Router router();
    QStringList leftovers() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    std::unique_ptr<QTemporaryDir> m_folder;
    Limits m_limits;
    QTemporaryFile m_download;
    QSemaphore m_entered, m_go;
};

void TestTransfer::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_limits = Limits{ .uploadFolder = m_folder->path() };
}

Router TestTransfer::router()
{
    Router router;
    router.add({ .method = Method::Put,
        .pattern = "/upload",
        .handler =
            [](const Request &request) {
                const auto &file = *request.files.first();
                return Response{ .status = 201,
                    .body = QByteArray::number(file.size) + ' ' + file.sha256.toHex() };
            },
        .body = Body::Stream,
        .bodyLimit = 200 * 1024 * 1024 });
    router.add({ .method = Method::Put,
        .pattern = "/held",
        .handler =
            [this](const Request &) {
                m_entered.release();
                m_go.tryAcquire(1, 20000);
                return Response::empty(201);
            },
        .body = Body::Stream,
        .bodyLimit = 1024 * 1024 });
    router.add({ .method = Method::Post,
        .pattern = "/form",
        .handler =
            [](const Request &request) {
                QByteArray text = request.formValue("name") + '|';
                for (const auto &file : request.files)
                    text += file->field + ':' + file->clientName.toUtf8() + ':'
                        + file->sha256.toHex() + '|';
                if (request.formError)
                    text += request.formError->key.toLatin1();
                return Response{ .body = text };
            },
        .body = Body::Form,
        .bodyLimit = 10 * 1024 * 1024,
        .maxFiles = 3,
        .fileLimit = 1024 * 1024 });
    router.add({ Method::Get, "/download", [this](const Request &) {
                    Response response{ .file = m_download.fileName(), .etag = "v1" };
                    response.headers.add("Content-Type", "application/pdf");
                    return response;
                } });
    router.add({ Method::Get, "/missing",
        [](const Request &) { return Response{ .file = QStringLiteral("/nonexistent/file") }; } });
    return router;
}

void TestTransfer::shouldReceiveStreamedUpload()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const QByteArray content = QByteArray("0123456789abcdef").repeated(512 * 1024); // 8 MB
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    const QByteArray head = "PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: ";
    Answer answer = peer.ask(head + QByteArray::number(content.size()) + "\r\n\r\n" + content);
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.body, QByteArray::number(content.size()) + ' ' + hash);
    answer = peer.ask(head + "0\r\n\r\n"); // on the same connection, an empty one
    QVERIFY(answer.body.startsWith("0 e3b0c44298fc1c14"));
    QTRY_VERIFY(leftovers().isEmpty());
    QCOMPARE(peer.ask("PUT /upload HTTP/1.1\r\nHost: test\r\n\r\n").status, 411);
}

void TestTransfer::shouldReceiveForm()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const QByteArray content(300000, '\n');
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    const QByteArray body = part("name=name", "M\xc3\xbcller")
        + part("name=f; filename=\"Bescheid \xc3\xa4.pdf\"", content)
        + part("name=g; filename=\"\"", "") + "--XX--\r\n";
    const Answer answer = peer.ask(post("/form", body, multipart));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, "M\xc3\xbcller|f:Bescheid \xc3\xa4.pdf:" + hash + '|');
    QTRY_VERIFY(leftovers().isEmpty());
}

void TestTransfer::shouldKeepWhatWasTypedWhenAFileIsTooLarge()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const QByteArray body = part("name=f; filename=a", QByteArray(2 * 1024 * 1024, 'x'))
        + part("name=name", "typed") + "--XX--";
    QCOMPARE(peer.ask(post("/form", body, multipart)).body, QByteArray("typed|upload.tooLarge"));
    QTRY_VERIFY(leftovers().isEmpty());
}

void TestTransfer::shouldReadUrlEncodedForm()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const QByteArray type = "application/x-www-form-urlencoded; charset=UTF-8";
    QCOMPARE(peer.ask(post("/form", "name=M%C3%BCller+x&b=1", type)).body,
        QByteArray("M\xc3\xbcller x|"));
    QCOMPARE(peer.ask(post("/form", "name=M%FCller", type)).body,
        QByteArray("M\xef\xbf\xbdller|form.invalidUtf8"));
    QCOMPARE(peer.ask(post("/form", "", type)).body, QByteArray("|"));
}

void TestTransfer::shouldRefuseMalformedForms_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray good = part("name=name", "x");
    const auto row = [](const char *name, const QByteArray &request, int status) {
        QTest::newRow(name) << request << status;
    };
    row("truncated", post("/form", good, multipart), 400);
    row("truncated in a file", post("/form", part("name=f; filename=a", "abc"), multipart), 400);
    row("no boundary parameter", post("/form", good + "--XX--", "multipart/form-data"), 415);
    row("other boundary", post("/form", good + "--XX--", "multipart/form-data; boundary=YY"), 400);
    row("huge part header", post("/form", "--XX\r\nA: " + QByteArray(20000, 'x'), multipart), 400);
    row("no name", post("/form", part("x=y", "x") + "--XX--", multipart), 400);
    row("JSON", post("/form", "{}", "application/json"), 415);
    row("bad escape", post("/form", "name=%", "application/x-www-form-urlencoded"), 400);
    row("long fields",
        post("/form", "name=" + QByteArray(1100000, 'x'), "application/x-www-form-urlencoded"),
        413);
    row("over the route's limit", post("/form", QByteArray(11 * 1024 * 1024, 'x'), multipart), 413);
}

void TestTransfer::shouldRefuseMalformedForms()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QCOMPARE(peer.ask(request).status, status);
    QTRY_VERIFY(leftovers().isEmpty());
}

void TestTransfer::shouldRemoveFilesOfBrokenUploads()
{
    RunningServer running(router(), m_limits);
    {
        Peer peer(running.port);
        peer.send("PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: 1000000\r\n\r\n"
            + QByteArray(300000, 'x'));
        QTRY_COMPARE(leftovers().size(), 1);
    }
    QTRY_VERIFY(leftovers().isEmpty());
}

void TestTransfer::shouldRefuseWhatDoesNotFitOnDisk()
{
    m_limits.diskReserve = qint64(1) << 60;
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const Answer answer
        = peer.ask("PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: 1000\r\n\r\n");
    QCOMPARE(answer.status, 507);
    QVERIFY(answer.body.contains("http.noSpace"));
}

void TestTransfer::shouldLimitBytesInFlight()
{
    m_limits.uploadBytesInFlight = 1000;
    RunningServer running(router(), m_limits);
    const QByteArray head = "PUT /held HTTP/1.1\r\nHost: test\r\nContent-Length: ";
    Peer over(running.port);
    const Answer refused = over.ask(head + "1001\r\n\r\n");
    QCOMPARE(refused.status, 503);
    QVERIFY(!refused.header("Retry-After").isEmpty());
    Peer first(running.port);
    first.send(head + "600\r\n\r\n" + QByteArray(600, 'x'));
    QVERIFY(m_entered.tryAcquire(1, 10000));
    Peer second(running.port);
    QCOMPARE(second.ask(head + "600\r\n\r\n").status, 503);
    m_go.release();
    QCOMPARE(first.read().status, 201);
    m_go.release();
    Peer third(running.port); // the first one's bytes were given back
    QCOMPARE(third.ask(head + "600\r\n\r\n" + QByteArray(600, 'x')).status, 201);
}

void TestTransfer::shouldReceiveManyUploadsAtOnce()
{
    RunningServer running(router(), m_limits);
    const QByteArray content = QByteArray("kontor").repeated(200000);
    const QByteArray wanted = QByteArray::number(content.size()) + ' '
        + QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    std::vector<std::unique_ptr<Peer>> peers;
    for (int i = 0; i < 20; ++i) {
        peers.push_back(std::make_unique<Peer>(running.port));
        peers.back()->socket().write("PUT /upload HTTP/1.1\r\nHost: test\r\nContent-Length: "
            + QByteArray::number(content.size()) + "\r\n\r\n");
    }
    constexpr qsizetype slice = 100000;
    for (qsizetype at = 0; at < content.size(); at += slice) {
        for (const auto &peer : peers)
            QVERIFY(peer->send(content.mid(at, slice)));
    }
    for (const auto &peer : peers)
        QCOMPARE(peer->read().body, wanted);
}

void TestTransfer::shouldSendFile_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("whole") << get("/download") << 200 << QByteArray("0123456789");
    QTest::newRow("range") << get("/download", "Range: bytes=2-4\r\n") << 206 << QByteArray("234");
    QTest::newRow("rest, unchanged")
        << get("/download", "Range: bytes=8-\r\nIf-Range: \"v1\"\r\n") << 206 << QByteArray("89");
    QTest::newRow("rest, changed") << get("/download", "Range: bytes=8-\r\nIf-Range: \"v0\"\r\n")
                                   << 200 << QByteArray("0123456789");
    QTest::newRow("behind the end")
        << get("/download", "Range: bytes=10-\r\n") << 416 << QByteArray();
    QTest::newRow("known") << get("/download", "If-None-Match: \"v1\"\r\n") << 304 << QByteArray();
}

void TestTransfer::shouldSendFile()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QVERIFY(m_download.open());
    QVERIFY(m_download.resize(0) && m_download.write("0123456789") == 10 && m_download.flush());
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    const Answer answer = peer.ask(request);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(answer.header("ETag"), QByteArray("\"v1\""));
    QCOMPARE(answer.header("Content-Type"), QByteArray("application/pdf"));
    peer.send("HEAD /download HTTP/1.1\r\nHost: test\r\n\r\n");
    const Answer head = peer.read(false);
    QCOMPARE(head.header("Content-Length"), QByteArray("10"));
    QCOMPARE(peer.ask(get("/download")).body, QByteArray("0123456789")); // nothing came with HEAD
    m_download.close();
}

void TestTransfer::shouldSendLargeFileInSlices()
{
    const QByteArray content = QByteArray("0123456789abcde").repeated(200000); // 3 MB
    QVERIFY(m_download.open());
    QVERIFY(
        m_download.resize(0) && m_download.write(content) == content.size() && m_download.flush());
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QVERIFY(peer.ask(get("/download")).body == content);
    QVERIFY(peer.ask(get("/download", "Range: bytes=-1000001\r\n")).body == content.last(1000001));
    m_download.close();
}

void TestTransfer::shouldAnswerMissingFile()
{
    RunningServer running(router(), m_limits);
    Peer peer(running.port);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(QStringLiteral("cannot be read")));
    QCOMPARE(peer.ask(get("/missing")).status, 500);
}

QTEST_GUILESS_MAIN(TestTransfer)
#include "tst_transfer.moc"
