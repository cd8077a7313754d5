#include "templates.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <kainjow/mustache.hpp>
#include <memory>

namespace citizen {

namespace {

using Data = kainjow::mustache::data;
using Lookup = kainjow::mustache::context<std::string>;

Data toData(const QJsonValue &value)
{
    if (value.isArray()) {
        Data list(Data::type::list);
        for (const QJsonValue &entry : value.toArray())
            list.push_back(toData(entry));
        return list;
    }
    if (value.isObject()) {
        Data object(Data::type::object);
        const QJsonObject json = value.toObject();
        for (auto it = json.begin(); it != json.end(); ++it)
            object.set(it.key().toStdString(), toData(it.value()));
        return object;
    }
    if (value.isBool())
        return Data(value.toBool());
    // An empty text is "not there" for a section, which is what templates mean by it.
    const QString text = value.toVariant().toString();
    return text.isEmpty() ? Data(Data::type::bool_false) : Data(text.toStdString());
}

// Looks names up from the innermost section outwards, and remembers those nobody gave.
class StrictContext : public Lookup {
public:
    StrictContext(const Data *data, const Texts &texts, const QString &language)
        : Lookup(data)
        , m_texts(texts)
        , m_language(language)
    {
    }
    const Data *get(const std::string &name) const override
    {
        if (name.rfind("t.", 0) == 0) {
            auto &known = m_cache[name];
            if (!known)
                known = std::make_unique<Data>(
                    m_texts.text(m_language, QString::fromStdString(name.substr(2))).toStdString());
            return known.get();
        }
        const Data *found = Lookup::get(name);
        if (!found)
            missing.insert(QString::fromStdString(name));
        return found;
    }
    mutable QSet<QString> missing;

private:
    const Texts &m_texts;
    QString m_language;
    mutable std::map<std::string, std::unique_ptr<Data>> m_cache;
};

QString readTemplate(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The first thing that is wrong with a template, or nothing.
QString defectOf(const QString &source, const Texts &texts)
{
    static const QRegularExpression tag(
        QStringLiteral("\\{\\{\\s*([#^/&{!=>]?)\\s*([^}]*?)\\s*\\}\\}"));
    QStringList open;
    for (auto it = tag.globalMatch(source); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString kind = match.captured(1);
        const QString name = match.captured(2);
        if (kind == QLatin1String("!"))
            continue;
        if (kind == QLatin1String("&") || kind == QLatin1String("{") || kind == QLatin1String("="))
            return QStringLiteral("{{%1%2}}: only escaped values are allowed").arg(kind, name);
        if (kind == QLatin1String("#") || kind == QLatin1String("^"))
            open.append(name);
        if (kind == QLatin1String("/") && (open.isEmpty() || open.takeLast() != name))
            return QStringLiteral("{{/%1}}: ends no section").arg(name);
        if (name.startsWith(QLatin1String("t.")) && !texts.has(name.mid(2)))
            return QStringLiteral("{{%1}}: there is no such text").arg(name);
    }
    return open.isEmpty() ? QString() : QStringLiteral("{{#%1}}: is never ended").arg(open.last());
}

} // namespace

Result<Templates> Templates::load(const Texts &texts, const QString &folder)
{
    const QDir dir(folder);
    const QStringList files
        = dir.entryList({ QStringLiteral("*.mustache") }, QDir::Files, QDir::Name);
    QHash<QString, QString> sources;
    for (const QString &name : files)
        sources.insert(name.chopped(9), readTemplate(dir.filePath(name)));
    const auto refuse = [](const QString &name, const QString &what) -> Error {
        return error(
            ErrorCode::Corrupt, "pages.template", {}, name + QLatin1String(".mustache: ") + what);
    };
    if (!sources.contains(QStringLiteral("layout")))
        return refuse(QStringLiteral("layout"), QStringLiteral("is missing"));
    Templates templates;
    static const QRegularExpression part(QStringLiteral("\\{\\{>\\s*([a-z-]+)\\s*\\}\\}"));
    for (auto it = sources.begin(); it != sources.end(); ++it) {
        if (it.key().startsWith(QLatin1String("part-")) || it.key() == QLatin1String("layout"))
            continue;
        QString whole = sources.value(QStringLiteral("layout"));
        whole.replace(QStringLiteral("{{> page}}"), it.value());
        int parts = 0;
        for (auto match = part.match(whole); match.hasMatch(); match = part.match(whole)) {
            const QString name = QLatin1String("part-") + match.captured(1);
            if (!sources.contains(name))
                return refuse(it.key(),
                    QStringLiteral("{{> %1}}: there is no such part").arg(match.captured(1)));
            if (++parts > 200)
                return refuse(
                    it.key(), QStringLiteral("{{> %1}}: takes itself in").arg(match.captured(1)));
            whole.replace(match.capturedStart(), match.capturedLength(), sources.value(name));
        }
        if (const QString defect = defectOf(whole, texts); !defect.isEmpty())
            return refuse(it.key(), defect);
        // Indentation is for us, not for the wire.
        static const QRegularExpression indent(QStringLiteral("\\n\\s*"));
        whole.replace(indent, QStringLiteral("\n"));
        templates.m_pages.insert(it.key(), whole.toStdString());
    }
    return templates;
}

Result<QByteArray> Templates::render(
    const Texts &texts, const QString &page, const QString &language, const QJsonObject &data) const
{
    if (!m_pages.contains(page))
        return error(ErrorCode::Internal, "pages.value", { { QStringLiteral("page"), page } });
    const Data root = toData(data);
    StrictContext context(&root, texts, language);
    kainjow::mustache::mustache parsed(
        m_pages.value(page)); // rendering changes it, so one each time
    if (!parsed.is_valid())
        return error(ErrorCode::Internal, "pages.value", { { QStringLiteral("page"), page } },
            QString::fromStdString(parsed.error_message()));
    const std::string html = parsed.render(context);
    if (!context.missing.isEmpty()) {
        QStringList names(context.missing.begin(), context.missing.end());
        names.sort();
        return error(ErrorCode::Internal, "pages.value",
            { { QStringLiteral("page"), page },
                { QStringLiteral("names"), QJsonArray::fromStringList(names) } },
            page + QLatin1String(" lacks ") + names.join(QLatin1Char(' ')));
    }
    return QByteArray::fromStdString(html);
}

} // namespace citizen
