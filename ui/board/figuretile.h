#pragma once

#include "figures.h"

#include <QAbstractButton>

// One figure, large: what it is, how many, and the way to its cases.
class FigureTile : public QAbstractButton {
    Q_OBJECT
public:
    explicit FigureTile(QWidget *parent = nullptr);

    // alert: red as soon as it is not nothing
    void setFigure(const QString &name, const FigureCell &figure, bool alert);
    const FigureCell &figure() const { return m_figure; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void casesRequested(const CaseCondition &cases, const QString &what);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    FigureCell m_figure;
    bool m_alert = false;
};
