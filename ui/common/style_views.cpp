#include "styleparts.h"

#include "icons.h"
#include "theme.h"
#include <QPainter>
#include <cmath>

namespace {

// "Save\tCtrl+S" → the name and the keys
struct MenuText {
    QString name;
    QString keys;
};

MenuText splitMenu(const QString &text)
{
    const qsizetype at = text.indexOf(QLatin1Char('\t'));
    return at < 0 ? MenuText{ text, {} } : MenuText{ text.left(at), text.mid(at + 1) };
}

constexpr int menuSide = 10;

} // namespace

void StyleParts::itemBackground(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    if (option.state & QStyle::State_Selected) {
        const bool active = option.state & QStyle::State_Active;
        painter->fillRect(
            option.rect, theme.colour(active ? Colour::Selected : Colour::SelectedInactive));
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(option.rect, theme.colour(Colour::Hover));
    }
}

void StyleParts::menuPanel(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    painter->fillRect(option.rect, theme.colour(Colour::Raised));
    painter->save();
    painter->setPen(theme.colour(Colour::BorderButton));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter->restore();
}

void StyleParts::menuItem(QPainter *painter, const Theme &theme, const QStyleOptionMenuItem &option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect = QRectF(option.rect).adjusted(4, 1, -4, -1);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter->fillRect(QRectF(option.rect.left(), rect.center().y(), option.rect.width(), 1),
            theme.colour(Colour::Border));
        painter->restore();
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected && enabled) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(Colour::Selected));
        painter->drawRoundedRect(rect, Radius::control, Radius::control);
    }
    const int side = theme.scaled(Size::icon);
    const QRectF square(rect.left() + menuSide, rect.center().y() - side / 2.0, side, side);
    if (option.checked) {
        paintIcon(painter, square, QStringLiteral("check"),
            theme.colour(enabled ? Colour::Accent : Colour::Text3));
    } else if (!option.icon.isNull()) {
        option.icon.paint(painter, square.toAlignedRect(), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const MenuText text = splitMenu(option.text);
    const qreal left = square.right() + 9;
    painter->setFont(theme.font(TextRole::Ui));
    painter->setPen(theme.colour(enabled ? Colour::Text : Colour::Text3));
    painter->drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text.name);
    painter->setPen(theme.colour(Colour::Text3));
    painter->setFont(theme.font(TextRole::Small));
    painter->drawText(
        rect.adjusted(0, 0, -menuSide, 0), Qt::AlignVCenter | Qt::AlignRight, text.keys);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintIcon(painter,
            QRectF(rect.right() - side - 4, rect.center().y() - side / 2.0, side, side),
            QStringLiteral("chevron-right"), theme.colour(Colour::Text2));
    }
    painter->restore();
}

QSize StyleParts::menuItemSize(const Theme &theme, const QStyleOptionMenuItem &option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return { 40, 9 };
    const MenuText text = splitMenu(option.text);
    qreal width
        = QFontMetricsF(theme.font(TextRole::Ui)).size(Qt::TextShowMnemonic, text.name).width();
    if (!text.keys.isEmpty())
        width += 32 + QFontMetricsF(theme.font(TextRole::Small)).horizontalAdvance(text.keys);
    width += theme.scaled(Size::icon) + 9 + 2 * menuSide + 8;
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += theme.scaled(Size::icon);
    return { int(std::ceil(width)), theme.height(Size::controlSmall + 2, TextRole::Ui, 12) };
}
