#pragma once

#include "rowlist.h"

#include "models/domain/pending.h"

class CaseView;

struct OutboxRow {
    PendingOperation entry;
    QString reference;
    QString applicant;
    QString title;
    QString draft; // words of a draft that stands here in place of an operation
    const QString &identity() const { return entry.operation.id.text; }
    bool operator==(const OutboxRow &) const = default;
};

// What has not reached the portal yet, oldest first, with the reason and the next attempt; or, as
// the other part, what will not be sent because its case is no longer the clerk's: own words only,
// drafts among them, until they are deleted.
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
        TextRole, // everything the clerk wrote
        MayEditRole, // bool: its words can be taken back into their editor
        DraftRole, // bool: OperationRole is the id of a draft
        KeptUntilRole, // QDateTime: of what is not sent; null for drafts
    };
    enum class Part { Waiting, NotSent };
    explicit OutboxModel(CaseView &view, Part part = Part::Waiting, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    void reload(); // a draft changed, of which no store tells

private:
    void addDrafts(QList<OutboxRow> &rows) const;

    CaseView &m_view;
    Part m_part;
};
