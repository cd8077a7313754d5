#pragma once

#include "result.h"
#include "time.h"

#include "ids.h"
#include "money.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <optional>
#include <span>

// The wire form of a struct is one list of its fields, read in both directions:
//
//     template <class V> void describe(V &v, Note &note) { v("id", note.id); v("text", note.text);
//     … }
//
// JsonReader keeps what it does not know in `unknown` (fields, and values of enums), so that an old
// program hands on what a newer one wrote. Empty values are left out. A value of the wrong type is
// an error that names its path. Only the wire_*.cpp files include this header.

template <class E> struct EnumName {
    E value;
    const char *name;
};
// Specialised for each enum of the wire: std::span<const EnumName<E>> names(E *)
template <class E> QString nameOf(E value)
{
    for (const EnumName<E> &entry : names(static_cast<E *>(nullptr))) {
        if (entry.value == value)
            return QString::fromLatin1(entry.name);
    }
    return {};
}
template <class E> E enumOf(const QString &name)
{
    for (const EnumName<E> &entry : names(static_cast<E *>(nullptr))) {
        if (name == QLatin1String(entry.name))
            return entry.value;
    }
    return E::Unknown;
}

class JsonWriter {
public:
    template <class T> static QJsonObject write(const T &object)
    {
        JsonWriter writer;
        if constexpr (requires { object.unknown; })
            writer.m_out = object.unknown;
        // The one list serves both directions, so it takes a mutable object; writing changes
        // nothing.
        describe(writer, const_cast<T &>(object));
        return writer.m_out;
    }

    template <class T> void operator()(const char *key, T &field)
    {
        if constexpr (std::is_enum_v<T>) {
            if (field == T::Unknown)
                return; // the name of a newer program stays where `unknown` has it
        }
        const QJsonValue json = value(field);
        // An answer "false" and a limit of 0 say something; an empty list or text does not.
        if constexpr (std::is_same_v<T, QJsonValue> || requires { field.has_value(); }) {
            if (!json.isNull() && !json.isUndefined())
                m_out.insert(QString::fromLatin1(key), json);
            return;
        }
        const bool empty = json.isNull() || json.isUndefined()
            || (json.isString() && json.toString().isEmpty())
            || (json.isArray() && json.toArray().isEmpty())
            || (json.isObject() && json.toObject().isEmpty()) || (json.isBool() && !json.toBool())
            || (json.isDouble() && json.toDouble() == 0);
        if (!empty)
            m_out.insert(QString::fromLatin1(key), json);
    }

    static QJsonValue value(const QString &text) { return text; }
    static QJsonValue value(bool flag) { return flag; }
    static QJsonValue value(int number) { return number; }
    static QJsonValue value(qint64 number) { return number; }
    static QJsonValue value(double number) { return number; }
    static QJsonValue value(Timestamp at) { return at.ms; }
    static QJsonValue value(QDate date)
    {
        return date.isValid() ? date.toString(Qt::ISODate) : QString();
    }
    static QJsonValue value(const QJsonObject &object) { return object; }
    static QJsonValue value(const QJsonValue &any) { return any; }
    static QJsonValue value(const QJsonArray &array) { return array; }
    static QJsonValue value(const Money &money)
    {
        return QJsonObject{ { QStringLiteral("cents"), money.cents },
            { QStringLiteral("currency"), money.currency } };
    }
    template <class Tag> static QJsonValue value(const Id<Tag> &id) { return id.text; }
    template <class T> static QJsonValue value(const std::optional<T> &maybe)
    {
        return maybe ? value(*maybe) : QJsonValue();
    }
    template <class T> static QJsonValue value(const QList<T> &list)
    {
        QJsonArray array;
        for (const T &entry : list)
            array.append(value(entry));
        return array;
    }
    template <class K, class T> static QJsonValue value(const QHash<K, T> &map)
    {
        QJsonObject object;
        for (auto it = map.begin(); it != map.end(); ++it) {
            if constexpr (std::is_same_v<K, QString>)
                object.insert(it.key(), value(it.value()));
            else
                object.insert(it.key().text, value(it.value()));
        }
        return object;
    }
    template <class T>
    static QJsonValue value(const T &other) requires(std::is_enum_v<T> || std::is_class_v<T>)
    {
        if constexpr (std::is_enum_v<T>)
            return nameOf(other);
        else
            return write(other);
    }

private:
    QJsonObject m_out;
};

class JsonReader {
public:
    template <class T> static Result<T> read(const QJsonObject &json, const QString &path = {})
    {
        T object;
        JsonReader reader(json, path);
        describe(reader, object);
        if (reader.m_error)
            return *reader.m_error;
        if constexpr (requires { object.unknown; }) {
            for (auto it = json.begin(); it != json.end(); ++it) {
                if (!reader.m_known.contains(it.key()))
                    object.unknown.insert(it.key(), it.value());
            }
        }
        return object;
    }

    template <class T> void operator()(const char *name, T &field)
    {
        const QString key = QString::fromLatin1(name);
        const QJsonValue json = m_json.value(key);
        if (m_error)
            return;
        if (json.isUndefined() || json.isNull()) {
            m_known.insert(key);
            return;
        }
        m_path = m_parent.isEmpty() ? key : m_parent + QLatin1Char('.') + key;
        if (!take(json, field))
            fail();
        bool keepRaw = false;
        if constexpr (std::is_enum_v<T>)
            keepRaw = field == T::Unknown; // of a newer program: handed on untouched
        if (!keepRaw)
            m_known.insert(key);
    }

private:
    JsonReader(const QJsonObject &json, const QString &path)
        : m_json(json)
        , m_parent(path)
    {
    }

    void fail()
    {
        if (!m_error)
            m_error = error(
                ErrorCode::InvalidInput, "json.type", { { QStringLiteral("path"), m_path } });
    }

    bool take(const QJsonValue &json, QString &text)
    {
        text = json.toString();
        return json.isString();
    }
    bool take(const QJsonValue &json, bool &flag)
    {
        flag = json.toBool();
        return json.isBool();
    }
    bool take(const QJsonValue &json, qint64 &number)
    {
        number = json.toInteger(-1);
        return json.isDouble() && json.toDouble() == double(number);
    }
    bool take(const QJsonValue &json, int &number)
    {
        number = json.toInt(-1);
        return json.isDouble() && json.toDouble() == number;
    }
    bool take(const QJsonValue &json, double &number)
    {
        number = json.toDouble();
        return json.isDouble();
    }
    bool take(const QJsonValue &json, Timestamp &at) { return take(json, at.ms); }
    bool take(const QJsonValue &json, QDate &date)
    {
        date = QDate::fromString(json.toString(), Qt::ISODate);
        return date.isValid();
    }
    bool take(const QJsonValue &json, QJsonObject &object)
    {
        object = json.toObject();
        return json.isObject();
    }
    bool take(const QJsonValue &json, QJsonArray &array)
    {
        array = json.toArray();
        return json.isArray();
    }
    bool take(const QJsonValue &json, QJsonValue &any)
    {
        any = json;
        return true;
    }
    bool take(const QJsonValue &json, Money &money)
    {
        const QJsonObject object = json.toObject();
        money.currency = object.value(QLatin1String("currency")).toString(money.currency);
        return json.isObject() && take(object.value(QLatin1String("cents")), money.cents);
    }
    template <class Tag> bool take(const QJsonValue &json, Id<Tag> &id)
    {
        return take(json, id.text);
    }
    template <class T> bool take(const QJsonValue &json, std::optional<T> &maybe)
    {
        maybe.emplace();
        return take(json, *maybe);
    }
    template <class T> bool take(const QJsonValue &json, QList<T> &list)
    {
        if (!json.isArray())
            return false;
        const QJsonArray array = json.toArray();
        const QString path = m_path;
        list.reserve(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            m_path = path + QStringLiteral("[%1]").arg(i);
            T entry;
            if (!take(array.at(i), entry))
                return false;
            list.append(std::move(entry));
        }
        return true;
    }
    template <class K, class T> bool take(const QJsonValue &json, QHash<K, T> &map)
    {
        if (!json.isObject())
            return false;
        const QJsonObject object = json.toObject();
        const QString path = m_path;
        for (auto it = object.begin(); it != object.end(); ++it) {
            m_path = path + QLatin1Char('.') + it.key();
            T entry;
            if (!take(it.value(), entry))
                return false;
            map.insert(K{ it.key() }, entry);
        }
        return true;
    }
    template <class T>
    bool take(const QJsonValue &json, T &other) requires(std::is_enum_v<T> || std::is_class_v<T>)
    {
        if constexpr (std::is_enum_v<T>) {
            other = enumOf<T>(json.toString());
            return json.isString();
        } else {
            if (!json.isObject())
                return false;
            Result<T> inner = read<T>(json.toObject(), m_path);
            if (!inner) {
                m_error = inner.error();
                return false;
            }
            other = *std::move(inner);
            return true;
        }
    }

    const QJsonObject &m_json;
    QString m_parent;
    QString m_path;
    QSet<QString> m_known;
    std::optional<Error> m_error;
};
