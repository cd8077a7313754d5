#pragma once

#include "http.h"

// What of a file a request gets (RFC 9110, 13 and 14): pure, so that the cases are a table in a
// test.
namespace http {

struct FileReply {
    int status = 200; // 200, 206, 304 or 416
    qint64 first = 0; // offset of the first byte
    qint64 length = 0; // bytes to send
    Headers headers; // Content-Range, Accept-Ranges, ETag
};
// size: bytes of the file; etag: strong, without quotes, may be empty. One range is served;
// several, malformed ones and other units give the whole file, as the standard allows.
FileReply plannedFileReply(const Request &request, const QByteArray &etag, qint64 size);

} // namespace http
