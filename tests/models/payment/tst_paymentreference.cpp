#include "models/payment/paymentreference.h"

#include <QtTest>

class TestPaymentReference : public QObject {
    Q_OBJECT

private slots:
    void shouldHandOutConsecutiveValidReferences()
    {
        ReferenceBlock block{ QStringLiteral("KS26"), 4711, 4713, 4711 };
        const ReferenceBlock before = block;
        QStringList taken;
        for (int i = 0; i < 3; ++i) {
            const auto next = block.take();
            QVERIFY(next.ok());
            QVERIFY(isValidReference(next->reference));
            QVERIFY(next->reference.size() <= 27);
            taken << next->reference;
            block = next->rest;
        }
        QCOMPARE(taken.first().left(13), QStringLiteral("KS26-0004711-"));
        QCOMPARE(QSet<QString>(taken.begin(), taken.end()).size(), 3);
        QCOMPARE(before.next, 4711); // take() leaves the block itself alone
        QCOMPARE(block.remaining(), 0);
        const auto none = block.take();
        QVERIFY(!none.ok());
        QCOMPARE(none.error().key, QStringLiteral("payment.reference.exhausted"));
    }

    void shouldRefuseBlocksThatCannotBeRight_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("last");
        QTest::addColumn<qint64>("next");
        QTest::newRow("no prefix") << QString() << 1LL << 9LL << 1LL;
        QTest::newRow("lower case") << QStringLiteral("ks") << 1LL << 9LL << 1LL;
        QTest::newRow("hyphen in prefix") << QStringLiteral("K-S") << 1LL << 9LL << 1LL;
        QTest::newRow("ends before it begins") << QStringLiteral("KS") << 9LL << 1LL << 9LL;
        QTest::newRow("next before first") << QStringLiteral("KS") << 5LL << 9LL << 4LL;
        QTest::newRow("too many digits") << QStringLiteral("KS") << 5LL << 9999999999999LL << 5LL;
    }
    void shouldRefuseBlocksThatCannotBeRight()
    {
        QFETCH(QString, prefix);
        QFETCH(qint64, first);
        QFETCH(qint64, last);
        QFETCH(qint64, next);
        const auto taken = ReferenceBlock{ prefix, first, last, next }.take();
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().key, QStringLiteral("payment.reference.block"));
    }

    void shouldNoticeEveryWrongDigitAndEverySwap()
    {
        const QString good = formatReference(QStringLiteral("KS26"), 4711, 7);
        QVERIFY(isValidReference(good));
        for (int at = 0; at < good.size(); ++at) {
            for (char16_t c = u'0'; c <= u'9'; ++c) {
                QString wrong = good;
                if (!good.at(at).isDigit() || good.at(at) == QChar(c))
                    continue;
                wrong[at] = c;
                QVERIFY2(!isValidReference(wrong), qPrintable(wrong));
            }
        }
        const QString compact = compactReference(good);
        for (int at = 0; at + 1 < compact.size(); ++at) {
            QString swapped = compact;
            std::swap(swapped[at], swapped[at + 1]);
            if (swapped != compact)
                QVERIFY2(!isValidReference(swapped), qPrintable(swapped));
        }
    }

    void shouldForgiveTheSpellingsOfBankStatements()
    {
        const QString good = formatReference(QStringLiteral("KS26"), 4711, 7);
        QString spaced = good.toLower();
        spaced.replace(QLatin1Char('-'), QLatin1Char(' '));
        QVERIFY(isValidReference(spaced));
        QCOMPARE(compactReference(spaced), compactReference(good));
        QVERIFY(!isValidReference(QString()));
        QVERIFY(!isValidReference(QStringLiteral("Kassenzeichen")));
        QVERIFY(!isValidReference(good + QStringLiteral("/1")));
    }
};

QTEST_GUILESS_MAIN(TestPaymentReference)
#include "tst_paymentreference.moc"
