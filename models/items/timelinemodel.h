#pragma once

#include "rowlist.h"

#include "models/domain/pending.h"

struct TimelineRow {
    TimelineEvent event;
    bool pending = false;
    const QString &identity() const { return event.id.text; }
    bool operator==(const TimelineRow &) const = default;
};

// What happened to a case, oldest first, with what waits in the outbox at its end. Holds codes and
// parameters; the page words them.
class TimelineModel : public RowList<TimelineRow> {
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
    using RowList::RowList;

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;
    void setCase(const ViewedCase &viewed); // same case: rows are patched, not reset
    void clear();
};
