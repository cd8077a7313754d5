#pragma once

#include "tokens.h"
#include <QFlags>
#include <QWidget>

class QPainter;

// A coloured area with lines on some sides and, if wanted, round corners.
class Panel : public QWidget {
    Q_OBJECT
public:
    enum Side {
        NoSide = 0,
        Top = 1,
        Right = 2,
        Bottom = 4,
        Left = 8,
        AllSides = 15,
    };
    Q_DECLARE_FLAGS(Sides, Side)

    explicit Panel(
        Colour background = Colour::Surface, Sides lines = NoSide, QWidget *parent = nullptr);

    void setBackground(Colour colour);
    void setLines(Sides lines, Colour colour = Colour::Border, qreal width = 1);
    void setRadius(int radius);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Colour m_background;
    Sides m_lines;
    Colour m_lineColour = Colour::Border;
    qreal m_lineWidth = 1;
    int m_radius = 0;
};
Q_DECLARE_OPERATORS_FOR_FLAGS(Panel::Sides)

// A framed area with round corners; chosen cards of a choice get a 2 px accent frame.
class Card : public Panel {
    Q_OBJECT
public:
    explicit Card(QWidget *parent = nullptr);
    void setChosen(bool chosen);
};

// A line of 1 px.
class Rule : public QWidget {
    Q_OBJECT
public:
    explicit Rule(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Qt::Orientation m_orientation;
};

// An icon as a picture, not a button; grows with the text.
class IconView : public QWidget {
    Q_OBJECT
public:
    explicit IconView(const QString &name, Colour colour = Colour::Text2, int size = 16,
        QWidget *parent = nullptr);
    void setIcon(const QString &name, Colour colour);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Colour m_colour;
    int m_size;
};

// A soft shadow around a rounded rectangle, drawn outside of it.
void paintShadow(
    QPainter *painter, const QRectF &rect, int radius, const QColor &shadow, int blur, int offset);
