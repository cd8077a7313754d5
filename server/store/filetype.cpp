#include "filetype.h"

namespace portal {

namespace {

struct Office {
    const char *ending;
    const char *type;
};
const Office offices[] = {
    { ".odt", "application/vnd.oasis.opendocument.text" },
    { ".ods", "application/vnd.oasis.opendocument.spreadsheet" },
    { ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    { ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
};

bool isText(const QByteArray &head)
{
    for (const char c : head) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 && c != '\n' && c != '\r' && c != '\t')
            return false;
    }
    return !head.isEmpty();
}

} // namespace

QString mediaTypeOf(const QByteArray &head, const QString &name)
{
    if (head.startsWith("%PDF-"))
        return QStringLiteral("application/pdf");
    if (head.startsWith("\x89PNG\r\n\x1a\n"))
        return QStringLiteral("image/png");
    if (head.startsWith("\xff\xd8\xff"))
        return QStringLiteral("image/jpeg");
    if (head.startsWith("PK\x03\x04")) {
        for (const Office &office : offices) {
            if (name.endsWith(QLatin1String(office.ending), Qt::CaseInsensitive))
                return QString::fromLatin1(office.type);
        }
        return QStringLiteral("application/octet-stream");
    }
    if (isText(head) && name.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive))
        return QStringLiteral("text/plain");
    return QStringLiteral("application/octet-stream");
}

} // namespace portal
