#include "keycap.h"

#include "theme.h"
#include <QPainter>
#include <cmath>

KeyCap::KeyCap(const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(text);
}

KeyCap::KeyCap(const QKeySequence &keys, QWidget *parent)
    : KeyCap(textOf(keys), parent)
{
}

QString KeyCap::textOf(const QKeySequence &keys)
{
    QStringList strokes;
    for (int i = 0; i < keys.count(); ++i) {
        const QKeyCombination stroke = keys[uint(i)];
        QStringList parts;
        if (stroke.keyboardModifiers() & Qt::ControlModifier)
            parts << tr("Ctrl", "key cap");
        if (stroke.keyboardModifiers() & Qt::AltModifier)
            parts << tr("Alt", "key cap");
        if (stroke.keyboardModifiers() & Qt::ShiftModifier)
            parts << tr("Shift", "key cap");
        switch (stroke.key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            parts << QStringLiteral("↵");
            break;
        case Qt::Key_Escape:
            parts << tr("Esc", "key cap");
            break;
        case Qt::Key_Up:
            parts << QStringLiteral("↑");
            break;
        case Qt::Key_Down:
            parts << QStringLiteral("↓");
            break;
        default:
            parts << QKeySequence(stroke.key()).toString(QKeySequence::NativeText);
        }
        strokes << parts.join(QLatin1Char(' '));
    }
    return strokes.join(QLatin1Char(' '));
}

QSizeF KeyCap::sizeOf(const Theme &theme, const QString &text)
{
    const QFontMetricsF metrics(theme.font(TextRole::Small));
    const qreal height = std::max<qreal>(20, std::ceil(metrics.height()) + 4);
    return { std::max(height, std::ceil(metrics.horizontalAdvance(text)) + 10), height };
}

QSize KeyCap::sizeHint() const
{
    return sizeOf(Theme::of(this), m_text).toSize();
}

void KeyCap::paint(
    QPainter *painter, const Theme &theme, const QRectF &rect, const QString &text, bool onFilled)
{
    const QColor ink = onFilled ? painter->pen().color() : theme.colour(Colour::Text2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (onFilled) {
        QColor veil = ink;
        veil.setAlphaF(.16F);
        painter->setPen(Qt::NoPen);
        painter->setBrush(veil);
    } else {
        painter->setPen(QPen(theme.colour(Colour::Border), 1));
        painter->setBrush(theme.colour(Colour::Sunken));
    }
    painter->drawRoundedRect(rect.adjusted(.5, .5, -.5, -.5), Radius::key, Radius::key);
    painter->setFont(theme.font(TextRole::Small));
    painter->setPen(ink);
    painter->drawText(rect, Qt::AlignCenter, text);
    painter->restore();
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, Theme::of(this), rect(), m_text);
}
