#include "documents.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace sample {

namespace {

SampleFile fileOf(const QByteArray &bytes, const QString &type)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    return { QString::fromLatin1(hash.toHex()), type, bytes };
}

QByteArray pdfText(const QString &text)
{
    QByteArray out;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        if (c == u'(' || c == u')' || c == u'\\')
            out += '\\';
        out += c.unicode() < 256 ? char(c.unicode()) : '?';
    }
    return out;
}

quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffffU;
    for (const char c : bytes) {
        crc ^= quint8(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1U) ? 0xedb88320U : 0U);
    }
    return ~crc;
}

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

QByteArray chunk(const char *name, const QByteArray &data)
{
    const QByteArray body = QByteArray(name) + data;
    return bigEndian(quint32(data.size())) + body + bigEndian(crc32(body));
}

} // namespace

SampleFile pdf(const QString &title, const QStringList &lines)
{
    QByteArray content = "BT /F1 16 Tf 70 770 Td (" + pdfText(title) + ") Tj /F1 11 Tf 0 -34 Td\n";
    for (const QString &line : lines)
        content += "(" + pdfText(line) + ") Tj 0 -16 Td\n";
    content += "ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        "<< /Length " + QByteArray::number(content.size()) + " >>\nstream\n" + content
            + "\nendstream",
    };
    QByteArray out = "%PDF-1.4\n%\xe2\xe3\xcf\xd3\n";
    QList<qsizetype> offsets;
    for (int i = 0; i < objects.size(); ++i) {
        offsets.append(out.size());
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype table = out.size();
    out += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    out += "trailer\n<< /Size " + QByteArray::number(objects.size() + 1)
        + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    return fileOf(out, QStringLiteral("application/pdf"));
}

SampleFile photo(Chance &chance)
{
    const int width = 320;
    const int height = 240;
    const int red = chance.between(90, 150);
    const int green = chance.between(110, 170);
    const int horizon = chance.between(90, 150);
    QByteArray pixels;
    pixels.reserve(height * (width * 3 + 1));
    for (int y = 0; y < height; ++y) {
        pixels += '\0'; // no filter
        for (int x = 0; x < width; ++x) {
            const bool sky = y < horizon + 8 * ((x / 40) % 2);
            const int grain = (x * 7 + y * 13) % 9;
            pixels += char(sky ? 170 + y / 4 : red + grain);
            pixels += char(sky ? 195 + y / 5 : green + grain);
            pixels += char(sky ? 225 : 70 + grain);
        }
    }
    const QByteArray head = bigEndian(width) + bigEndian(height) + QByteArray("\x08\x02\0\0\0", 5);
    // qCompress puts the length before the zlib stream that PNG wants alone.
    const QByteArray bytes = QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", head)
        + chunk("IDAT", qCompress(pixels).mid(4)) + chunk("IEND", {});
    return fileOf(bytes, QStringLiteral("image/png"));
}

} // namespace sample
