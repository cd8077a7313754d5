#include "logo.h"

#include "ui/common/theme.h"

#include <QPainter>

Logo::Logo(int size, QWidget *parent)
    : QWidget(parent)
    , m_size(size)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Logo::sizeHint() const
{
    const int size = Theme::of(this).scaled(m_size);
    return { size, size };
}

void Logo::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const qreal size = qMin(width(), height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colour(Colour::Accent));
    painter.drawRoundedRect(QRectF(0, 0, size, size), size / 4, size / 4);
    painter.setPen(QPen(
        theme.colour(Colour::OnAccent), size * .105, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawLine(QPointF(size * .34, size * .26), QPointF(size * .34, size * .74));
    const QPointF arms[]{ { size * .68, size * .26 }, { size * .43, size * .5 },
        { size * .68, size * .74 } };
    painter.drawPolyline(arms, 3);
}
