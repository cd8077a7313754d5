#include "casetabs.h"

#include "ui/common/theme.h"

#include <QPainter>

CaseTabs::CaseTabs(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Parts of the case"));
}

void CaseTabs::addNamed(const QString &name)
{
    m_counts.append(Count{});
    addTab(name);
    setAccessibleTabName(count() - 1, name);
}

void CaseTabs::setCount(int index, int count, bool attention)
{
    if (index < 0 || index >= m_counts.size())
        return;
    m_counts[index] = { count, attention };
    setAccessibleTabName(
        index, count ? tr("%1, %2").arg(tabText(index)).arg(count) : tabText(index));
    // The bar measures its tabs only when one of them changes.
    setTabText(index, tabText(index));
    updateGeometry();
    update();
}

qreal CaseTabs::badgeWidth(const Count &count) const
{
    if (!count.number)
        return 0;
    const Theme &theme = Theme::of(this);
    const QFontMetricsF metrics(theme.font(TextRole::SmallStrong));
    return Space::tight
        + qMax<qreal>(theme.scaled(18),
            metrics.horizontalAdvance(QString::number(count.number)) + theme.scaled(10));
}

QSize CaseTabs::tabSizeHint(int index) const
{
    const Theme &theme = Theme::of(this);
    const QFontMetricsF metrics(theme.font(TextRole::UiStrong));
    const qreal width = metrics.horizontalAdvance(tabText(index))
        + badgeWidth(m_counts.value(index)) + 2 * theme.scaled(7);
    return { qCeil(width), theme.height(Size::tab, TextRole::Ui, 20) };
}

void CaseTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), theme.colour(Colour::Border));
    for (int i = 0; i < count(); ++i) {
        const QRectF rect = tabRect(i);
        const bool chosen = i == currentIndex();
        const Count badge = m_counts.value(i);
        const QFont font = theme.font(chosen ? TextRole::UiStrong : TextRole::Ui);
        const qreal textWidth = QFontMetricsF(font).horizontalAdvance(tabText(i));
        const qreal used = textWidth + badgeWidth(badge);
        const qreal left = rect.center().x() - used / 2;
        painter.setFont(font);
        painter.setPen(theme.colour(chosen ? Colour::Text : Colour::Text2));
        painter.drawText(QRectF(left, rect.top(), textWidth + 2, rect.height()),
            Qt::AlignVCenter | Qt::AlignLeft, tabText(i));
        if (badge.number) {
            const qreal width = badgeWidth(badge) - Space::tight;
            const qreal height = theme.scaled(18);
            const QRectF disc(
                left + textWidth + Space::tight, rect.center().y() - height / 2, width, height);
            painter.setPen(Qt::NoPen);
            painter.setBrush(
                badge.attention ? theme.colour(Colour::Accent) : theme.background(Tone::Grey));
            painter.drawRoundedRect(disc, height / 2, height / 2);
            painter.setPen(
                badge.attention ? theme.colour(Colour::OnAccent) : theme.foreground(Tone::Grey));
            painter.setFont(theme.font(TextRole::SmallStrong));
            painter.drawText(disc, Qt::AlignCenter, QString::number(badge.number));
        }
        if (chosen) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(Colour::Accent));
            painter.drawRoundedRect(
                QRectF(rect.left() + 8, rect.bottom() - 2, rect.width() - 16, 3), 1.5, 1.5);
            if (hasFocus()) {
                painter.setPen(QPen(theme.colour(Colour::Focus), 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(rect.adjusted(2, 4, -2, -6), 6, 6);
            }
        }
    }
}

void CaseTabs::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::StyleChange && count() > 0) {
        setTabText(0, tabText(0));
        updateGeometry();
    }
}
