#include "searchfield.h"

#include "icons.h"
#include "keycap.h"
#include "theme.h"
#include <QKeyEvent>
#include <QPainter>
#include <QShortcut>

SearchField::SearchField(const QString &placeholder, QWidget *parent)
    : QLineEdit(parent)
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    restyle();
}

void SearchField::setShortcut(const QKeySequence &keys)
{
    m_hint = KeyCap::textOf(keys);
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WindowShortcut);
    connect(shortcut, &QShortcut::activated, this, [this] {
        setFocus(Qt::ShortcutFocusReason);
        selectAll();
    });
    update();
}

void SearchField::restyle()
{
    setTextMargins(Theme::of(this).scaled(Size::icon) + 8, 0, 0, 0);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Theme &theme = Theme::of(this);
    const int side = theme.scaled(Size::icon);
    QPainter painter(this);
    paintIcon(&painter, QRectF(10, (height() - side) / 2.0, side, side), QStringLiteral("search"),
        theme.colour(Colour::Text2));
    if (!text().isEmpty() || hasFocus() || m_hint.isEmpty())
        return;
    const QSizeF cap = KeyCap::sizeOf(theme, m_hint);
    KeyCap::paint(&painter, theme,
        QRectF(QPointF(width() - cap.width() - 8, (height() - cap.height()) / 2), cap), m_hint);
}

// While there is something to clear, Esc is the field's and no shortcut of the window.
bool SearchField::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        restyle();
}
