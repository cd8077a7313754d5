#pragma once

#include "models/domain/pending.h"

#include <QAbstractListModel>

class CaseView;

// What has not reached the portal yet, oldest first, with the reason and the next attempt.
class OutboxModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        OperationRole = Qt::UserRole, // id
        TypeRole, // wire name: "reply", "issueNotice"
        CaseIdRole,
        ReferenceRole, // of the case; empty: not yet given
        ApplicantRole,
        TitleRole, // of the case
        SummaryRole, // first line of what the clerk wrote
        StateRole, // int of PendingState
        ReasonRole, // key
        ParamsRole, // QJsonObject of the reason
        AttemptsRole,
        NextAttemptRole, // QDateTime or null: at once
        QueuedRole, // QDateTime
    };
    explicit OutboxModel(CaseView &view, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void reload();

    struct Row {
        PendingOperation entry;
        QString reference;
        QString applicant;
        QString title;
        bool operator==(const Row &) const = default;
    };
    CaseView &m_view;
    QList<Row> m_rows;
};
