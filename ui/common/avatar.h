#pragma once

#include "tokens.h"
#include <QWidget>

class QPainter;
class Theme;

// A person's initials on a disc; the colour follows from the name and says nothing.
class Avatar : public QWidget {
    Q_OBJECT
public:
    // size in pixels at 100 % text; grows with the text factor
    explicit Avatar(const QString &name, int size = 28, QWidget *parent = nullptr);

    void setName(const QString &name);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // "Maren Kowalski" → "MK", "Dr. Änne Szczepańska" → "ÄS", "Café Herbst GmbH" → "CH"
    static QString initials(const QString &name);
    static void paint(
        QPainter *painter, const Theme &theme, const QRectF &rect, const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_size;
};
