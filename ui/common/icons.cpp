#include "icons.h"

#include "theme.h"
#include <QFile>
#include <QIconEngine>
#include <QLoggingCategory>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <cmath>

Q_LOGGING_CATEGORY(iconLog, "kontor.ui.icons")

namespace {

QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

// Thinner strokes for larger pictures keep the set's weight even.
QByteArray strokeFor(qreal size)
{
    if (size <= 16)
        return "stroke-width=\"2\"";
    return size <= 20 ? "stroke-width=\"1.8\"" : "stroke-width=\"1.6\"";
}

QPixmap drawn(const QString &name, qreal size, const QColor &colour, qreal ratio)
{
    const QString key = QStringLiteral("kontor/%1/%2/%3/%4")
                            .arg(name, QString::number(size), colour.name(QColor::HexArgb),
                                QString::number(ratio));
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const int pixels = std::max(1, int(std::ceil(size * ratio)));
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QFile file(pathOf(name));
    if (file.open(QIODevice::ReadOnly)) {
        // QtSvg paints currentColor black whatever the palette says.
        QByteArray svg = file.readAll();
        svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
        svg.replace("stroke-width=\"2\"", strokeFor(size));
        QPainter painter(&pixmap);
        painter.setOpacity(colour.alphaF());
        QSvgRenderer(svg).render(&painter, QRectF(0, 0, pixels, pixels));
    } else {
        qCWarning(iconLog) << "No such icon:" << name;
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class TokenIconEngine : public QIconEngine {
public:
    TokenIconEngine(QString name, Colour off, Colour on)
        : m_name(std::move(name))
        , m_off(off)
        , m_on(on)
    {
    }
    QIconEngine *clone() const override { return new TokenIconEngine(*this); }
    QString iconName() override { return m_name; }
    QString key() const override { return QStringLiteral("kontor"); }
    bool isNull() override { return m_name.isEmpty(); }
    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(rect.width(), rect.height());
        const QRectF square(rect.x() + (rect.width() - side) / 2.0,
            rect.y() + (rect.height() - side) / 2.0, side, side);
        paintIcon(painter, square, m_name, colour(mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return drawn(m_name, std::min(size.width(), size.height()), colour(mode, state), 1);
    }
    QPixmap scaledPixmap(
        const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const qreal side = std::min(size.width(), size.height()) / scale;
        return drawn(m_name, side, colour(mode, state), scale);
    }

private:
    QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Theme &theme = Theme::of(nullptr);
        if (mode == QIcon::Disabled)
            return theme.colour(Colour::Text3);
        return theme.colour(state == QIcon::On ? m_on : m_off);
    }

    QString m_name;
    Colour m_off;
    Colour m_on;
};

} // namespace

QIcon icon(const QString &name, Colour colour)
{
    return icon(name, colour, colour);
}

QIcon icon(const QString &name, Colour colour, Colour on)
{
    return name.isEmpty() ? QIcon() : QIcon(new TokenIconEngine(name, colour, on));
}

void paintIcon(QPainter *painter, const QRectF &square, const QString &name, const QColor &colour)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    // On whole device pixels, or the strokes blur.
    const QPointF corner(
        std::round(square.x() * ratio) / ratio, std::round(square.y() * ratio) / ratio);
    painter->drawPixmap(corner, drawn(name, square.width(), colour, ratio));
}

QIcon applicationIcon()
{
    QIcon picture;
    QSvgRenderer svg(QStringLiteral(":/icons/app/kontor.svg"));
    for (const int size : { 16, 24, 32, 48, 64, 128, 256 }) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        svg.render(&painter);
        painter.end();
        picture.addPixmap(pixmap);
    }
    return picture;
}

QString iconNameOfFileType(const QString &mediaType)
{
    if (mediaType.startsWith(QLatin1String("image/")))
        return QStringLiteral("file-image");
    if (mediaType == QLatin1String("application/pdf")
        || mediaType.startsWith(QLatin1String("text/")))
        return QStringLiteral("file-text");
    return QStringLiteral("file");
}
