#include "models/preview/previewclient.h"
#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <optional>
#include <signal.h>

// The real helper against documents that are good, damaged and hostile.
class TestPreviewClient : public QObject {
    Q_OBJECT
private slots:
    void shouldRenderAPdf();
    void shouldRenderFromAFile();
    void shouldTellThePagesText();
    void shouldShowFontsThatAreNotEmbedded();
    void shouldRenderPictures_data();
    void shouldRenderPictures();
    void shouldNeverEnlargeAPicture();
    void shouldRefuseWhatItCannotRead_data();
    void shouldRefuseWhatItCannotRead();
    void shouldSurviveATruncatedPdf();
    void shouldRefuseAHugePage();
    void shouldRefuseAPictureBomb();
    void shouldGiveUpOnAnEndlessDocument();
    void shouldSurviveACrash();
    void shouldRepeatAPageOnceAfterACrash();
    void shouldReportAHelperThatHangsOrLies_data();
    void shouldReportAHelperThatHangsOrLies();
    void shouldCallBackExactlyOnceWhenClosed();
    void shouldDropAnswersWhoseAskerHasGone();
    void shouldProveTheSandbox();

private:
    static QString helper() { return QStringLiteral(KONTOR_BIN_DIR "/kontor-pdfview"); }
};

namespace {

QByteArray newPdf(int pages = 2)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setResolution(96);
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(0, 0, 300, 300, Qt::red);
        painter.drawText(100, 500, QStringLiteral("Grundgebühr Seite %1").arg(page + 1));
    }
    painter.end();
    return buffer.data();
}

// A PDF of one page, written by hand: its size in points and the raw content stream.
QByteArray handMadePdf(
    const QByteArray &mediaBox, const QByteArray &streamHead, const QByteArray &stream)
{
    QByteArray pdf = "%PDF-1.7\n"
                     "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                     "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                     "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[";
    pdf += mediaBox;
    pdf += "]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj\n4 0 obj<<";
    pdf += streamHead + "/Length " + QByteArray::number(stream.size()) + ">>stream\n" + stream
        + "\nendstream endobj\n"
          "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\n"
          "trailer<</Root 1 0 R>>\n";
    return pdf;
}

QByteArray deflated(const QByteArray &bytes)
{
    return qCompress(bytes, 9).mid(4); // without Qt's length in front
}

QByteArray newPicture(const char *format, QSize size = { 192, 96 })
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(QColor(10, 120, 200));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return buffer.data();
}

template <class T> struct Answer {
    std::optional<Result<T>> result;
    int calls = 0;
    PreviewClient::Callback<T> keep()
    {
        return [this](const Result<T> &got) {
            result = got;
            ++calls;
        };
    }
    QString key() const { return result && !*result ? result->error().key : QString(); }
};

int red(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4)
            count += image.pixel(x, y) == qRgb(255, 0, 0) ? 1 : 0;
    }
    return count;
}

int dark(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    return count;
}

QString newScript(const QTemporaryDir &folder, const QByteArray &body)
{
    const QString path = folder.filePath(QStringLiteral("helper"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write("#!/bin/sh\n" + body + "\n");
    file.close();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

} // namespace

void TestPreviewClient::shouldRenderAPdf()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    client.openBytes(newPdf(), this, info.keep());
    client.renderPage(1, 96, this, page.keep());
    QVERIFY(!info.result); // never from inside of the call
    QTRY_VERIFY(page.result);
    QVERIFY(info.result && *info.result);
    QCOMPARE((*info.result)->pages.size(), 2);
    QVERIFY(std::abs((*info.result)->pages.first().width() - 595) < 1.5);
    QVERIFY(*page.result);
    const QImage image = page.result->value();
    QVERIFY(std::abs(image.width() - 794) <= 2);
    QVERIFY(std::abs(image.height() - 1123) <= 2);
    QVERIFY(red(image) > 4000);
    Answer<QImage> small;
    client.renderPage(0, 24, this, small.keep());
    QTRY_VERIFY(small.result);
    QVERIFY(std::abs(small.result->value().width() - 198) <= 2);
    Answer<QImage> none;
    client.renderPage(7, 96, this, none.keep());
    QTRY_COMPARE(none.key(), QStringLiteral("preview.noPage"));
    QCOMPARE(info.calls, 1);
    QCOMPARE(page.calls, 1);
}

void TestPreviewClient::shouldRenderFromAFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("Anlage.pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(newPdf(1));
    file.close();
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    client.openFile(file.fileName(), this, info.keep());
    QTRY_VERIFY(info.result);
    QCOMPARE((*info.result)->pages.size(), 1);
    Answer<PreviewInfo> missing;
    client.openFile(folder.filePath(QStringLiteral("gone.pdf")), this, missing.keep());
    QTRY_COMPARE(missing.key(), QStringLiteral("preview.unreadable"));
}

void TestPreviewClient::shouldTellThePagesText()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QString> text;
    client.openBytes(newPdf(), this, info.keep());
    client.pageText(1, this, text.keep());
    QTRY_VERIFY(text.result);
    QVERIFY(text.result->value().contains(QStringLiteral("Grundgebühr Seite 2")));
}

void TestPreviewClient::shouldShowFontsThatAreNotEmbedded()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    client.openBytes(
        handMadePdf("0 0 200 100", {}, "BT /F 40 Tf 10 30 Td (Kontor) Tj ET"), this, info.keep());
    client.renderPage(0, 96, this, page.keep());
    QTRY_VERIFY(page.result);
    QVERIFY(*page.result);
    QVERIFY(dark(page.result->value()) > 200); // without fonts the text would vanish silently
}

void TestPreviewClient::shouldRenderPictures_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("png") << QByteArray("png");
    QTest::newRow("jpeg") << QByteArray("jpeg");
}

void TestPreviewClient::shouldRenderPictures()
{
    QFETCH(QByteArray, format);
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    client.openBytes(newPicture(format.constData(), { 3000, 2000 }), this, info.keep());
    client.renderPage(0, 24, this, page.keep());
    QTRY_VERIFY(page.result);
    QVERIFY(info.result && *info.result);
    QCOMPARE((*info.result)->pages.first(), QSizeF(2250, 1500));
    QVERIFY(*page.result);
    QCOMPARE(page.result->value().size(), QSize(750, 500));
    const QColor middle(page.result->value().pixel(300, 300));
    QVERIFY(std::abs(middle.blue() - 200) < 6 && std::abs(middle.red() - 10) < 6);
}

void TestPreviewClient::shouldNeverEnlargeAPicture()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    client.openBytes(newPicture("png"), this, info.keep());
    client.renderPage(0, 600, this, page.keep());
    QTRY_VERIFY(page.result);
    QCOMPARE(page.result->value().size(), QSize(192, 96));
}

void TestPreviewClient::shouldRefuseWhatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Hello");
    QTest::newRow("only a header") << QByteArray("%PDF-1.7\n");
    QTest::newRow("damaged png") << newPicture("png").left(30);
    QTest::newRow("damaged jpeg") << newPicture("jpeg").left(12);
    QTest::newRow("svg") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'/>");
}

void TestPreviewClient::shouldRefuseWhatItCannotRead()
{
    QFETCH(QByteArray, bytes);
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    client.openBytes(bytes, this, info.keep());
    QTRY_VERIFY(info.result);
    QCOMPARE(info.key(), QStringLiteral("preview.unreadable"));
}

void TestPreviewClient::shouldSurviveATruncatedPdf()
{
    const QByteArray whole = newPdf();
    PreviewClient client(helper());
    for (const int percent : { 90, 50, 10 }) {
        Answer<PreviewInfo> info;
        client.openBytes(whole.left(whole.size() * percent / 100), this, info.keep());
        QTRY_VERIFY(info.result); // repaired or refused, but answered
    }
    Answer<PreviewInfo> good;
    client.openBytes(whole, this, good.keep());
    QTRY_VERIFY(good.result && *good.result);
}

void TestPreviewClient::shouldRefuseAHugePage()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    QElapsedTimer since;
    since.start();
    // 50,000 × 50,000 pixels at 96 dpi: 10 GB
    client.openBytes(
        handMadePdf("0 0 37500 37500", {}, "0 0 1 rg 0 0 9 9 re f"), this, info.keep());
    client.renderPage(0, 96, this, page.keep());
    QTRY_VERIFY(page.result);
    QVERIFY(since.elapsed() < 5000);
    QCOMPARE(page.key(), QStringLiteral("preview.tooLarge"));
    Answer<QImage> small;
    client.renderPage(0, 9, this, small.keep());
    QTRY_VERIFY(small.result && *small.result); // the same page small is no harm
}

void TestPreviewClient::shouldRefuseAPictureBomb()
{
    // A PNG that says 60,000 × 60,000: the size alone is refused, whatever follows.
    QByteArray bomb = newPicture("png");
    const QByteArray side("\x00\x00\xea\x60", 4);
    bomb.replace(16, 4, side);
    bomb.replace(20, 4, side);
    QByteArray chunk = bomb.mid(12, 17);
    quint32 crc = 0xffffffff; // of IHDR, as the PNG specification computes it
    for (const char byte : std::as_const(chunk)) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? 0xedb88320U ^ (crc >> 1) : crc >> 1;
    }
    crc ^= 0xffffffff;
    for (int i = 0; i < 4; ++i)
        bomb[29 + i] = char(crc >> (24 - 8 * i));
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    client.openBytes(bomb, this, info.keep());
    QTRY_COMPARE(info.key(), QStringLiteral("preview.tooLarge"));
}

void TestPreviewClient::shouldGiveUpOnAnEndlessDocument()
{
    // A few kilobytes that unpack twice to hundreds of megabytes of drawing.
    QByteArray lines;
    for (int i = 0; i < 200000; ++i)
        lines += "0 0 m 600 800 l 300 0 l h B\n";
    const QByteArray once = deflated(lines.repeated(40));
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    QElapsedTimer since;
    client.openBytes(
        handMadePdf("0 0 600 800", "/Filter[/FlateDecode/FlateDecode]", deflated(once)), this,
        info.keep());
    QTRY_VERIFY(info.result);
    since.start();
    client.renderPage(0, 96, this, page.keep());
    QTRY_VERIFY_WITH_TIMEOUT(page.result, 8000);
    QVERIFY(since.elapsed() < 6000);
    QCOMPARE(page.key(), QStringLiteral("preview.timeout"));
    QCOMPARE(client.helperId(), 0); // gone, not left behind
    Answer<PreviewInfo> good;
    client.openBytes(newPdf(), this, good.keep());
    QTRY_VERIFY(good.result && *good.result);
}

void TestPreviewClient::shouldSurviveACrash()
{
    QTemporaryDir folder;
    PreviewClient client(newScript(folder, "kill -SEGV $$"));
    Answer<PreviewInfo> info;
    client.openBytes(newPdf(), this, info.keep());
    QTRY_COMPARE(info.key(), QStringLiteral("preview.crashed"));
    QCOMPARE(info.calls, 1);
}

void TestPreviewClient::shouldRepeatAPageOnceAfterACrash()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> info;
    Answer<QImage> first;
    client.openBytes(newPdf(), this, info.keep());
    client.renderPage(0, 96, this, first.keep());
    QTRY_VERIFY(first.result);
    const qint64 before = client.helperId();
    QVERIFY(before > 0);
    QCOMPARE(::kill(pid_t(before), SIGKILL), 0);
    Answer<QImage> second;
    client.renderPage(1, 96, this, second.keep());
    QTRY_VERIFY(second.result);
    QVERIFY(*second.result); // by a fresh helper, with the same document
    QVERIFY(client.helperId() != before);
    QCOMPARE(second.calls, 1);
}

void TestPreviewClient::shouldReportAHelperThatHangsOrLies_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::addColumn<QString>("key");
    QTest::newRow("hangs") << QByteArray("exec sleep 60") << QStringLiteral("preview.timeout");
    QTest::newRow("nonsense") << QByteArray("echo hello world; exec sleep 60")
                              << QStringLiteral("preview.crashed");
    QTest::newRow("frame without end")
        << QByteArray("printf '\\377\\377\\377\\377O'; exec sleep 60")
        << QStringLiteral("preview.crashed");
    QTest::newRow("too many pages")
        << QByteArray("printf '\\000\\000\\000\\004O\\377\\377\\377\\377'; exec sleep 60")
        << QStringLiteral("preview.crashed");
    QTest::newRow("pixels without a document")
        << QByteArray("printf '\\000\\000\\000\\000P'; exec sleep 60")
        << QStringLiteral("preview.crashed");
    QTest::newRow("no sandbox") << QByteArray("printf '\\000\\000\\000\\001F\\001'")
                                << QStringLiteral("preview.noSandbox");
    QTest::newRow("locked") << QByteArray("printf '\\000\\000\\000\\001F\\003'")
                            << QStringLiteral("preview.locked");
    QTest::newRow("ends at once") << QByteArray("exit 0") << QStringLiteral("preview.crashed");
}

void TestPreviewClient::shouldReportAHelperThatHangsOrLies()
{
    QFETCH(QByteArray, script);
    QFETCH(QString, key);
    QTemporaryDir folder;
    PreviewClient client(newScript(folder, script));
    client.setTimeLimit(700);
    Answer<PreviewInfo> info;
    client.openBytes(newPdf(), this, info.keep());
    QTRY_COMPARE(info.key(), key);
    QCOMPARE(info.calls, 1);
    QTRY_COMPARE(client.helperId(), 0);
}

void TestPreviewClient::shouldCallBackExactlyOnceWhenClosed()
{
    Answer<PreviewInfo> info;
    Answer<QImage> page;
    Answer<QString> text;
    PreviewClient client(helper());
    client.openBytes(newPdf(), this, info.keep());
    client.renderPage(0, 96, this, page.keep());
    client.pageText(0, this, text.keep());
    client.close();
    QVERIFY(!info.result);
    QTRY_COMPARE(text.key(), QStringLiteral("preview.closed"));
    QCOMPARE(info.key(), QStringLiteral("preview.closed"));
    QCOMPARE(page.key(), QStringLiteral("preview.closed"));
    // A document after that is answered as usual; the closed ones stay at one answer.
    Answer<PreviewInfo> next;
    client.openBytes(newPdf(), this, next.keep());
    QTRY_VERIFY(next.result && *next.result);
    QCOMPARE(info.calls + page.calls + text.calls, 3);
}

void TestPreviewClient::shouldDropAnswersWhoseAskerHasGone()
{
    PreviewClient client(helper());
    Answer<PreviewInfo> dropped;
    auto asker = std::make_unique<QObject>();
    client.openBytes(newPdf(), asker.get(), dropped.keep());
    Answer<QImage> page;
    client.renderPage(0, 48, this, page.keep());
    asker.reset();
    QTRY_VERIFY(page.result && *page.result);
    QCOMPARE(dropped.calls, 0);
    {
        PreviewClient gone(helper());
        gone.openBytes(newPdf(), this, dropped.keep());
        QTRY_VERIFY(gone.helperId() > 0);
    } // destroyed while it works
    QCOMPARE(dropped.calls, 0);
}

void TestPreviewClient::shouldProveTheSandbox()
{
    QProcess process;
    process.start(helper(), { QStringLiteral("--self-test") });
    QVERIFY(process.waitForFinished());
    const QByteArray said = process.readAllStandardOutput();
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(!said.contains("ALLOWED"));
    for (const char *what :
        { "open", "home", "create", "socket", "local-socket", "fork", "exec", "executable-memory" })
        QVERIFY2(said.contains(QByteArray(what) + " refused\n"), what);
}

QTEST_MAIN(TestPreviewClient)
#include "tst_previewclient.moc"
