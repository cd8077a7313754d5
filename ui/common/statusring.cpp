#include "statusring.h"

#include "theme.h"
#include <QPainter>
#include <cmath>

namespace {

constexpr int sideAtFull = 16;

// A ring with a filled part, clockwise from the top.
void pie(QPainter *painter, const QRectF &ring, qreal part, const QColor &colour, qreal unit)
{
    painter->setBrush(Qt::NoBrush);
    painter->drawEllipse(ring);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    const qreal inset = 2.6 * unit;
    painter->drawPie(ring.adjusted(inset, inset, -inset, -inset), 90 * 16, int(-part * 360 * 16));
}

void sign(QPainter *painter, const QPointF &c, StatusShape shape, qreal unit)
{
    const auto at = [&](qreal x, qreal y) { return c + QPointF(x, y) * unit; };
    if (shape == StatusShape::Done) {
        painter->drawPolyline(QPolygonF{ at(-2.8, .2), at(-.8, 2.2), at(2.9, -2) });
    } else if (shape == StatusShape::Failed) {
        painter->drawLine(at(0, -3), at(0, .6));
        painter->drawPoint(at(0, 3));
    } else {
        painter->drawLine(at(-2.6, 0), at(2.6, 0));
    }
}

} // namespace

Tone toneOf(StatusShape shape)
{
    switch (shape) {
    case StatusShape::New:
        return Tone::Blue;
    case StatusShape::InReview:
        return Tone::Teal;
    case StatusShape::Deciding:
        return Tone::Violet;
    case StatusShape::Waiting:
        return Tone::Amber;
    case StatusShape::Done:
        return Tone::Green;
    case StatusShape::Failed:
        return Tone::Red;
    case StatusShape::Resting:
        break;
    }
    return Tone::Grey;
}

StatusRing::StatusRing(StatusShape shape, const QString &word, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(shape, word);
}

void StatusRing::setStatus(StatusShape shape, const QString &word)
{
    m_shape = shape;
    setAccessibleName(word);
    update();
}

QSize StatusRing::sizeHint() const
{
    const int side = Theme::of(this).scaled(sideAtFull);
    return { side, side };
}

void StatusRing::paint(QPainter *painter, const Theme &theme, const QRectF &rect, StatusShape shape)
{
    const qreal unit = rect.width() / sideAtFull;
    const qreal radius = 6.2 * unit;
    const QPointF c = rect.center();
    const QRectF ring(c - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius));
    const QColor colour = theme.foreground(toneOf(shape));
    QPen line(colour, 1.7 * unit);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(line);
    switch (shape) {
    case StatusShape::New:
        line.setDashPattern({ 1.4, 1.35 });
        painter->setPen(line);
        painter->drawEllipse(ring);
        break;
    case StatusShape::InReview:
        pie(painter, ring, .5, colour, unit);
        break;
    case StatusShape::Deciding:
        pie(painter, ring, .75, colour, unit);
        break;
    case StatusShape::Waiting:
        painter->drawEllipse(ring);
        painter->setPen(QPen(colour, 1.7 * unit, Qt::SolidLine, Qt::RoundCap));
        for (const qreal x : { -1.7, 1.7 })
            painter->drawLine(c + QPointF(x, -2) * unit, c + QPointF(x, 2) * unit);
        break;
    case StatusShape::Done:
    case StatusShape::Failed:
    case StatusShape::Resting:
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        painter->drawEllipse(ring.adjusted(-.8 * unit, -.8 * unit, .8 * unit, .8 * unit));
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(
            theme.colour(Colour::Surface), 1.8 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        sign(painter, c, shape, unit);
        break;
    }
    painter->restore();
}

void StatusRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal side = std::min(width(), height());
    paint(&painter, Theme::of(this),
        QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_shape);
}

StatusChip::StatusChip(StatusShape shape, const QString &word, QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStatus(shape, word);
}

void StatusChip::setStatus(StatusShape shape, const QString &word)
{
    m_shape = shape;
    m_word = word;
    setAccessibleName(word);
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const QFontMetricsF metrics(theme.font(TextRole::SmallStrong));
    return { int(std::ceil(metrics.horizontalAdvance(m_word))) + 17 + theme.scaled(14),
        theme.height(Size::chip, TextRole::SmallStrong, 6) };
}

void StatusChip::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const Tone tone = toneOf(m_shape);
    const int side = theme.scaled(14);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.background(tone));
    painter.drawRoundedRect(QRectF(rect()), Radius::chip, Radius::chip);
    StatusRing::paint(&painter, theme, QRectF(6, (height() - side) / 2.0, side, side), m_shape);
    painter.setFont(theme.font(TextRole::SmallStrong));
    painter.setPen(theme.foreground(tone));
    painter.drawText(
        QRectF(rect()).adjusted(side + 10, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_word);
}
