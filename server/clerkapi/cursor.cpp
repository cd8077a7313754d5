#include "cursor.h"

#include "server/identity/passwords.h"
#include "server/store/directory.h"

#include <QCryptographicHash>
#include <QList>

namespace portal {

namespace {

const auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray shortHash(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).left(6).toHex();
}

QByteArray sealOf(const QByteArray &payload, const CursorBinding &binding)
{
    return keyedHash(binding.secret, "cursor", payload + '\0' + binding.user).left(16).toHex();
}

} // namespace

QByteArray makeCursor(qint64 number, const CursorBinding &binding)
{
    const QByteArray payload
        = QByteArray::number(number) + '.' + shortHash(binding.epoch) + '.' + binding.scope.toHex();
    return (payload + '.' + sealOf(payload, binding)).toBase64(base64);
}

Result<qint64> readCursor(const QByteArray &cursor, const CursorBinding &binding)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(cursor, base64 | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray text = decoded ? *decoded : QByteArray();
    const QByteArray payload = text.left(text.lastIndexOf('.'));
    const QList<QByteArray> parts = text.split('.');
    if (parts.size() != 4 || !equalInConstantTime(parts[3], sealOf(payload, binding)))
        return error(ErrorCode::InvalidInput, "feed.cursorInvalid");
    if (parts[1] != shortHash(binding.epoch) || parts[2] != binding.scope.toHex())
        return error(ErrorCode::NotFound, "feed.cursorExpired");
    return parts[0].toLongLong();
}

} // namespace portal
