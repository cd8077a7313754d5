#include "server/citizen/assets.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using citizen::Assets;

// What a municipality may put into its brand folder, and what is refused at start.
class TestAssets : public QObject {
    Q_OBJECT
private slots:
    void logosAreHarmless_data();
    void logosAreHarmless();
    void coloursCanBeRead_data();
    void coloursCanBeRead();
    void contrastIsThatOfTheGuidelines();
    void brandReachesThePages();
};

namespace {

bool put(const QTemporaryDir &folder, const char *name, const QByteArray &bytes)
{
    QFile file(folder.filePath(QString::fromLatin1(name)));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

const QByteArray plainLogo
    = "<svg xmlns=\"http://www.w3.org/2000/svg\"><circle r=\"4\" fill=\"#00594c\"/></svg>";

} // namespace

void TestAssets::logosAreHarmless_data()
{
    QTest::addColumn<QByteArray>("svg");
    QTest::addColumn<bool>("good");
    const auto inside = [](const QByteArray &part) { return "<svg>" + part + "</svg>"; };
    QTest::newRow("plain") << plainLogo << true;
    QTest::newRow("own gradient") << inside("<use href=\"#g\"/><path fill=\"url(#g)\"/>") << true;
    QTest::newRow("no SVG") << QByteArray("GIF89a") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("script") << inside("<script>alert(1)</script>") << false;
    QTest::newRow("script in capitals") << inside("<SCRIPT>alert(1)</SCRIPT>") << false;
    QTest::newRow("handler") << QByteArray("<svg onload = \"alert(1)\"></svg>") << false;
    QTest::newRow("handler on a new line") << QByteArray("<svg\nonload=\"x\"></svg>") << false;
    QTest::newRow("link") << inside("<a href=\"javascript:alert(1)\">x</a>") << false;
    QTest::newRow("foreign picture")
        << inside("<image href='https://evil.example/x.png'/>") << false;
    QTest::newRow("old link") << inside("<use xlink:href=\"other.svg#x\"/>") << false;
    QTest::newRow("style sheet") << inside("<style>@import url(x)</style>") << false;
    QTest::newRow("foreign content") << inside("<foreignObject><p/></foreignObject>") << false;
    QTest::newRow("frame") << inside("<iframe/>") << false;
    QTest::newRow("entity") << "<!DOCTYPE svg [<!ENTITY a \"aaaa\">]>" + plainLogo << false;
    QTest::newRow("too large") << plainLogo + QByteArray(256 * 1024, ' ') << false;
}

void TestAssets::logosAreHarmless()
{
    QFETCH(QByteArray, svg);
    QFETCH(bool, good);
    QTemporaryDir folder;
    QVERIFY(put(folder, "logo.svg", svg));
    const auto brand = Assets::readBrand(folder.path());
    QCOMPARE(brand.ok(), good);
    if (good)
        QCOMPARE(brand->logo, svg);
    else
        QCOMPARE(brand.error().key, u"pages.brand"_qs);
}

void TestAssets::coloursCanBeRead_data()
{
    QTest::addColumn<QByteArray>("light");
    QTest::addColumn<QByteArray>("dark");
    QTest::addColumn<QString>("told"); // empty: taken
    QTest::newRow("good") << QByteArray("#7a1f3d") << QByteArray("#F0A0C0") << QString();
    QTest::newRow("just enough") << QByteArray("#767676") << QByteArray("#757575") << QString();
    QTest::newRow("too light") << QByteArray("#777777") << QByteArray("#ffffff")
                               << u"colour/light"_qs;
    QTest::newRow("too dark") << QByteArray("#000000") << QByteArray("#747474")
                              << u"colour/dark"_qs;
    QTest::newRow("a name") << QByteArray("navy") << QByteArray("#ffffff") << u"colour/light"_qs;
    QTest::newRow("a rule") << QByteArray("\"#000000}body{display:none\"") << QByteArray("#ffffff")
                            << u"colour/light"_qs;
}

void TestAssets::coloursCanBeRead()
{
    QFETCH(QByteArray, light);
    QFETCH(QByteArray, dark);
    QFETCH(QString, told);
    QTemporaryDir folder;
    QVERIFY(put(folder, "brand.ini", "[colour]\nlight=" + light + "\ndark=" + dark + '\n'));
    const auto brand = Assets::readBrand(folder.path());
    QCOMPARE(brand.ok(), told.isEmpty());
    if (brand) {
        QCOMPARE(brand->light.toLatin1(), light);
        QCOMPARE(brand->dark.toLatin1(), dark);
    } else {
        QVERIFY2(brand.error().detail.contains(told), qPrintable(brand.error().detail));
    }
}

void TestAssets::contrastIsThatOfTheGuidelines()
{
    QCOMPARE(citizen::contrast(u"#000000"_qs, u"#ffffff"_qs), 21.0);
    QCOMPARE(citizen::contrast(u"#ffffff"_qs, u"#ffffff"_qs), 1.0);
    QVERIFY(qAbs(citizen::contrast(u"#777777"_qs, u"#ffffff"_qs) - 4.478) < 0.001);
    QCOMPARE(citizen::contrast(u"#fff"_qs, u"#000000"_qs), 0.0);
    const auto ours = Assets::readBrand({});
    QVERIFY(citizen::contrast(ours->light, u"#ffffff"_qs) >= 4.5);
    QVERIFY(citizen::contrast(ours->dark, u"#000000"_qs) >= 4.5);
    QTemporaryDir empty;
    QCOMPARE(Assets::readBrand(empty.path())->logo, ours->logo);
}

void TestAssets::brandReachesThePages()
{
    const Assets assets({ plainLogo, u"#7a1f3d"_qs, u"#f0a0c0"_qs });
    const auto served = [&](const QString &path) {
        http::Request request;
        request.parameters.insert("name", path.section(QLatin1Char('/'), -1).toLatin1());
        return assets.serve(request);
    };
    const http::Response logo = served(assets.logo());
    QCOMPARE(logo.body, plainLogo);
    QCOMPARE(logo.headers.value("Content-Type"), QByteArray("image/svg+xml"));
    // Opened by itself it runs nothing either.
    QVERIFY(logo.headers.value("Content-Security-Policy").contains("sandbox"));
    const http::Response theme = served(assets.styles().last());
    QVERIFY(theme.body.contains("#7a1f3d") && theme.body.contains("#f0a0c0"));
}

QTEST_GUILESS_MAIN(TestAssets)
#include "tst_assets.moc"
