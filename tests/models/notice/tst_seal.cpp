#include "models/notice/noticerenderer.h"
#include "models/notice/seal.h"
#include "pdftools.h"
#include "samplenotice.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QtTest>

class TestSeal : public QObject {
    Q_OBJECT

    PdfTools m_tools;
    QByteArray m_container;
    Timestamp m_now;

    SealKey key() const { return *SealKey::fromPkcs12(m_container, "geheim"); }
    QByteArray prepared() const
    {
        RenderOptions options;
        options.reserveSeal = true;
        return renderNotice(sampleNotice(), { 1795255200000 }, options).valueOr({});
    }

private slots:
    void initTestCase()
    {
        m_now = { QDateTime::currentMSecsSinceEpoch() + 60000 }; // after the certificate begins
        const QString pem = m_tools.path(QStringLiteral("key.pem"));
        const QString cert = m_tools.path(QStringLiteral("cert.pem"));
        const QString p12 = m_tools.path(QStringLiteral("seal.p12"));
        int code = 1;
        PdfTools::run(QStringLiteral("openssl"),
            QStringLiteral("req -x509 -newkey rsa:2048 -nodes -days 30 -utf8 -subj /CN=Siegel")
                    .split(QLatin1Char(' '))
                << QStringLiteral("-keyout") << pem << QStringLiteral("-out") << cert,
            &code);
        QCOMPARE(code, 0);
        PdfTools::run(QStringLiteral("openssl"),
            { QStringLiteral("pkcs12"), QStringLiteral("-export"), QStringLiteral("-inkey"), pem,
                QStringLiteral("-in"), cert, QStringLiteral("-out"), p12,
                QStringLiteral("-passout"), QStringLiteral("pass:geheim") },
            &code);
        QCOMPARE(code, 0);
        QFile file(p12);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_container = file.readAll();
    }

    void shouldCoverTheWholeFile()
    {
        const auto sealed = seal(prepared(), key(), m_now);
        QVERIFY2(sealed.ok(), sealed.ok() ? "" : qPrintable(sealed.error().key));
        const QString path = m_tools.write(*sealed);
        QCOMPARE(PdfTools::findings(path), QByteArray());
        int code = 0;
        const QByteArray told
            = PdfTools::run(QStringLiteral("pdfsig"), { QStringLiteral("-nocert"), path }, &code);
        QVERIFY2(told.contains("Signature is Valid."), told.constData());
        QVERIFY2(told.contains("Total document signed"), told.constData());
        QVERIFY2(told.contains("ETSI.CAdES.detached"), told.constData());
        QCOMPARE(*contentOfNotice(*sealed), sampleNotice());
        // The rule checker itself, on a file that has everything a notice can have
        const QByteArray controls = PdfTools::run(QStringLiteral("/usr/bin/python3"),
            { QStringLiteral(KONTOR_SOURCE_DIR "/tests/tools/pdf-check-controls"), path }, &code);
        QVERIFY2(code == 0, controls.constData());
    }

    void shouldBeAPadesSignature()
    {
        const auto sealed = seal(prepared(), key(), m_now);
        static const QRegularExpression form(
            QStringLiteral("/ByteRange \\[ 0 (\\d+) (\\d+) (\\d+) \\]"));
        const auto range = form.match(QString::fromLatin1(*sealed));
        QVERIFY(range.hasMatch());
        const qsizetype open = range.captured(1).toLongLong();
        const qsizetype close = range.captured(2).toLongLong();
        const QByteArray der = QByteArray::fromHex(sealed->mid(open + 1, close - open - 2));
        const QString cms = m_tools.write(der, QStringLiteral("seal.der"));
        const QString data
            = m_tools.write(sealed->left(open) + sealed->mid(close), QStringLiteral("data"));
        int code = 1;
        const QByteArray verified = PdfTools::run(QStringLiteral("openssl"),
            QStringLiteral("cms -verify -cades -inform DER -binary -purpose any -out /dev/null")
                    .split(QLatin1Char(' '))
                << QStringLiteral("-in") << cms << QStringLiteral("-content") << data
                << QStringLiteral("-CAfile") << m_tools.path(QStringLiteral("cert.pem")),
            &code);
        QVERIFY2(code == 0, verified.constData());
        const QByteArray structure = PdfTools::run(QStringLiteral("openssl"),
            { QStringLiteral("cms"), QStringLiteral("-cmsout"), QStringLiteral("-print"),
                QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), cms });
        QVERIFY(structure.contains("signingCertificateV2"));
        QVERIFY(!structure.contains("signingTime")); // EN 319 142-1: /M says it
    }

    void shouldShowEveryTampering()
    {
        const QByteArray sealed = *seal(prepared(), key(), m_now);
        QByteArray changed = sealed;
        const qsizetype at = changed.indexOf("Stadt Musterhausen"); // in the XMP
        QVERIFY(at > 0);
        changed[at] = 's';
        const auto told = [&](const QByteArray &pdf) {
            int code = 0;
            return PdfTools::run(
                QStringLiteral("pdfsig"), { QStringLiteral("-nocert"), m_tools.write(pdf) }, &code);
        };
        QVERIFY(told(changed).contains("Digest Mismatch"));
        QVERIFY(!told(sealed + "\n% more\n").contains("Total document signed"));
    }

    void shouldRefuseWhatCannotBeSealed()
    {
        QCOMPARE(
            SealKey::fromPkcs12(m_container, "falsch").error().key, QStringLiteral("seal.key"));
        QCOMPARE(SealKey::fromPkcs12("no container", "").error().key, QStringLiteral("seal.key"));
        const auto unprepared = renderNotice(sampleNotice(), m_now);
        QCOMPARE(seal(*unprepared, key(), m_now).error().key, QStringLiteral("seal.placeholder"));
        QVERIFY(!unprepared->contains("/Sig"));
        const QByteArray sealed = *seal(prepared(), key(), m_now);
        QCOMPARE(seal(sealed, key(), m_now).error().key, QStringLiteral("seal.placeholder"));
        const Timestamp later = m_now.plusSeconds(40 * 86400);
        QCOMPARE(seal(prepared(), key(), later).error().key, QStringLiteral("seal.expired"));
        QCOMPARE(key().subject(), QStringLiteral("Siegel"));
    }
};

QTEST_GUILESS_MAIN(TestSeal)
#include "tst_seal.moc"
