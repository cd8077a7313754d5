#include "loadmodel.h"

#include "ui/words/deskcontext.h"

#include <QMimeData>

namespace {

const auto rowType = QStringLiteral("application/x-kontor-load-row");

} // namespace

LoadModel::LoadModel(const DeskContext &context, QObject *parent)
    : QAbstractTableModel(parent)
    , m_context(context)
{
}

void LoadModel::setTrial(const Redistribution &trial)
{
    const bool sameShape = trial.team().size() == m_team.size();
    if (!sameShape)
        beginResetModel();
    m_team = trial.team();
    m_before = trial.before();
    m_after = trial.after();
    m_most = 1;
    for (const ClerkLoad &load : m_before + m_after)
        m_most = std::max(m_most, load.open);
    if (!sameShape)
        endResetModel();
    else
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

ClerkId LoadModel::clerkAt(int row) const
{
    return row > 0 && row <= m_team.size() ? m_team[row - 1].id : ClerkId();
}

bool LoadModel::isAbsent(int row) const
{
    return row > 0 && row <= m_team.size() && m_team[row - 1].absent;
}

QString LoadModel::nameAt(int row) const
{
    const ClerkId clerk = clerkAt(row);
    return clerk.isNull() ? tr("Not assigned") : m_context.clerkName(clerk);
}

int LoadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_before.size());
}

int LoadModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int LoadModel::amount(int row, int column) const
{
    switch (column) {
    case Before:
        return m_before[row].open;
    case After:
        return m_after[row].open;
    case Overdue:
        return m_after[row].overdue;
    default:
        return m_after[row].risk;
    }
}

QString LoadModel::text(const QModelIndex &index) const
{
    if (index.column() == Person)
        return nameAt(index.row());
    if (index.column() == Absent)
        return clerkAt(index.row()).isNull() ? QString()
            : isAbsent(index.row())          ? tr("absent")
                                             : tr("present");
    return QLocale().toString(amount(index.row(), index.column()));
}

QVariant LoadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::AccessibleTextRole:
        return index.column() == Person
            ? text(index)
            : QStringLiteral("%1, %2: %3")
                  .arg(nameAt(index.row()),
                      headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                      text(index));
    case Qt::CheckStateRole:
        return index.column() == Absent && !clerkAt(index.row()).isNull()
            ? QVariant(isAbsent(index.row()) ? Qt::Checked : Qt::Unchecked)
            : QVariant();
    case AmountRole:
        return index.column() >= Before ? amount(index.row(), index.column()) : 0;
    case MostRole:
        return m_most;
    case ChangeRole:
        return index.column() == After ? m_after[index.row()].open - m_before[index.row()].open : 0;
    default:
        return {};
    }
}

QVariant LoadModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Person:
        return tr("Person");
    case Absent:
        return tr("Presence");
    case Before:
        return tr("Open now");
    case After:
        return tr("Open afterwards");
    case Overdue:
        return tr("Overdue afterwards");
    case Risk:
        return tr("14 days afterwards");
    default:
        return {};
    }
}

Qt::ItemFlags LoadModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
    if (!clerkAt(index.row()).isNull() && !isAbsent(index.row()))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QStringList LoadModel::mimeTypes() const
{
    return { rowType };
}

QMimeData *LoadModel::mimeData(const QModelIndexList &indexes) const
{
    auto *data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(rowType, QByteArray::number(indexes.first().row()));
    return data;
}

bool LoadModel::dropMimeData(
    const QMimeData *data, Qt::DropAction, int, int, const QModelIndex &parent)
{
    bool ok = false;
    const int from = data->data(rowType).toInt(&ok);
    if (!ok || !parent.isValid() || from == parent.row())
        return false;
    emit dropped(from, parent.row());
    return true;
}
