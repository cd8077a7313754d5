#include "styleparts.h"

#include "icons.h"
#include "keycap.h"
#include "theme.h"
#include <QPainter>
#include <QWidget>
#include <cmath>

namespace {

enum class Kind { Secondary, Primary, Ghost, Danger, Toast, Banner, Link };

Kind kindOf(const QWidget *widget)
{
    const QString kind = widget ? widget->property("kind").toString() : QString();
    if (kind == QLatin1String("primary"))
        return Kind::Primary;
    if (kind == QLatin1String("ghost"))
        return Kind::Ghost;
    if (kind == QLatin1String("danger"))
        return Kind::Danger;
    if (kind == QLatin1String("toast"))
        return Kind::Toast;
    if (kind == QLatin1String("banner"))
        return Kind::Banner;
    return kind == QLatin1String("link") ? Kind::Link : Kind::Secondary;
}

bool isSmall(const QWidget *widget)
{
    return widget && widget->property("small").toBool();
}

QString hintOf(const QWidget *widget)
{
    return widget ? widget->property("hint").toString() : QString();
}

QColor bannerColour(const Theme &theme, const QWidget *widget)
{
    return theme.foreground(Tone(widget->property("tone").toInt()));
}

struct Bevel {
    QColor fill;
    QColor line; // invalid: none
};

Bevel bevelOf(Kind kind, const Theme &theme, const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool active = enabled
        && option.state & (QStyle::State_MouseOver | QStyle::State_Sunken | QStyle::State_On);
    switch (kind) {
    case Kind::Primary:
        if (!enabled)
            return { theme.colour(Colour::GreyBg), {} };
        return { theme.colour(active ? Colour::AccentHover : Colour::Accent), {} };
    case Kind::Ghost:
        return { active ? theme.colour(Colour::Hover) : QColor(Qt::transparent), {} };
    case Kind::Danger:
        return { theme.colour(active ? Colour::RedBg : Colour::Surface),
            theme.colour(enabled ? Colour::RedFg : Colour::Border) };
    case Kind::Toast: {
        QColor veil = theme.colour(Colour::OnTooltip);
        veil.setAlphaF(active ? 0.24F : 0.13F);
        return { veil, {} };
    }
    case Kind::Banner: {
        QColor veil = bannerColour(theme, widget);
        const QColor line = widget->property("framed").toBool() ? veil : QColor();
        veil.setAlphaF(active ? 0.12F : 0.0F);
        return { veil, line };
    }
    case Kind::Link:
        return { Qt::transparent, {} };
    case Kind::Secondary:
        break;
    }
    return { theme.colour(active ? Colour::Hover : Colour::Surface),
        theme.colour(enabled ? Colour::BorderButton : Colour::Border) };
}

QColor labelColour(Kind kind, const Theme &theme, bool enabled, const QWidget *widget)
{
    if (!enabled)
        return theme.colour(Colour::Text3);
    switch (kind) {
    case Kind::Primary:
        return theme.colour(Colour::OnAccent);
    case Kind::Danger:
        return theme.colour(Colour::RedFg);
    case Kind::Toast:
        return theme.colour(Colour::OnTooltip);
    case Kind::Banner:
        return bannerColour(theme, widget);
    case Kind::Link:
        return theme.colour(Colour::Link);
    case Kind::Ghost:
    case Kind::Secondary:
        break;
    }
    return theme.colour(Colour::Text);
}

struct Measures {
    qreal icon = 0; // with its gap
    qreal text = 0;
    qreal key = 0; // with its gap
    qreal menu = 0;
    qreal total() const { return icon + text + key + menu; }
};

Measures measure(const Theme &theme, const QStyleOptionButton &option, const QWidget *widget)
{
    Measures measures;
    const QFontMetricsF metrics(widget ? widget->font() : theme.font(TextRole::Button));
    measures.text = metrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        measures.icon = theme.scaled(Size::icon) + (option.text.isEmpty() ? 0 : 7);
    const QString hint = hintOf(widget);
    if (!hint.isEmpty())
        measures.key = KeyCap::sizeOf(theme, hint).width() + 8;
    if (option.features & QStyleOptionButton::HasMenu)
        measures.menu = theme.scaled(14) + 6;
    return measures;
}

// The buttons that scroll a bar of tabs: they lie on tabs, so they have a ground.
void arrowButton(QPainter *painter, const Theme &theme, const QStyleOptionToolButton &option)
{
    painter->fillRect(option.rect, theme.colour(Colour::Surface));
    StyleParts::toolButtonPanel(painter, theme, option);
    const char *name = option.arrowType == Qt::LeftArrow ? "chevron-left"
        : option.arrowType == Qt::UpArrow                ? "chevron-up"
        : option.arrowType == Qt::DownArrow              ? "chevron-down"
                                                         : "chevron-right";
    const bool enabled = option.state & QStyle::State_Enabled;
    QRectF square(0, 0, theme.scaled(Size::icon), theme.scaled(Size::icon));
    square.moveCenter(QRectF(option.rect).center());
    paintIcon(painter, square, QString::fromLatin1(name),
        theme.colour(enabled ? Colour::Text2 : Colour::BorderButton));
}

} // namespace

void StyleParts::focusRing(QPainter *painter, const Theme &theme, const QRectF &rect, qreal radius)
{
    painter->setPen(QPen(theme.colour(Colour::Focus), 2));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
}

void StyleParts::pushButtonBevel(
    QPainter *painter, const Theme &theme, const QStyleOptionButton &option, const QWidget *widget)
{
    const Kind kind = kindOf(widget);
    const Bevel bevel = bevelOf(kind, theme, option, widget);
    const QRectF rect = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(bevel.fill);
    painter->setPen(bevel.line.isValid() ? QPen(bevel.line, 1) : QPen(Qt::NoPen));
    painter->drawRoundedRect(bevel.line.isValid() ? rect.adjusted(.5, .5, -.5, -.5) : rect,
        Radius::control, Radius::control);
    if (option.state & QStyle::State_HasFocus) {
        focusRing(painter, theme, rect, Radius::control);
        if (kind == Kind::Primary) {
            painter->setPen(QPen(theme.colour(Colour::OnAccent), 1.2));
            painter->drawRoundedRect(rect.adjusted(2.6, 2.6, -2.6, -2.6), 4, 4);
        }
    }
    painter->restore();
}

void StyleParts::pushButtonLabel(
    QPainter *painter, const Theme &theme, const QStyleOptionButton &option, const QWidget *widget)
{
    const Kind kind = kindOf(widget);
    const bool enabled = option.state & QStyle::State_Enabled;
    const QFont font = widget ? widget->font() : theme.font(TextRole::Button);
    const QFontMetricsF metrics(font);
    Measures sizes = measure(theme, option, widget);
    const QRectF rect = option.rect;
    const qreal room = rect.width() - 6;
    if (sizes.total() > room)
        sizes.text = std::max(0.0, sizes.text - (sizes.total() - room));
    qreal x = rect.center().x() - sizes.total() / 2;
    painter->save();
    if (sizes.icon > 0) {
        const int side = theme.scaled(Size::icon);
        option.icon.paint(painter,
            QRect(qRound(x), qRound(rect.center().y() - side / 2.0), side, side), Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled,
            option.state & QStyle::State_On ? QIcon::On : QIcon::Off);
        x += sizes.icon;
    }
    const QColor colour = labelColour(kind, theme, enabled, widget);
    painter->setFont(font);
    painter->setPen(colour);
    const QString text = sizes.text < metrics.size(Qt::TextShowMnemonic, option.text).width()
        ? metrics.elidedText(option.text, Qt::ElideRight, sizes.text, Qt::TextShowMnemonic)
        : option.text;
    painter->drawText(QRectF(x, rect.y(), sizes.text + 2, rect.height()),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, text);
    x += sizes.text;
    if (sizes.key > 0) {
        const QSizeF cap = KeyCap::sizeOf(theme, hintOf(widget));
        KeyCap::paint(painter, theme,
            QRectF(QPointF(x + 8, rect.center().y() - cap.height() / 2), cap), hintOf(widget),
            (kind == Kind::Primary && enabled) || kind == Kind::Toast);
        x += sizes.key;
    }
    if (sizes.menu > 0) {
        const int side = theme.scaled(14);
        paintIcon(painter, QRectF(x + 6, rect.center().y() - side / 2.0, side, side),
            QStringLiteral("chevron-down"), colour);
    }
    painter->restore();
}

QSize StyleParts::pushButtonSize(
    const Theme &theme, const QStyleOptionButton &option, const QWidget *widget)
{
    const bool small = isSmall(widget);
    const int sides = kindOf(widget) == Kind::Link ? 8 : (small ? 20 : 26);
    const QFontMetricsF metrics(widget ? widget->font() : theme.font(TextRole::Button));
    return { int(std::ceil(measure(theme, option, widget).total())) + sides,
        std::max(small ? Size::controlSmall : Size::control,
            int(std::ceil(metrics.height())) + (small ? 8 : 12)) };
}

void StyleParts::toolButtonPanel(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    const bool down = option.state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over
        = option.state & QStyle::State_MouseOver && option.state & QStyle::State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (down || over) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(down ? Colour::Selected : Colour::Hover));
        painter->drawRoundedRect(QRectF(option.rect), Radius::control, Radius::control);
    }
    if (option.state & QStyle::State_HasFocus)
        focusRing(painter, theme, option.rect, Radius::control);
    painter->restore();
}

void StyleParts::toolButton(
    QPainter *painter, const Theme &theme, const QStyleOptionToolButton &option)
{
    if (option.features & QStyleOptionToolButton::Arrow)
        return arrowButton(painter, theme, option);
    toolButtonPanel(painter, theme, option);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool withText = !option.text.isEmpty()
        && (option.icon.isNull() || option.toolButtonStyle != Qt::ToolButtonIconOnly);
    const int side = option.icon.isNull() ? 0 : theme.scaled(Size::iconTool);
    QRect square(0, 0, side, side);
    square.moveCenter(option.rect.center());
    if (withText)
        square.moveLeft(option.rect.left() + 8);
    if (side > 0) {
        option.icon.paint(painter, square, Qt::AlignCenter,
            enabled ? QIcon::Normal : QIcon::Disabled,
            option.state & QStyle::State_On ? QIcon::On : QIcon::Off);
    }
    if (withText) {
        painter->save();
        painter->setFont(option.font);
        painter->setPen(theme.colour(enabled ? Colour::Text : Colour::Text3));
        const int left = side > 0 ? square.right() + 7 : option.rect.left() + 8;
        painter->drawText(option.rect.adjusted(left - option.rect.left(), 0, -4, 0),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, option.text);
        painter->restore();
    }
}

QSize StyleParts::toolButtonSize(const Theme &theme, const QStyleOptionToolButton &option)
{
    const int side = std::max(Size::toolButton, theme.scaled(Size::iconTool) + 12);
    const bool withText = !option.text.isEmpty()
        && (option.icon.isNull() || option.toolButtonStyle != Qt::ToolButtonIconOnly);
    if (!withText)
        return { side, side };
    const QFontMetricsF metrics(option.font);
    const int text = int(std::ceil(metrics.size(Qt::TextShowMnemonic, option.text).width())) + 16;
    return { text + (option.icon.isNull() ? 0 : theme.scaled(Size::iconTool) + 7),
        std::max(side, int(std::ceil(metrics.height())) + 12) };
}

void StyleParts::checkBox(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    const bool on = option.state & QStyle::State_On;
    const bool partly = option.state & QStyle::State_NoChange;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QColor strong = theme.colour(enabled ? Colour::Accent : Colour::Text3);
    const QRectF box = QRectF(option.rect).adjusted(.75, .75, -.75, -.75);
    const qreal unit = box.width() / 16.5;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on || partly ? strong : theme.colour(Colour::BorderControl), 1.3));
    painter->setBrush(on || partly ? strong : theme.colour(Colour::Surface));
    painter->drawRoundedRect(box, 4, 4);
    painter->setPen(
        QPen(theme.colour(Colour::OnAccent), 2 * unit, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    const QPointF c = box.center();
    if (on) {
        painter->drawPolyline(QPolygonF{ c + QPointF(-3.6, .2) * unit, c + QPointF(-1, 2.9) * unit,
            c + QPointF(3.8, -2.6) * unit });
    } else if (partly) {
        painter->drawLine(c - QPointF(3.5, 0) * unit, c + QPointF(3.5, 0) * unit);
    }
    painter->restore();
}

void StyleParts::radioButton(QPainter *painter, const Theme &theme, const QStyleOption &option)
{
    const bool on = option.state & QStyle::State_On;
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF disc = QRectF(option.rect).adjusted(1, 1, -1, -1);
    const QColor line = !enabled ? theme.colour(Colour::Text3)
                                 : theme.colour(on ? Colour::Accent : Colour::BorderControl);
    const qreal width = on ? disc.width() * 0.3 : 1.3;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(line, width));
    painter->setBrush(theme.colour(Colour::Surface));
    const qreal inset = on ? width / 2 - .65 : 0;
    painter->drawEllipse(disc.adjusted(inset, inset, -inset, -inset));
    painter->restore();
}
