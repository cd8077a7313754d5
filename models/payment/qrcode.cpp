#include "qrcode.h"

#include <memory>
#include <qrencode.h>

namespace {
const int largestVersion = 13;
}

Result<QrCode> encodeQr(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return error(ErrorCode::InvalidInput, "qr.empty");
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> raw(
        QRcode_encodeData(int(bytes.size()),
            reinterpret_cast<const unsigned char *>(bytes.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!raw || raw->version > largestVersion)
        return error(
            ErrorCode::TooLarge, "qr.size", { { QStringLiteral("bytes"), int(bytes.size()) } });
    QrCode code{ raw->width, QBitArray(raw->width * raw->width) };
    for (int i = 0; i < code.modules.size(); ++i)
        code.modules.setBit(i, raw->data[i] & 1);
    return code;
}

QVector<QrRun> qrRuns(const QrCode &code)
{
    QVector<QrRun> runs;
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            const int start = x;
            while (x < code.size && code.isDark(x, y))
                ++x;
            if (x > start)
                runs.append({ start, y, x - start });
        }
    }
    return runs;
}

QByteArray qrSvg(const QrCode &code, const QString &title)
{
    const int side = code.size + 2 * qrQuietZone;
    QString path;
    for (const QrRun &run : qrRuns(code))
        path += QStringLiteral("M%1 %2h%3v1h-%3z")
                    .arg(run.x + qrQuietZone)
                    .arg(run.y + qrQuietZone)
                    .arg(run.width);
    const QString svg = QStringLiteral(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1 %1\" role=\"img\" "
        "aria-labelledby=\"girocode-title\" shape-rendering=\"crispEdges\">"
        "<title id=\"girocode-title\">%2</title>"
        "<rect width=\"%1\" height=\"%1\" fill=\"#fff\"/>"
        "<path fill=\"#000\" d=\"%3\"/></svg>\n")
                            .arg(QString::number(side), title.toHtmlEscaped(), path);
    return svg.toUtf8();
}
