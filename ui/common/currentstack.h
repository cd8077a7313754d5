#pragma once

#include <QStackedWidget>

// A stack as small as the page it shows: a wide page that nobody sees must not keep the window from
// being made narrow.
class CurrentStack : public QStackedWidget {
    Q_OBJECT
public:
    explicit CurrentStack(QWidget *parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
};
