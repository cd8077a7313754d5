#pragma once

#include "figures.h"

#include <QAbstractTableModel>

// A table of figures for a view. Rows keep their place while their numbers change, so that the
// keyboard stays where it is when the board is counted anew.
class FigureModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(const FigureTable &table);
    const FigureTable &table() const { return m_table; }
    const FigureCell *cell(const QModelIndex &index) const; // null: none there

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    FigureTable m_table;
};
