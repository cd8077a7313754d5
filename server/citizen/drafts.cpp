#include "drafts.h"

#include "models/faults/faults.h"
#include "server/identity/passwords.h"
#include "server/store/files.h"

#include <QFile>
#include <QJsonArray>

namespace citizen {

namespace {

QByteArray tokenHashOf(const Visit &visit, const DraftId &id)
{
    return portal::tokenHash(
        QString::fromLatin1(visit.derived("draft", id.text.toLatin1()).toHex()));
}

QJsonObject bodyOf(const Draft &draft)
{
    QJsonArray files;
    for (const catalogue::UploadedFile &file : draft.files)
        files.append(toJson(file));
    return { { QStringLiteral("language"), draft.language },
        { QStringLiteral("data"), draft.data.toJson() }, { QStringLiteral("files"), files },
        { QStringLiteral("email"), draft.email }, { QStringLiteral("consent"), draft.consent },
        { QStringLiteral("passed"), QJsonArray::fromStringList(draft.passed) },
        { QStringLiteral("sent"), draft.sent.text } };
}

Result<Draft> draftOf(const portal::CitizenDraft &record)
{
    Draft draft;
    draft.id = record.id;
    draft.service = record.service;
    draft.updatedAt = record.updatedAt;
    const QJsonObject &body = record.body;
    draft.language = body.value(QLatin1String("language")).toString(QStringLiteral("de"));
    const Result<catalogue::FormData> data
        = catalogue::FormData::fromJson(body.value(QLatin1String("data")).toObject());
    if (!data)
        return data.error();
    draft.data = *data;
    for (const QJsonValue &value : body.value(QLatin1String("files")).toArray()) {
        const auto file = catalogue::uploadedFileFromJson(value.toObject());
        if (!file)
            return file.error();
        draft.files.append(*file);
    }
    draft.email = body.value(QLatin1String("email")).toString();
    draft.consent = body.value(QLatin1String("consent")).toString();
    for (const QJsonValue &step : body.value(QLatin1String("passed")).toArray())
        draft.passed.append(step.toString());
    draft.sent.text = body.value(QLatin1String("sent")).toString();
    return draft;
}

Status save(portal::Writing &writing, const Visit &visit, const Draft &draft)
{
    const Timestamp now = visit.site.now();
    portal::CitizenDraft record;
    record.id = draft.id;
    record.tokenHash = tokenHashOf(visit, draft.id);
    record.service = draft.service;
    record.body = bodyOf(draft);
    record.createdAt = record.updatedAt = now;
    record.expiresAt = now.plusSeconds(draftSeconds);
    faults::step("portal.draft.save");
    return portal::CitizenRecords::saveDraft(writing, record);
}

Result<Draft> read(portal::Sql &sql, const Visit &visit, const QString &id)
{
    const Error absent = error(ErrorCode::NotFound, "draft.unknown");
    if (!isUuid(id))
        return absent;
    const auto record = portal::CitizenRecords(sql).draft(DraftId{ id });
    if (!record)
        return record.error();
    if (!*record || (*record)->expiresAt <= visit.site.now()
        || !portal::equalInConstantTime((*record)->tokenHash, tokenHashOf(visit, DraftId{ id })))
        return absent;
    return draftOf(**record);
}

} // namespace

Result<Draft> Drafts::begin(const Visit &visit, const QString &service)
{
    return begin(visit, service, newId<DraftId>(visit.site.context.clock));
}

Result<Draft> Drafts::begin(const Visit &visit, const QString &service, const DraftId &id)
{
    Draft draft;
    draft.id = id;
    draft.service = service;
    draft.language = visit.language;
    draft.updatedAt = visit.site.now();
    const Status saved = visit.site.context.store.write(
        [&](portal::Writing &writing) { return save(writing, visit, draft); });
    if (!saved)
        return saved.error();
    return draft;
}

Result<Draft> Drafts::open(const Visit &visit, const QString &id)
{
    return visit.site.context.store.read([&](portal::Sql &sql) { return read(sql, visit, id); });
}

Result<Draft> Drafts::change(const Visit &visit, const DraftId &id, const Change &change)
{
    return visit.site.context.store.write([&](portal::Writing &writing) -> Result<Draft> {
        Result<Draft> draft = read(writing.sql, visit, id.text);
        if (!draft)
            return draft;
        if (!draft->sent.isNull())
            return error(ErrorCode::Conflict, "draft.sent");
        if (const Status changed = change(writing, *draft); !changed)
            return changed.error();
        draft->language = visit.language;
        if (const Status saved = save(writing, visit, *draft); !saved)
            return saved.error();
        return draft;
    });
}

Status Drafts::markSent(
    portal::Writing &writing, const Visit &visit, const Draft &draft, const CaseId &caseId)
{
    Draft rest;
    rest.id = draft.id;
    rest.service = draft.service;
    rest.language = draft.language;
    rest.sent = caseId;
    return save(writing, visit, rest);
}

Status Drafts::remove(const Visit &visit, const Draft &draft)
{
    portal::Store &store = visit.site.context.store;
    const Status removed = store.write([&](portal::Writing &writing) -> Status {
        for (const catalogue::UploadedFile &file : draft.files) {
            if (const Status gone = portal::Files::remove(writing, file.id.text, owner(draft.id));
                !gone)
                return gone;
        }
        return portal::CitizenRecords::removeDraft(writing, draft.id);
    });
    if (!removed)
        return removed;
    for (const catalogue::UploadedFile &file : draft.files)
        QFile::remove(store.filePath(file.id.text));
    return success();
}

void takeValues(const Visit &visit, const FormStep &step, Draft &draft)
{
    const auto take = [&](const FieldDefinition &field, const QString &path) {
        for (const QString &input : catalogue::inputsOf(field, path)) {
            QStringList values;
            for (const QByteArray &value : visit.request.formValues(input.toUtf8()))
                values.append(QString::fromUtf8(value).left(20'000));
            draft.data.set(input, values.mid(0, 100));
        }
    };
    for (const FieldDefinition &field : step.fields) {
        const QString path = step.key + QLatin1Char('.') + field.key;
        take(field, path);
        if (field.type != FieldType::Group)
            continue;
        const int count = catalogue::itemCount(field, draft.data, path);
        draft.data.setItems(path, count);
        for (int item = 1; item <= count; ++item) {
            for (const FieldDefinition &inner : field.fields)
                take(inner,
                    path + QLatin1Char('.') + QString::number(item) + QLatin1Char('.') + inner.key);
        }
    }
}

} // namespace citizen
