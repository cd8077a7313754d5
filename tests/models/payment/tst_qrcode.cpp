#include "models/payment/qrcode.h"

#include <QXmlStreamReader>
#include <QtTest>

class TestQrCode : public QObject {
    Q_OBJECT

private slots:
    void shouldDrawTheFinderPatterns()
    {
        const auto code = encodeQr("BCD");
        QVERIFY(code.ok());
        QCOMPARE(code->size, 21); // version 1
        for (const auto &[x, y] : { std::pair(0, 0), std::pair(14, 0), std::pair(0, 14) }) {
            QVERIFY(code->isDark(x, y));
            QVERIFY(!code->isDark(x + 1, y + 1));
            QVERIFY(code->isDark(x + 3, y + 3));
        }
    }

    void shouldCoverEveryDarkModuleOnceByItsRuns()
    {
        const auto code = encodeQr(QByteArray(200, 'a'));
        QVERIFY(code.ok());
        int dark = 0;
        for (const QrRun &run : qrRuns(*code)) {
            for (int x = run.x; x < run.x + run.width; ++x)
                QVERIFY(code->isDark(x, run.y));
            dark += run.width;
        }
        QCOMPARE(dark, code->modules.count(true));
    }

    void shouldRefuseNothingAndTooMuch()
    {
        QCOMPARE(encodeQr({}).error().key, QStringLiteral("qr.empty"));
        QVERIFY(encodeQr(QByteArray(331, 'a')).ok());
        QCOMPARE(encodeQr(QByteArray(332, 'a')).error().key, QStringLiteral("qr.size"));
    }

    void shouldNameTheSvgForAssistiveTechnology()
    {
        const auto code = encodeQr("BCD");
        const QByteArray svg = qrSvg(*code, QStringLiteral("GiroCode <30 €> & mehr"));
        QVERIFY(!svg.contains("style"));
        QXmlStreamReader xml(svg);
        QString title;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == QLatin1String("title"))
                title = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(title, QStringLiteral("GiroCode <30 €> & mehr"));
    }
};

QTEST_GUILESS_MAIN(TestQrCode)
#include "tst_qrcode.moc"
