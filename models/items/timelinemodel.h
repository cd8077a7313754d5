#pragma once

#include "models/domain/pending.h"

#include <QAbstractListModel>

// What happened to a case, oldest first, with what waits in the outbox at its end. Holds codes and
// parameters; the page words them.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        CodeRole, // "case.filed"
        ParamsRole, // QJsonObject
        AtRole, // QDateTime
        ActorRole, // name; empty: the system
        ActorKindRole, // int of ActorKind
        ShownToApplicantRole, // bool
        PendingRole, // bool: not yet at the portal
    };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCase(const ViewedCase &viewed); // same case: rows are patched, not reset
    void clear();

private:
    struct Row {
        TimelineEvent event;
        bool pending = false;
        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
};
