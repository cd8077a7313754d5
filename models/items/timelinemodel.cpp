#include "timelinemodel.h"

#include "roles.h"

#include <QSet>

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    const TimelineRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole: // worded by the page
    case CodeRole:
        return row->event.code;
    case IdRole:
        return row->event.id.text;
    case ParamsRole:
        return row->event.params;
    case AtRole:
        return dateTime(row->event.at);
    case ActorRole:
        return row->event.actor.name;
    case ActorKindRole:
        return int(row->event.actor.kind);
    case ShownToApplicantRole:
        return row->event.shownToApplicant;
    case PendingRole:
        return row->pending;
    }
    return {};
}

QHash<int, QByteArray> TimelineModel::roleNames() const
{
    return { { IdRole, "id" }, { CodeRole, "code" }, { ParamsRole, "params" }, { AtRole, "at" },
        { ActorRole, "actor" }, { ActorKindRole, "actorKind" },
        { ShownToApplicantRole, "shownToApplicant" }, { PendingRole, "pending" } };
}

void TimelineModel::setCase(const ViewedCase &viewed)
{
    QSet<QString> known;
    for (const TimelineEvent &event : viewed.portal.events)
        known.insert(event.id.text);
    QList<TimelineRow> rows;
    for (const TimelineEvent &event : viewed.caseFile.events)
        rows.append({ event, !known.contains(event.id.text) });
    setRows(rows);
}

void TimelineModel::clear()
{
    setRows({});
}
