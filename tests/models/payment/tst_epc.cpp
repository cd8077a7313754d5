#include "models/payment/epc.h"

#include <QtTest>

class TestEpc : public QObject {
    Q_OBJECT

    static EpcPayment sample()
    {
        return { QStringLiteral("Stadtkasse Musterhausen"),
            QStringLiteral("DE02 1203 0000 0000 2020 51"), QStringLiteral("BYLADEM1001"),
            Money{ 37786 }, QStringLiteral("KS26-0004711-18 Sondernutzung") };
    }

private slots:
    void shouldWriteElevenLinesWithTheTextLast()
    {
        const auto payload = epcPayload(sample());
        QVERIFY(payload.ok());
        QCOMPARE(*payload,
            QByteArray("BCD\n002\n1\nSCT\nBYLADEM1001\nStadtkasse Musterhausen\n"
                       "DE02120300000000202051\nEUR377.86\n\n\nKS26-0004711-18 Sondernutzung"));
    }

    void shouldRefuseWhatABankingAppWouldMisread_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *name, const char *key, const char *field, QString value) {
            QTest::newRow(name) << QString::fromLatin1(key) << QString::fromLatin1(field) << value;
        };
        row("no name", "epc.name", "name", QString());
        row("name of 71", "epc.name", "name", QString(71, QLatin1Char('x')));
        row("line break in name", "epc.name", "name", QStringLiteral("a\nb"));
        row("wrong check digits", "epc.iban", "iban", QStringLiteral("DE03120300000000202051"));
        row("German IBAN too short", "epc.iban", "iban", QStringLiteral("DE0212030000000020205"));
        row("BIC of 9", "epc.bic", "bic", QStringLiteral("BYLADEM10"));
        row("text of 141", "epc.text", "text", QString(141, QLatin1Char('x')));
        row("line break in text", "epc.text", "text", QStringLiteral("a\r\nb"));
        row("zero", "epc.amount", "cents", QStringLiteral("0"));
        row("negative", "epc.amount", "cents", QStringLiteral("-1"));
        row("a billion", "epc.amount", "cents", QStringLiteral("100000000000"));
        row("franc", "epc.currency", "currency", QStringLiteral("CHF"));
        row("too many bytes", "epc.size", "text", QString(140, QChar(0x20ac)));
    }
    void shouldRefuseWhatABankingAppWouldMisread()
    {
        QFETCH(QString, key);
        QFETCH(QString, field);
        QFETCH(QString, value);
        EpcPayment payment = sample();
        if (field == QLatin1String("name"))
            payment.name = value;
        else if (field == QLatin1String("iban"))
            payment.iban = value;
        else if (field == QLatin1String("bic"))
            payment.bic = value;
        else if (field == QLatin1String("text"))
            payment.text = value;
        else if (field == QLatin1String("cents"))
            payment.amount.cents = value.toLongLong();
        else
            payment.amount.currency = value;
        const auto payload = epcPayload(payment);
        QVERIFY(!payload.ok());
        QCOMPARE(payload.error().key, key);
    }

    void shouldAcceptTheBoundsThemselves()
    {
        EpcPayment payment = sample();
        payment.bic.clear();
        payment.amount.cents = 1;
        QVERIFY(epcPayload(payment)->contains("\nEUR0.01\n"));
        payment.amount.cents = 99'999'999'999;
        QVERIFY(epcPayload(payment)->contains("\nEUR999999999.99\n"));
        payment.text = QString(140, QLatin1Char('x'));
        QVERIFY(epcPayload(payment).ok());
    }

    void shouldKnowIbansOfOtherCountries()
    {
        QVERIFY(isValidIban(QStringLiteral("GB82 WEST 1234 5698 7654 32")));
        QVERIFY(isValidIban(QStringLiteral("no93 8601 1117 947")));
        QVERIFY(!isValidIban(QStringLiteral("GB82 WEST 1234 5698 7654 33")));
        QCOMPARE(formatIban(QStringLiteral("de02120300000000202051")),
            QStringLiteral("DE02 1203 0000 0000 2020 51"));
    }
};

QTEST_GUILESS_MAIN(TestEpc)
#include "tst_epc.moc"
