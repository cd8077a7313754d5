#include "inboxpane.h"

#include "inboxview.h"
#include "ui/common/buttons.h"
#include "ui/common/searchfield.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

// The menus in the head of the list: order, look, filters and views.

using Scope = InboxFilter::Scope;

void InboxPane::buildOrders()
{
    auto *menu = new QMenu(m_order);
    auto *group = new QActionGroup(this);
    const QList<QPair<QString, int>> orders{ { tr("Most urgent first"), InboxModel::Urgency },
        { tr("Newest change first"), InboxModel::Updated },
        { tr("Newest receipt first"), InboxModel::Filed }, { tr("By due date"), InboxModel::Due },
        { tr("By follow-up"), InboxModel::FollowUp },
        { tr("By statutory period"), InboxModel::PeriodEnds },
        { tr("By name"), InboxModel::Applicant },
        { tr("By file reference"), InboxModel::Reference },
        { tr("By service"), InboxModel::Service }, { tr("By state"), InboxModel::State },
        { tr("By person in charge"), InboxModel::Assignee },
        { tr("By department"), InboxModel::Department }, { tr("By fee"), InboxModel::Fee },
        { tr("By assurance"), InboxModel::Assurance } };
    for (const auto &[text, column] : orders) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setData(column);
        group->addAction(action);
        m_orders.append(action);
        const bool newest = column == InboxModel::Updated || column == InboxModel::Filed;
        connect(action, &QAction::triggered, this, [this, column = column, newest] {
            setOrder(column, newest ? Qt::DescendingOrder : Qt::AscendingOrder);
        });
    }
    menu->addSeparator();
    QAction *turn = menu->addAction(tr("Turn the order round"));
    connect(turn, &QAction::triggered, this, [this] {
        setOrder(m_sortColumn,
            m_sortOrder == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    m_order->setMenu(menu);
}

void InboxPane::setOrder(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    m_view->setSorted(column, order);
    m_view->showAnew();
    for (QAction *action : std::as_const(m_orders)) {
        if (action->data().toInt() == column)
            action->setChecked(true);
    }
    emit orderRequested(column, order);
}

void InboxPane::buildLooks()
{
    auto *menu = new QMenu(m_looks);
    m_table = menu->addAction(tr("Table over the whole width"));
    m_table->setCheckable(true);
    m_table->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T));
    addAction(m_table); // its key works while the menu is closed
    connect(m_table, &QAction::toggled, this, &InboxPane::setTable);
    menu->addSeparator();
    for (int column = 0; column < InboxModel::ColumnCount; ++column) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(column);
        m_columns.append(action);
        connect(action, &QAction::triggered, this, &InboxPane::onColumnChosen);
    }
    connect(menu, &QMenu::aboutToShow, this, &InboxPane::updateMenus);
    m_looks->setMenu(menu);
}

void InboxPane::setTable(bool table)
{
    m_view->setTable(table);
    m_view->setSorted(m_sortColumn, m_sortOrder);
    updateMenus();
    emit tableChanged(table);
}

// What is added comes behind the others; the last one cannot be taken away.
void InboxPane::onColumnChosen()
{
    QList<ListLook::Column> columns = m_view->columns();
    for (const QAction *action : std::as_const(m_columns)) {
        const QString name = InboxModel::columnName(action->data().toInt());
        const auto shown = std::find_if(columns.begin(), columns.end(),
            [&](const ListLook::Column &column) { return column.name == name; });
        if (action->isChecked() && shown == columns.end())
            columns.append({ name, 0 });
        else if (!action->isChecked() && shown != columns.end() && columns.size() > 1)
            columns.erase(shown);
    }
    m_view->setColumns(columns);
    updateMenus();
}

ListLook InboxPane::look() const
{
    ListLook look;
    if (m_sortColumn != InboxModel::Urgency)
        look.sortedBy = InboxModel::columnName(m_sortColumn);
    look.descending = m_sortOrder == Qt::DescendingOrder;
    look.table = m_view->isTable();
    look.columns = m_view->columns();
    return look;
}

void InboxPane::setLook(const ListLook &look)
{
    m_view->setColumns(look.columns);
    m_table->setChecked(look.table);
    setOrder(InboxModel::columnNamed(look.sortedBy),
        look.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    updateMenus();
}

// The rarer filters; each is a button of the same group, so that one filter is on at a time.
void InboxPane::buildMoreFilters()
{
    auto *menu = new QMenu(m_moreFilters);
    const QList<QPair<QString, Scope>> filters{ { tr("Not assigned"), Scope::Unassigned },
        { tr("Unread messages"), Scope::Unread }, { tr("Needs your decision"), Scope::Attention },
        { tr("Closed"), Scope::Closed } };
    for (const auto &[text, scope] : filters) {
        auto *button = newSmallButton(ButtonKind::Ghost, text, {}, m_filterBox);
        button->setCheckable(true);
        button->hide();
        m_filters->addButton(button, int(scope));
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        m_scopes.append(action);
        connect(button, &QPushButton::toggled, this, [this, button, action](bool on) {
            action->setChecked(on);
            button->setVisible(on); // what is filtered must be seen
            if (on)
                m_filterBox->layout()->addWidget(button);
            else
                m_filterBox->layout()->removeWidget(button);
        });
        connect(action, &QAction::triggered, this, [this, scope = scope] { setScope(scope); });
    }
    menu->addSeparator();
    buildViewActions(menu);
    m_moreFilters->setMenu(menu);
}

void InboxPane::buildViewActions(QMenu *menu)
{
    QAction *add = menu->addAction(tr("Keep this search as a view …"));
    add->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    addAction(add);
    connect(add, &QAction::triggered, this, &InboxPane::viewAddRequested);
    const QList<QPair<QString, void (InboxPane::*)()>> actions{
        { tr("Keep the changes of this view"), &InboxPane::viewUpdateRequested },
        { tr("Rename this view …"), &InboxPane::viewRenameRequested },
        { tr("Remove this view"), &InboxPane::viewRemoveRequested }
    };
    for (const auto &[text, signal] : actions) {
        QAction *action = menu->addAction(text);
        connect(action, &QAction::triggered, this, signal);
        m_viewActions.append(action);
    }
}

void InboxPane::updateMenus()
{
    const QList<ListLook::Column> shown = m_view->columns();
    for (QAction *action : std::as_const(m_columns)) {
        const int column = action->data().toInt();
        if (m_view->model())
            action->setText(
                m_view->model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        const QString name = InboxModel::columnName(column);
        action->setChecked(std::any_of(shown.begin(), shown.end(),
            [&](const ListLook::Column &entry) { return entry.name == name; }));
        action->setEnabled(m_view->isTable());
    }
    for (QAction *action : std::as_const(m_orders))
        action->setChecked(action->data().toInt() == m_sortColumn);
    m_filterBox->setVisible(m_place == Place::Inbox && !m_selection);
    for (QAction *action : std::as_const(m_scopes))
        action->setVisible(m_place == Place::Inbox);
    for (QAction *action : std::as_const(m_viewActions))
        action->setVisible(m_place == Place::View);
}
