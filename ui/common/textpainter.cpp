#include "textpainter.h"

#include "theme.h"
#include <QPainter>
#include <cmath>

namespace {

constexpr int keptLines = 2000; // some screens of rows

}

TextPainter::TextPainter()
    : m_lines(keptLines)
{
}

const TextPainter::Line &TextPainter::line(
    const Theme &theme, const QString &text, TextRole role, int width)
{
    if (!qFuzzyCompare(m_factor, theme.textFactor())) {
        m_lines.clear();
        m_factor = theme.textFactor();
    }
    const QString key = QString::number(int(role)) + QLatin1Char('/') + QString::number(width)
        + QLatin1Char('/') + text;
    if (const Line *known = m_lines.object(key))
        return *known;
    const QFont font = theme.font(role);
    const QFontMetricsF metrics(font);
    auto *made = new Line;
    // One line: a line break inside of a name would spoil the row.
    QString flat = text;
    flat.replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (width >= 0)
        flat = metrics.elidedText(flat, Qt::ElideRight, width);
    made->text.setTextFormat(Qt::PlainText);
    made->text.setPerformanceHint(QStaticText::AggressiveCaching);
    made->text.setText(flat);
    made->text.prepare({}, font);
    made->width = metrics.horizontalAdvance(flat);
    m_lines.insert(key, made);
    return *made;
}

qreal TextPainter::widthOf(const Theme &theme, const QString &text, TextRole role)
{
    return line(theme, text, role, -1).width;
}

qreal TextPainter::draw(QPainter *painter, const Theme &theme, const QRectF &rect,
    const QString &text, TextRole role, Colour colour, Qt::Alignment alignment)
{
    return draw(painter, theme, rect, text, role, theme.colour(colour), alignment);
}

qreal TextPainter::draw(QPainter *painter, const Theme &theme, const QRectF &rect,
    const QString &text, TextRole role, const QColor &colour, Qt::Alignment alignment)
{
    if (text.isEmpty() || rect.width() < 1)
        return 0;
    const Line &line = this->line(theme, text, role, int(rect.width()));
    qreal left = rect.left();
    if (alignment & Qt::AlignRight)
        left = rect.right() - line.width;
    else if (alignment & Qt::AlignHCenter)
        left = rect.center().x() - line.width / 2;
    painter->setFont(theme.font(role));
    painter->setPen(colour);
    painter->drawStaticText(
        QPointF(left, rect.center().y() - line.text.size().height() / 2), line.text);
    return line.width;
}
