#pragma once

#include "sql.h"

#include <QJsonDocument>
#include <QJsonObject>

// Documents as stored. Keys of a QJsonObject are sorted, so equal content is equal bytes.
namespace portal {

inline QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
inline Utf8 document(const QJsonObject &object)
{
    return { compact(object) };
}
inline Result<QJsonObject> parsed(const QByteArray &bytes)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &problem);
    if (!document.isObject())
        return error(ErrorCode::Corrupt, "store.document", {}, problem.errorString());
    return document.object();
}

} // namespace portal
