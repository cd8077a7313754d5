#include "cookies.h"

namespace http {

QHash<QByteArray, QByteArray> parsedCookies(const QList<QByteArray> &headerValues)
{
    QHash<QByteArray, QByteArray> cookies;
    for (const QByteArray &header : headerValues) {
        for (const QByteArray &pair : header.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals < 0)
                continue;
            const QByteArray name = pair.first(equals).trimmed();
            QByteArray value = pair.mid(equals + 1).trimmed();
            if (value.size() >= 2 && value.startsWith('"') && value.endsWith('"'))
                value = value.mid(1, value.size() - 2);
            if (!name.isEmpty() && !cookies.contains(name))
                cookies.insert(name, value);
        }
    }
    return cookies;
}

} // namespace http
