#include "wire.h"

#include "jsonscanner.h"
#include "wire_common.h"

#include <QJsonDocument>

// A page of the feed is megabytes of bodies that nobody looks into on the way: it is put together
// and taken apart as text.

namespace {

Error wrong(const char *path)
{
    return error(ErrorCode::InvalidInput, "json.type",
        { { QStringLiteral("path"), QString::fromLatin1(path) } });
}

std::optional<QString> stringOf(QByteArrayView value)
{
    if (value.size() < 2 || value.front() != '"')
        return std::nullopt;
    if (!value.contains('\\'))
        return QString::fromUtf8(value.sliced(1, value.size() - 2));
    const QJsonDocument read = QJsonDocument::fromJson('[' + value.toByteArray() + ']');
    if (!read.isArray())
        return std::nullopt;
    return read.array().first().toString();
}

bool readFiles(QByteArrayView text, QHash<QString, QString> &files)
{
    return JsonScanner(text).object([&](QByteArrayView key, QByteArrayView value) {
        const std::optional<QString> base64 = stringOf(value);
        if (base64)
            files.insert(QString::fromUtf8(key), *base64);
        return base64.has_value();
    });
}

bool readChange(QByteArrayView text, FeedChange &change)
{
    return JsonScanner(text).object([&](QByteArrayView key, QByteArrayView value) {
        if (key == "body") {
            change.body = JsonText(value.toByteArray());
            return value.front() == '{';
        }
        if (key == "files")
            return readFiles(value, change.files);
        if (key == "version") {
            bool read = false;
            change.version = value.toByteArray().toLongLong(&read);
            return read;
        }
        const std::optional<QString> known = stringOf(value);
        if (key == "kind")
            change.kind = enumOf<AggregateKind>(known.value_or(QString()));
        else if (key == "action")
            change.action = enumOf<ChangeAction>(known.value_or(QString()));
        else if (key == "id")
            change.id = known.value_or(QString());
        else
            return true; // of a newer portal
        return known.has_value();
    });
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{ text }).toJson(QJsonDocument::Compact);
    return list.mid(1, list.size() - 2);
}

void addChange(QByteArray &out, const FeedChange &change)
{
    out += "{\"kind\":\"" + nameOf(change.kind).toLatin1() + "\",\"action\":\""
        + nameOf(change.action).toLatin1() + "\",\"id\":" + quoted(change.id)
        + ",\"version\":" + QByteArray::number(change.version);
    if (!change.body.isEmpty()) {
        out += ",\"body\":";
        out += change.body.text();
    }
    if (!change.files.isEmpty()) {
        out += ",\"files\":{";
        for (auto it = change.files.begin(); it != change.files.end(); ++it) {
            out += it == change.files.begin() ? "" : ",";
            out += quoted(it.key()) + ":\"";
            out += it.value().toLatin1(); // base64 needs no escapes
            out += '"';
        }
        out += '}';
    }
    out += '}';
}

} // namespace

QByteArray toText(const FeedPage &page)
{
    qsizetype size = 256;
    for (const FeedChange &change : page.changes) {
        size += change.body.text().size() + 256;
        for (const QString &file : change.files)
            size += file.size() + 64;
    }
    QByteArray out;
    out.reserve(size);
    out += "{\"epoch\":" + quoted(page.epoch) + ",\"changes\":[";
    for (qsizetype i = 0; i < page.changes.size(); ++i) {
        if (i > 0)
            out += ',';
        addChange(out, page.changes.at(i));
    }
    out += "],\"next\":" + quoted(page.next);
    out += page.more ? ",\"more\":true}" : "}";
    return out;
}

Result<FeedPage> feedPageFromText(const QByteArray &text)
{
    FeedPage page;
    const char *part = "";
    const bool whole = JsonScanner(text).object([&](QByteArrayView key, QByteArrayView value) {
        if (key == "changes") {
            part = "changes";
            return JsonScanner(value).array([&](QByteArrayView element) {
                page.changes.emplace_back();
                return readChange(element, page.changes.last());
            });
        }
        if (key == "more") {
            page.more = value == "true";
            return page.more || value == "false";
        }
        if (key != "epoch" && key != "next")
            return true;
        part = key == "epoch" ? "epoch" : "next";
        const std::optional<QString> known = stringOf(value);
        (key == "epoch" ? page.epoch : page.next) = known.value_or(QString());
        return known.has_value();
    });
    if (!whole)
        return wrong(part);
    return page;
}
