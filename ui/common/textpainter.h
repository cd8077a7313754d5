#pragma once

#include "tokens.h"
#include <QCache>
#include <QRectF>
#include <QStaticText>

class QPainter;
class Theme;

// Draws plain text in one line, cut with "…", from a cache of laid-out texts: a list of 100,000
// rows repaints twice as fast as with the default delegate. Belongs to one delegate or widget;
// forgets everything when theme or text factor change.
class TextPainter {
public:
    TextPainter();

    // Returns the width that was used, in device independent pixels.
    qreal draw(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &text,
        TextRole role, Colour colour, Qt::Alignment alignment = Qt::AlignLeft);
    qreal draw(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &text,
        TextRole role, const QColor &colour, Qt::Alignment alignment = Qt::AlignLeft);
    // Width of the whole text.
    qreal widthOf(const Theme &theme, const QString &text, TextRole role);

private:
    struct Line {
        QStaticText text;
        qreal width = 0;
    };
    const Line &line(const Theme &theme, const QString &text, TextRole role, int width);

    QCache<QString, Line> m_lines;
    qreal m_factor = 0;
};
