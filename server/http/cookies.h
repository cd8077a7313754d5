#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace http {

// Values of the Cookie headers (RFC 6265, 4.2.1), not decoded. Of cookies with the same name the
// first counts: browsers put the one with the longest path first. Pairs without a name are left
// out.
QHash<QByteArray, QByteArray> parsedCookies(const QList<QByteArray> &headerValues);

} // namespace http
