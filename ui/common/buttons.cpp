#include "buttons.h"

#include "icons.h"
#include "keycap.h"
#include "labels.h"
#include <QPushButton>
#include <QToolButton>

namespace {

QString nameOf(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return QStringLiteral("primary");
    case ButtonKind::Ghost:
        return QStringLiteral("ghost");
    case ButtonKind::Danger:
        return QStringLiteral("danger");
    case ButtonKind::Link:
        return QStringLiteral("link");
    case ButtonKind::Secondary:
        break;
    }
    return QStringLiteral("secondary");
}

Colour iconColour(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Primary:
        return Colour::OnAccent;
    case ButtonKind::Danger:
        return Colour::RedFg;
    case ButtonKind::Link:
        return Colour::Link;
    case ButtonKind::Secondary:
    case ButtonKind::Ghost:
        break;
    }
    return Colour::Text2;
}

} // namespace

QPushButton *newButton(
    ButtonKind kind, const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setProperty("kind", nameOf(kind));
    button->setDefault(kind == ButtonKind::Primary);
    button->setAutoDefault(kind == ButtonKind::Primary);
    if (!iconName.isEmpty())
        button->setIcon(icon(iconName, iconColour(kind)));
    if (kind == ButtonKind::Link)
        button->setCursor(Qt::PointingHandCursor);
    return button;
}

QPushButton *newSmallButton(
    ButtonKind kind, const QString &text, const QString &iconName, QWidget *parent)
{
    QPushButton *button = newButton(kind, text, iconName, parent);
    button->setProperty("small", true);
    return button;
}

void setKeyHint(QPushButton *button, const QKeySequence &keys)
{
    button->setShortcut(keys);
    showKeyHint(button, keys);
}

void showKeyHint(QPushButton *button, const QKeySequence &keys)
{
    button->setProperty("hint", KeyCap::textOf(keys));
    button->setIcon(button->icon()); // makes the button forget the size that it has worked out
}

QToolButton *newToolButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName, Colour::Text2, Colour::Accent));
    button->setToolTip(plainToolTip(name));
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}
