#pragma once

#include "tokens.h"
#include <QAbstractButton>

// One place in the side bar: icon, name, count. In the rail only its icon is left,
// with a dot when the count asks for attention, and the name as tool tip.
class NavItem : public QAbstractButton {
    Q_OBJECT
public:
    enum class Count {
        Plain, // grey figure
        Unread, // filled with the accent
        Alert, // red: overdue, failed
    };
    NavItem(const QString &text, const QString &iconName, QWidget *parent = nullptr);

    void setCount(int count, Count kind = Count::Plain); // 0 hides it
    void setRail(bool rail);
    int count() const { return m_count; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void describe();
    void paintCount(QPainter &painter);

    QString m_icon;
    bool m_rail = false;
    int m_count = 0;
    Count m_kind = Count::Plain;
};
