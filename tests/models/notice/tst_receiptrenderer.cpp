#include "models/notice/receiptrenderer.h"
#include "pdftools.h"

#include <QJsonDocument>
#include <QtTest>

namespace {

const Timestamp filed{ 1795255200000 }; // 21 November 2026, 10:00 UTC

Receipt sample()
{
    Receipt receipt;
    receipt.authority.name = QStringLiteral("Stadt Musterhausen");
    receipt.authority.department = QStringLiteral("Ordnungsamt");
    receipt.authority.street = QStringLiteral("Rathausplatz 1");
    receipt.authority.town = QStringLiteral("12345 Musterhausen");
    receipt.service = QStringLiteral("Sondernutzung öffentlicher Straßen");
    receipt.reference = QStringLiteral("MH-2026-004711");
    receipt.trackingCode = QStringLiteral("K7QF-2MXP-9RTD");
    receipt.filedAt = filed;
    receipt.sections = {
        { QStringLiteral("Zu Ihrer Person"),
            { { QStringLiteral("Name"), QStringLiteral("Dr. Änne Größler-Łukasz") },
                { QStringLiteral("Anschrift"),
                    QStringLiteral("Straße des Übermuts 17 a\n12345 Musterhausen") },
                { QStringLiteral("Telefon"), QString() } } },
        { QStringLiteral("Zum Gerüst"),
            { { QStringLiteral("Fläche in m²"), QStringLiteral("24") },
                { QStringLiteral("Beginn"), QStringLiteral("01.12.2026") } } },
    };
    receipt.files = { { QStringLiteral("Lageplan.pdf"), 1258291, QByteArray(64, 'a') },
        { QStringLiteral("Foto der Fassade mit einem sehr langen Namen.jpg"), 482304,
            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" } };
    return receipt;
}

} // namespace

class TestReceiptRenderer : public QObject {
    Q_OBJECT

    PdfTools m_tools;

private slots:
    void shouldTellEverythingThatWasFiled()
    {
        const auto pdf = renderReceipt(sample(), filed);
        QVERIFY2(pdf.ok(), pdf.ok() ? "" : qPrintable(pdf.error().key + pdf.error().detail));
        const QString path = m_tools.write(*pdf);
        QCOMPARE(PdfTools::findings(path), QByteArray());
        const QString text = PdfTools::structureText(path);
        qsizetype from = 0;
        for (const char *next : { "Stadt Musterhausen", "\"Eingangsbestätigung\"",
                 "Sondernutzung öffentlicher Straßen", "MH-2026-004711", "K7QF-2MXP-9RTD",
                 "21. November 2026, 11:00:00 Uhr (MEZ)", "\"Ihre Angaben\"", "\"Zu Ihrer Person\"",
                 "Größler-Łukasz", "keine Angabe", "\"Ihre Dateien\"", "Lageplan.pdf", "1,2 MB",
                 "9f86d081884c7d659a2feaa0c55ad015", "keine Entscheidung" }) {
            const qsizetype at = text.indexOf(QString::fromUtf8(next), from);
            QVERIFY2(at >= 0, qPrintable(QString::fromUtf8(next) + text.mid(from, 500)));
            from = at;
        }
        QVERIFY(PdfTools::run(QStringLiteral("pdfinfo"), { path }).contains("Pages:           1"));
        QCOMPARE(*renderReceipt(sample(), filed), *pdf);
    }

    void shouldSpeakEnglish()
    {
        Receipt receipt = sample();
        receipt.language = QStringLiteral("en");
        const QString path = m_tools.write(*renderReceipt(receipt, filed));
        QCOMPARE(PdfTools::findings(path), QByteArray());
        const QString text = PdfTools::structureText(path);
        QVERIFY(text.contains(QStringLiteral("We have received your application.")));
        QVERIFY(text.contains(QStringLiteral("21 November 2026, 11:00:00")));
        receipt.language = QStringLiteral("fr");
        QCOMPARE(renderReceipt(receipt, filed).error().key, QStringLiteral("letter.texts"));
    }

    void shouldBreakLongAnswersOverPages()
    {
        Receipt receipt = sample();
        receipt.sections[1].answers.insert(1,
            { QStringLiteral("Begründung"),
                QStringLiteral("Das Gerüst ist für die Sanierung nötig. ").repeated(250) });
        const auto pdf = renderReceipt(receipt, filed);
        QVERIFY(pdf.ok());
        const QString path = m_tools.write(*pdf);
        QCOMPARE(PdfTools::findings(path), QByteArray());
        const QString text = PdfTools::structureText(path);
        QVERIFY(text.indexOf(QStringLiteral("Fläche in m²"))
            < text.indexOf(QStringLiteral("\"Begründung\"")));
        QVERIFY(text.indexOf(QStringLiteral("\"Begründung\""))
            < text.indexOf(QStringLiteral("\"Beginn\"")));
    }

    void shouldNotCarryTheAccessCodeAsData()
    {
        const QByteArray data = QJsonDocument(toJson(sample())).toJson();
        QVERIFY(data.contains("MH-2026-004711"));
        QVERIFY(!data.contains("K7QF"));
    }
};

QTEST_GUILESS_MAIN(TestReceiptRenderer)
#include "tst_receiptrenderer.moc"
