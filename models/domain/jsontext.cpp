#include "jsontext.h"

#include <QJsonDocument>

JsonText::JsonText(const QJsonObject &object)
    : m_text(QJsonDocument(object).toJson(QJsonDocument::Compact))
{
}

QJsonObject JsonText::object() const
{
    return QJsonDocument::fromJson(m_text).object();
}
