#include "multipart.h"

#include <QHash>

namespace http {

namespace {
constexpr qsizetype maxBoundary = 70; // RFC 2046, 5.1.1

// Parameters of a header value behind its first ';', names in lower case. Browsers write a quote in
// a name as %22 and leave the backslash alone; curl and mail programs escape both with a backslash.
// Only \" and \\ are therefore taken as escapes. nullopt: malformed or a parameter given twice.
std::optional<QHash<QByteArray, QByteArray>> parameters(QByteArrayView text)
{
    QHash<QByteArray, QByteArray> found;
    qsizetype i = 0;
    const auto skipBlanks = [&] {
        while (i < text.size() && (text.at(i) == ' ' || text.at(i) == '\t'))
            ++i;
    };
    while (i < text.size()) {
        if (text.at(i) != ';')
            return std::nullopt;
        ++i;
        skipBlanks();
        if (i == text.size())
            break;
        QByteArray name;
        while (i < text.size() && text.at(i) != '=' && text.at(i) != ';')
            name.append(text.at(i++));
        if (i == text.size() || text.at(i) != '=')
            return std::nullopt;
        ++i;
        QByteArray value;
        if (i < text.size() && text.at(i) == '"') {
            for (++i; i < text.size() && text.at(i) != '"'; ++i) {
                const bool escape = text.at(i) == '\\' && i + 1 < text.size()
                    && (text.at(i + 1) == '\\' || text.at(i + 1) == '"');
                value.append(text.at(escape ? ++i : i));
            }
            if (i == text.size())
                return std::nullopt;
            ++i;
            skipBlanks();
        } else {
            while (i < text.size() && text.at(i) != ';')
                value.append(text.at(i++));
            value = value.trimmed();
        }
        name = name.trimmed().toLower();
        if (name.isEmpty() || found.contains(name))
            return std::nullopt;
        found.insert(name, value);
    }
    return found;
}

// Splits "form-data; name=…" into the word in lower case and its parameters.
std::optional<QHash<QByteArray, QByteArray>> parametersOf(
    const QByteArray &value, const QByteArray &word)
{
    const qsizetype semicolon = value.indexOf(';');
    const QByteArray first = (semicolon < 0 ? value : value.first(semicolon)).trimmed().toLower();
    if (first != word)
        return std::nullopt;
    return parameters(semicolon < 0 ? QByteArrayView() : QByteArrayView(value).sliced(semicolon));
}
} // namespace

QByteArray multipartBoundary(const QByteArray &contentType)
{
    const auto found = parametersOf(contentType, "multipart/form-data");
    if (!found)
        return {};
    const QByteArray boundary = found->value("boundary");
    if (boundary.size() > maxBoundary || boundary.endsWith(' '))
        return {};
    for (const char c : boundary) {
        if (c < 0x20 || c > 0x7e)
            return {};
    }
    return boundary;
}

std::optional<PartHeader> parsedPartHeader(const QByteArray &lines)
{
    if (lines.contains('\0'))
        return std::nullopt;
    PartHeader header;
    bool named = false;
    for (qsizetype from = 0; from <= lines.size();) {
        qsizetype end = lines.indexOf("\r\n", from);
        if (end < 0)
            end = lines.size();
        const QByteArray line = lines.mid(from, end - from);
        from = end + 2;
        const qsizetype colon = line.indexOf(':');
        if (colon <= 0 || line.contains('\n') || line.contains('\r'))
            return std::nullopt;
        const QByteArray name = line.first(colon).toLower();
        const QByteArray value = line.mid(colon + 1).trimmed();
        if (name == "content-type")
            header.contentType = value;
        if (name != "content-disposition")
            continue;
        const auto found = parametersOf(value, "form-data");
        if (named || !found || !found->contains("name"))
            return std::nullopt;
        named = true;
        header.name = found->value("name");
        if (found->contains("filename"))
            header.fileName = found->value("filename");
    }
    return named ? std::optional(header) : std::nullopt;
}

} // namespace http
