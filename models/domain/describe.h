#pragma once

#include "result.h"
#include "time.h"

#include "ids.h"
#include "money.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QVarLengthArray>
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
    template <class T> static Result<T> read(const QJsonObject &json, const QString &parent = {})
    {
        T object;
        QString path = parent;
        if (!readInto(json, object, path))
            return error(
                ErrorCode::InvalidInput, "json.type", { { QStringLiteral("path"), path } });
        return object;
    }

    template <class T> void operator()(const char *name, T &field)
    {
        if (m_failed)
            return;
        const auto member = m_json.constFind(QLatin1String(name));
        if (member == m_json.constEnd())
            return;
        const QJsonValue json = member.value();
        if (!json.isNull()) {
            if (!take(json, field)) {
                m_failed = true;
                inside(QString::fromLatin1(name));
                return;
            }
            if constexpr (std::is_enum_v<T>) {
                if (field == T::Unknown)
                    return; // of a newer program: handed on untouched
            }
        }
        m_known.append(QLatin1String(name));
    }

private:
    explicit JsonReader(const QJsonObject &json)
        : m_json(json)
    {
    }

    // The path is only made when something is wrong, from the place of it outwards: cases are read
    // by the ten thousand.
    template <class T> static bool readInto(const QJsonObject &json, T &object, QString &path)
    {
        JsonReader reader(json);
        describe(reader, object);
        if (reader.m_failed) {
            path += path.isEmpty() ? reader.m_path : QLatin1Char('.') + reader.m_path;
            return false;
        }
        if constexpr (requires { object.unknown; }) {
            if (reader.m_known.size() < json.size()) {
                for (auto it = json.begin(); it != json.end(); ++it) {
                    if (!reader.m_known.contains(it.key()))
                        object.unknown.insert(it.key(), it.value());
                }
            }
        }
        return true;
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
        list.reserve(array.size());
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (!take(array.at(i), list.emplace_back()))
                return inside(QStringLiteral("[%1]").arg(i));
        }
        return true;
    }
    template <class K, class T> bool take(const QJsonValue &json, QHash<K, T> &map)
    {
        if (!json.isObject())
            return false;
        const QJsonObject object = json.toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            T entry;
            if (!take(it.value(), entry))
                return inside(it.key());
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
            return readInto(json.toObject(), other, m_path);
        }
    }
    bool inside(const QString &part)
    {
        const bool joined = m_path.isEmpty() || m_path.startsWith(QLatin1Char('['));
        m_path.prepend(joined ? part : part + QLatin1Char('.'));
        return false;
    }

    const QJsonObject &m_json;
    QString m_path; // of what is wrong, seen from here
    QVarLengthArray<QLatin1String, 48> m_known;
    bool m_failed = false;
};
