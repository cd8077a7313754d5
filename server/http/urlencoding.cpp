#include "urlencoding.h"

#include <QString>

namespace http {

namespace {
constexpr qsizetype maxPairs = 1000;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isCleanPath(const QByteArray &path)
{
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7f || c == '\\')
            return false;
    }
    for (const QByteArray &segment : path.split('/')) {
        if (segment == "." || segment == "..")
            return false;
    }
    return path.isValidUtf8();
}
} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexValue(text.at(i + 1));
            const int low = hexValue(text.at(i + 2));
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            decoded.append(c == '+' && plusIsSpace ? ' ' : c);
        }
    }
    return decoded;
}

std::optional<QList<QPair<QByteArray, QByteArray>>> urlEncodedPairs(QByteArrayView text)
{
    QList<QPair<QByteArray, QByteArray>> pairs;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype end = text.indexOf('&', from);
        if (end < 0)
            end = text.size();
        const QByteArrayView pair = text.sliced(from, end - from);
        from = end + 1;
        if (pair.isEmpty())
            continue;
        if (pairs.size() == maxPairs)
            return std::nullopt;
        const qsizetype equals = pair.indexOf('=');
        const auto name = percentDecoded(equals < 0 ? pair : pair.first(equals), true);
        const auto value
            = percentDecoded(equals < 0 ? QByteArrayView() : pair.sliced(equals + 1), true);
        if (!name || !value)
            return std::nullopt;
        pairs.append({ *name, *value });
    }
    return pairs;
}

std::optional<Target> parsedTarget(QByteArrayView target)
{
    if (!target.startsWith("/") || target.contains('#'))
        return std::nullopt;
    const qsizetype question = target.indexOf('?');
    const QByteArray rawPath = (question < 0 ? target : target.first(question)).toByteArray();
    // Decoded whole, an encoded slash would look like a separator to everybody behind us.
    if (rawPath.toLower().contains("%2f"))
        return std::nullopt;
    const auto path = percentDecoded(rawPath, false);
    if (!path || !isCleanPath(*path))
        return std::nullopt;
    Target parsed{ .path = *path };
    if (question < 0)
        return parsed;
    const auto pairs = urlEncodedPairs(target.sliced(question + 1));
    if (!pairs)
        return std::nullopt;
    for (const auto &[name, value] : *pairs) {
        if (!isCleanUtf8(name) || !isCleanUtf8(value))
            return std::nullopt;
        if (!parsed.query.contains(name))
            parsed.query.insert(name, value);
    }
    return parsed;
}

bool isCleanUtf8(const QByteArray &text)
{
    return text.isValidUtf8() && !text.contains('\0');
}

QByteArray repairedUtf8(const QByteArray &text)
{
    QString repaired = QString::fromUtf8(text);
    repaired.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    return repaired.toUtf8();
}

} // namespace http
