#include "styleparts.h"

#include "icons.h"
#include "theme.h"
#include <QPainter>
#include <QWidget>

namespace {

bool isBareField(const QWidget *widget)
{
    return widget && widget->property("bare").toBool();
}

} // namespace

void StyleParts::field(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool writable = enabled && !(option.state & QStyle::State_ReadOnly);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(theme.colour(writable ? Colour::Surface : Colour::Sunken));
    painter->setPen(QPen(theme.colour(writable ? Colour::BorderControl : Colour::Border), 1));
    painter->drawRoundedRect(
        QRectF(option.rect).adjusted(.5, .5, -.5, -.5), Radius::control, Radius::control);
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, theme, option.rect, Radius::control);
    painter->restore();
}

void StyleParts::comboBox(QPainter *painter, const Theme &theme, const QStyleOptionComboBox &option,
    const QWidget *widget)
{
    if (!isBareField(widget)) {
        field(painter, theme, option);
    } else if (option.state & QStyle::State_HasFocus) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        focusRing(painter, theme, option.rect, Radius::control);
        painter->restore();
    }
    const int side = theme.scaled(Size::icon);
    const bool enabled = option.state & QStyle::State_Enabled;
    paintIcon(painter,
        QRectF(
            option.rect.right() - side - 8, option.rect.center().y() - side / 2.0 + .5, side, side),
        QStringLiteral("chevron-down"), theme.colour(enabled ? Colour::Text2 : Colour::Text3));
}

void StyleParts::comboLabel(QPainter *painter, const Theme &theme,
    const QStyleOptionComboBox &option, const QWidget *widget)
{
    if (option.editable)
        return;
    const bool enabled = option.state & QStyle::State_Enabled;
    const int side = theme.scaled(Size::icon);
    int left = option.rect.left() + 10;
    painter->save();
    if (!option.currentIcon.isNull()) {
        option.currentIcon.paint(painter,
            QRect(left, option.rect.center().y() - side / 2 + 1, side, side), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled);
        left += side + 7;
    }
    const QFont font = widget ? widget->font() : theme.font(TextRole::Ui);
    const int room = option.rect.right() - left - side - 12;
    painter->setFont(font);
    painter->setPen(theme.colour(enabled ? Colour::Text : Colour::Text3));
    painter->drawText(QRect(left, option.rect.top(), room, option.rect.height()),
        Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetrics(font).elidedText(option.currentText, Qt::ElideRight, room));
    painter->restore();
}

void StyleParts::spinBox(QPainter *painter, const Theme &theme, const QStyleOptionSpinBox &option,
    const QRect &up, const QRect &down)
{
    if (option.frame)
        field(painter, theme, option);
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto arrow = [&](const QRect &rect, const QString &name, bool possible) {
        const int side = std::min(theme.scaled(12), rect.height());
        paintIcon(painter,
            QRectF(rect.center().x() - side / 2.0, rect.center().y() - side / 2.0, side, side),
            name, theme.colour(possible ? Colour::Text2 : Colour::BorderButton));
    };
    const bool enabled = option.state & QStyle::State_Enabled;
    arrow(up, QStringLiteral("chevron-up"),
        enabled && option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow(down, QStringLiteral("chevron-down"),
        enabled && option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}
