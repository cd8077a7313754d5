#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <optional>

// What clients write into targets and forms, decoded exactly once. Strict: what is not clean is
// refused, since a lenient reading here and another one in a proxy are how requests get smuggled.
namespace http {

// nullopt: a % without two hexadecimal digits.
std::optional<QByteArray> percentDecoded(QByteArrayView text, bool plusIsSpace);

// key=value&… of a query or a form, decoded, in their order. nullopt: a bad escape or over 1,000
// pairs.
std::optional<QList<QPair<QByteArray, QByteArray>>> urlEncodedPairs(QByteArrayView text);

struct Target {
    QByteArray path; // decoded, UTF-8
    QHash<QByteArray, QByteArray> query; // decoded, UTF-8; the first of each name
};
// Origin form only (RFC 9112, 3.2.1). nullopt, to be answered with 400: not origin form, a
// fragment, bad escapes, no UTF-8, control characters, backslash, an encoded slash, "." and ".."
// segments.
std::optional<Target> parsedTarget(QByteArrayView target);

// Well-formed UTF-8 without NUL.
bool isCleanUtf8(const QByteArray &text);
// Broken sequences and NUL become U+FFFD.
QByteArray repairedUtf8(const QByteArray &text);

} // namespace http
