#include "ui/common/icons.h"
#include "ui/common/kontorstyle.h"
#include <QDirIterator>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

class TestIcons : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shouldEmbedEveryListedIcon();
    void shouldKnowEveryNameThatTheDeskUses();
    void shouldTakeItsColourFromTheTheme();
    void shouldGreyWhenDisabled();
    void shouldBeSharpOnEveryScale();
    void shouldShowTheProgramsPicture();

private:
    Theme *m_theme = nullptr;
};

namespace {

// The colour of the strongest pixel.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink;
    int strongest = -1;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb pixel = image.pixel(x, y);
            if (qAlpha(pixel) > strongest) {
                strongest = qAlpha(pixel);
                ink = QColor::fromRgb(qRed(pixel), qGreen(pixel), qBlue(pixel));
            }
        }
    }
    return ink;
}

bool near(const QColor &one, const QColor &other)
{
    return std::abs(one.red() - other.red()) < 8 && std::abs(one.green() - other.green()) < 8
        && std::abs(one.blue() - other.blue()) < 8;
}

} // namespace

void TestIcons::initTestCase()
{
    m_theme = KontorStyle::install(*qApp, false);
}

static bool isEmbedded(const QString &name)
{
    return QFile::exists(QStringLiteral(":/icons/%1.svg").arg(name));
}

void TestIcons::shouldEmbedEveryListedIcon()
{
    QFile list(QStringLiteral(KONTOR_SOURCE_DIR "/resources/icons/icons.txt"));
    QVERIFY(list.open(QIODevice::ReadOnly));
    int count = 0;
    while (!list.atEnd()) {
        const QString name = QString::fromLatin1(list.readLine()).trimmed();
        if (name.isEmpty() || name.startsWith(QLatin1Char('#')))
            continue;
        QVERIFY2(isEmbedded(name), qPrintable(name));
        ++count;
    }
    QVERIFY(count >= 80);
}

void TestIcons::shouldKnowEveryNameThatTheDeskUses()
{
    // Calls with a literal: icon(QStringLiteral("reply")) and the like.
    static const QRegularExpression call(QStringLiteral(
        "\\b(?:icon|IconView|paintIcon|newToolButton)\\(\\s*(?:QStringLiteral\\(\"|u\")"
        "([a-z0-9-]+)\""));
    QDirIterator sources(QStringLiteral(KONTOR_SOURCE_DIR "/ui"), { QStringLiteral("*.cpp") },
        QDir::Files, QDirIterator::Subdirectories);
    int found = 0;
    while (sources.hasNext()) {
        QFile file(sources.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto matches = call.globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext()) {
            const QString name = matches.next().captured(1);
            QVERIFY2(isEmbedded(name),
                qPrintable(QStringLiteral("%1 in %2").arg(name, file.fileName())));
            ++found;
        }
    }
    QVERIFY(found > 5);
}

void TestIcons::shouldTakeItsColourFromTheTheme()
{
    const QIcon stamp = icon(QStringLiteral("stamp"), Colour::Accent);
    m_theme->setDark(false);
    QVERIFY(near(inkOf(stamp.pixmap(24, 24)), m_theme->colour(Colour::Accent)));
    m_theme->setDark(true);
    QVERIFY(near(inkOf(stamp.pixmap(24, 24)), m_theme->colour(Colour::Accent)));
    m_theme->setDark(false);
}

void TestIcons::shouldGreyWhenDisabled()
{
    const QIcon stamp = icon(QStringLiteral("stamp"), Colour::RedFg, Colour::GreenFg);
    QVERIFY(
        near(inkOf(stamp.pixmap(QSize(24, 24), QIcon::Disabled)), m_theme->colour(Colour::Text3)));
    QVERIFY(near(inkOf(stamp.pixmap(QSize(24, 24), QIcon::Normal, QIcon::On)),
        m_theme->colour(Colour::GreenFg)));
}

void TestIcons::shouldBeSharpOnEveryScale()
{
    for (const qreal ratio : { 1.0, 1.25, 1.5, 2.0 }) {
        QPixmap target(QSizeF(16 * ratio, 16 * ratio).toSize());
        target.setDevicePixelRatio(ratio);
        target.fill(Qt::transparent);
        QPainter painter(&target);
        paintIcon(&painter, QRectF(0, 0, 16, 16), QStringLiteral("square"), Qt::black);
        painter.end();
        // The square fills its picture: nothing was drawn at half the size or cut.
        const QImage image = target.toImage();
        QVERIFY(qAlpha(image.pixel(int(8 * ratio), int(2.2 * ratio))) > 100);
        QVERIFY(qAlpha(image.pixel(int(8 * ratio), int(13.8 * ratio))) > 100);
    }
}

void TestIcons::shouldShowTheProgramsPicture()
{
    const QImage image = applicationIcon().pixmap(64, 64).toImage();
    QCOMPARE(image.size(), QSize(64, 64));
    QVERIFY(near(QColor(image.pixel(32, 4)), QColor(0x0B, 0x5E, 0x78)));
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
