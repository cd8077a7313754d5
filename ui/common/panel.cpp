#include "panel.h"

#include "icons.h"
#include "theme.h"
#include <QPainter>

Panel::Panel(Colour background, Sides lines, QWidget *parent)
    : QWidget(parent)
    , m_background(background)
    , m_lines(lines)
{
}

void Panel::setBackground(Colour colour)
{
    m_background = colour;
    update();
}

void Panel::setLines(Sides lines, Colour colour, qreal width)
{
    m_lines = lines;
    m_lineColour = colour;
    m_lineWidth = width;
    update();
}

void Panel::setRadius(int radius)
{
    m_radius = radius;
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const QRectF area = rect();
    QPainter painter(this);
    if (m_radius > 0 || m_lines == Sides(AllSides)) {
        const bool framed = m_lines == Sides(AllSides);
        const qreal half = framed ? m_lineWidth / 2 : 0;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(framed ? QPen(theme.colour(m_lineColour), m_lineWidth) : QPen(Qt::NoPen));
        painter.setBrush(theme.colour(m_background));
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), m_radius, m_radius);
        return;
    }
    painter.fillRect(area, theme.colour(m_background));
    const QColor line = theme.colour(m_lineColour);
    if (m_lines & Top)
        painter.fillRect(QRectF(0, 0, width(), m_lineWidth), line);
    if (m_lines & Bottom)
        painter.fillRect(QRectF(0, height() - m_lineWidth, width(), m_lineWidth), line);
    if (m_lines & Left)
        painter.fillRect(QRectF(0, 0, m_lineWidth, height()), line);
    if (m_lines & Right)
        painter.fillRect(QRectF(width() - m_lineWidth, 0, m_lineWidth, height()), line);
}

Card::Card(QWidget *parent)
    : Panel(Colour::Surface, AllSides, parent)
{
    setRadius(Radius::card);
}

void Card::setChosen(bool chosen)
{
    setLines(AllSides, chosen ? Colour::Accent : Colour::Border, chosen ? 2 : 1);
}

Rule::Rule(Qt::Orientation orientation, QWidget *parent)
    : QWidget(parent)
    , m_orientation(orientation)
{
    if (orientation == Qt::Horizontal)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize Rule::sizeHint() const
{
    return m_orientation == Qt::Horizontal ? QSize(8, 1) : QSize(1, 8);
}

void Rule::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(this).colour(Colour::Border));
}

IconView::IconView(const QString &name, Colour colour, int size, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
    , m_colour(colour)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconView::setIcon(const QString &name, Colour colour)
{
    m_name = name;
    m_colour = colour;
    update();
}

QSize IconView::sizeHint() const
{
    const int side = Theme::of(this).scaled(m_size);
    return { side, side };
}

void IconView::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    const int side = theme.scaled(m_size);
    QPainter painter(this);
    paintIcon(&painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_name,
        theme.colour(isEnabled() ? m_colour : Colour::Text3));
}

void paintShadow(
    QPainter *painter, const QRectF &rect, int radius, const QColor &shadow, int blur, int offset)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    QColor layer = shadow;
    for (int grow = blur; grow >= 1; grow -= 2) {
        const double nearness = 1. - double(grow) / blur;
        const double smooth = nearness * nearness * (3 - 2 * nearness);
        layer.setAlphaF(float(shadow.alphaF() * .075 * smooth * (20. / (blur + 10))));
        painter->setBrush(layer);
        painter->drawRoundedRect(rect.adjusted(-grow, -grow + offset, grow, grow + offset),
            radius + grow, radius + grow);
    }
    painter->restore();
}
