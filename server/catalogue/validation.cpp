#include "validation.h"

#include "fieldcheck.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

namespace catalogue {

namespace {

QString requiredKey(const FieldDefinition &field)
{
    switch (field.type) {
    case FieldType::Choice:
    case FieldType::MultiChoice:
        return QStringLiteral("form.required.choice");
    case FieldType::Boolean:
        return field.pattern.isEmpty() ? QStringLiteral("form.required.choice")
                                       : QStringLiteral("form.own");
    case FieldType::Date:
        return QStringLiteral("form.required.date");
    case FieldType::File:
        return QStringLiteral("form.required.file");
    default:
        return QStringLiteral("form.required.text");
    }
}

// Walks one step; collects answers and errors.
class Walk {
public:
    Walk(const PublicService &service, const FormStep &step, const FormData &data,
        const QList<UploadedFile> &files, const FormRules &rules)
        : m_service(service)
        , m_step(step)
        , m_data(data)
        , m_files(files)
        , m_rules(rules)
    {
    }

    QList<FieldError> errors;

    QList<FormAnswer> fields(const QList<FieldDefinition> &list, const QString &parent)
    {
        QList<FormAnswer> answers;
        for (const FieldDefinition &field : list) {
            if (field.type == FieldType::Heading || field.type == FieldType::Paragraph
                || !isAsked(m_service, m_step, field, parent, m_data))
                continue;
            const QString path = parent + QLatin1Char('.') + field.key;
            if (field.type == FieldType::Group)
                answers.append(group(field, path));
            else if (field.type == FieldType::File)
                file(field, path, answers);
            else
                single(field, path, answers);
        }
        return answers;
    }

private:
    void refuse(const FieldDefinition &field, const QString &path, const QString &key,
        QJsonObject params = {})
    {
        params.insert(QStringLiteral("label"), field.label.in(m_rules.language));
        params.insert(QStringLiteral("example"), field.help.in(m_rules.language));
        if (key == QLatin1String("form.own"))
            params.insert(QStringLiteral("text"), field.patternError.in(m_rules.language));
        errors.append({ path, key, params });
    }

    FormAnswer answer(const FieldDefinition &field) const
    {
        FormAnswer node;
        node.key = field.key;
        node.label = field.label.in(m_rules.language);
        node.type = field.type;
        return node;
    }

    void single(const FieldDefinition &field, const QString &path, QList<FormAnswer> &answers)
    {
        const FieldCheck check = checkField(field, path, m_data, m_rules);
        if (const auto *refused = std::get_if<Refused>(&check)) {
            refuse(field, path, refused->key, refused->params);
        } else if (const auto *accepted = std::get_if<Accepted>(&check)) {
            FormAnswer node = answer(field);
            node.value = accepted->value;
            node.display = accepted->display;
            answers.append(node);
        } else if (field.required) {
            refuse(field, path, requiredKey(field));
        }
    }

    void file(const FieldDefinition &field, const QString &path, QList<FormAnswer> &answers)
    {
        FormAnswer node = answer(field);
        QJsonArray ids;
        QStringList names;
        for (const UploadedFile &file : m_files) {
            if (file.field == path) {
                ids.append(file.id.text);
                names.append(file.name);
            }
        }
        if (!ids.isEmpty()) {
            node.value = ids;
            node.display = names.join(QLatin1String(", "));
            answers.append(node);
        }
        if (!m_rules.withFiles)
            return;
        if (ids.isEmpty() && field.required)
            refuse(field, path, requiredKey(field));
        else if (ids.size() > field.maxFiles)
            refuse(field, path, QStringLiteral("upload.tooMany"),
                { { QStringLiteral("limit"), field.maxFiles } });
    }

    FormAnswer group(const FieldDefinition &field, const QString &path)
    {
        FormAnswer node = answer(field);
        const int count = itemCount(field, m_data, path);
        for (int item = 1; item <= count; ++item) {
            const QString at = path + QLatin1Char('.') + QString::number(item);
            const qsizetype before = errors.size();
            FormAnswer child;
            child.key = QString::number(item);
            child.type = FieldType::Group;
            child.label = count > 1
                ? QStringLiteral("%1 %2").arg(field.label.in(m_rules.language)).arg(item)
                : field.label.in(m_rules.language);
            child.children = fields(field.fields, at);
            // An item that was added but left wholly empty is no statement.
            if (child.children.isEmpty() && item > std::max(1, field.minItems)) {
                errors.resize(before);
                continue;
            }
            if (child.children.isEmpty() && field.minItems == 0 && !field.required) {
                errors.resize(before);
                continue;
            }
            QStringList shown;
            for (const FormAnswer &part : child.children)
                shown.append(part.display);
            child.display = shown.join(QLatin1String(", "));
            node.children.append(child);
        }
        return node;
    }

    const PublicService &m_service;
    const FormStep &m_step;
    const FormData &m_data;
    const QList<UploadedFile> &m_files;
    const FormRules &m_rules;
};

QString textOf(const FormAnswer *answer)
{
    return answer ? answer->value.toString() : QString();
}

} // namespace

StepCheck checkStep(const PublicService &service, const FormStep &step, const FormData &data,
    const QList<UploadedFile> &files, const FormRules &rules)
{
    Walk walk(service, step, data, files, rules);
    StepCheck check;
    check.answer.key = step.key;
    check.answer.label = step.title.in(rules.language);
    check.answer.type = FieldType::Group;
    check.answer.children = walk.fields(step.fields, step.key);
    check.errors = walk.errors;
    return check;
}

FormCheck checkForm(const PublicService &service, const FormData &data,
    const QList<UploadedFile> &files, const FormRules &rules)
{
    FormCheck check;
    for (const FormStep &step : service.steps) {
        const StepCheck part = checkStep(service, step, data, files, rules);
        if (!part.answer.children.isEmpty())
            check.answers.append(part.answer);
        check.errors += part.errors;
    }
    return check;
}

Party applicantOf(const PublicService &service, const QList<FormAnswer> &answers)
{
    const auto part = [&](const char *name) {
        const QString path = service.applicant.value(QString::fromLatin1(name));
        return path.isEmpty() ? QString() : textOf(findAnswer(answers, path));
    };
    Party party;
    party.roles = { PartyRole::Applicant };
    party.salutation = part("salutation");
    party.title = part("title");
    party.givenName = part("givenName");
    party.familyName = part("familyName");
    party.organisation = part("organisation");
    party.kind = party.organisation.isEmpty() ? PartyKind::Person : PartyKind::Organisation;
    party.address.street = part("street");
    party.address.extra = part("extra");
    party.address.postalCode = part("postalCode");
    party.address.city = part("city");
    party.address.country = part("country");
    party.email = part("email");
    party.phone = part("phone");
    return party;
}

QDate resolvedDate(const QString &text, QDate today)
{
    static const QRegularExpression relative(QStringLiteral("^today(?:([+-])(\\d{1,5}))?$"));
    const auto match = relative.match(text);
    if (!match.hasMatch())
        return QDate::fromString(text, Qt::ISODate);
    const int days = match.captured(2).toInt();
    return today.addDays(match.captured(1) == QLatin1String("-") ? -days : days);
}

QString longDate(QDate day, const QString &language)
{
    if (language == QLatin1String("en"))
        return QLocale(QLocale::English, QLocale::UnitedKingdom)
            .toString(day, QStringLiteral("d MMMM yyyy"));
    return QLocale(QLocale::German, QLocale::Germany).toString(day, QStringLiteral("d. MMMM yyyy"));
}

} // namespace catalogue
