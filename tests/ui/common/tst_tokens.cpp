#include "ui/common/tokens.h"
#include <QTest>

// The ratios that the design promises, for every pair and both sets.
class TestTokens : public QObject {
    Q_OBJECT
private slots:
    void shouldKeepEveryPromisedContrast_data();
    void shouldKeepEveryPromisedContrast();
    void shouldReadAllColours();
    void shouldMeasureContrast();
};

namespace {

// What text, lines and rings can lie on.
constexpr Colour grounds[] = { Colour::Window, Colour::Surface, Colour::Raised, Colour::Sunken,
    Colour::Hover, Colour::Selected };

} // namespace

void TestTokens::shouldKeepEveryPromisedContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("ink");
    QTest::addColumn<int>("ground"); // -1: every ground
    QTest::addColumn<double>("least");
    for (const bool dark : { false, true }) {
        const char *set = dark ? "dark" : "light";
        const auto onAll = [&](const char *name, Colour ink, double least) {
            QTest::addRow("%s %s", set, name) << dark << int(ink) << -1 << least;
        };
        const auto on = [&](const char *name, Colour ink, Colour ground, double least) {
            QTest::addRow("%s %s", set, name) << dark << int(ink) << int(ground) << least;
        };
        onAll("text", Colour::Text, 10.2);
        onAll("text2", Colour::Text2, 5.8);
        onAll("text3", Colour::Text3, 4.7);
        onAll("accent", Colour::Accent, 5.5);
        onAll("link", Colour::Link, 6.1);
        onAll("focus", Colour::Focus, 4.5);
        onAll("borderControl", Colour::BorderControl, 3.1);
        on("onAccent", Colour::OnAccent, Colour::Accent, 7.2);
        on("onAccent hovered", Colour::OnAccent, Colour::AccentHover, 7.2);
        on("tooltip", Colour::OnTooltip, Colour::Tooltip, 14.2);
        for (int tone = 0; tone < toneCount; ++tone) {
            QTest::addRow("%s chip %d", set, tone)
                << dark << int(foregroundOf(Tone(tone))) << int(backgroundOf(Tone(tone))) << 6.2;
            QTest::addRow("%s tinted text %d", set, tone)
                << dark << int(foregroundOf(Tone(tone))) << int(Colour::Surface) << 4.5;
        }
        for (int series = int(Colour::Chart1); series <= int(Colour::Chart5); ++series) {
            QTest::addRow("%s chart %d", set, series - int(Colour::Chart1) + 1)
                << dark << series << int(Colour::Surface) << 3.0;
        }
        on("text on disabled primary", Colour::Text3, Colour::GreyBg, 4.5);
    }
}

void TestTokens::shouldKeepEveryPromisedContrast()
{
    QFETCH(bool, dark);
    QFETCH(int, ink);
    QFETCH(int, ground);
    QFETCH(double, least);
    const Tokens tokens = dark ? Tokens::darkSet() : Tokens::light();
    QCOMPARE(tokens.dark, dark);
    for (const Colour on : grounds) {
        const Colour below = ground < 0 ? on : Colour(ground);
        const double ratio = contrast(tokens[Colour(ink)], tokens[below]);
        QVERIFY2(ratio >= least, qPrintable(QStringLiteral("%1 on %2").arg(ratio).arg(int(below))));
    }
}

void TestTokens::shouldReadAllColours()
{
    for (const Tokens &tokens : { Tokens::light(), Tokens::darkSet() }) {
        for (const QColor &colour : tokens.colours)
            QVERIFY(colour.isValid());
        // Translucent ones keep their alpha at the end: #RRGGBBAA.
        QVERIFY(tokens[Colour::Scrim].alpha() < 255);
        QVERIFY(tokens[Colour::Shadow].alpha() < 255);
    }
    QCOMPARE(Tokens::light()[Colour::Scrim], QColor(0x0F, 0x17, 0x24, 0x66));
    QCOMPARE(Tokens::darkSet()[Colour::Paper], QColor(Qt::white));
}

void TestTokens::shouldMeasureContrast()
{
    QVERIFY(qFuzzyCompare(contrast(Qt::black, Qt::white), 21.0));
    QVERIFY(qFuzzyCompare(contrast(Qt::red, Qt::red), 1.0));
}

QTEST_APPLESS_MAIN(TestTokens)
#include "tst_tokens.moc"
