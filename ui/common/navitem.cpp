#include "navitem.h"

#include "icons.h"
#include "labels.h"
#include "styleparts.h"
#include "theme.h"
#include <QAccessible>
#include <QAccessibleWidget>
#include <QEvent>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace {

// A checkable button is only toggled by assistive tools, which changes its look and takes nobody
// anywhere. A place is pressed: the same as a click.
class AccessibleNavItem : public QAccessibleWidget {
public:
    explicit AccessibleNavItem(NavItem *item)
        : QAccessibleWidget(item, QAccessible::RadioButton)
    {
    }
    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name ? widget()->accessibleName()
                                         : QAccessibleWidget::text(kind);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = true;
        state.checked = static_cast<NavItem *>(widget())->isChecked();
        return state;
    }
    QStringList actionNames() const override
    {
        return QStringList{ pressAction(), toggleAction() } + QAccessibleWidget::actionNames();
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction() || name == toggleAction())
            static_cast<NavItem *>(widget())->click();
        else
            QAccessibleWidget::doAction(name);
    }
};

QAccessibleInterface *accessibleNavItem(const QString &, QObject *object)
{
    auto *item = qobject_cast<NavItem *>(object);
    return item ? new AccessibleNavItem(item) : nullptr;
}

} // namespace

NavItem::NavItem(const QString &text, const QString &iconName, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(iconName)
{
    setText(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QAccessible::installFactory(accessibleNavItem); // known already: nothing happens
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    describe();
}

void NavItem::setCount(int count, Count kind)
{
    m_count = count;
    m_kind = kind;
    describe();
    update();
}

void NavItem::setRail(bool rail)
{
    m_rail = rail;
    updateGeometry();
    update();
}

void NavItem::describe()
{
    setAccessibleName(m_count > 0 ? QStringLiteral("%1, %2").arg(text()).arg(m_count) : text());
}

QSize NavItem::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    const int height = theme.height(Size::navRow, TextRole::UiStrong, 12);
    if (m_rail)
        return { theme.scaled(Size::iconTool) + 22, height };
    const QFontMetricsF metrics(theme.font(TextRole::UiStrong));
    return { int(std::ceil(metrics.horizontalAdvance(text()))) + theme.scaled(Size::icon) + 72,
        height };
}

QSize NavItem::minimumSizeHint() const
{
    return { Theme::of(this).scaled(Size::iconTool) + 22, sizeHint().height() };
}

void NavItem::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::of(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(isChecked() ? Colour::Selected : Colour::Hover));
        painter.drawRoundedRect(rect(), Radius::control, Radius::control);
    }
    if (hasFocus())
        StyleParts::focusRing(&painter, theme, rect(), Radius::control);
    const int side = theme.scaled(m_rail ? Size::iconTool : Size::icon);
    const QRectF square(m_rail ? (width() - side) / 2.0 : 10, (height() - side) / 2.0, side, side);
    paintIcon(&painter, square, m_icon, theme.colour(isChecked() ? Colour::Accent : Colour::Text2));
    if (m_count > 0)
        paintCount(painter);
    if (m_rail)
        return;
    const QFont font = theme.font(isChecked() ? TextRole::UiStrong : TextRole::Ui);
    const qreal left = square.right() + 10;
    const qreal room = width() - left - (m_count > 0 ? theme.scaled(36) : 8);
    painter.setFont(font);
    painter.setPen(theme.colour(Colour::Text));
    painter.drawText(QRectF(left, 0, room, height()), Qt::AlignVCenter,
        QFontMetricsF(font).elidedText(text(), Qt::ElideRight, room));
}

void NavItem::paintCount(QPainter &painter)
{
    const Theme &theme = Theme::of(this);
    if (m_rail) {
        if (m_kind == Count::Plain)
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(m_kind == Count::Alert ? Colour::RedFg : Colour::Accent));
        const qreal icon = theme.scaled(Size::iconTool);
        painter.drawEllipse(QPointF((width() + icon) / 2.0 + 1, (height() - icon) / 2.0), 3.5, 3.5);
        return;
    }
    const QString figure = QLocale().toString(m_count);
    const QFont font = theme.font(m_kind == Count::Plain ? TextRole::Small : TextRole::SmallStrong);
    const qreal height = theme.scaled(20);
    const qreal width = std::max(height, QFontMetricsF(font).horizontalAdvance(figure) + 12);
    const QRectF pill(this->width() - width - 5, (this->height() - height) / 2, width, height);
    Colour ink = Colour::Text2;
    if (m_kind != Count::Plain) {
        const bool alert = m_kind == Count::Alert;
        ink = alert ? Colour::RedFg : Colour::OnAccent;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colour(alert ? Colour::RedBg : Colour::Accent));
        painter.drawRoundedRect(pill, height / 2, height / 2);
    }
    painter.setFont(font);
    painter.setPen(theme.colour(ink));
    painter.drawText(pill, Qt::AlignCenter, figure);
}

bool NavItem::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_rail) {
        QToolTip::showText(
            static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(text()), this);
        return true;
    }
    if (event->type() == QEvent::Shortcut && !static_cast<QShortcutEvent *>(event)->isAmbiguous()) {
        click(); // a button as it comes waits 100 ms, to be seen going down
        return true;
    }
    return QAbstractButton::event(event);
}
