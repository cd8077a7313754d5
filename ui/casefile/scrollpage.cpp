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

bool ScrollPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool done = QScrollArea::eventFilter(watched, event);
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

void ScrollPage::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fit();
}

void ScrollPage::fit()
{
    const int needed = widget()->layout()->totalHeightForWidth(viewport()->width());
    if (needed >= 0 && needed != widget()->minimumHeight())
        widget()->setMinimumHeight(needed);
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
