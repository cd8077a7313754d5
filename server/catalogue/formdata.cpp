#include "formdata.h"

#include <QJsonArray>
#include <algorithm>

namespace catalogue {

QString FormData::value(const QString &path) const
{
    const auto it = m_values.constFind(path);
    return it == m_values.constEnd() || it->isEmpty() ? QString() : it->first();
}

void FormData::set(const QString &path, const QStringList &values)
{
    if (values.isEmpty())
        m_values.remove(path);
    else
        m_values.insert(path, values);
}

void FormData::removeItem(const QString &group, int item)
{
    const int count = items(group);
    if (item < 1 || item > count)
        return;
    QHash<QString, QStringList> moved;
    const QString prefix = group + QLatin1Char('.');
    for (auto it = m_values.begin(); it != m_values.end(); ++it) {
        if (!it.key().startsWith(prefix)) {
            moved.insert(it.key(), it.value());
            continue;
        }
        const QString rest = it.key().mid(prefix.size());
        const int number = rest.section(QLatin1Char('.'), 0, 0).toInt();
        if (number == item)
            continue;
        const QString tail = rest.section(QLatin1Char('.'), 1);
        moved.insert(
            prefix + QString::number(number > item ? number - 1 : number) + QLatin1Char('.') + tail,
            it.value());
    }
    m_values = moved;
    m_items.insert(group, count - 1);
}

QJsonObject FormData::toJson() const
{
    QJsonObject values;
    for (auto it = m_values.begin(); it != m_values.end(); ++it)
        values.insert(it.key(), QJsonArray::fromStringList(it.value()));
    QJsonObject items;
    for (auto it = m_items.begin(); it != m_items.end(); ++it)
        items.insert(it.key(), it.value());
    return { { QStringLiteral("values"), values }, { QStringLiteral("items"), items } };
}

Result<FormData> FormData::fromJson(const QJsonObject &json)
{
    FormData data;
    const QJsonObject values = json.value(QLatin1String("values")).toObject();
    for (auto it = values.begin(); it != values.end(); ++it) {
        QStringList list;
        for (const QJsonValue &value : it.value().toArray())
            list.append(value.toString());
        data.set(it.key(), list);
    }
    const QJsonObject items = json.value(QLatin1String("items")).toObject();
    for (auto it = items.begin(); it != items.end(); ++it)
        data.m_items.insert(it.key(), std::clamp(it.value().toInt(), 0, 50));
    return data;
}

QJsonObject toJson(const UploadedFile &file)
{
    return { { QStringLiteral("id"), file.id.text }, { QStringLiteral("field"), file.field },
        { QStringLiteral("name"), file.name }, { QStringLiteral("type"), file.type },
        { QStringLiteral("size"), file.size }, { QStringLiteral("sha256"), file.sha256 } };
}

Result<UploadedFile> uploadedFileFromJson(const QJsonObject &json)
{
    UploadedFile file;
    file.id.text = json.value(QLatin1String("id")).toString();
    file.field = json.value(QLatin1String("field")).toString();
    file.name = json.value(QLatin1String("name")).toString();
    file.type = json.value(QLatin1String("type")).toString();
    file.size = json.value(QLatin1String("size")).toInteger(-1);
    file.sha256 = json.value(QLatin1String("sha256")).toString();
    if (!isUuid(file.id.text) || file.size < 0 || file.sha256.size() != 64)
        return error(ErrorCode::Corrupt, "draft.file");
    return file;
}

QStringList inputsOf(const FieldDefinition &field, const QString &path)
{
    switch (field.type) {
    case FieldType::Date:
        return { path + QLatin1String(".day"), path + QLatin1String(".month"),
            path + QLatin1String(".year") };
    case FieldType::Unknown:
    case FieldType::File:
    case FieldType::Group:
    case FieldType::Heading:
    case FieldType::Paragraph:
        return {};
    default:
        return { path };
    }
}

int itemCount(const FieldDefinition &group, const FormData &data, const QString &path)
{
    const int shown = data.items(path);
    return shown < 0 ? std::max(group.minItems, group.maxItems > 0 ? 1 : 0)
                     : std::clamp(shown, group.minItems, group.maxItems);
}

bool isAsked(const PublicService &service, const FormStep &step, const FieldDefinition &field,
    const QString &parent, const FormData &data)
{
    if (!field.visibleWhen.isSet())
        return true;
    // Conditions only look back, so this ends; the depth guards against a definition that does not.
    const auto met = [&](const auto &self, const FormStep &here, const Condition &condition,
                         const QString &around, int depth) -> bool {
        if (depth > 20)
            return false;
        const auto siblingsOf = [](const FormStep &in, const QString &at) {
            if (at == in.key)
                return in.fields;
            const QString group = at.section(QLatin1Char('.'), 1, 1);
            for (const FieldDefinition &candidate : in.fields) {
                if (candidate.key == group)
                    return candidate.fields;
            }
            return QList<FieldDefinition>{};
        };
        const auto holds = [&](const FormStep &in, const QString &at, const QString &key) {
            for (const FieldDefinition &decider : siblingsOf(in, at)) {
                if (decider.key != key)
                    continue;
                if (decider.visibleWhen.isSet()
                    && !self(self, in, decider.visibleWhen, at, depth + 1))
                    return std::optional<bool>(false);
                const QStringList given = data.values(at + QLatin1Char('.') + key);
                return std::optional<bool>(
                    std::any_of(given.begin(), given.end(), [&](const QString &value) {
                        return condition.anyOf.contains(value.trimmed());
                    }));
            }
            return std::optional<bool>();
        };
        if (const auto answer = holds(here, around, condition.field))
            return *answer;
        if (const auto answer = holds(here, here.key, condition.field))
            return *answer;
        const QString stepKey = condition.field.section(QLatin1Char('.'), 0, 0);
        for (const FormStep &other : service.steps) {
            if (other.key == stepKey) {
                if (const auto answer
                    = holds(other, other.key, condition.field.section(QLatin1Char('.'), 1)))
                    return *answer;
            }
        }
        return false;
    };
    return met(met, step, field.visibleWhen, parent, 0);
}

QString plainText(const QString &typed, bool lines)
{
    QString text = typed.normalized(QString::NormalizationForm_C);
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
    QString kept;
    for (const char32_t c : text.toUcs4()) {
        switch (QChar::category(c)) {
        case QChar::Other_Control:
            if (c == U'\n' && lines)
                kept += QLatin1Char('\n');
            else if (c == U'\n' || c == U'\t')
                kept += QLatin1Char(' ');
            break;
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            kept += lines ? QLatin1Char('\n') : QLatin1Char(' ');
            break;
        case QChar::Other_Format: // bidirectional marks can make a clerk read something else
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
            break;
        default:
            kept += QString::fromUcs4(&c, 1);
        }
    }
    return lines ? kept.trimmed() : kept.simplified();
}

} // namespace catalogue
