#include "conflict.h"

#include "models/domain/wire.h"

#include <QJsonArray>
#include <QJsonObject>
#include <optional>

namespace {

const auto baseKey = QStringLiteral("base");
constexpr int eventsOfOne = 8; // more than any operation writes

QJsonValue feesValue(const QList<FeeRequest> &fees)
{
    qint64 cents = 0;
    int count = 0;
    for (const FeeRequest &fee : fees) {
        if (fee.state == FeeState::Cancelled)
            continue;
        ++count;
        cents += total(fee.items).cents;
    }
    return QJsonObject{ { QStringLiteral("count"), count }, { QStringLiteral("cents"), cents } };
}

// Amendments and findings stand behind the declaration under the same key: the last one counts.
const FormAnswer *newestAnswer(const QList<FormAnswer> &answers, QStringView path)
{
    const qsizetype dot = path.indexOf(u'.');
    const QStringView key = dot < 0 ? path : path.left(dot);
    const FormAnswer *newest = nullptr;
    for (const FormAnswer &answer : answers) {
        if (answer.key != key)
            continue;
        if (dot >= 0)
            return newestAnswer(answer.children, path.mid(dot + 1));
        newest = &answer;
    }
    return newest;
}

QString wordsOf(const FormAnswer &answer)
{
    return answer.display.isEmpty() ? answer.value.toVariant().toString() : answer.display;
}

QJsonValue wantedValue(
    const QString &field, const Operation &operation, const CaseFile &portal, const ClerkId &me)
{
    if (field == QLatin1String("state")) {
        if (const auto *change = std::get_if<ChangeState>(&operation.args))
            return wireName(change->to);
        if (std::holds_alternative<RequestDocuments>(operation.args))
            return wireName(CaseState::WaitingForApplicant);
        if (std::holds_alternative<IssueNotice>(operation.args))
            return wireName(CaseState::Decided);
    }
    if (const auto *assign = std::get_if<Assign>(&operation.args))
        return assign->assignee.text;
    if (const auto *record = std::get_if<RecordFinding>(&operation.args))
        return wordsOf(record->finding);
    if (std::holds_alternative<CompleteFollowUp>(operation.args))
        return true;
    if (std::holds_alternative<CancelFee>(operation.args))
        return wireName(FeeState::Cancelled);
    const RequestFee *fee = std::get_if<RequestFee>(&operation.args);
    if (const auto *issue = std::get_if<IssueNotice>(&operation.args); issue && issue->fee)
        fee = &*issue->fee;
    if (fee && field == QLatin1String("fees")) {
        return QJsonObject{ { QStringLiteral("count"), 1 },
            { QStringLiteral("cents"), total(fee->items).cents } };
    }
    if (field == QLatin1String("assignee")) // taking over leaves the state of an accepted case
        return me.text;
    return fieldValue(field, portal);
}

// The portal derives the ids of an operation's events from its id, so its change names its author.
void nameAuthor(ConflictingField &conflict, const FieldChange &change, const CaseFile &portal)
{
    for (int number = 1; number <= eventsOfOne; ++number) {
        const QString id
            = derivedUuid(change.operation.text, QByteArray("event/") + QByteArray::number(number));
        for (const TimelineEvent &event : portal.events) {
            if (event.id.text != id)
                continue;
            conflict.author = event.actor.name;
            conflict.at = event.at;
            return;
        }
    }
}

std::optional<MessageId> lastSeenOf(const Operation &operation)
{
    if (const auto *reply = std::get_if<Reply>(&operation.args))
        return reply->lastSeen;
    if (const auto *request = std::get_if<RequestDocuments>(&operation.args))
        return request->lastSeen;
    if (const auto *issue = std::get_if<IssueNotice>(&operation.args))
        return issue->lastSeen;
    return std::nullopt;
}

} // namespace

QJsonValue fieldValue(const QString &field, const CaseFile &caseFile)
{
    if (field == QLatin1String("state"))
        return wireName(caseFile.state);
    if (field == QLatin1String("assignee"))
        return caseFile.assignee.text;
    if (field == QLatin1String("fees"))
        return feesValue(caseFile.fees);
    const QString part = field.section(QLatin1Char('/'), 1);
    if (field.startsWith(QLatin1String("fee/"))) {
        const FeeRequest *fee = findFee(caseFile, FeeId{ part });
        return fee ? wireName(fee->state) : QString();
    }
    if (field.startsWith(QLatin1String("followUp/"))) {
        for (const FollowUp &followUp : caseFile.followUps) {
            if (followUp.id.text == part)
                return !followUp.doneAt.isNull();
        }
        return false;
    }
    if (field.startsWith(QLatin1String("answer/"))) {
        const FormAnswer *answer = newestAnswer(caseFile.answers, part);
        return answer ? wordsOf(*answer) : QString();
    }
    return {};
}

void keepBase(Operation &operation, const CaseFile &seen)
{
    QJsonObject base;
    for (const QString &field : writtenFields(operation))
        base.insert(field, fieldValue(field, seen));
    if (!base.isEmpty())
        operation.unknown.insert(baseKey, base);
}

QList<ConflictingField> conflictingFields(
    const PendingOperation &entry, const CaseFile &portal, const ClerkId &me)
{
    QList<ConflictingField> list;
    const QJsonObject base = entry.operation.unknown.value(baseKey).toObject();
    for (const QString &field : writtenFields(entry.operation)) {
        const FieldChange change = portal.changes.value(field);
        if (change.version <= entry.operation.baseVersion)
            continue;
        ConflictingField conflict;
        conflict.field = field;
        conflict.base = base.contains(field) ? base.value(field) : QJsonValue::Undefined;
        conflict.mine = wantedValue(field, entry.operation, portal, me);
        conflict.theirs = fieldValue(field, portal);
        nameAuthor(conflict, change, portal);
        list.append(conflict);
    }
    return list;
}

QList<Message> newerMessages(const Operation &operation, const CaseFile &portal)
{
    const std::optional<MessageId> seen = lastSeenOf(operation);
    QList<Message> newer;
    if (!seen)
        return newer;
    bool after = seen->isNull();
    for (const Message &message : portal.messages) {
        if (after && message.direction == MessageDirection::FromApplicant)
            newer.append(message);
        after = after || message.id == *seen;
    }
    return newer;
}

QString clerkWords(const Operation &operation)
{
    if (const auto *reply = std::get_if<Reply>(&operation.args))
        return reply->text;
    if (const auto *request = std::get_if<RequestDocuments>(&operation.args)) {
        QStringList lines = request->text.isEmpty() ? QStringList() : QStringList{ request->text };
        for (const QString &item : request->items)
            lines.append(QStringLiteral("- ") + item);
        return lines.join(QLatin1Char('\n'));
    }
    if (const auto *note = std::get_if<AddNote>(&operation.args))
        return note->text;
    if (const auto *followUp = std::get_if<SetFollowUp>(&operation.args))
        return followUp->reason;
    if (const auto *fee = std::get_if<RequestFee>(&operation.args))
        return fee->reason;
    if (const auto *change = std::get_if<ChangeState>(&operation.args))
        return change->reason;
    if (const auto *finding = std::get_if<RecordFinding>(&operation.args))
        return wordsOf(finding->finding);
    if (const auto *open = std::get_if<OpenCase>(&operation.args))
        return open->title;
    if (const auto *issue = std::get_if<IssueNotice>(&operation.args)) {
        QStringList parts{ issue->title };
        const QJsonObject &content = issue->content;
        for (const char *list : { "decisions", "conditions" }) {
            for (const QJsonValue &text : content.value(QLatin1String(list)).toArray())
                parts.append(text.toString());
        }
        const QJsonObject reasons = content.value(QLatin1String("reasons")).toObject();
        for (const char *part : { "facts", "law", "discretion" })
            parts.append(reasons.value(QLatin1String(part)).toString());
        parts.removeAll(QString());
        return parts.join(QStringLiteral("\n\n"));
    }
    return {};
}

OperationArgs renewedArgs(const Operation &operation, const CaseFile &portal)
{
    OperationArgs args = operation.args;
    const MessageId newest = lastApplicantMessage(portal);
    if (auto *reply = std::get_if<Reply>(&args))
        reply->lastSeen = newest;
    else if (auto *request = std::get_if<RequestDocuments>(&args))
        request->lastSeen = newest;
    else if (auto *issue = std::get_if<IssueNotice>(&args))
        issue->lastSeen = newest;
    return args;
}
