#include "hitmarks.h"

#include "models/items/hits.h"
#include "ui/common/theme.h"

#include <QFontMetricsF>
#include <QPainter>

void paintHitMarks(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &text,
    TextRole role, const QStringList &words)
{
    const QList<TextSpan> hits = hitsIn(text, words);
    if (hits.isEmpty())
        return;
    const QFontMetricsF metrics(theme.font(role));
    painter->save();
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.background(Tone::Amber));
    for (const TextSpan &hit : hits) {
        const qreal left = rect.left() + metrics.horizontalAdvance(text.left(hit.from));
        if (left >= rect.right())
            break; // cut off with the text
        const qreal width = metrics.horizontalAdvance(text.mid(hit.from, hit.length));
        const QRectF mark(left - 1, rect.center().y() - metrics.height() / 2,
            qMin(width + 2, rect.right() - left), metrics.height());
        painter->drawRoundedRect(mark, 3, 3);
    }
    painter->restore();
}
