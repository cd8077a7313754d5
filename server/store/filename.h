#pragma once

#include <QString>

namespace portal {

// The last part of what a sender called a file, fit to be shown and saved on every system: no path,
// no control or direction marks, no characters or device names that Windows refuses, at most 120
// bytes of UTF-8 with the ending kept. "Datei" if nothing is left.
QString cleanFileName(const QString &name);

} // namespace portal
