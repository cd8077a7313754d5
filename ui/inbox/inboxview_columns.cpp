#include "inboxview.h"

#include "inboxcells.h"
#include "inboxdelegate.h"
#include "models/items/inboxmodel.h"
#include "ui/common/theme.h"

#include <QHeaderView>

// The columns of the table: which, in which order, how wide.

namespace {

int usualWidth(int column)
{
    switch (column) {
    case InboxModel::Applicant:
        return 220;
    case InboxModel::Service:
        return 230;
    case InboxModel::Reference:
    case InboxModel::State:
    case InboxModel::Assignee:
    case InboxModel::Department:
        return 165;
    default:
        return 125;
    }
}

QList<ListLook::Column> usualColumns()
{
    QList<ListLook::Column> columns;
    for (const int column : { InboxModel::State, InboxModel::Applicant, InboxModel::Service,
             InboxModel::Reference, InboxModel::Due, InboxModel::Assignee, InboxModel::Updated })
        columns.append({ InboxModel::columnName(column), 0 });
    return columns;
}

} // namespace

void InboxView::setTable(bool table)
{
    if (table == m_table)
        return;
    const CaseId chosen = currentCase();
    if (m_table)
        m_columns = columns(); // as they were left
    m_table = table;
    setItemDelegate(table ? static_cast<QAbstractItemDelegate *>(m_cells) : m_lines);
    horizontalHeader()->setVisible(table);
    setHorizontalScrollBarPolicy(table ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    arrangeColumns();
    selectLater(chosen, {});
}

void InboxView::setColumns(const QList<ListLook::Column> &columns)
{
    m_columns = columns;
    arrangeColumns();
}

QList<ListLook::Column> InboxView::columns() const
{
    if (!m_table || !model())
        return m_columns.isEmpty() ? usualColumns() : m_columns;
    QList<ListLook::Column> columns;
    const QHeaderView *head = horizontalHeader();
    const qreal factor = Theme::of(this).textFactor();
    for (int visual = 0; visual < head->count(); ++visual) {
        const int column = head->logicalIndex(visual);
        if (!head->isSectionHidden(column))
            columns.append(
                { InboxModel::columnName(column), qRound(head->sectionSize(column) / factor) });
    }
    return columns;
}

int InboxView::firstColumn() const
{
    const QHeaderView *head = horizontalHeader();
    for (int visual = 0; m_table && visual < head->count(); ++visual) {
        if (!head->isSectionHidden(head->logicalIndex(visual)))
            return head->logicalIndex(visual);
    }
    return 0;
}

void InboxView::arrangeColumns()
{
    if (!model())
        return;
    QHeaderView *head = horizontalHeader();
    for (int column = 0; column < model()->columnCount(); ++column)
        setColumnHidden(column, m_table || column != 0);
    head->setSectionResizeMode(m_table ? QHeaderView::Interactive : QHeaderView::Stretch);
    if (!m_table) {
        head->moveSection(head->visualIndex(0), 0);
        return;
    }
    const Theme &theme = Theme::of(this);
    int visual = 0;
    for (const ListLook::Column &wanted : m_columns.isEmpty() ? usualColumns() : m_columns) {
        const int column = InboxModel::columnNamed(wanted.name);
        if (column < 0)
            continue;
        setColumnHidden(column, false);
        head->moveSection(head->visualIndex(column), visual++);
        setColumnWidth(column, theme.scaled(wanted.width > 0 ? wanted.width : usualWidth(column)));
    }
}

void InboxView::setSorted(int column, Qt::SortOrder order)
{
    m_sorted = column; // the head turns its own sign before it reports the click
    m_order = order;
    horizontalHeader()->setSortIndicatorShown(column >= 0);
    if (column >= 0)
        horizontalHeader()->setSortIndicator(column, order);
}

// Once up, once down: days and changes begin with the newest.
void InboxView::onHeadClicked(int column)
{
    const bool same = m_sorted == column;
    const bool newest = column == InboxModel::Updated || column == InboxModel::Filed;
    const bool down = same ? m_order == Qt::AscendingOrder : newest;
    emit sortRequested(column, down ? Qt::DescendingOrder : Qt::AscendingOrder);
}
