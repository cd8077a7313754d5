#include "outboxmodel.h"

#include "conflict.h"
#include "roles.h"

#include "models/store/caseview.h"
#include "models/store/draftstore.h"

#include <QJsonArray>

OutboxModel::OutboxModel(CaseView &view, Part part, QObject *parent)
    : RowList(parent)
    , m_view(view)
    , m_part(part)
{
    connect(&view, &CaseView::outboxChanged, this, &OutboxModel::reload);
    if (part == Part::NotSent) // a draft may be all that is left of a case
        connect(&view, &CaseView::caseRemoved, this, &OutboxModel::reload, Qt::QueuedConnection);
    reload();
}

namespace {

constexpr qint64 keptSeconds = 7 * 24 * 3600; // of what was revoked, see Outbox::tidy()

// For telling one operation from another.
QString firstWords(const QString &text)
{
    return text.left(400).simplified().left(160);
}

bool isRevoked(const PendingOperation &entry)
{
    return entry.state == PendingState::NeedsAttention
        && entry.reason == QLatin1String("case.revoked");
}

// The texts of a draft, whatever editor wrote it.
QString wordsOf(const Draft &draft)
{
    QStringList parts;
    for (const char *key : { "text", "subject", "introduction" })
        parts.append(draft.content.value(QLatin1String(key)).toString());
    for (const char *key : { "decisions", "conditions" }) {
        for (const QJsonValue &text : draft.content.value(QLatin1String(key)).toArray())
            parts.append(text.toString());
    }
    const QJsonObject reasons = draft.content.value(QLatin1String("reasons")).toObject();
    for (const char *key : { "facts", "law", "discretion" })
        parts.append(reasons.value(QLatin1String(key)).toString());
    parts.removeAll(QString());
    return parts.join(QStringLiteral("\n\n"));
}

bool mayEdit(const Operation &operation)
{
    return std::holds_alternative<Reply>(operation.args)
        || std::holds_alternative<IssueNotice>(operation.args)
        || std::holds_alternative<AddNote>(operation.args);
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
        return firstWords(row->draft.isEmpty() ? clerkWords(entry.operation) : row->draft);
    case TextRole:
        return row->draft.isEmpty() ? clerkWords(entry.operation) : row->draft;
    case DraftRole:
        return !row->draft.isEmpty();
    case MayEditRole:
        return mayEdit(entry.operation) && !entry.maybeArrived
            && entry.state != PendingState::Sending;
    case KeptUntilRole:
        return entry.settledAt.isNull() ? QVariant()
                                        : dateTime(entry.settledAt.plusSeconds(keptSeconds));
    case OperationRole:
        return entry.operation.id.text;
    case TypeRole:
        return row->draft.isEmpty() ? typeName(entry.operation) : QStringLiteral("draft");
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
        { QueuedRole, "queued" }, { MayWithdrawRole, "mayWithdraw" }, { TextRole, "text" },
        { MayEditRole, "mayEdit" }, { DraftRole, "draft" }, { KeptUntilRole, "keptUntil" } };
}

void OutboxModel::reload()
{
    QList<OutboxRow> next;
    for (const PendingOperation &entry : m_view.outbox().all()) {
        if (isRevoked(entry) != (m_part == Part::NotSent))
            continue;
        OutboxRow row{ entry, {}, {}, {}, {} };
        if (const auto shown = m_view.row(m_view.keyOf(entry.operation.caseId))) {
            row.reference = shown->reference;
            row.applicant = shown->applicant;
            row.title = shown->title;
        }
        next.append(row);
    }
    if (m_part == Part::NotSent)
        addDrafts(next);
    setRows(next);
}

void OutboxModel::addDrafts(QList<OutboxRow> &rows) const
{
    for (const Draft &draft : m_view.outbox().drafts().all()) {
        const QString words = wordsOf(draft);
        if (words.isEmpty() || m_view.keyOf(draft.caseId) != 0)
            continue;
        OutboxRow row;
        row.entry.operation.id = OperationId{ draft.id.text };
        row.entry.operation.caseId = draft.caseId;
        row.entry.state = PendingState::NeedsAttention;
        row.entry.reason = QStringLiteral("case.revoked");
        row.entry.queuedAt = draft.savedAt;
        row.draft = words;
        rows.append(row);
    }
}
