#pragma once

#include "tokens.h"
#include <QWidget>

class QPainter;
class Theme;

// A filled word: only for what needs action now, and for the status in a header.
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(const QString &text, Tone tone = Tone::Grey, const QString &iconName = {},
        QWidget *parent = nullptr);

    void setText(const QString &text);
    void setTone(Tone tone);
    void setIcon(const QString &iconName);
    QString text() const { return m_text; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    // For delegates. The icon may be empty. A text too long for the rectangle ends in "…".
    static QSize sizeOf(const Theme &theme, const QString &text, const QString &iconName);
    static void paint(QPainter *painter, const Theme &theme, const QRectF &rect,
        const QString &text, Tone tone, const QString &iconName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Tone m_tone;
    QString m_icon;
};
