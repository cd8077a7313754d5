#include "chartcard.h"

#include "figurechart.h"
#include "figureview.h"
#include "ui/common/buttons.h"
#include "ui/common/currentstack.h"
#include "ui/common/labels.h"

#include <QHBoxLayout>
#include <QToolButton>

ChartCard::ChartCard(FigureChart *chart, const QString &subtitle, QWidget *parent)
    : Card(parent)
    , m_chart(chart)
    , m_view(new FigureView)
    , m_title(new ElidedLabel({}, TextRole::Heading))
    , m_switch(newToolButton(QStringLiteral("table"), tr("Show as a table")))
    , m_stack(new CurrentStack)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::large, Space::medium, Space::medium, Space::medium);
    column->setSpacing(Space::hair);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    m_switch->setCheckable(true);
    head->addWidget(m_switch);
    column->addLayout(head);
    column->addWidget(new ElidedLabel(subtitle, TextRole::Small, Colour::Text2));
    column->addSpacing(Space::small);
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_view);
    m_view->setFullHeight(true); // the page scrolls, not the table in it
    column->addWidget(m_stack, 1);
    connect(m_switch, &QToolButton::toggled, this, [this](bool on) {
        m_stack->setCurrentIndex(on ? 1 : 0);
        m_switch->setAccessibleName(on ? tr("Show %1 as a chart").arg(m_title->text())
                                       : tr("Show %1 as a table").arg(m_title->text()));
    });
    connect(m_chart, &FigureChart::casesRequested, this, &ChartCard::casesRequested);
    connect(m_view, &FigureView::casesRequested, this, &ChartCard::casesRequested);
}

void ChartCard::setTable(const FigureTable &table)
{
    m_title->setText(table.name);
    m_switch->setAccessibleName(isTable() ? tr("Show %1 as a chart").arg(table.name)
                                          : tr("Show %1 as a table").arg(table.name));
    m_chart->setTable(table);
    m_view->setTable(table);
}

void ChartCard::setAsTable(bool on)
{
    m_switch->setChecked(on);
}

bool ChartCard::isTable() const
{
    return m_stack->currentIndex() == 1;
}
