#include "noticetemplate.h"

#include "models/law/remedy.h"
#include "placeholders.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

namespace {

using Kind = TemplateBlock::Kind;

std::optional<Kind> blockKind(const QString &name)
{
    static const QHash<QString, Kind> kinds{
        { QStringLiteral("subject"), Kind::Subject },
        { QStringLiteral("salutation"), Kind::Salutation },
        { QStringLiteral("introduction"), Kind::Introduction },
        { QStringLiteral("decision"), Kind::Decision },
        { QStringLiteral("condition"), Kind::Condition },
        { QStringLiteral("facts"), Kind::Facts },
        { QStringLiteral("law"), Kind::Law },
        { QStringLiteral("discretion"), Kind::Discretion },
        { QStringLiteral("closing"), Kind::Closing },
    };
    const auto found = kinds.find(name);
    return found == kinds.end() ? std::nullopt : std::optional<Kind>(*found);
}

Error corrupt(const char *key, const QString &param, const QString &value)
{
    return error(ErrorCode::Corrupt, key, { { param, value } });
}

Status readBlocks(const QJsonArray &list, NoticeTemplate &result)
{
    QStringList declared;
    for (const TemplatePlaceholder &placeholder : result.placeholders)
        declared << placeholder.key;
    for (const auto &value : list) {
        const QJsonObject object = value.toObject();
        const auto kind = blockKind(object[QStringLiteral("type")].toString());
        const QString text = object[QStringLiteral("text")].toString();
        if (!kind || text.isEmpty())
            return corrupt("template.block", QStringLiteral("block"),
                object[QStringLiteral("type")].toString());
        auto matches = placeholderMark().globalMatch(text);
        int marks = 0;
        for (; matches.hasNext(); ++marks) {
            const QString key = matches.next().captured(1);
            if (!declared.contains(key))
                return corrupt("template.placeholder", QStringLiteral("placeholder"), key);
        }
        if (text.count(QStringLiteral("{{")) != marks || text.count(QStringLiteral("}}")) != marks)
            return corrupt("template.placeholder", QStringLiteral("placeholder"), text.left(40));
        result.blocks.append({ *kind, text, object[QStringLiteral("optional")].toBool() });
    }
    return success();
}

void place(const TemplateBlock &block, const QString &text, NoticeContent &content)
{
    const auto paragraph
        = [&](QString &field) { field += field.isEmpty() ? text : QStringLiteral("\n\n") + text; };
    switch (block.kind) {
    case Kind::Subject:
        content.subject = text;
        break;
    case Kind::Salutation:
        content.salutation = text;
        break;
    case Kind::Introduction:
        paragraph(content.introduction);
        break;
    case Kind::Decision:
        content.decisions << text;
        break;
    case Kind::Condition:
        content.conditions << text;
        break;
    case Kind::Facts:
        paragraph(content.reasons.facts);
        break;
    case Kind::Law:
        paragraph(content.reasons.law);
        break;
    case Kind::Discretion:
        paragraph(content.reasons.discretion);
        break;
    case Kind::Closing:
        content.closing = text;
        break;
    }
}

// Facts and discretion that are one placeholder are the clerk's own text from the first word: an
// empty field asks for it better than a name in braces.
bool isWrittenWhole(const TemplateBlock &block, const QMap<QString, QString> &values)
{
    if (block.kind != Kind::Facts && block.kind != Kind::Discretion)
        return false;
    const auto match = placeholderMark().match(block.text.trimmed());
    return match.hasMatch() && match.capturedLength() == block.text.trimmed().size()
        && values.value(match.captured(1)).trimmed().isEmpty();
}

} // namespace

bool NoticeTemplate::allows(const QString &caseType) const
{
    return caseTypes.contains(QStringLiteral("*")) || caseTypes.contains(caseType);
}

Result<NoticeTemplate> noticeTemplateFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[QStringLiteral("format")].toString() != QLatin1String("kontor-template/1"))
        return error(ErrorCode::Corrupt, "template.format");
    NoticeTemplate result;
    const QJsonObject title = object[QStringLiteral("title")].toObject();
    result.ref.id = object[QStringLiteral("id")].toString();
    result.ref.version = object[QStringLiteral("version")].toInt();
    result.ref.hash
        = QString::fromLatin1(QCryptographicHash::hash(json, QCryptographicHash::Sha256).toHex());
    result.german = title[QStringLiteral("de")].toString();
    result.english = title[QStringLiteral("en")].toString();
    result.kind = object[QStringLiteral("kind")].toString();
    result.remedyId = object[QStringLiteral("remedy")].toString();
    result.discretionary = object[QStringLiteral("discretionary")].toBool();
    result.withFee = object[QStringLiteral("withFee")].toBool();
    for (const auto &type : object[QStringLiteral("caseTypes")].toArray())
        result.caseTypes << type.toString();
    const QPair<const char *, bool> wanted[] = { { "id", !result.ref.id.isEmpty() },
        { "version", result.ref.version > 0 }, { "title.de", !result.german.isEmpty() },
        { "title.en", !result.english.isEmpty() }, { "kind", !result.kind.isEmpty() },
        { "remedy", !result.remedyId.isEmpty() }, { "caseTypes", !result.caseTypes.isEmpty() } };
    for (const auto &[field, present] : wanted) {
        if (!present)
            return corrupt("template.field", QStringLiteral("field"), QString::fromLatin1(field));
    }
    const QJsonObject placeholders = object[QStringLiteral("placeholders")].toObject();
    for (auto it = placeholders.begin(); it != placeholders.end(); ++it) {
        const QJsonObject entry = it.value().toObject();
        result.placeholders.append({ it.key(), entry[QStringLiteral("de")].toString(),
            entry[QStringLiteral("en")].toString(), entry[QStringLiteral("required")].toBool(),
            entry[QStringLiteral("type")].toString() == QLatin1String("date") });
    }
    const Status blocks = readBlocks(object[QStringLiteral("blocks")].toArray(), result);
    if (!blocks)
        return blocks.error();
    return result;
}

Result<QVector<NoticeTemplate>> builtInTemplates()
{
    QVector<NoticeTemplate> templates;
    const QDir folder(QStringLiteral(":/kontor/notices"));
    for (const QString &name : folder.entryList({ QStringLiteral("*.json") }, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return error(ErrorCode::Corrupt, "template.format");
        auto read = noticeTemplateFromJson(file.readAll());
        if (!read)
            return read.error();
        templates.append(std::move(read).value());
    }
    std::sort(templates.begin(), templates.end(),
        [](const auto &left, const auto &right) { return left.german < right.german; });
    return templates;
}

NoticeContent fillTemplate(const NoticeTemplate &source, const QMap<QString, QString> &values)
{
    NoticeContent content;
    content.basedOn = source.ref;
    content.kind = source.kind;
    content.reasons.discretionary = source.discretionary;
    for (const TemplateBlock &block : source.blocks) {
        if (block.optional || isWrittenWhole(block, values))
            continue;
        place(block, filled(block.text, values), content);
    }
    return content;
}

Status setRemedy(NoticeContent &content, const LawTable &table, const QString &id,
    const QMap<QString, QString> &values)
{
    const auto remedy = remedyById(table, id);
    if (!remedy)
        return remedy.error();
    const auto text = remedyText(*remedy, values);
    if (!text)
        return text.error();
    content.remedy = { remedy->law.id, remedy->version, remedy->title, *text, {} };
    return success();
}
