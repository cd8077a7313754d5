#pragma once

#include <QByteArray>
#include <QCryptographicHash>

// The sum over the text of a JSON answer, told in a header: a flipped bit mostly still reads as
// JSON. Of the text itself, unlike Content-Digest (RFC 9530): a proxy in between may compress it.
// BLAKE2b (RFC 7693), because Qt's SHA-256 takes longer than everything else about a page.
constexpr auto contentSumHeader = "Kontor-Content-BLAKE2b";

inline QByteArray contentSum(const QByteArray &text) // 256 bits, hexadecimal
{
    return QCryptographicHash::hash(text, QCryptographicHash::Blake2b_256).toHex();
}
