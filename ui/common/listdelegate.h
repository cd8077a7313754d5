#pragma once

#include "textpainter.h"
#include <QStyledItemDelegate>

// Base of every list and table: paints the background of a row (selected, hovered, focused by the
// keyboard) and lends plain, cached, elided text. Subclasses override paintRow and rowHeight.
class ListDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ListDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const final;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    // Default: DisplayRole as one line of Ui text; alignment from TextAlignmentRole.
    virtual void paintRow(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index, const Theme &theme) const;
    // Default: a table row, max(36, font + padding).
    virtual int rowHeight(const QModelIndex &index, const Theme &theme) const;
    // False for group rows: no hover, no selection.
    virtual bool isSelectable(const QModelIndex &index) const;
    // The accent bar at the left of a selected row; tables have none.
    void setAccentBar(bool on) { m_accentBar = on; }
    // Lines between the rows begin at this distance from the left; -1: no lines.
    void setDivider(int left) { m_dividerLeft = left; }
    TextPainter &text() const { return m_text; }

private:
    void paintBackground(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    bool m_accentBar = false;
    int m_dividerLeft = 0;
    mutable TextPainter m_text;
};
