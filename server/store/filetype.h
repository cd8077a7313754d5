#pragma once

#include <QByteArray>
#include <QString>

namespace portal {

// The media type that the first bytes (512 are enough) show: PDF, PNG, JPEG, the zip-based office
// documents by the ending of their name, plain text. "application/octet-stream" for anything else:
// what a sender claims is never believed.
QString mediaTypeOf(const QByteArray &head, const QString &name);

} // namespace portal
