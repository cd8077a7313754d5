#include "models/law/disclosure.h"
#include "models/law/period.h"

#include <QtTest>

class TestDisclosure : public QObject {
    Q_OBJECT

    LawTable m_table;

    DisclosureRule rule(
        const char *channel, const char *land, QDate day, const char *regime = "VwVfG") const
    {
        const auto found = disclosureRule(m_table, QString::fromLatin1(channel),
            QString::fromLatin1(regime), { QString::fromLatin1(land), {} }, day);
        return found.valueOr(DisclosureRule{});
    }

private slots:
    void initTestCase()
    {
        auto table = loadLawTable();
        QVERIFY(table.ok());
        m_table = std::move(table).value();
    }

    void shouldFollowTheVectors_data()
    {
        QTest::addColumn<QString>("channel");
        QTest::addColumn<QString>("regime");
        QTest::addColumn<QString>("land");
        QTest::addColumn<QDate>("sent");
        QTest::addColumn<QDate>("disclosed");
        QTest::addColumn<QDate>("raw");
        QTest::addColumn<QDate>("end");
        const auto row = [](const char *name, const char *channel, const char *regime,
                             const char *land, QDate sent, QDate disclosed, QDate raw, QDate end) {
            QTest::newRow(name) << QString::fromLatin1(channel) << QString::fromLatin1(regime)
                                << QString::fromLatin1(land) << sent << disclosed << raw << end;
        };
        row("letter NW over Easter", "letter", "VwVfG", "NW", { 2026, 3, 2 }, { 2026, 3, 6 },
            { 2026, 4, 6 }, { 2026, 4, 7 });
        row("postbox NW over Easter", "account", "VwVfG", "NW", { 2026, 3, 2 }, { 2026, 3, 5 },
            { 2026, 4, 5 }, { 2026, 4, 7 });
        row("letter NI on a Sunday stays", "letter", "VwVfG", "NI", { 2026, 4, 22 },
            { 2026, 4, 26 }, { 2026, 5, 26 }, { 2026, 5, 26 });
        row("levy NI on a Sunday moves", "letter", "AO", "NI", { 2026, 4, 22 }, { 2026, 4, 27 },
            { 2026, 5, 27 }, { 2026, 5, 27 });
        row("letter NW ends on Corpus Christi", "letter", "VwVfG", "NW", { 2026, 4, 30 },
            { 2026, 5, 4 }, { 2026, 6, 4 }, { 2026, 6, 5 });
        row("letter NI, no Corpus Christi", "letter", "VwVfG", "NI", { 2026, 4, 30 },
            { 2026, 5, 4 }, { 2026, 6, 4 }, { 2026, 6, 4 });
        row("last day of three days", "letter", "VwVfG", "NW", { 2024, 12, 31 }, { 2025, 1, 3 },
            { 2025, 2, 3 }, { 2025, 2, 3 });
        row("first day of four days", "letter", "VwVfG", "NW", { 2025, 1, 2 }, { 2025, 1, 6 },
            { 2025, 2, 6 }, { 2025, 2, 6 });
        row("Schleswig-Holstein's own law", "letter", "VwVfG", "SH", { 2026, 4, 22 },
            { 2026, 4, 26 }, { 2026, 5, 26 }, { 2026, 5, 26 });
    }
    void shouldFollowTheVectors()
    {
        QFETCH(QString, channel);
        QFETCH(QString, regime);
        QFETCH(QString, land);
        QFETCH(QDate, sent);
        QFETCH(QDate, disclosed);
        QFETCH(QDate, raw);
        QFETCH(QDate, end);
        const Place place{ land, {} };
        const Calendar calendar(m_table, place);
        const auto found = disclosureRule(m_table, channel, regime, place, sent);
        QVERIFY(found.ok());
        const Disclosure disclosure = disclosureDay(*found, sent, calendar);
        QCOMPARE(disclosure.day, disclosed);
        QCOMPARE(disclosure.moved, disclosure.day != disclosure.counted);
        const PeriodEnd period = endOfPeriod(disclosure.day, Period::ofMonths(1), calendar);
        QCOMPARE(period.raw, raw);
        QCOMPARE(period.end, end);
        QCOMPARE(period.begins, disclosed.addDays(1));
        QCOMPARE(period.moves.size(), int(raw.daysTo(end)));
    }

    void shouldEndOnTheLastDayOfAShorterMonth()
    {
        const Calendar calendar(m_table, { QStringLiteral("NW"), {} });
        const PeriodEnd end = endOfPeriod({ 2026, 1, 31 }, Period::ofMonths(1), calendar);
        QCOMPARE(end.raw, QDate(2026, 2, 28));
        QCOMPARE(end.end, QDate(2026, 3, 2));
        QCOMPARE(end.moves, (QStringList{ QStringLiteral("saturday"), QStringLiteral("sunday") }));
        const PeriodEnd fixed = endOfPeriod({ 2026, 1, 31 }, Period::ofMonths(1), calendar, true);
        QCOMPARE(fixed.end, QDate(2026, 2, 28));
        QVERIFY(fixed.moves.isEmpty());
        QCOMPARE(
            endOfPeriod({ 2024, 1, 31 }, Period::ofMonths(1), calendar).raw, QDate(2024, 2, 29));
        QCOMPARE(
            endOfPeriod({ 2026, 11, 20 }, Period::ofWeeks(2), calendar).end, QDate(2026, 12, 4));
        QCOMPARE(
            endOfPeriod({ 2026, 11, 20 }, Period::ofDays(10), calendar).end, QDate(2026, 11, 30));
        QVERIFY(endOfPeriod({}, Period::ofDays(10), calendar).end.isNull());
    }

    void shouldNameTheHolidayThatMovesTheEnd()
    {
        const Calendar calendar(m_table, { QStringLiteral("NW"), {} });
        const PeriodEnd end = endOfPeriod({ 2026, 3, 6 }, Period::ofMonths(1), calendar);
        QCOMPARE(end.moves, QStringList{ QStringLiteral("Ostermontag") });
    }

    void shouldLetAProvenLaterReceiptDisplaceTheFiction()
    {
        const Calendar calendar(m_table, { QStringLiteral("NW"), {} });
        DisclosureFacts facts{ .sent = { 2026, 3, 2 } };
        const DisclosureRule letter = rule("letter", "NW", facts.sent);
        facts.received = { 2026, 3, 3 };
        QCOMPARE(disclosureDay(letter, facts, calendar, { 2026, 5, 1 }).day, QDate(2026, 3, 6));
        facts.received = { 2026, 3, 10 };
        const Disclosure late = disclosureDay(letter, facts, calendar, { 2026, 5, 1 });
        QCOMPARE(late.day, QDate(2026, 3, 10));
        QCOMPARE(late.reason, QStringLiteral("disclosure.proven"));
    }

    void shouldTreatPortalRetrievalByItsOwnRule()
    {
        const Calendar calendar(m_table, { QStringLiteral("NW"), {} });
        const DisclosureRule portal = rule("portal", "NW", { 2026, 3, 2 });
        DisclosureFacts facts{ .provided = { 2026, 3, 2 }, .notified = { 2026, 3, 2 } };
        const auto reason
            = [&](QDate today) { return disclosureDay(portal, facts, calendar, today).reason; };
        QCOMPARE(reason({ 2026, 3, 3 }), QStringLiteral("disclosure.noConsent"));
        facts.consent = true;
        QCOMPARE(reason({ 2026, 3, 12 }), QStringLiteral("disclosure.waiting"));
        QCOMPARE(reason({ 2026, 3, 13 }), QStringLiteral("disclosure.void"));
        facts.retrieved = { 2026, 3, 12 };
        QCOMPARE(disclosureDay(portal, facts, calendar, { 2026, 6, 1 }).day, QDate(2026, 3, 13));
        facts.retrieved = { 2026, 3, 13 };
        QCOMPARE(reason({ 2026, 6, 1 }), QStringLiteral("disclosure.void"));
    }

    void shouldHaveTheLetterAsDefaultInEveryLand()
    {
        QCOMPARE(m_table.defaultChannel, QStringLiteral("letter"));
        for (const QString &land : allLands()) {
            for (const QDate &day :
                { QDate(2024, 12, 31), QDate(2025, 1, 1), QDate(2026, 11, 21) }) {
                int rows = 0;
                for (const DisclosureRule &row : m_table.disclosure)
                    rows += row.channel == QLatin1String("letter")
                        && row.regime == QLatin1String("VwVfG") && row.law.appliesTo(land, day);
                QVERIFY2(rows == 1, qPrintable(land));
            }
        }
        QCOMPARE(rule("account", "BY", { 2026, 3, 2 }).basis, DisclosureRule::Basis::Notified);
        QVERIFY(!rule("letter", "BY", { 2026, 3, 2 }).law.confirmed);
    }

    void shouldRefuseChannelsWithoutARule()
    {
        const auto none = disclosureRule(m_table, QStringLiteral("pigeon"), QStringLiteral("VwVfG"),
            { QStringLiteral("NW"), {} }, { 2026, 3, 2 });
        QCOMPARE(none.error().key, QStringLiteral("law.disclosure.none"));
        QVERIFY(!disclosureRule(
            m_table, QStringLiteral("letter"), QStringLiteral("VwVfG"), {}, { 2026, 3, 2 })
                     .ok());
    }
};

QTEST_GUILESS_MAIN(TestDisclosure)
#include "tst_disclosure.moc"
