#pragma once

#include "http.h"

namespace http {

struct RequestHead {
    QByteArray method; // as sent
    QByteArray target;
    int version = 11; // 10 or 11
    bool keepAlive = false;
    Headers headers;
};
// The lines of a request up to and with the empty one; nullopt: no HTTP/1 request.
std::optional<RequestHead> parsedHead(const QByteArray &lines);

std::optional<Method> knownMethod(const QByteArray &name);

} // namespace http
