#include "outboxmodel.h"

#include "roles.h"

#include "models/store/caseview.h"

OutboxModel::OutboxModel(CaseView &view, QObject *parent)
    : RowList(parent)
    , m_view(view)
{
    connect(&view, &CaseView::outboxChanged, this, &OutboxModel::reload);
    reload();
}

namespace {

// What the clerk wrote, for telling one operation from another.
QString summaryOf(const Operation &operation)
{
    QString text;
    if (const auto *reply = std::get_if<Reply>(&operation.args))
        text = reply->text;
    else if (const auto *request = std::get_if<RequestDocuments>(&operation.args))
        text = request->text.isEmpty() ? request->items.join(QStringLiteral(", ")) : request->text;
    else if (const auto *note = std::get_if<AddNote>(&operation.args))
        text = note->text;
    else if (const auto *notice = std::get_if<IssueNotice>(&operation.args))
        text = notice->title;
    else if (const auto *fee = std::get_if<RequestFee>(&operation.args))
        text = fee->reason;
    else if (const auto *followUp = std::get_if<SetFollowUp>(&operation.args))
        text = followUp->reason;
    else if (const auto *open = std::get_if<OpenCase>(&operation.args))
        text = open->title;
    return text.left(400).simplified().left(160);
}

} // namespace

QVariant OutboxModel::data(const QModelIndex &index, int role) const
{
    const OutboxRow *row = at(index);
    if (!row)
        return {};
    const PendingOperation &entry = row->entry;
    switch (role) {
    case Qt::DisplayRole:
    case SummaryRole:
        return summaryOf(entry.operation);
    case OperationRole:
        return entry.operation.id.text;
    case TypeRole:
        return typeName(entry.operation);
    case CaseIdRole:
        return entry.operation.caseId.text;
    case ReferenceRole:
        return row->reference;
    case ApplicantRole:
        return row->applicant;
    case TitleRole:
        return row->title;
    case StateRole:
        return int(entry.state);
    case ReasonRole:
        return entry.reason;
    case ParamsRole:
        return entry.params;
    case AttemptsRole:
        return entry.attempts;
    case NextAttemptRole:
        return dateTime(entry.nextAttempt);
    case QueuedRole:
        return dateTime(entry.queuedAt);
    case MayWithdrawRole:
        return !entry.maybeArrived && entry.state != PendingState::Sending;
    }
    return {};
}

QHash<int, QByteArray> OutboxModel::roleNames() const
{
    return { { OperationRole, "operation" }, { TypeRole, "type" }, { CaseIdRole, "caseId" },
        { ReferenceRole, "reference" }, { ApplicantRole, "applicant" }, { TitleRole, "title" },
        { SummaryRole, "summary" }, { StateRole, "state" }, { ReasonRole, "reason" },
        { ParamsRole, "params" }, { AttemptsRole, "attempts" }, { NextAttemptRole, "nextAttempt" },
        { QueuedRole, "queued" }, { MayWithdrawRole, "mayWithdraw" } };
}

void OutboxModel::reload()
{
    QList<OutboxRow> next;
    for (const PendingOperation &entry : m_view.outbox().all()) {
        OutboxRow row{ entry, {}, {}, {} };
        if (const auto shown = m_view.row(m_view.keyOf(entry.operation.caseId))) {
            row.reference = shown->reference;
            row.applicant = shown->applicant;
            row.title = shown->title;
        }
        next.append(row);
    }
    setRows(next);
}
