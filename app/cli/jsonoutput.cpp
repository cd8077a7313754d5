#include "jsonoutput.h"

#include "models/domain/wire.h"

#include <QJsonArray>

namespace {

QString iso(QDate day)
{
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

// Without what is empty, as everywhere on the wire.
QJsonObject compact(QJsonObject object)
{
    const QStringList keys = object.keys();
    for (const QString &key : keys) {
        const QJsonValue value = object.value(key);
        if (value.isNull() || (value.isString() && value.toString().isEmpty()))
            object.remove(key);
    }
    return object;
}

QString nameOf(Reachability reachability)
{
    switch (reachability) {
    case Reachability::Unknown:
        return QStringLiteral("unknown");
    case Reachability::Online:
        return QStringLiteral("online");
    case Reachability::Offline:
        return QStringLiteral("offline");
    case Reachability::SignedOut:
        return QStringLiteral("signedOut");
    case Reachability::Paused:
        return QStringLiteral("paused");
    case Reachability::Stopped:
        return QStringLiteral("stopped");
    }
    return {};
}

} // namespace

QString nameOf(PendingState state)
{
    switch (state) {
    case PendingState::Waiting:
        return QStringLiteral("waiting");
    case PendingState::Sending:
        return QStringLiteral("sending");
    case PendingState::Conflict:
        return QStringLiteral("conflict");
    case PendingState::Rejected:
        return QStringLiteral("rejected");
    case PendingState::NeedsAttention:
        return QStringLiteral("needsAttention");
    case PendingState::Delivered:
        return QStringLiteral("delivered");
    }
    return {};
}

QJsonObject jsonOf(const InboxRow &row)
{
    return compact({ { QStringLiteral("id"), row.id.text },
        { QStringLiteral("reference"), row.reference }, { QStringLiteral("type"), row.type.text },
        { QStringLiteral("title"), row.title }, { QStringLiteral("applicant"), row.applicant },
        { QStringLiteral("state"), wireName(row.state) }, { QStringLiteral("due"), iso(row.due) },
        { QStringLiteral("paused"), row.paused },
        { QStringLiteral("periodEnds"), iso(row.periodEnds) },
        { QStringLiteral("assignee"), row.assignee.text },
        { QStringLiteral("department"), row.department.text },
        { QStringLiteral("unread"), row.unread }, { QStringLiteral("followUp"), iso(row.followUp) },
        { QStringLiteral("feeOpen"), row.feeOpen },
        { QStringLiteral("attachments"), row.attachments },
        { QStringLiteral("filed"), row.filed.ms }, { QStringLiteral("updated"), row.updated.ms },
        { QStringLiteral("version"), row.version }, { QStringLiteral("pending"), row.pending },
        { QStringLiteral("attention"), row.attention } });
}

QJsonObject jsonOf(const PendingOperation &entry)
{
    QJsonObject object = compact({ { QStringLiteral("opId"), entry.operation.id.text },
        { QStringLiteral("type"), typeName(entry.operation) },
        { QStringLiteral("case"), entry.operation.caseId.text },
        { QStringLiteral("state"), nameOf(entry.state) },
        { QStringLiteral("reason"), entry.reason }, { QStringLiteral("attempts"), entry.attempts },
        { QStringLiteral("queuedAt"), entry.queuedAt.ms } });
    if (!entry.params.isEmpty())
        object.insert(QStringLiteral("params"), entry.params);
    if (!entry.nextAttempt.isNull())
        object.insert(QStringLiteral("nextAttempt"), entry.nextAttempt.ms);
    return object;
}

QJsonObject jsonOf(const ViewedCase &viewed)
{
    QJsonArray pending;
    for (const PendingOperation &entry : viewed.pending)
        pending.append(jsonOf(entry));
    return { { QStringLiteral("case"), toJson(viewed.caseFile) },
        { QStringLiteral("portalVersion"), viewed.portal.version },
        { QStringLiteral("pending"), pending } };
}

QJsonObject jsonOf(const SyncStatus &status)
{
    QJsonObject object{ { QStringLiteral("reachability"), nameOf(status.reachability) },
        { QStringLiteral("busy"), status.activity != Activity::Idle },
        { QStringLiteral("lastSync"), status.lastSync.ms },
        { QStringLiteral("pending"), status.pending },
        { QStringLiteral("attention"), status.attention } };
    if (status.problem)
        object.insert(QStringLiteral("problem"), toJson(*status.problem));
    return object;
}

int exitCodeOf(const Error &error)
{
    if (error.key == QLatin1String("cli.usage"))
        return 2;
    if (error.key.startsWith(QLatin1String("portal.")) && error.code == ErrorCode::Corrupt)
        return 3; // something else answered in the portal's place
    switch (error.code) {
    case ErrorCode::Unreachable:
    case ErrorCode::Unavailable:
    case ErrorCode::TooMany:
        return 3;
    case ErrorCode::Unauthenticated:
        return 4;
    case ErrorCode::Conflict:
        return 5;
    case ErrorCode::Busy:
        return 6;
    default:
        return 1;
    }
}
