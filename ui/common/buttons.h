#pragma once

#include "tokens.h"
#include <QKeySequence>
#include <QString>

class QAbstractButton;
class QPushButton;
class QToolButton;
class QWidget;

enum class ButtonKind {
    Secondary,
    Primary, // one on a page
    Ghost, // no frame; checkable ones serve as filters
    Danger,
    Link, // text only, in the colour of links
};

// A push button in the house look. iconName may be empty. A button of kind Primary becomes the
// default button of a dialog by itself.
QPushButton *newButton(
    ButtonKind kind, const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
QPushButton *newSmallButton(
    ButtonKind kind, const QString &text, const QString &iconName = {}, QWidget *parent = nullptr);
// Sets the shortcut and shows it as a key cap inside the button. Again after every setText, which
// takes the shortcut away.
void setKeyHint(QPushButton *button, const QKeySequence &keys);
// Shows the key cap only; for keys that an action elsewhere already holds.
void showKeyHint(QPushButton *button, const QKeySequence &keys);

// An icon without text: `name` is its tool tip and its accessible name.
QToolButton *newToolButton(const QString &iconName, const QString &name, QWidget *parent = nullptr);
