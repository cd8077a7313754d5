#include "figuremodel.h"

#include <QLocale>

void FigureModel::setTable(const FigureTable &table)
{
    const bool sameShape
        = table.rows.size() == m_table.rows.size() && table.headings == m_table.headings;
    if (!sameShape)
        beginResetModel();
    m_table = table;
    if (!sameShape)
        endResetModel();
    else if (!m_table.rows.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

const FigureCell *FigureModel::cell(const QModelIndex &index) const
{
    if (!index.isValid() || index.row() >= m_table.rows.size()
        || index.column() >= m_table.rows[index.row()].size())
        return nullptr;
    return &m_table.rows[index.row()][index.column()];
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.headings.size());
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    const FigureCell *found = cell(index);
    if (!found)
        return {};
    const bool number = found->value.typeId() == QMetaType::Int;
    const QString text
        = number ? QLocale().toString(found->value.toInt()) : found->value.toString();
    switch (role) {
    case Qt::DisplayRole:
        return text;
    case Qt::TextAlignmentRole:
        return int((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::AccessibleTextRole:
        return index.column() == 0 ? text
                                   : QStringLiteral("%1, %2: %3")
                                         .arg(m_table.rows[index.row()].first().value.toString(),
                                             m_table.headings[index.column()], text);
    default:
        return {};
    }
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_table.headings.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole && !m_table.narrow.isEmpty())
        return m_table.narrow[section];
    return role == Qt::DisplayRole || role == Qt::ToolTipRole || role == Qt::AccessibleTextRole
        ? QVariant(m_table.headings[section])
        : QVariant();
}
