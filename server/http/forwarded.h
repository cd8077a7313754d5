#pragma once

#include "http.h"

namespace http {

// Address of the client. Only a trusted proxy is believed; then the last address of X-Forwarded-For
// that is no trusted proxy itself, since everything left of it was written by the client.
// peer: the address of the connection, without port.
QByteArray clientAddress(
    const QByteArray &peer, const Headers &headers, const QList<QByteArray> &trustedProxies);

// TLS between the client and a trusted proxy.
bool forwardedSecure(
    const QByteArray &peer, const Headers &headers, const QList<QByteArray> &trustedProxies);

// Name under which connections of an address are counted: an IPv6 client owns its whole /64.
QByteArray addressGroup(const QByteArray &address);

} // namespace http
