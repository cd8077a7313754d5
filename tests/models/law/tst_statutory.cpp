#include "models/law/statutory.h"

#include <QtTest>

class TestStatutory : public QObject {
    Q_OBJECT

private slots:
    void shouldCountFromTheApplication_data()
    {
        QTest::addColumn<QDate>("filed");
        QTest::addColumn<QDate>("ends");
        QTest::newRow("plain") << QDate(2026, 11, 21) << QDate(2027, 2, 21); // a Sunday stays
        QTest::newRow("short month") << QDate(2026, 11, 30) << QDate(2027, 2, 28);
    }
    void shouldCountFromTheApplication()
    {
        QFETCH(QDate, filed);
        QFETCH(QDate, ends);
        const auto table = loadLawTable();
        QVERIFY(table);
        const auto period
            = statutoryPeriod(*table, QStringLiteral("vwgo-75"), filed, { QStringLiteral("SN") });
        QVERIFY(period);
        QCOMPARE(period->begins, filed.addDays(1));
        QCOMPARE(period->ends, ends);
        QCOMPARE(period->rule, QStringLiteral("vwgo-75"));
    }

    void shouldMoveTheEndOnlyWhereTheRowSaysSo()
    {
        auto table = loadLawTable();
        QVERIFY(table);
        table->periods.first().movesToWorkday = true;
        const auto period = statutoryPeriod(
            *table, table->periods.first().law.id, QDate(2026, 11, 21), { QStringLiteral("SN") });
        QCOMPARE(period->ends, QDate(2027, 2, 22));
    }

    void shouldNotInventAPeriod()
    {
        const auto table = loadLawTable();
        const Place place{ QStringLiteral("SN") };
        QVERIFY(statutoryPeriod(*table, {}, QDate(2026, 11, 21), place)->ends.isNull());
        const auto unknown
            = statutoryPeriod(*table, QStringLiteral("nope"), QDate(2026, 11, 21), place);
        QCOMPARE(unknown.error().key, QStringLiteral("law.period.none"));
        QCOMPARE(unknown.error().params.value(QLatin1String("id")).toString(), u"nope"_qs);
    }
};

QTEST_GUILESS_MAIN(TestStatutory)
#include "tst_statutory.moc"
