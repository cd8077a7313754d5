#include "chip.h"

#include "icons.h"
#include "theme.h"
#include <QPainter>
#include <cmath>

namespace {

constexpr int side = 8; // padding left and right

qreal iconRoom(const Theme &theme)
{
    return theme.scaled(13) + 3;
}

} // namespace

Chip::Chip(const QString &text, Tone tone, const QString &iconName, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_tone(tone)
    , m_icon(iconName)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(text);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setIcon(const QString &iconName)
{
    m_icon = iconName;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return sizeOf(Theme::of(this), m_text, m_icon);
}

QSize Chip::minimumSizeHint() const
{
    return { std::min(sizeHint().width(), 40), sizeHint().height() };
}

QSize Chip::sizeOf(const Theme &theme, const QString &text, const QString &iconName)
{
    const QFontMetricsF metrics(theme.font(TextRole::SmallStrong));
    const qreal icon = iconName.isEmpty() ? 0 : iconRoom(theme);
    return { int(std::ceil(metrics.horizontalAdvance(text) + icon)) + 2 * side,
        theme.height(Size::chip, TextRole::SmallStrong, 6) };
}

void Chip::paint(QPainter *painter, const Theme &theme, const QRectF &rect, const QString &text,
    Tone tone, const QString &iconName)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.background(tone));
    painter->drawRoundedRect(rect, Radius::chip, Radius::chip);
    qreal left = rect.left() + side;
    if (!iconName.isEmpty()) {
        const int icon = theme.scaled(13);
        paintIcon(painter, QRectF(left - 1, rect.center().y() - icon / 2.0, icon, icon), iconName,
            theme.foreground(tone));
        left += iconRoom(theme);
    }
    const QFont font = theme.font(TextRole::SmallStrong);
    const qreal room = rect.right() - side + 1 - left;
    painter->setFont(font);
    painter->setPen(theme.foreground(tone));
    painter->drawText(QRectF(left, rect.top(), room, rect.height()),
        Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetricsF(font).elidedText(text, Qt::ElideRight, room));
    painter->restore();
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QSize wanted = sizeHint();
    paint(&painter, Theme::of(this), QRectF(0, 0, std::min(wanted.width(), width()), height()),
        m_text, m_tone, m_icon);
}
