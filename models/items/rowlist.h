#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <algorithm>

// A flat list of value rows that is brought to its new content by the signals that matter on the
// pages of a case: equal rows stay, a row of the same identity is patched, what is new comes in at
// the end. So a reader keeps the place and a screen reader hears only what is new. Kept for the
// rows of one case; `Row` needs == and a member identity().
template <class Row> class RowList : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    const Row *at(const QModelIndex &index) const
    {
        return index.isValid() && index.row() < m_rows.size() ? &m_rows[index.row()] : nullptr;
    }
    const QList<Row> &rows() const { return m_rows; }

    void setRows(const QList<Row> &next)
    {
        removeMissing(next);
        for (qsizetype i = 0; i < next.size(); ++i) {
            if (i < m_rows.size() && m_rows[i].identity() == next[i].identity()) {
                patch(i, next[i]);
                continue;
            }
            const auto rest = m_rows.begin() + i;
            const bool later = std::any_of(rest, m_rows.end(),
                [&](const Row &row) { return row.identity() == next[i].identity(); });
            if (later) { // the order itself has changed: rare, the tail comes anew
                beginRemoveRows({}, int(i), int(m_rows.size() - 1));
                m_rows.resize(i);
                endRemoveRows();
            }
            beginInsertRows({}, int(i), int(i));
            m_rows.insert(i, next[i]);
            endInsertRows();
        }
    }

private:
    void removeMissing(const QList<Row> &next)
    {
        QSet<QString> wanted;
        for (const Row &row : next)
            wanted.insert(row.identity());
        for (qsizetype i = m_rows.size() - 1; i >= 0; --i) {
            if (wanted.contains(m_rows[i].identity()))
                continue;
            this->beginRemoveRows({}, int(i), int(i));
            m_rows.removeAt(i);
            this->endRemoveRows();
        }
    }
    void patch(qsizetype row, const Row &next)
    {
        if (m_rows[row] == next)
            return;
        m_rows[row] = next;
        emit this->dataChanged(this->index(int(row)), this->index(int(row)));
    }

    QList<Row> m_rows;
};
