#pragma once

#include "rowlist.h"

#include "models/domain/pending.h"

class CaseView;

struct OutboxRow {
    PendingOperation entry;
    QString reference;
    QString applicant;
    QString title;
    const QString &identity() const { return entry.operation.id.text; }
    bool operator==(const OutboxRow &) const = default;
};

// What has not reached the portal yet, oldest first, with the reason and the next attempt.
class OutboxModel : public RowList<OutboxRow> {
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
        MayWithdrawRole, // bool: it cannot have arrived
    };
    explicit OutboxModel(CaseView &view, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    void reload();

    CaseView &m_view;
};
