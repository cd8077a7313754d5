#pragma once

#include "models/domain/pending.h"

#include <QAbstractListModel>
#include <optional>

// Messages between applicant and office, oldest first; one that waits in the outbox says so.
class MessageModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole,
        TextRole, // plain
        FromApplicantRole, // bool
        AuthorRole,
        AtRole, // QDateTime
        ReadByOfficeRole, // QDateTime or null
        ReadByApplicantRole,
        AttachmentsRole, // QStringList of attachment ids
        PendingStateRole, // int of PendingState; Delivered: at the portal
        ReasonRole, // key, of a pending one that was not sent
        NextAttemptRole, // QDateTime or null
        OperationRole, // id of the pending operation, empty otherwise
    };
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCase(const ViewedCase &viewed);
    void clear();

private:
    struct Row {
        Message message;
        std::optional<PendingOperation> pending;
        bool operator==(const Row &) const = default;
    };
    QList<Row> m_rows;
};
