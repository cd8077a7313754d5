#include "server/http/bodyreader.h"
#include "server/http/multipart.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QtTest>

using namespace http;

namespace {
class Recorder : public MultipartSink {
public:
    bool beginPart(const PartHeader &header) override
    {
        parts.append({ header, {} });
        return true;
    }
    bool partData(const char *data, qsizetype size) override
    {
        parts.last().second.append(data, size);
        return true;
    }
    bool endPart() override
    {
        ++ended;
        return true;
    }
    QList<QPair<PartHeader, QByteArray>> parts;
    int ended = 0;
};

QByteArray field(const QByteArray &name, const QByteArray &value)
{
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
}

QByteArray file(const QByteArray &name, const QByteArray &fileName, const QByteArray &content)
{
    return "--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
        + "\"\r\nContent-Type: application/pdf\r\n\r\n" + content + "\r\n";
}

bool feedAll(MultipartParser &parser, const QByteArray &text, qsizetype piece)
{
    for (qsizetype at = 0; at < text.size(); at += piece) {
        if (!parser.feed(text.constData() + at, qMin(piece, text.size() - at)))
            return false;
    }
    return true;
}
} // namespace

class TestMultipart : public QObject {
    Q_OBJECT
private slots:
    void shouldReadSampleAtEverySplit();
    void shouldReadSampleInPieces_data();
    void shouldReadSampleInPieces();
    void shouldRefuseMalformed_data();
    void shouldRefuseMalformed();
    void shouldSeeTruncationEverywhere();
    void shouldReadManyParts();
    void shouldStopWhenTheSinkSaysSo();
    void shouldReadPartHeaders();
    void shouldReadBoundaries();
    void shouldCollectForm();
    void shouldDropFilesOverLimits();
    void shouldIgnoreFilesNotChosen();
    void shouldMarkInvalidUtf8();
    void shouldBoundFields();
    void shouldBoundNames();
    void shouldKeepOnlyWhatIsTaken();

private:
    static QByteArray sample();
    int collect(const QByteArray &text, Request &request, int maxFiles, qint64 fileLimit,
        qsizetype piece = 1000);
    QTemporaryDir m_folder;
};

// Preamble, content that looks like a boundary, an empty field, padding, an epilogue.
QByteArray TestMultipart::sample()
{
    return "preamble --XX\r\n" + field("a", "1\r\n--X\r\n--XY\r\r\n-") + field("empty", "")
        + QByteArray("--XX \t\r\nContent-Disposition: form-data; name=padded\r\n\r\nx\r\n")
        + file("f", "b.pdf", QByteArray("\0\r\n\r\n--\xff\r\n--", 12)) + "--XX--\r\nepilogue --XX";
}

static void verifySample(const Recorder &got)
{
    QCOMPARE(got.parts.size(), 4);
    QCOMPARE(got.ended, 4);
    QCOMPARE(got.parts.at(0).first.name, QByteArray("a"));
    QVERIFY(!got.parts.at(0).first.fileName);
    QCOMPARE(got.parts.at(0).second, QByteArray("1\r\n--X\r\n--XY\r\r\n-"));
    QCOMPARE(got.parts.at(1).second, QByteArray());
    QCOMPARE(got.parts.at(2).first.name, QByteArray("padded"));
    QCOMPARE(got.parts.at(2).second, QByteArray("x"));
    QCOMPARE(got.parts.at(3).first.fileName, std::optional<QByteArray>("b.pdf"));
    QCOMPARE(got.parts.at(3).first.contentType, QByteArray("application/pdf"));
    QCOMPARE(got.parts.at(3).second, QByteArray("\0\r\n\r\n--\xff\r\n--", 12));
}

void TestMultipart::shouldReadSampleAtEverySplit()
{
    const QByteArray text = sample();
    for (qsizetype split = 0; split <= text.size(); ++split) {
        Recorder got;
        MultipartParser parser("XX", got);
        QVERIFY(parser.feed(text.constData(), split));
        QVERIFY(parser.feed(text.constData() + split, text.size() - split));
        QVERIFY(parser.isComplete());
        verifySample(got);
        if (QTest::currentTestFailed())
            return;
    }
}

void TestMultipart::shouldReadSampleInPieces_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : { 1, 2, 3, 5, 7, 64, 4096 })
        QTest::addRow("%d bytes", piece) << piece;
}

void TestMultipart::shouldReadSampleInPieces()
{
    QFETCH(int, piece);
    Recorder got;
    MultipartParser parser("XX", got);
    QVERIFY(feedAll(parser, sample(), piece));
    QVERIFY(parser.isComplete());
    verifySample(got);
}

void TestMultipart::shouldRefuseMalformed_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray begin = "--XX\r\n";
    QTest::newRow("no name") << begin + "Content-Disposition: form-data\r\n\r\nx\r\n--XX--";
    QTest::newRow("no disposition") << begin + "Content-Type: text/plain\r\n\r\nx\r\n--XX--";
    QTest::newRow("other disposition")
        << begin + "Content-Disposition: attachment; name=a\r\n\r\nx\r\n--XX--";
    QTest::newRow("two dispositions") << begin
            + "Content-Disposition: form-data; name=a\r\nContent-Disposition: form-data; "
              "name=b\r\n\r\nx\r\n--XX--";
    QTest::newRow("name twice") << begin
            + "Content-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--XX--";
    QTest::newRow("open quote") << begin
            + "Content-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XX--";
    QTest::newRow("NUL in header")
        << begin + QByteArray("Content-Disposition: form-data; name=\"a\0\"\r\n\r\n", 45);
    QTest::newRow("line without colon") << begin + "Content\r\n\r\nx\r\n--XX--";
    QTest::newRow("bare LF in header")
        << begin + "Content-Disposition: form-data; name=a\nX: y\r\n\r\nx\r\n--XX--";
    QTest::newRow("rubbish behind boundary") << QByteArray("--XXrubbish\r\n");
    QTest::newRow("endless padding") << "--XX" + QByteArray(1000, ' ');
    QTest::newRow("huge header") << begin + "A: " + QByteArray(9000, 'x');
    QTest::newRow("huge header, ended") << begin + "A: " + QByteArray(9000, 'x') + "\r\n\r\n";
}

void TestMultipart::shouldRefuseMalformed()
{
    QFETCH(QByteArray, text);
    for (const qsizetype piece : { qsizetype(1), qsizetype(100000) }) {
        Recorder got;
        MultipartParser parser("XX", got);
        QVERIFY(!feedAll(parser, text, piece));
        QVERIFY(!parser.isComplete());
        QVERIFY(!parser.feed("--XX--", 6));
    }
}

void TestMultipart::shouldSeeTruncationEverywhere()
{
    const QByteArray text = sample();
    const qsizetype complete = text.indexOf("--XX--") + 6;
    for (qsizetype size = 0; size < complete; ++size) {
        Recorder got;
        MultipartParser parser("XX", got);
        QVERIFY(parser.feed(text.constData(), size));
        QVERIFY(!parser.isComplete());
    }
}

void TestMultipart::shouldReadManyParts()
{
    QByteArray text;
    for (int i = 0; i < 1000; ++i)
        text += field("n", QByteArray::number(i));
    Recorder good;
    MultipartParser parser("XX", good);
    QVERIFY(feedAll(parser, text + "--XX--", 777));
    QCOMPARE(good.ended, 1000);
    Recorder tooMany;
    MultipartParser strict("XX", tooMany);
    QVERIFY(!feedAll(strict, text + field("n", "x") + "--XX--", 777));
}

void TestMultipart::shouldStopWhenTheSinkSaysSo()
{
    class Refuser : public Recorder {
        bool partData(const char *, qsizetype) override { return false; }
    } refuser;
    MultipartParser parser("XX", refuser);
    QVERIFY(!feedAll(parser, sample(), 10));
}

void TestMultipart::shouldReadPartHeaders()
{
    const auto header = parsedPartHeader("content-disposition: Form-Data; name=\"a\\\"b\"; "
                                         "filename=\"C:\\temp\\%22x%22; y.pdf\"\r\nX: y");
    QVERIFY(header);
    QCOMPARE(header->name, QByteArray("a\"b"));
    QCOMPARE(header->fileName, std::optional<QByteArray>("C:\\temp\\%22x%22; y.pdf"));
    const auto empty = parsedPartHeader("Content-Disposition: form-data; name=a; filename=\"\"");
    QVERIFY(empty && empty->fileName);
    QVERIFY(empty->fileName->isEmpty());
}

void TestMultipart::shouldReadBoundaries()
{
    QCOMPARE(multipartBoundary("multipart/form-data; boundary=abc"), QByteArray("abc"));
    QCOMPARE(multipartBoundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b\""),
        QByteArray("a b"));
    for (const char *bad : { "", "multipart/form-data", "multipart/form-data; boundary=",
             "multipart/mixed; boundary=a", "text/plain", "multipart/form-data; boundary=\"a",
             "multipart/form-data; boundary=\"a \"", "multipart/form-data; boundary=\"\x01\"" })
        QVERIFY2(multipartBoundary(bad).isEmpty(), bad);
    QVERIFY(multipartBoundary("multipart/form-data; boundary=" + QByteArray(71, 'a')).isEmpty());
    QCOMPARE(multipartBoundary("multipart/form-data; boundary=" + QByteArray(70, 'a')).size(), 70);
}

int TestMultipart::collect(
    const QByteArray &text, Request &request, int maxFiles, qint64 fileLimit, qsizetype piece)
{
    Route route{ .method = Method::Post };
    route.body = Body::Form;
    route.maxFiles = maxFiles;
    route.fileLimit = fileLimit;
    request.headers.add("Content-Type", "multipart/form-data; boundary=XX");
    const auto reader = BodyReader::create(route, request, m_folder.path(), text.size());
    for (qsizetype at = 0; at < text.size(); at += piece) {
        const int status = reader->consume(text.constData() + at, qMin(piece, text.size() - at));
        if (status != 0)
            return status;
    }
    return reader->finish();
}

void TestMultipart::shouldCollectForm()
{
    const QByteArray content(100000, '\r');
    Request request;
    const QByteArray text
        = field("n", "M\xc3\xbcller") + file("f", "x.pdf", content) + field("n", "2") + "--XX--";
    QCOMPARE(collect(text, request, 1, 200000), 0);
    QVERIFY(!request.formError);
    QCOMPARE(request.formValues("n"), (QList<QByteArray>{ "M\xc3\xbcller", "2" }));
    QCOMPARE(request.files.size(), 1);
    const auto received = request.files.first();
    QCOMPARE(received->field, QByteArray("f"));
    QCOMPARE(received->clientName, QStringLiteral("x.pdf"));
    QCOMPARE(received->clientType, QByteArray("application/pdf"));
    QCOMPARE(received->size, content.size());
    QCOMPARE(received->sha256, QCryptographicHash::hash(content, QCryptographicHash::Sha256));
    QCOMPARE(received->head(3), QByteArray("\r\r\r"));
}

void TestMultipart::shouldDropFilesOverLimits()
{
    Request request;
    const QByteArray text = file("f", "large.pdf", QByteArray(3 * 1024 * 1024, 'x'))
        + file("f", "small.pdf", "y") + file("f", "third.pdf", "z") + field("after", "kept")
        + "--XX--";
    QCOMPARE(collect(text, request, 2, 2 * 1024 * 1024, 65536), 0);
    QCOMPARE(request.files.size(), 1);
    QCOMPARE(request.files.first()->clientName, QStringLiteral("small.pdf"));
    QCOMPARE(request.formValue("after"), QByteArray("kept"));
    QVERIFY(request.formError);
    QCOMPARE(request.formError->key, QStringLiteral("upload.tooLarge"));
    QCOMPARE(request.formError->params.value(QStringLiteral("name")).toString(),
        QStringLiteral("large.pdf"));
    QCOMPARE(request.formError->params.value(QStringLiteral("limitMb")).toDouble(), 2.0);

    Request second;
    QCOMPARE(collect(file("f", "a", "1") + file("f", "b", "2") + "--XX--", second, 1, 10), 0);
    QCOMPARE(second.files.size(), 1);
    QCOMPARE(second.formError->key, QStringLiteral("upload.tooMany"));
    QCOMPARE(
        second.formError->params.value(QStringLiteral("name")).toString(), QStringLiteral("b"));
    QCOMPARE(second.formError->params.value(QStringLiteral("limit")).toInt(), 1);
}

void TestMultipart::shouldIgnoreFilesNotChosen()
{
    Request request;
    QCOMPARE(collect(file("f", "", "") + file("g", "empty.txt", "") + "--XX--", request, 5, 10), 0);
    QCOMPARE(request.files.size(), 1);
    QCOMPARE(request.files.first()->clientName, QStringLiteral("empty.txt"));
    QCOMPARE(request.files.first()->size, 0);
    QVERIFY(!request.formError);
}

void TestMultipart::shouldMarkInvalidUtf8()
{
    Request request;
    QCOMPARE(collect(field("name", "M\xfcller") + field("b", "2") + "--XX--", request, 0, 0), 0);
    QCOMPARE(request.formError->key, QStringLiteral("form.invalidUtf8"));
    QCOMPARE(
        request.formError->params.value(QStringLiteral("name")).toString(), QStringLiteral("name"));
    QCOMPARE(request.formValue("name"), QByteArray("M\xef\xbf\xbdller"));
    QCOMPARE(request.formValue("b"), QByteArray("2"));
}

void TestMultipart::shouldBoundFields()
{
    Request request;
    const QByteArray text = field("a", QByteArray(1024 * 1024 + 1, 'x')) + "--XX--";
    QCOMPARE(collect(text, request, 0, 0), 413);
}

void TestMultipart::shouldBoundNames()
{
    QCOMPARE(boundedName("a/../b.pdf"), QStringLiteral("a/../b.pdf"));
    QCOMPARE(boundedName(QByteArray(300, 'a')).size(), 255);
    QCOMPARE(boundedName(QByteArray("\xc3\xa4").repeated(200)).toUtf8().size(), 254);
    QCOMPARE(boundedName("\xfc").toUtf8(), QByteArray("\xef\xbf\xbd"));
    QCOMPARE(boundedName(QByteArray(300, '\xfc')).toUtf8().size(), 255);
}

void TestMultipart::shouldKeepOnlyWhatIsTaken()
{
    QTemporaryDir kept;
    const QString path = kept.filePath(QStringLiteral("document"));
    {
        Request request;
        QCOMPARE(collect(file("f", "a", "1") + file("f", "b", "2") + "--XX--", request, 2, 10), 0);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 2);
        const QFileInfo info(QDir(m_folder.path()).entryInfoList(QDir::Files).first());
#ifdef Q_OS_UNIX
        const QFile::Permissions others(0x77);
        QVERIFY(!(info.permissions() & others));
#endif
        QVERIFY(request.files.last()->keepAt(path));
        QVERIFY(!request.files.last()->keepAt(path));
        QCOMPARE(request.files.last()->head(10), QByteArray("2"));
        QVERIFY(!request.files.first()->keepAt(QStringLiteral("/nonexistent/folder/x")));
    }
    QVERIFY(QDir(m_folder.path()).entryList(QDir::Files).isEmpty());
    QVERIFY(QFile::exists(path));

    QFile stale(m_folder.filePath(QStringLiteral("crashed.part")));
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    QFile other(m_folder.filePath(QStringLiteral("other")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.close();
    sweepPartFiles(m_folder.path(), true); // another process may still write to it
    QVERIFY(stale.exists());
    QVERIFY(stale.open(QIODevice::ReadWrite));
    QVERIFY(stale.setFileTime(
        QDateTime::currentDateTimeUtc().addSecs(-700), QFileDevice::FileModificationTime));
    stale.close();
    sweepPartFiles(m_folder.path(), true);
    QVERIFY(!stale.exists());
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.close();
    sweepPartFiles(m_folder.path(), false);
    QVERIFY(!stale.exists());
    QVERIFY(other.exists());
    QVERIFY(other.remove());
}

QTEST_GUILESS_MAIN(TestMultipart)
#include "tst_multipart.moc"
