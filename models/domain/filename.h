#pragma once

#include <QString>

// The name of a file from a stranger, made fit to be shown and to be saved under on any system:
// the last part of whatever path it had, in NFC, without control, bidirectional and invisible
// characters (they hide the real ending), without what Windows reserves (CON, NUL, ':' …), without
// leading dots and trailing dots or spaces, at most 120 bytes of UTF-8 with the ending kept. Never
// empty: `fallback` if nothing is left. Applying it twice changes nothing.
QString cleanFileName(const QString &raw, const QString &fallback = QStringLiteral("datei"));

// The ending in small letters without its dot: "pdf"; empty if the name has none.
QString fileEnding(const QString &name);
