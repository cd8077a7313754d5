#pragma once

#include "models/domain/result.h"

#include <QBitArray>
#include <QByteArray>
#include <QVector>

// A QR code (ISO/IEC 18004) as the square of its modules, so that every output draws it as vectors.
struct QrCode {
    int size = 0; // modules on one side, without the quiet zone
    QBitArray modules; // row by row, true is dark

    bool operator==(const QrCode &) const = default;
    bool isDark(int x, int y) const { return modules.testBit(y * size + x); }
};

// One dark stretch of a row: few rectangles and no seams between modules.
struct QrRun {
    int x = 0;
    int y = 0;
    int width = 0;
};

// Modules that must stay white on every side (ISO/IEC 18004).
inline constexpr int qrQuietZone = 4;

// Byte mode, level M. Errors: `qr.empty` (InvalidInput), `qr.size` (TooLarge) beyond version 13,
// the limit of EPC069-12.
Result<QrCode> encodeQr(const QByteArray &bytes);
QVector<QrRun> qrRuns(const QrCode &code);
// SVG text for a web page: scalable, with `title` as its accessible name and the quiet zone
// included. Presentation attributes only, so that a strict content security policy lets it pass.
QByteArray qrSvg(const QrCode &code, const QString &title);
