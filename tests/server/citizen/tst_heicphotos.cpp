#include "portalfixture.h"

#include "server/citizen/imagesize.h"

#include <QDirIterator>

// What becomes of the HEIC photo of a telephone, with the decoder of libheif and without one.
class TestHeicPhotos : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shouldBecomeAJpeg();
    void shouldBecomeAJpegInAMessage();
    void shouldBeExplainedWithoutADecoder();
    void shouldBeExplainedWhenItCannotBeRead_data();
    void shouldBeExplainedWhenItCannotBeRead();

private:
    struct Form {
        explicit Form(const QString &heicCommand)
            : portal({}, {}, heicCommand)
            , browser(portal)
        {
            browser.get(u"/de/leistung/sperrmuell"_qs);
            path = TestBrowser::location(browser.post(u"/de/leistung/sperrmuell"_qs, {}))
                       .section(QLatin1Char('/'), 0, -2)
                + u"/anlagen"_qs;
        }
        http::Response send(const QString &name, const QByteArray &bytes)
        {
            return browser.post(path, { { "upload", "1" } },
                { std::make_shared<BytesFile>("gegenstaende.fotos", name, bytes) });
        }
        QStringList stored() const // what lies in the folder of files, rests included
        {
            QStringList paths;
            QDirIterator all(portal.store->folder() + u"/files"_qs,
                QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
            while (all.hasNext()) {
                const QString at = all.next();
                if (all.fileInfo().isFile())
                    paths.append(at);
            }
            return paths;
        }

        TestPortal portal;
        TestBrowser browser;
        QString path;
    };

    QByteArray m_photo; // 96 × 64
};

void TestHeicPhotos::initTestCase()
{
    QFile photo(QStringLiteral(KONTOR_SOURCE_DIR "/tests/server/citizen/files/photo.heic"));
    QVERIFY(photo.open(QIODevice::ReadOnly));
    m_photo = photo.readAll();
    QVERIFY2(!citizen::HeicDecoder::installed().isEmpty(), "heif-convert is not installed");
}

void TestHeicPhotos::shouldBecomeAJpeg()
{
    Form form(citizen::HeicDecoder::installed());
    QCOMPARE(form.send(u"IMG 0001.HEIC"_qs, m_photo).status, 303);
    const QByteArray page = form.browser.get(form.path).body;
    QVERIFY(page.contains("IMG 0001.jpg"));
    QVERIFY(!page.contains("HEIC"));
    const QStringList stored = form.stored();
    QCOMPARE(stored.size(), 1);
    QFile picture(stored.first());
    QVERIFY(picture.open(QIODevice::ReadOnly));
    QCOMPARE(citizen::pixelsOf(picture.readAll()), 96 * 64);
}

void TestHeicPhotos::shouldBecomeAJpegInAMessage()
{
    Form form(citizen::HeicDecoder::installed());
    const Sent sent = send(form.portal, form.browser);
    const QString page = u"/de/vorgang/"_qs + sent.caseFile.id.text;
    QCOMPARE(form.browser
                 .post(page + u"/nachricht"_qs,
                     { { "once", newUuid7(form.portal.clock).toLatin1() }, { "text", "Foto" } },
                     { std::make_shared<BytesFile>("files", u"balkon.heic"_qs, m_photo) })
                 .status,
        303);
    const CaseFile caseFile = form.portal.cases().value(0);
    QCOMPARE(caseFile.attachments.last().name, u"balkon.jpg"_qs);
    QCOMPARE(caseFile.attachments.last().type, u"image/jpeg"_qs);
    for (const QString &path : form.stored()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto sum = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        if (QString::fromLatin1(sum) == caseFile.attachments.last().sha256) {
            QCOMPARE(caseFile.attachments.last().size, bytes.size());
            QVERIFY(bytes.startsWith("\xff\xd8\xff"));
            return;
        }
    }
    QFAIL("no file has the checksum of the attachment");
}

void TestHeicPhotos::shouldBeExplainedWithoutADecoder()
{
    Form form({});
    const http::Response refused = form.send(u"foto.heic"_qs, m_photo);
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("HEIC-Foto"));
    QVERIFY(form.stored().isEmpty());
}

void TestHeicPhotos::shouldBeExplainedWhenItCannotBeRead_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("told");
    const QString installed = citizen::HeicDecoder::installed();
    QTest::newRow("cut") << installed << m_photo.left(300) << QByteArray("HEIC-Foto");
    QTest::newRow("only its head")
        << installed << m_photo.left(12) + QByteArray(400, 'x') << QByteArray("HEIC-Foto");
    QByteArray huge = m_photo;
    huge.replace(huge.indexOf("ispe") + 8, 8, QByteArray("\0\0\x40\0\0\0\x40\0", 8));
    QTest::newRow("unpacks too far") << installed << huge << QByteArray("zu viele Bildpunkte");
    QTest::newRow("decoder is gone")
        << u"/nonexistent/decoder"_qs << m_photo << QByteArray("HEIC-Foto");
    QTest::newRow("decoder writes nothing") << u"true"_qs << m_photo << QByteArray("HEIC-Foto");
    QTest::newRow("decoder copies") << u"cp"_qs << m_photo << QByteArray("HEIC-Foto");
}

void TestHeicPhotos::shouldBeExplainedWhenItCannotBeRead()
{
    QFETCH(QString, command);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, told);
    Form form(command);
    const http::Response refused = form.send(u"foto.heic"_qs, bytes);
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains(told), refused.body.constData());
    QVERIFY(form.stored().isEmpty());
}

QTEST_GUILESS_MAIN(TestHeicPhotos)
#include "tst_heicphotos.moc"
