#pragma once

#include "rowlist.h"

#include "models/domain/pending.h"

#include <optional>

struct MessageRow {
    Message message;
    std::optional<PendingOperation> pending;
    const QString &identity() const { return message.id.text; }
    bool operator==(const MessageRow &) const = default;
};

// Messages between applicant and office, oldest first; one that waits in the outbox says so.
class MessageModel : public RowList<MessageRow> {
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
    using RowList::RowList;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCase(const ViewedCase &viewed);
    void clear();
};
