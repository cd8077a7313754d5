#pragma once

#include <QWidget>

// The program's sign, in the accent of the theme.
class Logo : public QWidget {
    Q_OBJECT
public:
    explicit Logo(int size, QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
};
