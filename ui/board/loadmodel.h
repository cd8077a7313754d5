#pragma once

#include "models/board/redistribution.h"

#include <QAbstractTableModel>

class DeskContext;

// The clerks of a trial with what they have and would have. A row can be dragged onto another one.
class LoadModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Person, Absent, Before, After, Overdue, Risk, ColumnCount };
    enum Role { AmountRole = Qt::UserRole, MostRole, ChangeRole }; // ints; MostRole of both bars

    LoadModel(const DeskContext &context, QObject *parent = nullptr);

    void setTrial(const Redistribution &trial); // row 0 are the cases of nobody
    ClerkId clerkAt(int row) const; // null: nobody
    bool isAbsent(int row) const;
    QString nameAt(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
        const QModelIndex &parent) override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }

signals:
    void dropped(int fromRow, int toRow);

private:
    int amount(int row, int column) const;
    QString text(const QModelIndex &index) const;

    const DeskContext &m_context;
    QList<TeamClerk> m_team;
    QList<ClerkLoad> m_before;
    QList<ClerkLoad> m_after;
    int m_most = 1;
};
