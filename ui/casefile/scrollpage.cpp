#include "scrollpage.h"

#include "ui/common/panel.h"

#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        } else if (QLayout *inner = item->layout()) {
            clearLayout(inner);
        }
        delete item;
    }
}

ScrollPage::ScrollPage(QWidget *parent)
    : QScrollArea(parent)
{
    auto *content = new ::Panel(Colour::Surface);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(Space::wide, Space::large, Space::wide, Space::wide);
    m_column->setSpacing(0);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
}

void ScrollPage::clear()
{
    clearLayout(m_column);
}

void ScrollPage::keepPosition()
{
    const int value = verticalScrollBar()->value();
    if (value > 0)
        QTimer::singleShot(0, this, [this, value] { verticalScrollBar()->setValue(value); });
}
