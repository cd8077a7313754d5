#include "wire.h"

#include "wire_common.h"

template <class V> void describe(V &v, NewAttachment &o)
{
    v("id", o.id);
    v("name", o.name);
    v("type", o.type);
    v("size", o.size);
    v("sha256", o.sha256);
    v("field", o.field);
}

template <class V> void describe(V &, TakeOver &) { }

template <class V> void describe(V &v, Assign &o)
{
    v("assignee", o.assignee);
    v("name", o.name);
}

template <class V> void describe(V &v, ChangeState &o)
{
    v("to", o.to);
    v("reason", o.reason);
}

template <class V> void describe(V &v, Reply &o)
{
    v("id", o.id);
    v("text", o.text);
    v("attachments", o.attachments);
    v("lastSeen", o.lastSeen);
}

template <class V> void describe(V &v, RequestDocuments &o)
{
    v("id", o.id);
    v("message", o.message);
    v("text", o.text);
    v("items", o.items);
    v("due", o.due);
    v("lastSeen", o.lastSeen);
}

template <class V> void describe(V &v, AddNote &o)
{
    v("id", o.id);
    v("text", o.text);
}

template <class V> void describe(V &v, SetFollowUp &o)
{
    v("id", o.id);
    v("on", o.on);
    v("reason", o.reason);
}

template <class V> void describe(V &v, CompleteFollowUp &o)
{
    v("id", o.id);
}

template <class V> void describe(V &v, RequestFee &o)
{
    v("id", o.id);
    v("items", o.items);
    v("reason", o.reason);
    v("due", o.due);
    v("reference", o.reference);
    v("source", o.source);
}

template <class V> void describe(V &v, CancelFee &o)
{
    v("id", o.id);
    v("reason", o.reason);
}

template <class V> void describe(V &v, IssueNotice &o)
{
    v("id", o.id);
    v("title", o.title);
    v("templateId", o.templateId);
    v("templateVersion", o.templateVersion);
    v("templateHash", o.templateHash);
    v("content", o.content);
    v("document", o.document);
    v("channel", o.channel);
    v("letterDate", o.letterDate);
    v("disclosedOn", o.disclosedOn);
    v("remedyEndsOn", o.remedyEndsOn);
    v("fee", o.fee);
    v("lastSeen", o.lastSeen);
}

template <class V> void describe(V &v, ConfirmFinality &o)
{
    v("id", o.id);
    v("on", o.on);
}

template <class V> void describe(V &v, MarkRead &o)
{
    v("upTo", o.upTo);
}

template <class V> void describe(V &v, RecordFinding &o)
{
    v("path", o.path);
    v("finding", o.finding);
}

template <class V> void describe(V &v, OpenCase &o)
{
    v("type", o.type);
    v("typeVersion", o.typeVersion);
    v("department", o.department);
    v("title", o.title);
    v("internal", o.internal);
    v("parties", o.parties);
    v("answers", o.answers);
    v("targetDue", o.targetDue);
    v("period", o.period);
}

template <class V> void describe(V &v, FileApplication &o)
{
    v("type", o.type);
    v("typeVersion", o.typeVersion);
    v("department", o.department);
    v("reference", o.reference);
    v("title", o.title);
    v("language", o.language);
    v("level", o.level);
    v("parties", o.parties);
    v("answers", o.answers);
    v("attachments", o.attachments);
    v("consent", o.consent);
    v("targetDue", o.targetDue);
    v("period", o.period);
}

template <class V> void describe(V &v, ReceiveMessage &o)
{
    v("id", o.id);
    v("text", o.text);
    v("attachments", o.attachments);
}

template <class V> void describe(V &v, WithdrawApplication &o)
{
    v("reason", o.reason);
}

template <class V> void describe(V &v, SettleFee &o)
{
    v("id", o.id);
    v("state", o.state);
    v("reference", o.reference);
}

template <class V> void describe(V &v, RecordRetrieval &o)
{
    v("retrieval", o.retrieval);
}

namespace {

// Wire name of each type of operation; calls visit(name, Args {}) until it returns true.
template <class Visit> bool eachType(Visit visit)
{
    return visit("takeOver", TakeOver{}) || visit("assign", Assign{})
        || visit("changeState", ChangeState{}) || visit("reply", Reply{})
        || visit("requestDocuments", RequestDocuments{}) || visit("addNote", AddNote{})
        || visit("setFollowUp", SetFollowUp{}) || visit("completeFollowUp", CompleteFollowUp{})
        || visit("requestFee", RequestFee{}) || visit("cancelFee", CancelFee{})
        || visit("issueNotice", IssueNotice{}) || visit("confirmFinality", ConfirmFinality{})
        || visit("markRead", MarkRead{}) || visit("recordFinding", RecordFinding{})
        || visit("openCase", OpenCase{}) || visit("fileApplication", FileApplication{})
        || visit("receiveMessage", ReceiveMessage{})
        || visit("withdrawApplication", WithdrawApplication{}) || visit("settleFee", SettleFee{})
        || visit("recordRetrieval", RecordRetrieval{});
}

template <class V> void describeEnvelope(V &v, Operation &o)
{
    v("opId", o.id);
    v("deviceId", o.device);
    v("after", o.after);
    v("kind", o.kind);
    v("baseVersion", o.baseVersion);
    v("createdAt", o.createdAt);
}

} // namespace

template <class V> void describe(V &v, Operation &o)
{
    describeEnvelope(v, o);
}

// The id of what the operation changes, moved to where it belongs. Programs before `kind` wrote
// "caseId".
static QString takeTarget(Operation &operation)
{
    const QString id = operation.unknown.value(QLatin1String("id")).toString();
    if (operation.kind != AggregateKind::Case)
        return id;
    const QString former = operation.unknown.take(QStringLiteral("caseId")).toString();
    operation.unknown.remove(QStringLiteral("id"));
    operation.caseId.text = id.isEmpty() ? former : id;
    return operation.caseId.text;
}

QString typeName(const Operation &operation)
{
    QString name = operation.unknownType;
    eachType([&]<class Args>(const char *wire, const Args &) {
        if (!std::holds_alternative<Args>(operation.args))
            return false;
        name = QString::fromLatin1(wire);
        return true;
    });
    return name;
}

QJsonObject toJson(const Operation &operation)
{
    QJsonObject json = JsonWriter::write(operation);
    if (!operation.caseId.isNull())
        json.insert(QStringLiteral("id"), operation.caseId.text);
    json.insert(QStringLiteral("type"), typeName(operation));
    eachType([&]<class Args>(const char *, const Args &) {
        const Args *args = std::get_if<Args>(&operation.args);
        if (args)
            json.insert(QStringLiteral("args"), JsonWriter::write(*args));
        return args != nullptr;
    });
    return json;
}

Result<Operation> operationFromJson(const QJsonObject &json)
{
    Result<Operation> operation = JsonReader::read<Operation>(json);
    if (!operation)
        return operation;
    const QString type = json.value(QLatin1String("type")).toString();
    const QString target = takeTarget(*operation);
    if (type.isEmpty() || operation->id.isNull() || target.isEmpty())
        return error(ErrorCode::InvalidInput, "operation.envelope");
    operation->unknown.remove(QStringLiteral("type"));
    if (operation->kind != AggregateKind::Case) {
        operation->unknownType = type;
        return operation;
    }
    std::optional<Error> failure;
    const bool known = eachType([&]<class Args>(const char *name, const Args &) {
        if (type != QLatin1String(name))
            return false;
        const Result<Args> args = JsonReader::read<Args>(
            json.value(QLatin1String("args")).toObject(), QStringLiteral("args"));
        if (args)
            operation->args = *args;
        else
            failure = args.error();
        return true;
    });
    if (failure)
        return *failure;
    if (known)
        operation->unknown.remove(QStringLiteral("args"));
    else
        operation->unknownType = type;
    return operation;
}
