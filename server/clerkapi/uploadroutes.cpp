#include "routes.h"

#include "limits.h"
#include "uploadpieces.h"

#include "models/domain/filename.h"
#include "models/faults/faults.h"
#include "server/store/files.h"
#include "server/store/filetype.h"

#include <QFile>
#include <QRegularExpression>

namespace portal {

namespace {

const qint64 openBytesPerClerk = qint64(500) * 1024 * 1024; // announced and not yet complete

Error unknown()
{
    return error(ErrorCode::NotFound, "request.notFound");
}

http::Response placeAnswer(int status, const Upload &upload)
{
    return json(status,
        { { QStringLiteral("uploadId"), upload.id.text },
            { QStringLiteral("offset"), upload.received },
            { QStringLiteral("complete"), !upload.fileId.isEmpty() } });
}

http::Response offsetAnswer(int status, const Upload &upload)
{
    http::Response response = http::Response::empty(status);
    response.headers.add("Upload-Offset", QByteArray::number(upload.received));
    response.headers.add("Upload-Length", QByteArray::number(upload.size));
    response.headers.add("Cache-Control", "no-store");
    return response;
}

// A complete upload whose bytes are lost begins anew: its owner is asking because they are missing.
Result<Upload> stillThere(const ClerkApi &api, Writing &writing, Upload upload)
{
    if (upload.fileId.isEmpty())
        return upload;
    const Result<std::optional<StoredFile>> file = Files(writing.sql).find(upload.fileId);
    if (!file)
        return file.error();
    if (*file && QFile::exists(api.store.filePath(upload.fileId)))
        return upload;
    if (*file) {
        const Status gone = Files::remove(writing, upload.fileId, upload.owner);
        if (!gone)
            return gone.error();
    }
    upload.fileId.clear();
    upload.received = 0;
    if (const Status saved = Uploads::save(writing, upload); !saved)
        return saved.error();
    return upload;
}

http::Response begin(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    Upload upload;
    upload.owner = caller.key();
    upload.sha256 = body->value(QLatin1String("sha256")).toString();
    upload.size = body->value(QLatin1String("size")).toInteger(-1);
    upload.name = cleanFileName(body->value(QLatin1String("name")).toString());
    upload.type = body->value(QLatin1String("type")).toString().left(100);
    upload.at = api.clock.now();
    if (!sha256.match(upload.sha256).hasMatch() || upload.size <= 0)
        return problem(error(ErrorCode::InvalidInput, "upload.announcement"));
    if (upload.size > api.fileBytes)
        return problem(error(ErrorCode::TooLarge, "upload.tooLarge",
            { { QStringLiteral("limit"), api.fileBytes } }));
    bool again = false;
    const Result<Upload> begun = api.store.write([&](Writing &writing) -> Result<Upload> {
        const Uploads uploads(writing.sql);
        const auto same = uploads.findSame(upload.owner, upload.sha256, upload.size);
        if (!same)
            return same.error();
        if (*same) {
            again = true;
            return stillThere(api, writing, **same);
        }
        const Result<qint64> open = uploads.openBytes(upload.owner);
        if (!open)
            return open.error();
        if (*open + upload.size > openBytesPerClerk)
            return error(
                ErrorCode::TooMany, "upload.tooMany", { { QStringLiteral("seconds"), 60 } });
        upload.id = newId<UploadId>(api.clock);
        if (const Status saved = Uploads::save(writing, upload); !saved)
            return saved.error();
        return upload;
    });
    faults::step("portal.upload.begun");
    return begun ? placeAnswer(again ? 200 : 201, *begun) : problem(begun.error());
}

Result<Upload> findUpload(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const UploadId id{ QString::fromLatin1(request.parameters.value("id")) };
    const auto upload
        = api.store.read([&](Sql &sql) { return Uploads(sql).find(id, caller.key()); });
    if (!upload)
        return upload.error();
    if (!*upload)
        return unknown();
    return **upload;
}

Status saveProgress(const ClerkApi &api, const Upload &upload)
{
    return api.store.write([&](Writing &writing) { return Uploads::save(writing, upload); });
}

// All bytes are there: the upload becomes a file of the clerk. That the last piece came is written
// with the file and not before, so that an upload whose offset is its size is complete, whatever
// ended the portal in between; else the last piece comes once more.
http::Response complete(const ClerkApi &api, Upload upload, const QByteArray &head)
{
    const UploadPieces pieces(api.store, upload);
    StoredFile file;
    file.id = newUuid7(api.clock);
    if (const Status joined = pieces.join(api.store.filePath(file.id)); !joined) {
        if (joined.error().key != QLatin1String("upload.hash"))
            return problem(joined.error());
        pieces.remove();
        upload.received = 0;
        if (const Status saved = saveProgress(api, upload); !saved)
            return problem(saved.error());
        http::Response refused = problem(joined.error());
        refused.status = 422;
        refused.headers.add("Upload-Offset", "0");
        return refused;
    }
    faults::step("portal.upload.joined");
    if (const Status clean = api.scan.check(api.store.filePath(file.id)); !clean) {
        QFile::remove(api.store.filePath(file.id));
        if (clean.error().code != ErrorCode::InvalidInput)
            return problem(clean.error()); // the last piece may come once more
        pieces.remove();
        upload.received = 0;
        const Status saved = saveProgress(api, upload);
        return problem(saved ? clean.error() : saved.error());
    }
    file.sha256 = upload.sha256;
    file.size = upload.size;
    file.type = mediaTypeOf(head, upload.name);
    file.owner = upload.owner;
    file.at = api.clock.now();
    upload.fileId = file.id;
    const Status kept = api.store.write([&](Writing &writing) -> Status {
        if (const Status added = Files::add(writing, file); !added)
            return added;
        return Uploads::save(writing, upload);
    });
    if (!kept) {
        dropBytes(api.store, { file.id }, kept.error());
        return problem(kept.error());
    }
    faults::step("portal.upload.kept");
    pieces.remove();
    faults::step("portal.upload.done");
    return offsetAnswer(204, upload);
}

http::Response receive(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    Result<Upload> found = findUpload(api, request, caller);
    if (!found)
        return problem(found.error());
    Upload upload = *std::move(found);
    bool given = false;
    const qint64 offset = request.headers.value("Upload-Offset").toLongLong(&given);
    if (given && offset == upload.size && !upload.fileId.isEmpty())
        return offsetAnswer(204, upload); // the answer to the last piece was lost
    if (!given || offset != upload.received || !upload.fileId.isEmpty()) {
        http::Response refused = problem(error(ErrorCode::Conflict, "upload.offset"));
        refused.headers.add("Upload-Offset", QByteArray::number(upload.received));
        return refused;
    }
    if (request.files.isEmpty())
        return problem(error(ErrorCode::InvalidInput, "upload.empty"));
    http::ReceivedFile &piece = *request.files.first();
    if (piece.size == 0 || offset + piece.size > upload.size)
        return problem(error(ErrorCode::InvalidInput, "upload.size"));
    if (const Status kept = UploadPieces(api.store, upload).keep(piece, offset); !kept)
        return problem(kept.error());
    faults::step("portal.upload.piece");
    upload.received += piece.size;
    if (upload.received < upload.size) {
        const Status saved = saveProgress(api, upload);
        faults::step("portal.upload.progress");
        return saved ? offsetAnswer(204, upload) : problem(saved.error());
    }
    QFile first(QStringLiteral("%1/%2.0").arg(api.store.uploadFolder(), upload.id.text));
    const QByteArray head = first.open(QIODevice::ReadOnly) ? first.read(512) : QByteArray();
    return complete(api, upload, head);
}

} // namespace

void addUploadRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Post, "/sync/v1/uploads",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return begin(api, request, caller);
            }),
        http::Body::Buffered, 16 * 1024 });
    router.add({ http::Method::Head, "/sync/v1/uploads/{id}",
        forClerks(api, [&api](const http::Request &request, const Caller &caller) {
            const Result<Upload> upload = findUpload(api, request, caller);
            return upload ? offsetAnswer(200, *upload) : problem(upload.error());
        }) });
    http::Route receiving{ http::Method::Patch, "/sync/v1/uploads/{id}",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return receive(api, request, caller);
            }),
        http::Body::Stream };
    receiving.bodyLimit = api.fileBytes;
    receiving.maxFiles = 1;
    receiving.fileLimit = api.fileBytes;
    receiving.admit = admitClerks(api);
    router.add(receiving);
}

} // namespace portal
