#pragma once

#include "tokens.h"
#include <QWidget>

class QPainter;
class Theme;

// The shape of a status: read by form as well as by colour.
enum class StatusShape : quint8 {
    New, // dotted ring
    InReview, // half filled
    Deciding, // three quarters
    Waiting, // ring with pause bars
    Done, // disc with a tick
    Failed, // disc with an exclamation mark
    Resting, // disc with a bar
};
Tone toneOf(StatusShape shape);

// The status ring. Give it an accessible name: the word of the status.
class StatusRing : public QWidget {
    Q_OBJECT
public:
    explicit StatusRing(StatusShape shape, const QString &word, QWidget *parent = nullptr);

    void setStatus(StatusShape shape, const QString &word);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    static void paint(QPainter *painter, const Theme &theme, const QRectF &rect, StatusShape shape);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusShape m_shape;
};

// A status ring and its word as a chip, for headers.
class StatusChip : public QWidget {
    Q_OBJECT
public:
    explicit StatusChip(StatusShape shape, const QString &word, QWidget *parent = nullptr);

    void setStatus(StatusShape shape, const QString &word);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StatusShape m_shape;
    QString m_word;
};
