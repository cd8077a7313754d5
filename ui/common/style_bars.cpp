#include "styleparts.h"

#include "theme.h"
#include <QPainter>
#include <QWidget>
#include <cmath>

namespace {

struct TabText {
    QString title;
    QString count;
    bool urgent = false;
};

TabText split(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('\t'));
    if (at < 0)
        return { text, {} };
    TabText parts{ text.left(at), text.mid(at + 1) };
    if (parts.count.endsWith(QLatin1Char('!'))) {
        parts.urgent = true;
        parts.count.chop(1);
    }
    return parts;
}

qreal widthOf(const Theme &theme, TextRole role, const QString &text)
{
    return QFontMetricsF(theme.font(role)).size(Qt::TextShowMnemonic, text).width();
}

qreal countWidth(const Theme &theme, const QString &count)
{
    return std::max<qreal>(theme.scaled(18), widthOf(theme, TextRole::Small, count) + 10);
}

bool liesOnDesk(const QWidget *bar)
{
    for (const QWidget *at = bar; at; at = at->parentWidget()) {
        if (at->property("desk").toBool())
            return true;
        if (at->isWindow())
            break;
    }
    return false;
}

// The bar's gutter has the colour of the content beside it.
QColor gutter(const Theme &theme, const QWidget *bar)
{
    if (liesOnDesk(bar))
        return theme.colour(Colour::Desk);
    return bar && bar->parentWidget() && bar->parentWidget()->parentWidget()
        ? bar->parentWidget()->parentWidget()->palette().color(QPalette::Base)
        : theme.colour(Colour::Surface);
}

} // namespace

void StyleParts::tabShape(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    if (!(option.state & QStyle::State_Selected))
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.colour(Colour::Accent));
    painter->drawRoundedRect(
        QRectF(option.rect.x() + 10, option.rect.bottom() - 1.5, option.rect.width() - 20, 3), 1.5,
        1.5);
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, theme, QRectF(option.rect).adjusted(2, 4, -2, -5), 5);
    painter->restore();
}

void StyleParts::tabLabel(QPainter *painter, const Theme &theme, const QStyleOptionTab &option)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool enabled = option.state & QStyle::State_Enabled;
    const TabText text = split(option.text);
    const qreal width = widthOf(theme, TextRole::UiStrong, text.title);
    const qreal left = option.rect.x() + 12;
    painter->save();
    painter->setFont(theme.font(selected ? TextRole::UiStrong : TextRole::Ui));
    painter->setPen(theme.colour(!enabled ? Colour::Text3
            : selected                    ? Colour::Text
                                          : Colour::Text2));
    painter->drawText(QRectF(left, option.rect.y(), width + 4, option.rect.height() - 2),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text.title);
    if (!text.count.isEmpty()) {
        const qreal height = theme.scaled(18);
        const QRectF pill(left + width + 6, option.rect.center().y() - height / 2,
            countWidth(theme, text.count), height);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(text.urgent ? Colour::Accent : Colour::GreyBg));
        painter->drawRoundedRect(pill, height / 2, height / 2);
        painter->setPen(theme.colour(text.urgent ? Colour::OnAccent : Colour::GreyFg));
        painter->setFont(theme.font(TextRole::Small));
        painter->drawText(pill, Qt::AlignCenter, text.count);
    }
    painter->restore();
}

QSize StyleParts::tabSize(const Theme &theme, const QStyleOptionTab &option)
{
    const TabText text = split(option.text);
    qreal width = widthOf(theme, TextRole::UiStrong, text.title) + 24;
    if (!text.count.isEmpty())
        width += 6 + countWidth(theme, text.count);
    return { int(std::ceil(width)), theme.height(Size::tab, TextRole::Ui, 20) };
}

void StyleParts::headerSection(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    painter->fillRect(option.rect, theme.colour(Colour::Surface));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
        theme.colour(Colour::Border));
}

void StyleParts::headerLabel(
    QPainter *painter, const Theme &theme, const QStyleOptionHeader &option)
{
    painter->save();
    const QFont font = theme.font(TextRole::SmallStrong);
    const QRect room = option.rect.adjusted(12, 0, -12, 0);
    painter->setFont(font);
    painter->setPen(theme.colour(Colour::Text2));
    const QString arrow = option.sortIndicator == QStyleOptionHeader::SortUp ? QStringLiteral(" ↓")
        : option.sortIndicator == QStyleOptionHeader::SortDown ? QStringLiteral(" ↑")
                                                               : QString();
    painter->drawText(room,
        int(Qt::AlignVCenter) | int(option.textAlignment & Qt::AlignHorizontal_Mask),
        QFontMetrics(font).elidedText(option.text + arrow, Qt::ElideRight, room.width()));
    painter->restore();
}

void StyleParts::scrollBar(QPainter *painter, const Theme &theme, const QStyleOptionSlider &option,
    const QRect &slider, const QWidget *widget)
{
    painter->save();
    painter->fillRect(option.rect, gutter(theme, widget));
    if (option.maximum > option.minimum) {
        QColor colour = theme.colour(Colour::BorderControl);
        const bool touched = option.activeSubControls & QStyle::SC_ScrollBarSlider;
        colour.setAlphaF(touched ? 1.0F : 0.55F);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colour);
        const QRectF bar = option.orientation == Qt::Vertical
            ? QRectF(slider).adjusted(3, 2, -3, -2)
            : QRectF(slider).adjusted(2, 3, -2, -3);
        painter->drawRoundedRect(bar, 3, 3);
    }
    painter->restore();
}

QRect StyleParts::scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part)
{
    const QRect &rect = option.rect;
    const bool vertical = option.orientation == Qt::Vertical;
    const int length = vertical ? rect.height() : rect.width();
    const qint64 range = qint64(option.maximum) - option.minimum;
    int slider = length;
    if (range > 0) {
        slider = int(qint64(option.pageStep) * length / (range + std::max(1, option.pageStep)));
        slider = std::min(length, std::max(36, slider));
    }
    const int start = QStyle::sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - slider, option.upsideDown);
    const auto along = [&](int from, int to) {
        return vertical ? QRect(rect.x(), rect.y() + from, rect.width(), to - from)
                        : QRect(rect.x() + from, rect.y(), to - from, rect.height());
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSlider:
        return along(start, start + slider);
    case QStyle::SC_ScrollBarSubPage:
        return along(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(start + slider, length);
    default:
        return {};
    }
}

void StyleParts::progressGroove(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.colour(Colour::GreyBg));
    const qreal radius = option.rect.height() / 2.0;
    painter->drawRoundedRect(QRectF(option.rect), radius, radius);
    painter->restore();
}

void StyleParts::progressContents(
    QPainter *painter, const Theme &theme, const QStyleOptionProgressBar &option)
{
    QRectF rect = option.rect;
    const int range = option.maximum - option.minimum;
    // A busy bar without end shows a third; nothing moves, the text says that it goes on.
    const qreal part = range > 0 ? qreal(option.progress - option.minimum) / range : 1 / 3.0;
    if (part <= 0)
        return;
    rect.setWidth(std::max(rect.height(), rect.width() * std::min(part, 1.0)));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(theme.colour(Colour::Accent));
    painter->drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter->restore();
}
