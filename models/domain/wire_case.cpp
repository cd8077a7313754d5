#include "wire.h"

#include "wire_common.h"

template <class V> void describe(V &v, Actor &o)
{
    v("kind", o.kind);
    v("id", o.id);
    v("name", o.name);
}

template <class V> void describe(V &v, Participation &o)
{
    v("department", o.department);
    v("kind", o.kind);
    v("state", o.state);
    v("requestedAt", o.requestedAt);
    v("due", o.due);
    v("text", o.text);
    v("by", o.by);
}

template <class V> void describe(V &v, Attachment &o)
{
    v("id", o.id);
    v("name", o.name);
    v("type", o.type);
    v("size", o.size);
    v("sha256", o.sha256);
    v("origin", o.origin);
    v("message", o.message);
    v("field", o.field);
    v("at", o.at);
    v("by", o.by);
}

template <class V> void describe(V &v, TimelineEvent &o)
{
    v("id", o.id);
    v("code", o.code);
    v("params", o.params);
    v("at", o.at);
    v("actor", o.actor);
    v("shownToApplicant", o.shownToApplicant);
}

template <class V> void describe(V &v, Message &o)
{
    v("id", o.id);
    v("direction", o.direction);
    v("author", o.author);
    v("at", o.at);
    v("text", o.text);
    v("attachments", o.attachments);
    v("readByOffice", o.readByOffice);
    v("readByApplicant", o.readByApplicant);
}

template <class V> void describe(V &v, DocumentRequest &o)
{
    v("id", o.id);
    v("message", o.message);
    v("items", o.items);
    v("due", o.due);
    v("at", o.at);
    v("answeredAt", o.answeredAt);
}

template <class V> void describe(V &v, Notice &o)
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
    v("issuedAt", o.issuedAt);
    v("providedAt", o.providedAt);
    v("disclosedOn", o.disclosedOn);
    v("remedyEndsOn", o.remedyEndsOn);
    v("finalOn", o.finalOn);
    v("finalBy", o.finalBy);
    v("fee", o.fee);
    v("issuedBy", o.issuedBy);
}

template <class V> void describe(V &v, FeeRequest &o)
{
    v("id", o.id);
    v("items", o.items);
    v("reason", o.reason);
    v("due", o.due);
    v("reference", o.reference);
    v("source", o.source);
    v("state", o.state);
    v("requestedAt", o.requestedAt);
    v("settledAt", o.settledAt);
    v("requestedBy", o.requestedBy);
    v("notice", o.notice);
}

template <class V> void describe(V &v, Note &o)
{
    v("id", o.id);
    v("text", o.text);
    v("author", o.author);
    v("at", o.at);
}

template <class V> void describe(V &v, FollowUp &o)
{
    v("id", o.id);
    v("on", o.on);
    v("reason", o.reason);
    v("by", o.by);
    v("at", o.at);
    v("doneAt", o.doneAt);
}

template <class V> void describe(V &v, InternalTarget &o)
{
    v("due", o.due);
    v("pauses", o.pauses);
}

template <class V> void describe(V &v, Retention &o)
{
    v("deleteOn", o.deleteOn);
    v("hold", o.hold);
    v("holdReason", o.holdReason);
}

template <class V> void describe(V &v, FieldChange &o)
{
    v("version", o.version);
    v("operation", o.operation);
}

template <class V> void describe(V &v, CaseFile &o)
{
    v("id", o.id);
    v("version", o.version);
    v("reference", o.reference);
    v("type", o.type);
    v("typeVersion", o.typeVersion);
    v("title", o.title);
    v("language", o.language);
    v("internal", o.internal);
    v("state", o.state);
    v("department", o.department);
    v("assignee", o.assignee);
    v("level", o.level);
    v("participations", o.participations);
    v("parties", o.parties);
    v("answers", o.answers);
    v("attachments", o.attachments);
    v("events", o.events);
    v("messages", o.messages);
    v("documentRequests", o.documentRequests);
    v("notices", o.notices);
    v("fees", o.fees);
    v("notes", o.notes);
    v("followUps", o.followUps);
    v("target", o.target);
    v("period", o.period);
    v("consent", o.consent);
    v("retrievals", o.retrievals);
    v("retention", o.retention);
    v("remedyCase", o.remedyCase);
    v("filedAt", o.filedAt);
    v("updatedAt", o.updatedAt);
    v("changes", o.changes);
}

QJsonObject toJson(const CaseFile &caseFile)
{
    return JsonWriter::write(caseFile);
}

Result<CaseFile> caseFromJson(const QJsonObject &json)
{
    return JsonReader::read<CaseFile>(json);
}
