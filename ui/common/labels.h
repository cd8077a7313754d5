#pragma once

#include "tokens.h"
#include <QLabel>

// Text of people is never markup: both labels are PlainText and cannot be switched. They store
// names of font and colour and follow the theme.

// A tool tip that can only be text: Qt guesses whether a tool tip is markup, so text that looks
// like it is escaped.
QString plainToolTip(const QString &text);

// One line, cut with "…" and then with the whole text as tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT
public:
    explicit ElidedLabel(const QString &text = {}, TextRole role = TextRole::Ui,
        Colour colour = Colour::Text, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setColour(Colour colour);
    void setElideMode(Qt::TextElideMode mode);
    bool isElided() const;

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    void restyle();

    TextRole m_role;
    Colour m_colour;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

// Several lines, height for width without the gaps that a wrapped QLabel leaves. A word that is
// wider than the label is broken, unless the text is selectable. Put it into a layout without an
// alignment flag, or the layout asks for the wrong width.
class WrappedLabel : public QLabel {
    Q_OBJECT
public:
    explicit WrappedLabel(const QString &text = {}, TextRole role = TextRole::Ui,
        Colour colour = Colour::Text, QWidget *parent = nullptr);

    void setRole(TextRole role);
    void setColour(Colour colour);
    // Selectable with mouse and keyboard, and then reachable with Tab.
    void setSelectable(bool selectable);

    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;
    int heightForWidth(int width) const override;
    bool hasHeightForWidth() const override { return true; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void restyle();

    TextRole m_role;
    Colour m_colour;
};
