#include "texts.h"

#include "citizenlog.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

namespace citizen {

namespace {

void flatten(const QJsonObject &object, const QString &prefix, QHash<QString, QString> &out)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString key = prefix + it.key();
        if (it.value().isObject())
            flatten(it.value().toObject(), key + QLatin1Char('.'), out);
        else
            out.insert(key, it.value().toString());
    }
}

QSet<QString> parametersOf(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\{([a-zA-Z]+)\\}"));
    QSet<QString> names;
    for (auto it = form.globalMatch(text); it.hasNext();)
        names.insert(it.next().captured(1));
    return names;
}

} // namespace

const QStringList &languages()
{
    static const QStringList all{ QStringLiteral("de"), QStringLiteral("en") };
    return all;
}

Result<Texts> Texts::load(const QString &folder)
{
    Texts texts;
    QHash<QString, QHash<QString, QString>> read;
    for (const QString &language : languages()) {
        QFile file(folder + QStringLiteral("/portal.%1.json").arg(language));
        if (!file.open(QIODevice::ReadOnly))
            return error(ErrorCode::Corrupt, "pages.texts", {},
                file.fileName() + QLatin1String(" is missing"));
        QJsonParseError parsed;
        const QJsonDocument json = QJsonDocument::fromJson(file.readAll(), &parsed);
        if (!json.isObject())
            return error(ErrorCode::Corrupt, "pages.texts", {},
                file.fileName() + QLatin1String(": ") + parsed.errorString());
        flatten(json.object(), {}, read[language]);
        for (auto it = read[language].begin(); it != read[language].end(); ++it)
            texts.m_texts.insert(language + QLatin1Char('/') + it.key(), it.value());
    }
    QStringList defects;
    for (const QString &language : languages()) {
        for (auto it = read[language].begin(); it != read[language].end(); ++it) {
            for (const QString &other : languages()) {
                if (!read[other].contains(it.key()))
                    defects.append(QStringLiteral("%1 has no %2").arg(other, it.key()));
                else if (parametersOf(it.value()) != parametersOf(read[other].value(it.key())))
                    defects.append(
                        QStringLiteral("%1 has other parameters than in %2").arg(it.key(), other));
            }
            if (it.value().isEmpty())
                defects.append(QStringLiteral("%1 is empty in %2").arg(it.key(), language));
        }
    }
    if (!defects.isEmpty())
        return error(ErrorCode::Corrupt, "pages.texts", {}, defects.join(QLatin1String("; ")));
    return texts;
}

QString Texts::text(const QString &language, const QString &key, const QJsonObject &params) const
{
    const auto it = m_texts.constFind(language + QLatin1Char('/') + key);
    if (it == m_texts.constEnd()) {
        qCCritical(lcCitizen) << "no text for" << key;
        return key;
    }
    if (params.isEmpty())
        return *it;
    // In one pass: what a citizen typed may look like a parameter.
    static const QRegularExpression form(QStringLiteral("\\{([a-zA-Z]+)\\}"));
    QString filled;
    qsizetype from = 0;
    for (auto match = form.globalMatch(*it); match.hasNext();) {
        const QRegularExpressionMatch found = match.next();
        filled += QStringView(*it).mid(from, found.capturedStart() - from);
        filled += params.value(found.captured(1)).toVariant().toString();
        from = found.capturedEnd();
    }
    filled += QStringView(*it).mid(from);
    return filled;
}

QString Texts::counted(
    const QString &language, const QString &key, int count, QJsonObject params) const
{
    params.insert(QStringLiteral("count"), count);
    return text(
        language, key + (count == 1 ? QLatin1String(".one") : QLatin1String(".many")), params);
}

QStringList Texts::keys() const
{
    QStringList keys;
    for (auto it = m_texts.begin(); it != m_texts.end(); ++it) {
        if (it.key().startsWith(QLatin1String("de/")))
            keys.append(it.key().mid(3));
    }
    return keys;
}

} // namespace citizen
