#include "responsehead.h"

#include <QJsonDocument>
#include <array>

namespace http {

namespace {
struct Known {
    int status;
    const char *reason;
    ErrorCode code;
    const char *key; // of the answers that the server gives itself
};
constexpr auto invalid = ErrorCode::InvalidInput;
constexpr std::array known{
    Known{ 100, "Continue", invalid, "" },
    Known{ 200, "OK", invalid, "" },
    Known{ 201, "Created", invalid, "" },
    Known{ 202, "Accepted", invalid, "" },
    Known{ 204, "No Content", invalid, "" },
    Known{ 206, "Partial Content", invalid, "" },
    Known{ 301, "Moved Permanently", invalid, "" },
    Known{ 302, "Found", invalid, "" },
    Known{ 303, "See Other", invalid, "" },
    Known{ 304, "Not Modified", invalid, "" },
    Known{ 307, "Temporary Redirect", invalid, "" },
    Known{ 308, "Permanent Redirect", invalid, "" },
    Known{ 400, "Bad Request", invalid, "http.badRequest" },
    Known{ 401, "Unauthorized", ErrorCode::Unauthenticated, "http.unauthorized" },
    Known{ 403, "Forbidden", ErrorCode::NotAllowed, "http.forbidden" },
    Known{ 404, "Not Found", ErrorCode::NotFound, "http.notFound" },
    Known{ 405, "Method Not Allowed", invalid, "http.methodNotAllowed" },
    Known{ 406, "Not Acceptable", invalid, "http.notAcceptable" },
    Known{ 408, "Request Timeout", ErrorCode::Unreachable, "http.timeout" },
    Known{ 409, "Conflict", ErrorCode::Conflict, "http.conflict" },
    Known{ 410, "Gone", ErrorCode::NotFound, "http.gone" },
    Known{ 411, "Length Required", invalid, "http.lengthRequired" },
    Known{ 412, "Precondition Failed", ErrorCode::Conflict, "http.preconditionFailed" },
    Known{ 413, "Content Too Large", ErrorCode::TooLarge, "http.tooLarge" },
    Known{ 415, "Unsupported Media Type", ErrorCode::Unsupported, "http.mediaType" },
    Known{ 416, "Range Not Satisfiable", invalid, "http.range" },
    Known{ 417, "Expectation Failed", ErrorCode::Unsupported, "http.expectation" },
    Known{ 422, "Unprocessable Content", invalid, "http.unprocessable" },
    Known{ 428, "Precondition Required", invalid, "http.preconditionRequired" },
    Known{ 429, "Too Many Requests", ErrorCode::TooMany, "http.tooMany" },
    Known{ 431, "Request Header Fields Too Large", ErrorCode::TooLarge, "http.headerTooLarge" },
    Known{ 500, "Internal Server Error", ErrorCode::Internal, "http.internal" },
    Known{ 501, "Not Implemented", ErrorCode::Unsupported, "http.notImplemented" },
    Known{ 502, "Bad Gateway", ErrorCode::Unavailable, "http.badGateway" },
    Known{ 503, "Service Unavailable", ErrorCode::Unavailable, "http.busy" },
    Known{ 505, "HTTP Version Not Supported", ErrorCode::Unsupported, "http.version" },
    Known{ 507, "Insufficient Storage", ErrorCode::NoSpace, "http.noSpace" },
};

const Known *find(int status)
{
    for (const Known &entry : known) {
        if (entry.status == status)
            return &entry;
    }
    return nullptr;
}

bool isOwnedByServer(const QByteArray &name)
{
    for (const char *owned : { "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive",
             "Date", "Server", "X-Content-Type-Options" }) {
        if (name.compare(owned, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

void appendFields(QByteArray &head, const Headers &headers)
{
    for (const auto &[name, value] : headers.all()) {
        if (!isOwnedByServer(name))
            head += name + ": " + value + "\r\n";
    }
}
} // namespace

QByteArray reasonPhrase(int status)
{
    const Known *entry = find(status);
    return entry ? entry->reason : "";
}

QByteArray httpDate(std::time_t time)
{
    static constexpr std::array days{ "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
    static constexpr std::array months{ "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug",
        "Sep", "Oct", "Nov", "Dec" };
    std::tm parts{};
#ifdef Q_OS_WIN
    ::gmtime_s(&parts, &time);
#else
    ::gmtime_r(&time, &parts);
#endif
    char text[40];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT", days[parts.tm_wday % 7],
        parts.tm_mday % 32, months[parts.tm_mon % 12], (parts.tm_year + 1900) % 10000,
        parts.tm_hour % 24, parts.tm_min % 60, parts.tm_sec % 61);
    return text;
}

bool hasUnsafeHeader(const Headers &headers)
{
    for (const auto &[name, value] : headers.all()) {
        if (name.isEmpty() || name.contains(':') || name.contains(' '))
            return true;
        for (const QByteArray &text : { name, value }) {
            if (text.contains('\r') || text.contains('\n') || text.contains('\0'))
                return true;
        }
    }
    return false;
}

bool allowsBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

QByteArray responseHead(
    const Response &response, const Framed &framed, std::time_t now, const Headers &extra)
{
    QByteArray head;
    head.reserve(512);
    head += "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status)
        + "\r\nDate: " + httpDate(now) + "\r\nX-Content-Type-Options: nosniff\r\n";
    appendFields(head, response.headers);
    appendFields(head, extra);
    if (framed.contentLength >= 0 && allowsBody(response.status))
        head += "Content-Length: " + QByteArray::number(framed.contentLength) + "\r\n";
    if (framed.chunked)
        head += "Transfer-Encoding: chunked\r\n";
    head += framed.keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    return head;
}

Response problem(int status, const Error &error)
{
    const QJsonObject object{ { QStringLiteral("type"), QStringLiteral("about:blank") },
        { QStringLiteral("title"), QString::fromLatin1(reasonPhrase(status)) },
        { QStringLiteral("status"), status }, { QStringLiteral("key"), error.key },
        { QStringLiteral("params"), error.params } };
    Response response{ .status = status,
        .body = QJsonDocument(object).toJson(QJsonDocument::Compact) };
    response.headers.add("Content-Type", "application/problem+json");
    return response;
}

Error errorOfStatus(int status, const QString &detail)
{
    const Known *entry = find(status);
    return entry && *entry->key ? error(entry->code, entry->key, {}, detail)
                                : error(ErrorCode::Internal, "http.internal", {}, detail);
}

} // namespace http
