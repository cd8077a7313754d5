#pragma once

#include "figures.h"
#include "ui/common/panel.h"

class ElidedLabel;
class FigureChart;
class FigureView;
class QStackedWidget;
class QToolButton;

// A chart with its heading, and the same figures as a table at one press.
class ChartCard : public Card {
    Q_OBJECT
public:
    ChartCard(FigureChart *chart, const QString &subtitle, QWidget *parent = nullptr);

    void setTable(const FigureTable &table);
    void setAsTable(bool on);
    bool isTable() const;
    FigureChart *chart() const { return m_chart; }
    FigureView *view() const { return m_view; }

signals:
    void casesRequested(const CaseCondition &cases, const QString &what);

private:
    FigureChart *m_chart;
    FigureView *m_view;
    ElidedLabel *m_title;
    QToolButton *m_switch;
    QStackedWidget *m_stack;
};
