#include "figurechart.h"

#include "ui/common/theme.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

// Bars and lines.

QRectF BarChart::markRect(int row, int column) const
{
    const Frame at = frame();
    const qreal width = std::min(slot() * .62, 44.0 * Theme::of(this).textFactor());
    const qreal middle = at.area.left() + slot() * (row + .5);
    const auto heightOf = [&](int number) { return at.area.height() * number / at.top; };
    const qreal top = at.area.bottom() - heightOf(value(row, 1));
    // What stands out is the upper part of the bar.
    return { middle - width / 2, top, width, std::max(2.0, heightOf(value(row, column))) };
}

void BarChart::paintMarks(QPainter &painter, const Theme &theme) const
{
    const qreal line = QFontMetricsF(theme.font(TextRole::SmallStrong)).height();
    const bool parts = table().headings.size() > 2;
    for (int row = 0; row < table().rows.size(); ++row) {
        const QRectF bar = markRect(row, 1);
        const int part = parts ? value(row, 2) : 0;
        painter.setPen(Qt::NoPen);
        if (value(row, 1) > 0) {
            painter.setBrush(theme.colour(Colour::Chart1));
            painter.drawRoundedRect(bar, 3, 3);
        }
        if (part > 0) {
            const QRectF top = markRect(row, 2);
            painter.setBrush(theme.colour(Colour::Chart4));
            painter.drawRoundedRect(top, 3, 3);
            if (part < value(row, 1)) // a gap, so that the part is seen without its colour
                painter.fillRect(QRectF(top.left(), top.bottom() - 1, top.width(), 2),
                    theme.colour(Colour::Surface));
        }
        paintWord(painter, theme, bar.center().x(), bar.top() - line - 1,
            QLocale().toString(value(row, 1)), TextRole::SmallStrong,
            part > 0 ? Colour::RedFg : Colour::Text);
    }
}

QPointF LineChart::point(int row, int column) const
{
    const Frame at = frame();
    return { at.area.left() + slot() * (row + .5),
        at.area.bottom() - at.area.height() * value(row, column) / at.top };
}

QRectF LineChart::markRect(int row, int column) const
{
    return QRectF(point(row, column) - QPointF(5, 5), QSizeF(10, 10));
}

qreal LineChart::rightRoom(const Theme &theme) const
{
    const QFontMetricsF metrics(theme.font(TextRole::SmallStrong));
    qreal widest = 0;
    for (int column = 1; column < table().headings.size(); ++column) {
        widest = std::max(widest,
            metrics.horizontalAdvance(
                table().headings[column] + QStringLiteral(" ") + QLocale().toString(most())));
    }
    return widest + Space::small;
}

void LineChart::paintBacklog(QPainter &painter, const Theme &theme) const
{
    QPainterPath received;
    QPainterPath completed;
    const int last = int(table().rows.size()) - 1;
    const qreal bottom = frame().area.bottom() + 1;
    for (QPainterPath *path : { &received, &completed }) {
        const int column = path == &received ? 1 : 2;
        path->moveTo(point(0, column).x(), bottom);
        for (int row = 0; row <= last; ++row)
            path->lineTo(point(row, column));
        path->lineTo(point(last, column).x(), bottom);
        path->closeSubpath();
    }
    painter.fillPath(received.subtracted(completed), theme.colour(Colour::AccentSoft));
}

// The words stand at the ends of the lines, apart from each other.
void LineChart::paintEnds(QPainter &painter, const Theme &theme) const
{
    const int last = int(table().rows.size()) - 1;
    const QFontMetricsF metrics(theme.font(TextRole::SmallStrong));
    qreal y[2] = { point(last, 1).y(), point(last, 2).y() };
    const qreal missing = metrics.height() - std::abs(y[0] - y[1]);
    if (missing > 0) {
        const int upper = y[0] <= y[1] ? 0 : 1;
        y[upper] -= missing / 2;
        y[1 - upper] += missing / 2;
    }
    const qreal lowest = frame().area.bottom() - metrics.height() / 2;
    if (std::max(y[0], y[1]) > lowest) { // both go up together
        const qreal shift = std::max(y[0], y[1]) - lowest;
        y[0] -= shift;
        y[1] -= shift;
    }
    painter.setFont(theme.font(TextRole::SmallStrong));
    painter.setPen(theme.colour(Colour::Text));
    for (int column = 1; column <= 2; ++column) {
        const qreal left = frame().area.right() - slot() / 2 + Space::small;
        painter.drawText(
            QRectF(left, y[column - 1] - metrics.height() / 2, width() - left, metrics.height()),
            Qt::AlignVCenter | Qt::AlignLeft,
            table().headings[column] + QLatin1Char(' ') + QLocale().toString(value(last, column)));
    }
}

void LineChart::paintMarks(QPainter &painter, const Theme &theme) const
{
    if (table().headings.size() != 3)
        return;
    paintBacklog(painter, theme);
    const int last = int(table().rows.size()) - 1;
    for (int column = 1; column <= 2; ++column) {
        const QColor colour = theme.colour(column == 1 ? Colour::Chart1 : Colour::Chart2);
        QPen pen(colour, 2, column == 1 ? Qt::SolidLine : Qt::DashLine, Qt::RoundCap);
        QPolygonF line;
        for (int row = 0; row <= last; ++row)
            line << point(row, column);
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(line);
        painter.setPen(QPen(theme.colour(Colour::Surface), 1.5));
        painter.setBrush(colour);
        for (const QPointF &dot : line) {
            if (column == 1)
                painter.drawEllipse(dot, 4, 4);
            else
                painter.drawRect(QRectF(dot - QPointF(3.5, 3.5), QSizeF(7, 7)));
        }
    }
    paintEnds(painter, theme);
}
