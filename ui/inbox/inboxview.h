#pragma once

#include "models/domain/ids.h"
#include "models/items/savedview.h"

#include <QPersistentModelIndex>
#include <QTableView>
#include <QTimer>

class DeskContext;
class InboxCells;
class InboxDelegate;
class Theme;

// The list of cases. A table with fixed heights, because only that scrolls through a million rows
// without measuring them: either with one visible column that shows a case in two lines, where the
// few rows that carry the heading of a group are found by bisection and made higher, or with a
// column for each fact. What comes, goes or moves leaves the rows that are read where they are.
class InboxView : public QTableView {
    Q_OBJECT
public:
    explicit InboxView(const DeskContext &context, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    CaseId currentCase() const;
    // Makes it the current row if it is in the list.
    bool select(const CaseId &id, int row);
    // As soon as the list has them: this case is chosen and that one is the first to be seen.
    void selectLater(const CaseId &id, const CaseId &top);
    CaseId topCase() const; // of the first row that is seen
    // After another filter or order: what is chosen comes into sight, else the beginning.
    void showAnew();

    void setTable(bool table);
    bool isTable() const { return m_table; }
    void setColumns(const QList<ListLook::Column> &columns); // of the table; empty: the usual ones
    QList<ListLook::Column> columns() const;
    void setSorted(int column, Qt::SortOrder order); // shown in the head of the table

    int groupSize(int group) const { return m_groupSizes.value(group); } // rows below its heading
    static int rowHeight(const Theme &theme);
    static int headingHeight(const Theme &theme);
    static QString groupName(int group);

signals:
    void caseChosen(const CaseId &id); // the current row, by mouse or keyboard
    void caseOpened(const CaseId &id); // Enter or double click
    void sortRequested(int column, Qt::SortOrder order);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    CaseId caseAt(const QModelIndex &index) const;
    int firstColumn() const; // that is seen
    void arrangeColumns();
    void measure();
    void measureGroups(const Theme &theme);
    void hold(); // the rows that are seen, before others change
    void bringBack();
    bool bringWished();
    void step(int rows);
    int firstOf(int group, int from) const;
    void onHeadClicked(int column);

    InboxDelegate *m_lines;
    InboxCells *m_cells;
    bool m_table = false;
    QList<ListLook::Column> m_columns;
    int m_sorted = -1;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    QList<int> m_groupSizes;
    QTimer m_measure; // gathers many changes into one pass
    QPersistentModelIndex m_held;
    int m_heldAt = 0; // its distance from the upper edge
    bool m_anew = false;
    CaseId m_wished;
    CaseId m_wishedTop;
};
