#include "models/notice/finishing.h"
#include "models/notice/noticerenderer.h"
#include "pdftools.h"
#include "samplenotice.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QThread>
#include <QtTest>

namespace {

const Timestamp created{ 1795255200000 }; // 21 November 2026

QString collapsed(const QByteArray &text)
{
    return QString::fromUtf8(text).simplified();
}

} // namespace

class TestNoticeRenderer : public QObject {
    Q_OBJECT

    PdfTools m_tools;

private slots:
    void shouldPassTheRulesOfArchivingAndAccessibility()
    {
        const auto pdf = renderNotice(sampleNotice(), created);
        QVERIFY2(pdf.ok(), pdf.ok() ? "" : qPrintable(pdf.error().key + pdf.error().detail));
        QCOMPARE(PdfTools::findings(m_tools.write(*pdf)), QByteArray());
    }

    void shouldWriteTheSameBytesForTheSameContent()
    {
        const auto first = renderNotice(sampleNotice(), created);
        const auto second = renderNotice(sampleNotice(), created);
        QVERIFY(first.ok());
        QCOMPARE(*first, *second);
        QVERIFY(*first != *renderNotice(sampleNotice(), created.plusSeconds(1)));
    }

    void shouldCarryItsContentAsData()
    {
        const NoticeContent content = sampleNotice();
        const auto pdf = renderNotice(content, created);
        const auto carried = contentOfNotice(*pdf);
        QVERIFY(carried.ok());
        QCOMPARE(*carried, content);
        const QString out = m_tools.path(QStringLiteral("data.json"));
        PdfTools::run(QStringLiteral("pdfdetach"),
            { QStringLiteral("-save"), QStringLiteral("1"), QStringLiteral("-o"), out,
                m_tools.write(*pdf) });
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly)); // as an independent reader sees it
        QCOMPARE(QJsonDocument::fromJson(file.readAll()).object(), toJson(content));
        QCOMPARE(contentOfNotice("%PDF-1.7 broken").error().key, QStringLiteral("notice.pdf"));
    }

    void shouldShowAGiroCodeThatScannersRead()
    {
        const NoticeContent content = sampleNotice();
        const QString pdf = m_tools.write(*renderNotice(content, created));
        const QString image = m_tools.path(QStringLiteral("page"));
        PdfTools::run(QStringLiteral("pdftoppm"),
            { QStringLiteral("-r"), QStringLiteral("150"), QStringLiteral("-png"), pdf, image });
        const QStringList pages
            = QDir(m_tools.path({})).entryList({ QStringLiteral("page*.png") }, QDir::Files);
        QStringList arguments{ QStringLiteral("-q"), QStringLiteral("--raw") };
        for (const QString &page : pages)
            arguments << m_tools.path(page);
        const QByteArray read = PdfTools::run(QStringLiteral("zbarimg"), arguments);
        QCOMPARE(read.trimmed(), epcPayload(*epcPayment(content))->trimmed());
    }

    void shouldSayThatTheReferenceFollows()
    {
        NoticeContent content = sampleNotice();
        content.payment->reference.clear();
        content.payment->referenceFollows = true;
        const auto pdf = renderNotice(content, created);
        QVERIFY(pdf.ok());
        const QString path = m_tools.write(*pdf, QStringLiteral("follows.pdf"));
        const QString text = PdfTools::structureText(path);
        QVERIFY2(text.contains(QStringLiteral("wird nachgereicht")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("gesondert mit")));
        QVERIFY(!text.contains(QStringLiteral("GiroCode")));
        QCOMPARE(PdfTools::findings(path), QByteArray());
    }

    void shouldReadInTheOrderOfTheLetter()
    {
        const QString text = collapsed(PdfTools::run(QStringLiteral("pdfinfo"),
            { QStringLiteral("-struct-text"),
                m_tools.write(*renderNotice(sampleNotice(), created)) }));
        qsizetype from = 0;
        for (const char *next : { "Stadt Musterhausen", "Ordnungsamt", "\"Frau\"",
                 "\"Dr. Änne Größler-Łukasz\"", "\"12345 Musterhausen\"", "\"Aktenzeichen\"",
                 "\"OA-32.4/2026-004711\"", "Sondernutzung: Bewilligung", "Sehr geehrte",
                 "\"Entscheidung\"", "\"Nebenbestimmungen\"", "\"Begründung\"", "\"Sachverhalt\"",
                 "\"Rechtliche Würdigung\"", "\"Ermessen\"", "\"Gebühren und Auslagen\"",
                 "§ 9 VwKostS", "\"Gesamtbetrag\"", "\"Zahlung\"", "KS26-0004711-64",
                 "\"Rechtsbehelfsbelehrung\"", "Mit freundlichen", "\"Çelik\"", "\"Anlagen\"",
                 "\"Verteiler\"" }) {
            const qsizetype at = text.indexOf(QString::fromUtf8(next), from);
            QVERIFY2(at >= 0, qPrintable(QString::fromUtf8(next) + text.mid(from, 600)));
            from = at;
        }
        QVERIFY(!text.contains(QStringLiteral("Seite 1 von"))); // an artifact
        const NoticeContent content = sampleNotice();
        for (const QString &whole : { content.decisions.first(), content.conditions.first(),
                 content.reasons.facts, content.reasons.law, content.reasons.discretion }) {
            QString plain
                = text; // Poppler shows each line of a paragraph in its own quotation marks
            plain.replace(QStringLiteral("\" \""), QStringLiteral(" "));
            QVERIFY2(plain.contains(whole), qPrintable(text));
        }
    }

    void shouldPutTheAddressIntoTheWindow()
    {
        const QByteArray boxes = PdfTools::run(QStringLiteral("pdftotext"),
            { QStringLiteral("-bbox"), m_tools.write(*renderNotice(sampleNotice(), created)),
                QStringLiteral("-") });
        static const QRegularExpression word(
            QStringLiteral("xMin=\"([\\d.]+)\" yMin=\"([\\d.]+)\"[^>]*>Frau</word>"));
        const auto match = word.match(QString::fromUtf8(boxes));
        QVERIFY(match.hasMatch());
        QVERIFY(qAbs(match.captured(1).toDouble() - 25 * mm) < 1.5);
        QVERIFY(match.captured(2).toDouble() >= 62 * mm);
        QVERIFY(match.captured(2).toDouble() <= 65 * mm);
    }

    void shouldRunOverManyPages()
    {
        NoticeContent content = sampleNotice();
        const QString paragraph = content.reasons.facts + QLatin1Char(' ') + content.reasons.law;
        content.reasons.facts.clear();
        for (int i = 0; i < 16; ++i)
            content.reasons.facts
                += paragraph + QLatin1Char(' ') + paragraph.left(i * 9) + QStringLiteral("\n\n");
        content.fees.clear();
        for (int i = 0; i < 60; ++i)
            content.fees.append({ QStringLiteral("Gegenstand %1, der über mehr als eine Zeile der "
                                                 "schmalen Spalte reicht")
                                      .arg(i + 1),
                QStringLiteral("§ %1 Absatz 2 SNGebS").arg(i + 1), Money{ 100 + i } });
        content.total = content.sumOfFees();
        for (int i = 0; i < 30; ++i)
            content.conditions << paragraph.left(60 + i * 17);
        const auto pdf = renderNotice(content, created);
        QVERIFY(pdf.ok());
        const QString path = m_tools.write(*pdf);
        QCOMPARE(PdfTools::findings(path), QByteArray());
        const QByteArray plain = PdfTools::run(
            QStringLiteral("pdftotext"), { QStringLiteral("-layout"), path, QStringLiteral("-") });
        const QString text = collapsed(plain);
        const int pages = int(plain.count('\f'));
        QVERIFY(pages > 6);
        QVERIFY(text.contains(QStringLiteral("Seite %1 von %1").arg(pages)));
        QVERIFY(text.count(QStringLiteral("Rechtsgrundlage Betrag")) >= 3); // head on each page
        const QString structure = collapsed(
            PdfTools::run(QStringLiteral("pdfinfo"), { QStringLiteral("-struct-text"), path }));
        QCOMPARE(structure.count(QStringLiteral("\"Rechtsgrundlage\"")), 1); // but once in the tree
        QVERIFY(structure.contains(QStringLiteral("Gegenstand 60")));
    }

    void shouldDrawTheLettersOfNames()
    {
        NoticeContent content = sampleNotice();
        // Samples of DIN 91379: letters, letters with combining marks, typographic signs
        const QString names = QString::fromUtf8(
            "Ǆivo Ḫāšim Ŋguyễn Ɖorđe Ʒižek Ịbrahim Þórður Œuvré Ḱaljo K̲amil L̥̄ila M̂ba ẞTRAẞE ʻOkina "
            "Ǯedis Ẅerner Ṩava Ǟrvi Ŧiina Ạnh Ḷakṣmī ŉ Ĳssel ’t");
        content.addressee[1] = names.left(60);
        content.decisions << names;
        const auto pdf = renderNotice(content, created);
        QVERIFY2(pdf.ok(),
            pdf.ok()
                ? ""
                : qPrintable(pdf.error().params.value(QStringLiteral("characters")).toString()));
        const QString path = m_tools.write(*pdf);
        QCOMPARE(PdfTools::findings(path), QByteArray());
        QString text = collapsed(
            PdfTools::run(QStringLiteral("pdfinfo"), { QStringLiteral("-struct-text"), path }))
                           .remove(QLatin1Char(' '));
        QString expected = names;
        expected.remove(QLatin1Char(' '));
        text.remove(QLatin1Char('"'));
        QVERIFY2(text.normalized(QString::NormalizationForm_C)
                     .contains(expected.normalized(QString::NormalizationForm_C)),
            qPrintable(text));
    }

    void shouldRefuseLettersThatNoFontHas()
    {
        NoticeContent content = sampleNotice();
        content.introduction = QString::fromUtf8("Antrag 漢 😀");
        const auto pdf = renderNotice(content, created);
        QVERIFY(!pdf.ok());
        QCOMPARE(pdf.error().key, QStringLiteral("notice.glyphs"));
        QCOMPARE(pdf.error().params.value(QStringLiteral("characters")).toString(),
            QStringLiteral("U+6F22, U+1F600"));
    }

    void shouldSayWhatElseCannotBeDrawn()
    {
        NoticeContent content = sampleNotice();
        content.payment->iban = QStringLiteral("DE00");
        QCOMPARE(renderNotice(content, created).error().key, QStringLiteral("epc.iban"));
        content = sampleNotice();
        content.fees[0].text = QString(9000, QLatin1Char('x'));
        QCOMPARE(renderNotice(content, created).error().key, QStringLiteral("notice.rowTooTall"));
        RenderOptions options;
        options.fontFolder = m_tools.path({});
        QCOMPARE(renderNotice(sampleNotice(), created, options).error().key,
            QStringLiteral("notice.fonts"));
    }

    void shouldPreviewAnUnfinishedNotice()
    {
        NoticeContent content = sampleNotice();
        content.payment->iban.clear();
        content.subject.clear();
        content.remedy = {};
        content.decisions << QString();
        RenderOptions options;
        options.draft = true;
        const auto pdf = renderNotice(content, created, options);
        QVERIFY(pdf.ok());
        const QByteArray text = PdfTools::run(
            QStringLiteral("pdftotext"), { m_tools.write(*pdf), QStringLiteral("-") });
        QCOMPARE(text.count("ENTWURF"), text.count('\f'));
        const QString finished = m_tools.write(*renderNotice(sampleNotice(), created));
        QVERIFY(!PdfTools::run(QStringLiteral("pdftotext"), { finished, QStringLiteral("-") })
                     .contains("ENTWURF"));
    }

    void shouldDrawANoticeWithoutFee()
    {
        NoticeContent content = sampleNotice();
        content.fees.clear();
        content.payment.reset();
        content.attachments.clear();
        content.copies.clear();
        const auto pdf = renderNotice(content, created);
        QVERIFY(pdf.ok());
        const QString path = m_tools.write(*pdf);
        QCOMPARE(PdfTools::findings(path), QByteArray());
        QVERIFY(!collapsed(
            PdfTools::run(QStringLiteral("pdfinfo"), { QStringLiteral("-struct"), path }))
                     .contains(QStringLiteral("Figure")));
    }

    void shouldWorkOnSeveralThreadsAtOnce()
    {
        const auto fonts = FontSet::load();
        QVERIFY(fonts.ok());
        const QByteArray expected = *renderNotice(sampleNotice(), created, *fonts);
        QVector<QByteArray> made(4);
        QVector<QThread *> threads;
        for (QByteArray &slot : made)
            threads << QThread::create([&fonts, &slot] {
                slot = renderNotice(sampleNotice(), created, *fonts).valueOr({});
            });
        for (QThread *thread : threads)
            thread->start();
        for (QThread *thread : threads)
            QVERIFY(thread->wait(60000));
        qDeleteAll(threads);
        for (const QByteArray &pdf : made)
            QCOMPARE(pdf, expected);
    }
};

QTEST_GUILESS_MAIN(TestNoticeRenderer)
#include "tst_noticerenderer.moc"
