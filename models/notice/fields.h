#pragma once

#include "models/domain/money.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

// Reads a JSON object field by field and keeps what nobody asked for, so that a notice written by a
// newer program loses nothing on its way through this one.
class Fields {
public:
    explicit Fields(const QJsonValue &value)
        : m_rest(value.toObject())
    {
    }
    QString text(const QString &key) { return m_rest.take(key).toString(); }
    int number(const QString &key) { return m_rest.take(key).toInt(); }
    bool flag(const QString &key) { return m_rest.take(key).toBool(); }
    QDate date(const QString &key) { return QDate::fromString(text(key), Qt::ISODate); }
    QJsonValue value(const QString &key) { return m_rest.take(key); }
    QStringList texts(const QString &key)
    {
        QStringList list;
        for (const auto &item : m_rest.take(key).toArray())
            list << item.toString();
        return list;
    }
    Money money(const QString &key)
    {
        const QJsonObject object = m_rest.take(key).toObject();
        return { object[QStringLiteral("cents")].toInteger(),
            object[QStringLiteral("currency")].toString(QStringLiteral("EUR")) };
    }
    QJsonObject unknown() const { return m_rest; }

private:
    QJsonObject m_rest;
};

inline QJsonObject toJson(const Money &amount)
{
    return { { QStringLiteral("cents"), amount.cents },
        { QStringLiteral("currency"), amount.currency } };
}
