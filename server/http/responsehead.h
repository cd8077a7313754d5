#pragma once

#include "http.h"

#include <ctime>

namespace http {

QByteArray reasonPhrase(int status); // RFC 9110, 15; empty for an unknown one
QByteArray httpDate(std::time_t time); // IMF-fixdate

// A header that would end its line: splitting the response is never what a handler meant.
bool hasUnsafeHeader(const Headers &headers);

// 1xx, 204 and 304 have no body (RFC 9110, 6.4.1).
bool allowsBody(int status);

struct Framed {
    qint64 contentLength = -1; // -1: no Content-Length
    bool chunked = false;
    bool keepAlive = false;
};
// Status line and header. Framing headers and "Server" of the handler are left out: the server
// alone decides these. Adds Date, Connection and X-Content-Type-Options: nosniff.
QByteArray responseHead(
    const Response &response, const Framed &framed, std::time_t now, const Headers &extra = {});

// RFC 9457; the key lets our own clients word it.
Response problem(int status, const Error &error);

// Error that names what a status of the server itself means.
Error errorOfStatus(int status, const QString &detail);

} // namespace http
