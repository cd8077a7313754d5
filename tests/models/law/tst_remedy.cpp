#include "models/law/remedy.h"

#include <QtTest>

class TestRemedy : public QObject {
    Q_OBJECT

    LawTable m_table;

private slots:
    void initTestCase()
    {
        auto table = loadLawTable();
        QVERIFY(table.ok());
        m_table = std::move(table).value();
    }

    void shouldNameAllFormsOfAnObjection()
    {
        const auto remedy = remedyById(m_table, QStringLiteral("widerspruch"));
        QVERIFY(remedy.ok());
        for (const char *form :
            { "innerhalb eines Monats nach Bekanntgabe", "schriftlich", "§ 3a Absatz 2",
                "§ 3a Absatz 3", "§ 9a Absatz 5 des Onlinezugangsgesetzes", "zur Niederschrift" })
            QVERIFY2(remedy->text.contains(QString::fromUtf8(form)), form);
        // How the period begins need not be said, and saying it wrongly costs a year.
        QVERIFY(!remedy->text.contains(QStringLiteral("Tag")));
    }

    void shouldFillAuthorityAndSeat()
    {
        const auto remedy = remedyById(m_table, QStringLiteral("widerspruch"));
        const QMap<QString, QString> values{
            { QStringLiteral("authorityName"), QStringLiteral("der Stadt {{authorityAddress}}") },
            { QStringLiteral("authorityAddress"), QStringLiteral("Rathausplatz 1,\n12345 Ort") },
        };
        const auto text = remedyText(*remedy, values);
        QVERIFY(text.ok());
        QVERIFY(text->contains(
            QStringLiteral("bei der Stadt {{authorityAddress}}, Rathausplatz 1, 12345 Ort, zu")));
        const auto missing = remedyText(*remedy, {});
        QCOMPARE(missing.error().key, QStringLiteral("law.remedy.value"));
    }

    void shouldFindByIdAndVersion()
    {
        QVERIFY(remedyById(m_table, QStringLiteral("klage"), 1).ok());
        QVERIFY(!remedyById(m_table, QStringLiteral("klage"), 99).ok());
        QVERIFY(!remedyById(m_table, QStringLiteral("beschwerde")).ok());
        RemedyInstruction newer = *remedyById(m_table, QStringLiteral("klage"));
        newer.version = 2;
        m_table.remedies.prepend(newer);
        QCOMPARE(remedyById(m_table, QStringLiteral("klage"))->version, 2);
        QCOMPARE(remedyById(m_table, QStringLiteral("klage"), 1)->version, 1);
        QCOMPARE(remedies(m_table, QStringLiteral("NW"), { 2026, 11, 21 }).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRemedy)
#include "tst_remedy.moc"
