#include "framing.h"

namespace http {

namespace {
constexpr int maxFields = 100;
constexpr qsizetype maxLengthDigits = 18; // fits into qint64

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-._~:[]%!$&'()*+;=").contains(c);
}

HeadVerdict checkedHost(const QList<QByteArray> &hosts)
{
    if (hosts.size() != 1)
        return { 400, "Host must be given once" };
    if (hosts.first().isEmpty())
        return { 400, "Host is empty" };
    for (const char c : hosts.first()) {
        if (!isHostCharacter(c))
            return { 400, "Host is malformed" };
    }
    return {};
}
} // namespace

HeadScan scannedHead(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype i = from; i < bytes.size(); ++i) {
        const char c = bytes.at(i);
        if (c == '\0')
            return { .broken = true };
        if (i > 0 && bytes.at(i - 1) == '\r' && c != '\n')
            return { .broken = true };
        if (c != '\n')
            continue;
        if (i == 0 || bytes.at(i - 1) != '\r')
            return { .broken = true };
        if (i >= 3 && bytes.at(i - 2) == '\n')
            return { .end = i + 1 };
    }
    return {};
}

HeadVerdict checkedLines(QByteArrayView head)
{
    qsizetype from = head.indexOf("\r\n");
    int fields = 0;
    for (from += 2; from < head.size();) {
        const qsizetype end = head.indexOf("\r\n", from);
        const QByteArrayView line = head.sliced(from, end - from);
        from = end + 2;
        if (line.isEmpty())
            break;
        if (++fields > maxFields)
            return { 431, "too many header fields" };
        if (line.front() == ' ' || line.front() == '\t')
            return { 400, "folded header line" };
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0)
            return { 400, "header line without a name" };
        if (line.first(colon).contains(' ') || line.first(colon).contains('\t'))
            return { 400, "blank in a header name" };
    }
    return {};
}

Framing checkedFraming(const Headers &headers, int version)
{
    Framing framing;
    framing.verdict = checkedHost(headers.values("Host"));
    if (framing.verdict.status != 0)
        return framing;
    const QList<QByteArray> lengths = headers.values("Content-Length");
    if (!headers.values("Transfer-Encoding").isEmpty()) {
        // Our clients and every browser send a length. With a length beside it, or from HTTP/1.0,
        // a transfer coding is an attempt at smuggling and no mere misunderstanding.
        const bool attack = !lengths.isEmpty() || version < 11;
        framing.verdict = { attack ? 400 : 411, "Transfer-Encoding" };
        return framing;
    }
    if (lengths.isEmpty())
        return framing;
    bool good = lengths.size() == 1 && !lengths.first().isEmpty()
        && lengths.first().size() <= maxLengthDigits;
    for (const char c : lengths.first())
        good = good && c >= '0' && c <= '9';
    if (good)
        framing.contentLength = lengths.first().toLongLong();
    else
        framing.verdict = { 400, "Content-Length is malformed" };
    return framing;
}

} // namespace http
