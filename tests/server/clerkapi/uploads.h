#pragma once

#include "desk.h"

#include <QCryptographicHash>

// What a program does to bring a file to the portal: announce it, then send it piece by piece.

inline QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

inline http::Response announce(
    Desk &desk, const QByteArray &token, const QByteArray &bytes, const char *name = "Plan.pdf")
{
    return desk.post("/sync/v1/uploads",
        { { QStringLiteral("sha256"), sha256(bytes) }, { QStringLiteral("size"), bytes.size() },
            { QStringLiteral("name"), QString::fromLatin1(name) } },
        token);
}
inline http::Response patch(Desk &desk, const QByteArray &token, const QByteArray &target,
    qint64 offset, const QByteArray &bytes)
{
    return desk.send(http::Method::Patch, target, token, {},
        { { "Upload-Offset", QByteArray::number(offset) } }, std::make_shared<Piece>(bytes));
}
