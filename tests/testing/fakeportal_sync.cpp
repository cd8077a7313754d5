#include "fakeportal.h"

#include "models/domain/wire.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

// The part of the fake portal that feed, operations and files live in.

static MiniReply json(const QByteArray &text, int status = 200)
{
    MiniReply reply;
    reply.status = status;
    reply.body = text;
    return reply;
}

static MiniReply json(const QJsonObject &object, int status = 200)
{
    return json(QJsonDocument(object).toJson(QJsonDocument::Compact), status);
}

static MiniReply problem(int status, ErrorCode code, const char *key)
{
    MiniReply reply = json(toJson(error(code, key)), status);
    reply.contentType = "application/problem+json";
    return reply;
}

MiniReply FakePortal::changes(const MiniRequest &request)
{
    const QString since = request.query.queryItemValue(QStringLiteral("since"));
    const qint64 inlineBytes = request.query.queryItemValue(QStringLiteral("inline")).toLongLong();
    qint64 from = 0;
    if (!since.isEmpty()) {
        const QStringList parts = since.split(QLatin1Char('.'));
        if (parts.value(0).toInt() != m_cursorAge)
            return problem(410, ErrorCode::NotFound, "feed.cursorExpired");
        from = parts.value(1).toLongLong();
    }
    QMap<qint64, QString> news;
    for (auto it = m_feed.begin(); it != m_feed.end(); ++it) {
        if (it.value() > from)
            news.insert(it.value(), it.key());
    }
    FeedPage page;
    page.epoch = session.epoch;
    for (const CaseType &type : since.isEmpty() ? types : QList<CaseType>()) {
        FeedChange change;
        change.kind = AggregateKind::CaseType;
        change.action = ChangeAction::Upsert;
        change.id = type.id.text;
        change.version = type.version;
        change.body = toJson(type);
        page.changes.append(change);
    }
    qint64 last = from;
    for (auto it = news.begin(); it != news.end() && page.changes.size() < pageSize; ++it) {
        last = it.key();
        FeedChange change;
        change.kind = AggregateKind::Case;
        change.id = it.value();
        if (m_revoked.contains(change.id)) {
            change.action = ChangeAction::Revoke;
            if (since.isEmpty())
                continue; // a new reader never had it
        } else {
            const CaseFile &caseFile = m_cases[change.id];
            change.action = ChangeAction::Upsert;
            change.version = caseFile.version;
            change.body = toJson(caseFile);
            for (const Attachment &file : caseFile.attachments) {
                if (file.size <= inlineBytes && m_blobs.contains(file.sha256))
                    change.files.insert(
                        file.id.text, QString::fromLatin1(m_blobs.value(file.sha256).toBase64()));
            }
        }
        page.changes.append(change);
    }
    page.more = last < m_number && !news.isEmpty() && last != news.lastKey();
    page.next = QStringLiteral("%1.%2").arg(m_cursorAge).arg(last);
    return json(toText(page));
}

MiniReply FakePortal::operations(const QJsonObject &body)
{
    QJsonArray results;
    for (const QJsonValue &entry : body.value(QLatin1String("operations")).toArray()) {
        const Result<Operation> operation = operationFromJson(entry.toObject());
        if (!operation)
            return problem(400, ErrorCode::InvalidInput, "operation.unreadable");
        results.append(toJson(carryOutOnce(*operation)));
    }
    return json({ { QStringLiteral("results"), results } });
}

OperationResult FakePortal::carryOutOnce(const Operation &operation)
{
    const QByteArray fingerprint
        = QCryptographicHash::hash(QJsonDocument(toJson(operation)).toJson(QJsonDocument::Compact),
            QCryptographicHash::Sha256);
    const auto known = m_done.constFind(operation.id);
    if (known != m_done.constEnd() && known->fingerprint == fingerprint)
        return known->result;
    if (known != m_done.constEnd())
        return { operation.id, Outcome::Rejected, 0, QStringLiteral("operation.reused"), {}, {} };
    const OperationResult result = carryOut(operation);
    if (result.outcome == Outcome::Applied || result.outcome == Outcome::Merged
        || result.outcome == Outcome::Rejected || result.outcome == Outcome::Conflict)
        m_done.insert(operation.id, { fingerprint, result, operation.after });
    return result;
}

OperationResult FakePortal::carryOut(const Operation &operation)
{
    OperationResult result;
    result.operation = operation.id;
    const auto refuse = [&](Outcome outcome, const QString &reason) {
        result.outcome = outcome;
        result.reason = reason;
        return result;
    };
    const bool isNew = std::holds_alternative<OpenCase>(operation.args);
    if (!isNew && !m_cases.contains(operation.caseId.text))
        return refuse(Outcome::Rejected, QStringLiteral("case.notFound"));
    if (!operation.after.isNull()) {
        const auto before = m_done.constFind(operation.after);
        if (before == m_done.constEnd() || before->result.outcome == Outcome::Conflict)
            return refuse(Outcome::Retry, QStringLiteral("operation.afterUnknown"));
    }
    QJsonArray missing;
    for (const NewAttachment &file : filesOf(operation)) {
        if (!m_blobs.contains(file.sha256))
            missing.append(file.sha256);
    }
    if (!missing.isEmpty()) {
        result.params.insert(QStringLiteral("sha256"), missing);
        return refuse(Outcome::MissingBlobs, QStringLiteral("operation.missingBlobs"));
    }
    const CaseFile before = m_cases.value(operation.caseId.text);
    QSet<OperationId> ancestors;
    for (OperationId id = operation.after; !id.isNull(); id = m_done.value(id).after)
        ancestors.insert(id);
    const Judgement judgement = isNew ? Judgement() : judge(operation, before, ancestors);
    if (judgement.outcome == Outcome::Conflict)
        return refuse(Outcome::Conflict, judgement.reason);
    const DepartmentId department
        = isNew ? std::get<OpenCase>(operation.args).department : before.department;
    const QList<Permission> granted = session.grants.value(department);
    ApplyContext context{ { ActorKind::Clerk, session.clerk.id.text, session.clerk.name, {} },
        m_clock.now(), PermissionSet(granted.begin(), granted.end()),
        QStringLiteral("LIN-2026-%1").arg(m_cases.size() + 1, 5, 10, QLatin1Char('0')),
        QByteArray("Europe/Berlin") };
    const Result<CaseFile> after = apply(operation, before, context);
    if (!after)
        return refuse(Outcome::Rejected, after.error().key);
    m_cases.insert(operation.caseId.text, *after);
    ++m_effects[operation.id];
    changed(operation.caseId.text);
    result.outcome = judgement.outcome;
    result.version = after->version;
    return result;
}

MiniReply FakePortal::access(const QJsonObject &body)
{
    QJsonArray allowed;
    for (const QJsonValue &id : body.value(QLatin1String("cases")).toArray()) {
        if (m_cases.contains(id.toString()))
            allowed.append(id);
    }
    return json(
        { { QStringLiteral("epoch"), session.epoch }, { QStringLiteral("allowed"), allowed } });
}

MiniReply FakePortal::known(const QJsonObject &body)
{
    QJsonArray known;
    for (const QJsonValue &id : body.value(QLatin1String("opIds")).toArray()) {
        if (m_done.contains(OperationId{ id.toString() }))
            known.append(id);
    }
    return json({ { QStringLiteral("known"), known } });
}

MiniReply FakePortal::digest()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const CaseFile &caseFile : std::as_const(m_cases))
        hash.addData(
            caseFile.id.text.toLatin1() + ':' + QByteArray::number(caseFile.version) + '\n');
    return json({ { QStringLiteral("epoch"), session.epoch },
        { QStringLiteral("at"), QStringLiteral("%1.%2").arg(m_cursorAge).arg(m_number) },
        { QStringLiteral("closedBefore"), 0 }, { QStringLiteral("cases"), m_cases.size() },
        { QStringLiteral("sha256"), QString::fromLatin1(hash.result().toHex()) } });
}

MiniReply FakePortal::createUpload(const QJsonObject &body)
{
    const QString hash = body.value(QLatin1String("sha256")).toString();
    const qint64 size = body.value(QLatin1String("size")).toInteger();
    const QString id = QStringLiteral("u-") + hash.left(16);
    const bool known = m_uploads.contains(id);
    Upload &upload = m_uploads[id];
    upload.sha256 = hash;
    upload.size = size;
    if (upload.bytes.size() == size && !m_blobs.contains(hash))
        upload.bytes.clear(); // the portal has lost the finished file
    return json(
        { { QStringLiteral("uploadId"), id }, { QStringLiteral("offset"), upload.bytes.size() },
            { QStringLiteral("complete"), m_blobs.contains(hash) } },
        known ? 200 : 201);
}

MiniReply FakePortal::patchUpload(const QString &id, const MiniRequest &request)
{
    if (!m_uploads.contains(id))
        return problem(404, ErrorCode::NotFound, "upload.notFound");
    Upload &upload = m_uploads[id];
    MiniReply reply;
    reply.status = request.method == "HEAD" ? 200 : 204;
    reply.contentType.clear();
    if (request.method == "PATCH") {
        if (request.headers.value("upload-offset").toLongLong() != upload.bytes.size())
            return problem(409, ErrorCode::Conflict, "upload.offset");
        upload.bytes += request.body;
        m_uploadedBytes += request.body.size();
        const QByteArray hash
            = QCryptographicHash::hash(upload.bytes, QCryptographicHash::Sha256).toHex();
        if (upload.bytes.size() == upload.size && QString::fromLatin1(hash) == upload.sha256) {
            m_blobs.insert(upload.sha256, upload.bytes);
        } else if (upload.bytes.size() >= upload.size) {
            upload.bytes.clear();
            return problem(422, ErrorCode::InvalidInput, "upload.hash");
        }
    }
    reply.headers = { { "Upload-Offset", QByteArray::number(upload.bytes.size()) },
        { "Upload-Length", QByteArray::number(upload.size) } };
    return reply;
}

MiniReply FakePortal::attachment(
    const QString &caseId, const QString &id, const MiniRequest &request)
{
    const auto found = m_cases.constFind(caseId);
    const Attachment *file
        = found == m_cases.constEnd() ? nullptr : findAttachment(*found, AttachmentId{ id });
    if (!file)
        return problem(404, ErrorCode::NotFound, "notFound");
    MiniReply reply;
    reply.contentType = file->type.toLatin1();
    QByteArray bytes = m_blobs.value(file->sha256);
    if (m_corrupt.contains(file->sha256))
        bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    const QByteArray etag = '"' + file->sha256.toLatin1() + '"';
    reply.headers.append({ "ETag", etag });
    const QByteArray range = request.headers.value("range");
    if (range.startsWith("bytes=") && request.headers.value("if-range") == etag) {
        const qint64 from = range.mid(6, range.indexOf('-') - 6).toLongLong();
        reply.status = 206;
        reply.headers.append({ "Content-Range",
            "bytes " + QByteArray::number(from) + '-' + QByteArray::number(bytes.size() - 1) + '/'
                + QByteArray::number(bytes.size()) });
        bytes = bytes.mid(from);
    }
    reply.body = bytes;
    return reply;
}
