#pragma once

#include "models/domain/ids.h"

#include <QTableView>
#include <QTimer>

class DeskContext;
class Theme;

// The list of cases. A table with one visible column, because only a table with fixed heights
// scrolls through a million rows without measuring them; the few rows that carry the heading of a
// group are found by bisection and made higher.
class InboxView : public QTableView {
    Q_OBJECT
public:
    explicit InboxView(const DeskContext &context, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    CaseId currentCase() const;
    // Makes it the current row if it is in the list.
    bool select(const CaseId &id, int row);

    int groupSize(int group) const { return m_groupSizes.value(group); } // rows below its heading
    static int rowHeight(const Theme &theme);
    static int headingHeight(const Theme &theme);
    static QString groupName(int group);

signals:
    void caseChosen(const CaseId &id); // the current row, by mouse or keyboard
    void caseOpened(const CaseId &id); // Enter or double click

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    CaseId caseAt(const QModelIndex &index) const;
    void measure();
    void step(int rows);
    int firstOf(int group, int from) const;

    QList<int> m_groupSizes;
    QTimer m_measure; // gathers many changes into one pass
};
