#include "models/law/calendar.h"

#include <QtTest>

class TestCalendar : public QObject {
    Q_OBJECT

    LawTable m_table;

    QStringList days(const QString &code, int year, const QStringList &local = {}) const
    {
        QStringList list;
        for (const Holiday &holiday : holidays(m_table, { code, local }, year))
            list << holiday.date.toString(QStringLiteral("dd.MM."));
        return list;
    }

private slots:
    void initTestCase()
    {
        auto table = loadLawTable();
        QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.error().detail));
        m_table = std::move(table).value();
    }

    void shouldComputeEaster_data()
    {
        QTest::addColumn<QDate>("easter");
        for (const QDate &day : { QDate(1818, 3, 22), QDate(1943, 4, 25), QDate(2000, 4, 23),
                 QDate(2008, 3, 23), QDate(2024, 3, 31), QDate(2025, 4, 20), QDate(2026, 4, 5),
                 QDate(2027, 3, 28), QDate(2038, 4, 25) })
            QTest::addRow("%d", day.year()) << day;
    }
    void shouldComputeEaster()
    {
        QFETCH(QDate, easter);
        QCOMPARE(easterSunday(easter.year()), easter);
    }

    void shouldListTheHolidaysOf2026_data()
    {
        QTest::addColumn<QString>("land");
        QTest::addColumn<QString>("extra"); // beyond the nine of all Länder
        const auto row = [](const char *land, const char *extra) {
            QTest::newRow(land) << QString::fromLatin1(land) << QString::fromLatin1(extra);
        };
        row("BB", "05.04. 24.05. 31.10.");
        row("BE", "08.03.");
        row("BW", "06.01. 04.06. 01.11.");
        row("BY", "06.01. 04.06. 01.11.");
        row("HB", "31.10.");
        row("HE", "04.06.");
        row("HH", "31.10.");
        row("MV", "08.03. 31.10.");
        row("NI", "31.10.");
        row("NW", "04.06. 01.11.");
        row("RP", "04.06. 01.11.");
        row("SH", "31.10.");
        row("SL", "04.06. 15.08. 01.11.");
        row("SN", "31.10. 18.11.");
        row("ST", "06.01. 31.10.");
        row("TH", "20.09. 31.10.");
    }
    void shouldListTheHolidaysOf2026()
    {
        QFETCH(QString, land);
        QFETCH(QString, extra);
        QStringList expected
            = QStringLiteral("01.01. 03.04. 06.04. 01.05. 14.05. 25.05. 03.10. 25.12. 26.12.")
                  .split(QLatin1Char(' '));
        expected += extra.split(QLatin1Char(' '));
        const auto byDate = [](const QString &a, const QString &b) {
            return a.mid(3, 2) + a.left(2) < b.mid(3, 2) + b.left(2);
        };
        std::sort(expected.begin(), expected.end(), byDate);
        QCOMPARE(days(land, 2026), expected);
    }

    void shouldKnowHolidaysOfSingleYears()
    {
        QVERIFY(days(QStringLiteral("BE"), 2025).contains(QStringLiteral("08.05.")));
        QVERIFY(!days(QStringLiteral("BE"), 2026).contains(QStringLiteral("08.05.")));
        QVERIFY(days(QStringLiteral("BE"), 2028).contains(QStringLiteral("17.06.")));
        QVERIFY(!days(QStringLiteral("BE"), 2018).contains(QStringLiteral("08.03.")));
        QVERIFY(!days(QStringLiteral("MV"), 2022).contains(QStringLiteral("08.03.")));
        QVERIFY(!days(QStringLiteral("NI"), 2016).contains(QStringLiteral("31.10.")));
        for (const QString &land : allLands())
            QCOMPARE(days(land, 2017).count(QStringLiteral("31.10.")), 1);
    }

    void shouldKnowHolidaysOfSingleMunicipalities()
    {
        QVERIFY(days(QStringLiteral("097610000000"), 2026).contains(QStringLiteral("08.08.")));
        QVERIFY(!days(QStringLiteral("091620000000"), 2026).contains(QStringLiteral("08.08.")));
        QVERIFY(!days(QStringLiteral("091620000000"), 2026).contains(QStringLiteral("15.08.")));
        QVERIFY(days(QStringLiteral("091620000000"), 2026, { QStringLiteral("assumption-local") })
                    .contains(QStringLiteral("15.08.")));
        QVERIFY(days(QStringLiteral("TH"), 2026, { QStringLiteral("corpus-christi-local") })
                    .contains(QStringLiteral("04.06.")));
    }

    void shouldFindRepentanceDayBeforeTheTwentyThird()
    {
        for (int year = 2020; year <= 2040; ++year) {
            for (const Holiday &holiday : holidays(m_table, { QStringLiteral("SN"), {} }, year)) {
                if (holiday.id != QLatin1String("repentance"))
                    continue;
                QCOMPARE(holiday.date.dayOfWeek(), 3);
                QVERIFY(holiday.date >= QDate(year, 11, 16) && holiday.date <= QDate(year, 11, 22));
            }
        }
    }

    void shouldTellTheLandOfACode()
    {
        QCOMPARE(landOf(QStringLiteral("NW")), QStringLiteral("NW"));
        QCOMPARE(landOf(QStringLiteral("010510044044")), QStringLiteral("SH"));
        QCOMPARE(landOf(QStringLiteral("16051000")), QStringLiteral("TH"));
        QCOMPARE(landOf(QStringLiteral("17")), QString());
        QCOMPARE(landOf(QStringLiteral("Bayern")), QString());
        QCOMPARE(landOf(QString()), QString());
    }

    void shouldMarkEveryRowWithSourceAndConfirmation()
    {
        for (const HolidayRow &row : m_table.holidays)
            QVERIFY2(!row.law.source.isEmpty(), qPrintable(row.law.id));
        for (const DisclosureRule &row : m_table.disclosure)
            QVERIFY2(!row.law.citation.isEmpty(), qPrintable(row.law.id));
    }
};

QTEST_GUILESS_MAIN(TestCalendar)
#include "tst_calendar.moc"
