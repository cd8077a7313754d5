#include "imagesize.h"

#include <QtEndian>

namespace citizen {

namespace {

// PNG (W3C, 5.2 and 11.2.2): the first chunk is IHDR, width and height four bytes each.
qint64 pngPixels(const QByteArray &head)
{
    if (head.size() < 24 || head.mid(12, 4) != "IHDR")
        return 0;
    const auto width = qFromBigEndian<quint32>(head.constData() + 16);
    const auto height = qFromBigEndian<quint32>(head.constData() + 20);
    constexpr quint32 most = 0x7fffffff;
    return qint64(qMin(width, most)) * qMin(height, most);
}

// JPEG (ITU-T T.81, B.1 and B.2.2): segments of a marker and a length; SOF0…SOF15 without DHT, JPG
// and DAC hold height and width.
qint64 jpegPixels(const QByteArray &head)
{
    const auto number
        = [&](qsizetype at) { return qint64(qFromBigEndian<quint16>(head.constData() + at)); };
    qsizetype at = 2;
    while (at + 9 <= head.size() && uchar(head[at]) == 0xff) {
        const uchar marker = uchar(head[at + 1]);
        if (marker == 0xff) { // fill byte
            ++at;
            continue;
        }
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
            && marker != 0xcc;
        if (frame)
            return number(at + 5) * number(at + 7);
        if (marker == 0xda) // the picture itself begins
            return 0;
        at += 2 + qMax<qint64>(2, number(at + 2));
    }
    return 0;
}

// HEIF (ISO/IEC 23008-12, 6.5.3): each box "ispe" holds version and flags, width and height of one
// of the images, its parts among them; the largest is the picture.
qint64 heicPixels(const QByteArray &head)
{
    qint64 most = 0;
    for (qsizetype at = head.indexOf("ispe"); at >= 0; at = head.indexOf("ispe", at + 4)) {
        if (at + 16 > head.size())
            break;
        const qint64 width = qFromBigEndian<quint32>(head.constData() + at + 8);
        const qint64 height = qFromBigEndian<quint32>(head.constData() + at + 12);
        most = qMax(most, qMin(width, qint64(0x7fffffff)) * qMin(height, qint64(0x7fffffff)));
    }
    return most;
}

} // namespace

qint64 pixelsOf(const QByteArray &head)
{
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return pngPixels(head);
    if (head.mid(4, 4) == "ftyp")
        return heicPixels(head);
    return head.startsWith("\xff\xd8\xff") ? jpegPixels(head) : 0;
}

} // namespace citizen
