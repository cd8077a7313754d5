#include "ids.h"

#include "time.h"

#include <QRandomGenerator>
#include <QUuid>

QString newUuid7(const Clock &clock)
{
    const quint64 ms = quint64(clock.now().ms);
    quint64 random = QRandomGenerator::system()->generate64();
    const quint16 randomA = quint16(QRandomGenerator::system()->generate() & 0x0fff);
    random = (random & 0x3fffffffffffffffULL) | 0x8000000000000000ULL;
    const QUuid uuid(uint(ms >> 16), ushort(ms & 0xffff), ushort(0x7000 | randomA),
        uchar(random >> 56), uchar(random >> 48), uchar(random >> 40), uchar(random >> 32),
        uchar(random >> 24), uchar(random >> 16), uchar(random >> 8), uchar(random));
    return uuid.toString(QUuid::WithoutBraces);
}

QString derivedUuid(const QString &base, QByteArrayView name)
{
    return QUuid::createUuidV5(QUuid(base), name.toByteArray()).toString(QUuid::WithoutBraces);
}

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (int i = 0; i < text.size(); ++i) {
        const char16_t c = text[i].unicode();
        const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        const bool hex = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
        if (dash ? c != u'-' : !hex)
            return false;
    }
    return true;
}
