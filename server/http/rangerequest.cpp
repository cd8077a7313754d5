#include "rangerequest.h"

namespace http {

namespace {
enum class Outcome { Whole, Part, Unsatisfiable };

std::optional<qint64> number(QByteArrayView digits)
{
    if (digits.isEmpty() || digits.size() > 18)
        return std::nullopt;
    qint64 value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

Outcome parsedRange(QByteArrayView header, qint64 size, qint64 &first, qint64 &last)
{
    header = header.trimmed();
    if (header.size() < 6 || header.first(6).compare("bytes=", Qt::CaseInsensitive) != 0)
        return Outcome::Whole;
    const QByteArrayView spec = header.sliced(6).trimmed();
    const qsizetype dash = spec.indexOf('-');
    if (dash < 0 || spec.contains(','))
        return Outcome::Whole;
    const auto from = number(spec.first(dash));
    const auto to = number(spec.sliced(dash + 1));
    if (dash == 0) { // the last `to` bytes
        if (!to)
            return Outcome::Whole;
        if (*to == 0 || size == 0)
            return Outcome::Unsatisfiable;
        first = qMax<qint64>(0, size - *to);
        last = size - 1;
        return Outcome::Part;
    }
    const bool open = dash + 1 == spec.size();
    if (!from || (!open && (!to || *to < *from)))
        return Outcome::Whole;
    if (*from >= size)
        return Outcome::Unsatisfiable;
    first = *from;
    last = open ? size - 1 : qMin(*to, size - 1);
    return Outcome::Part;
}

// If-None-Match compares weakly: W/ in front does not matter.
bool namesEtag(const QList<QByteArray> &headers, const QByteArray &quoted)
{
    for (const QByteArray &header : headers) {
        for (QByteArray candidate : header.split(',')) {
            candidate = candidate.trimmed();
            if (candidate.startsWith("W/"))
                candidate = candidate.mid(2);
            if (candidate == "*" || candidate == quoted)
                return true;
        }
    }
    return false;
}
} // namespace

FileReply plannedFileReply(const Request &request, const QByteArray &etag, qint64 size)
{
    FileReply reply{ .length = size };
    reply.headers.add("Accept-Ranges", "bytes");
    const QByteArray quoted = '"' + etag + '"';
    if (!etag.isEmpty()) {
        reply.headers.add("ETag", quoted);
        if (namesEtag(request.headers.values("If-None-Match"), quoted)) {
            reply.status = 304;
            reply.length = 0;
            return reply;
        }
    }
    const QList<QByteArray> ranges = request.headers.values("Range");
    if (ranges.size() != 1 || request.method != Method::Get)
        return reply;
    // A date or a weak tag never equals our strong one: then the whole file is the right answer.
    const QList<QByteArray> conditions = request.headers.values("If-Range");
    if (!conditions.isEmpty()
        && (etag.isEmpty() || conditions.size() != 1 || conditions.first().trimmed() != quoted))
        return reply;
    qint64 first = 0;
    qint64 last = 0;
    switch (parsedRange(ranges.first(), size, first, last)) {
    case Outcome::Whole:
        break;
    case Outcome::Part:
        reply.status = 206;
        reply.first = first;
        reply.length = last - first + 1;
        reply.headers.add("Content-Range",
            "bytes " + QByteArray::number(first) + '-' + QByteArray::number(last) + '/'
                + QByteArray::number(size));
        break;
    case Outcome::Unsatisfiable:
        reply.status = 416;
        reply.length = 0;
        reply.headers.add("Content-Range", "bytes */" + QByteArray::number(size));
        break;
    }
    return reply;
}

} // namespace http
