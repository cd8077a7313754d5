#pragma once

#include <QKeySequence>
#include <QWidget>

class QPainter;
class Theme;

// The key to press, where the hand is.
class KeyCap : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString &text, QWidget *parent = nullptr);
    explicit KeyCap(const QKeySequence &keys, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // "Ctrl+Return" → "Ctrl ↵", in the user's language
    static QString textOf(const QKeySequence &keys);
    static QSizeF sizeOf(const Theme &theme, const QString &text);
    // onFilled: on a coloured ground, in the colour of the painter's pen.
    static void paint(QPainter *painter, const Theme &theme, const QRectF &rect,
        const QString &text, bool onFilled = false);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};
