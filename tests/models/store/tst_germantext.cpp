#include "models/store/germantext.h"

#include <QTest>

class TestGermanText : public QObject {
    Q_OBJECT
private slots:
    void shouldFoldGermanSpelling_data();
    void shouldFoldGermanSpelling();
    void shouldFoldReferences();
};

void TestGermanText::shouldFoldGermanSpelling_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    const auto row = [](const char *name, const char *left, const char *right) {
        QTest::newRow(name) << QString::fromUtf8(left) << QString::fromUtf8(right);
    };
    row("umlaut and its spelling", "Müller", "Mueller");
    row("capitals", "MÜLLER", "müller");
    row("sharp s", "Straße", "STRASSE");
    row("capital sharp s", "STRAẞE", "strasse");
    row("accents", "Renée Szczepańska", "renee szczepanska");
    row("decomposed umlaut", "Mu\u0308ller", "Müller");
    row("punctuation separates", "Haupt-Str. 5", "haupt str 5");
    row("Polish", "Łódź", "lodz");
}

void TestGermanText::shouldFoldGermanSpelling()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QCOMPARE(folded(left), folded(right));
    QVERIFY(!folded(left).isEmpty());
}

void TestGermanText::shouldFoldReferences()
{
    QCOMPARE(foldedReference(u"VIII/61-2024-000042"), QStringLiteral("viii612024000042"));
    QCOMPARE(foldedReference(u" viii 61 2024 000042 "), QStringLiteral("viii612024000042"));
    QVERIFY(foldedReference(u"—/—").isEmpty());
}

QTEST_GUILESS_MAIN(TestGermanText)
#include "tst_germantext.moc"
