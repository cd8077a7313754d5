#include "outboxview.h"

#include "outboxdelegate.h"
#include "spokenoutbox.h"
#include "ui/common/emptystate.h"

#include <QHeaderView>
#include <QTableView>
#include <QVBoxLayout>

QTableView *newOutboxView(const DeskContext &context, const QString &name)
{
    auto *view = new QTableView;
    auto *delegate = new OutboxDelegate(context, view);
    view->setItemDelegate(delegate);
    view->setModel(new SpokenOutbox(*delegate, view));
    view->setAccessibleName(name);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setShowGrid(false);
    view->setFrameShape(QFrame::NoFrame);
    view->setTabKeyNavigation(false);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->horizontalHeader()->hide();
    view->horizontalHeader()->setStretchLastSection(true);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return view;
}

void setOutbox(QTableView &view, QAbstractItemModel *outbox)
{
    static_cast<SpokenOutbox *>(view.model())->setSourceModel(outbox);
}

QWidget *newEmptyPage(EmptyState *state)
{
    auto *page = new QWidget;
    auto *middle = new QVBoxLayout(page);
    middle->addStretch();
    middle->addWidget(state);
    middle->addStretch();
    return page;
}
