#pragma once

#include <QTabBar>

// The tabs of a case, with a count beside the name: grey, or filled when it asks for attention.
class CaseTabs : public QTabBar {
    Q_OBJECT
public:
    explicit CaseTabs(QWidget *parent = nullptr);

    void addNamed(const QString &name);
    void setCount(int index, int count, bool attention = false); // 0 hides it

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override { return tabSizeHint(index); }
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Count {
        int number = 0;
        bool attention = false;
    };
    qreal badgeWidth(const Count &count) const;

    QList<Count> m_counts;
};
