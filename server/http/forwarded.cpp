#include "forwarded.h"

namespace http {

namespace {
// "192.0.2.1:80" and "[2001:db8::1]:80" as some proxies write them; empty if it is no address.
QByteArray bareAddress(QByteArray text)
{
    text = text.trimmed();
    if (text.startsWith('[')) {
        const qsizetype end = text.indexOf(']');
        if (end < 0)
            return {};
        text = text.mid(1, end - 1);
    } else if (text.count(':') == 1) {
        text = text.first(text.indexOf(':'));
    }
    if (text.isEmpty() || text.size() > 45 || !(text.contains('.') || text.contains(':')))
        return {};
    for (const char c : text) {
        if (!QByteArrayView("0123456789abcdefABCDEF:.").contains(c))
            return {};
    }
    return text.toLower();
}
} // namespace

QByteArray clientAddress(
    const QByteArray &peer, const Headers &headers, const QList<QByteArray> &trustedProxies)
{
    if (!trustedProxies.contains(peer))
        return peer;
    const QList<QByteArray> chain = headers.values("X-Forwarded-For").join(",").split(',');
    QByteArray client = peer;
    for (auto entry = chain.crbegin(); entry != chain.crend(); ++entry) {
        const QByteArray address = bareAddress(*entry);
        if (address.isEmpty())
            break;
        client = address;
        if (!trustedProxies.contains(address))
            break;
    }
    return client;
}

bool forwardedSecure(
    const QByteArray &peer, const Headers &headers, const QList<QByteArray> &trustedProxies)
{
    if (!trustedProxies.contains(peer))
        return false;
    const QByteArray last = headers.values("X-Forwarded-Proto").join(",").split(',').last();
    return last.trimmed().compare("https", Qt::CaseInsensitive) == 0;
}

QByteArray addressGroup(const QByteArray &address)
{
    if (!address.contains(':'))
        return address;
    QList<QByteArray> groups;
    const qsizetype gap = address.indexOf("::");
    if (gap < 0) {
        groups = address.split(':');
    } else {
        groups = gap == 0 ? QList<QByteArray>() : address.first(gap).split(':');
        while (groups.size() < 4)
            groups.append("0");
    }
    return groups.first(qMin<qsizetype>(4, groups.size())).join(':') + "::/64";
}

} // namespace http
