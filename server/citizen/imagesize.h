#pragma once

#include <QByteArray>

namespace citizen {

// Pixels that a PNG, JPEG or HEIC says it has, by its first bytes: what it will be when it is
// unpacked, before anybody unpacks it (S31). 0: not said there.
qint64 pixelsOf(const QByteArray &head);

} // namespace citizen
