#include "routes.h"

#include "server/store/audit.h"
#include "server/store/cases.h"
#include "server/store/files.h"

#include <QUrl>

namespace portal {

namespace {

struct Download {
    StoredFile file;
    QString name;
};

Result<Download> findDownload(
    const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const CaseId caseId{ QString::fromLatin1(request.parameters.value("caseId")) };
    const AttachmentId id{ QString::fromLatin1(request.parameters.value("attachmentId")) };
    return api.store.read([&](Sql &sql) -> Result<Download> {
        const Error unknown = error(ErrorCode::NotFound, "request.notFound");
        const auto caseFile = Cases(sql).find(caseId);
        if (!caseFile)
            return caseFile.error();
        if (!*caseFile || !caller.mayRead(**caseFile))
            return unknown;
        const Attachment *attachment = findAttachment(**caseFile, id);
        const auto file = Files(sql).findAttached(caseId, id);
        if (!file)
            return file.error();
        if (!attachment || !*file)
            return unknown;
        return Download{ **file, attachment->name };
    });
}

// Who read what stays on record (retrieval log); the rest of a broken download is the same reading.
Status noteReading(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const QByteArray range = request.headers.value("Range");
    if (!range.isEmpty() && !range.startsWith("bytes=0-"))
        return success();
    return api.store.write([&](Writing &writing) {
        AuditEntry entry;
        entry.at = api.clock.now();
        entry.actor = caller.key();
        entry.action = QStringLiteral("attachment.read");
        entry.subject = QString::fromLatin1(request.parameters.value("caseId"));
        entry.details = { { QStringLiteral("attachment"),
            QString::fromLatin1(request.parameters.value("attachmentId")) } };
        return audit::append(writing, entry);
    });
}

http::Response send(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<Download> download = findDownload(api, request, caller);
    if (!download)
        return problem(download.error());
    if (const Status noted = noteReading(api, request, caller); !noted)
        return problem(noted.error());
    http::Response response;
    response.file = api.store.filePath(download->file.id);
    response.etag = download->file.sha256.toLatin1();
    response.headers.add("Content-Type",
        download->file.type.isEmpty() ? "application/octet-stream"
                                      : download->file.type.toLatin1());
    response.headers.add("Content-Disposition",
        "attachment; filename*=UTF-8''" + QUrl::toPercentEncoding(download->name));
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.headers.add("Cache-Control", "private, no-cache");
    return response;
}

} // namespace

void addAttachmentRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Get, "/sync/v1/cases/{caseId}/attachments/{attachmentId}",
        forClerks(api, [&api](const http::Request &request, const Caller &caller) {
            return send(api, request, caller);
        }) });
}

} // namespace portal
