#include "casetype.h"

#include <QRegularExpression>
#include <QSet>

bool FieldDefinition::operator==(const FieldDefinition &other) const = default;

namespace {

class Inspector {
public:
    QStringList found;

    void text(const QString &path, const LocalText &text)
    {
        if (text.de.trimmed().isEmpty())
            add(path, QStringLiteral("German text is missing"));
        if (text.en.trimmed().isEmpty())
            add(path, QStringLiteral("English text is missing"));
    }

    void add(const QString &path, const QString &what)
    {
        found.append(path + QLatin1String(": ") + what);
    }

    void key(const QString &path, const QString &key, QSet<QString> &siblings)
    {
        static const QRegularExpression form(QStringLiteral("^[a-z][a-zA-Z0-9]*$"));
        if (!form.match(key).hasMatch())
            add(path + QLatin1String(".key"),
                QStringLiteral("\"%1\" must be letters and digits, beginning with a small letter")
                    .arg(key));
        else if (siblings.contains(key))
            add(path + QLatin1String(".key"), QStringLiteral("\"%1\" is used twice").arg(key));
        siblings.insert(key);
    }

    void field(
        const QString &path, const FieldDefinition &field, const QSet<QString> &known, bool inGroup)
    {
        text(path + QLatin1String(".label"), field.label);
        if (field.type == FieldType::Unknown)
            add(path + QLatin1String(".type"), QStringLiteral("unknown field type"));
        const bool choice = field.type == FieldType::Choice || field.type == FieldType::MultiChoice;
        if (choice && field.options.size() < 2)
            add(path + QLatin1String(".options"),
                QStringLiteral("a choice needs at least two options"));
        for (qsizetype i = 0; i < field.options.size(); ++i) {
            const QString at = path + QStringLiteral(".options[%1]").arg(i);
            if (field.options[i].value.isEmpty())
                add(at + QLatin1String(".value"), QStringLiteral("must not be empty"));
            text(at + QLatin1String(".label"), field.options[i].label);
        }
        if (!field.pattern.isEmpty()) {
            const QRegularExpression pattern(field.pattern);
            if (!pattern.isValid())
                add(path + QLatin1String(".pattern"), pattern.errorString());
            text(path + QLatin1String(".patternError"), field.patternError);
        }
        if (field.minimum && field.maximum && *field.minimum > *field.maximum)
            add(path + QLatin1String(".minimum"), QStringLiteral("is above the maximum"));
        if (field.visibleWhen.isSet()) {
            if (!known.contains(field.visibleWhen.field))
                add(path + QLatin1String(".visibleWhen.field"),
                    QStringLiteral("\"%1\" is no earlier field").arg(field.visibleWhen.field));
            if (field.visibleWhen.anyOf.isEmpty())
                add(path + QLatin1String(".visibleWhen.anyOf"),
                    QStringLiteral("must name a value"));
        }
        if (field.type == FieldType::File && (field.maxFiles < 1 || field.maxFiles > 10))
            add(path + QLatin1String(".maxFiles"), QStringLiteral("must be between 1 and 10"));
        if (field.type == FieldType::File && (field.maxMegabytes < 0 || field.maxMegabytes > 100))
            add(path + QLatin1String(".maxMegabytes"), QStringLiteral("must be between 1 and 100"));
        if (field.type == FieldType::Group) {
            if (inGroup)
                add(path + QLatin1String(".type"),
                    QStringLiteral("a group may not lie in a group"));
            if (field.fields.isEmpty())
                add(path + QLatin1String(".fields"), QStringLiteral("a group needs fields"));
            if (field.minItems < 0 || field.maxItems < 1 || field.minItems > field.maxItems
                || field.maxItems > 50)
                add(path + QLatin1String(".maxItems"),
                    QStringLiteral("must be between 1 and 50 and not below minItems"));
            fields(path + QLatin1String(".fields"), field.fields, {}, true);
        }
    }

    void fields(
        const QString &path, const QList<FieldDefinition> &list, QSet<QString> known, bool inGroup)
    {
        QSet<QString> keys;
        for (qsizetype i = 0; i < list.size(); ++i) {
            const QString at = path + QStringLiteral("[%1]").arg(i);
            key(at, list[i].key, keys);
            field(at, list[i], known, inGroup);
            known.insert(list[i].key);
        }
    }
};

bool asksFor(const PublicService &service, const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('.'));
    for (const FormStep &step : service.steps) {
        if (step.key != parts.value(0))
            continue;
        for (const FieldDefinition &field : step.fields) {
            if (field.key == parts.value(1))
                return parts.size() == 2;
        }
    }
    return false;
}

} // namespace

QStringList defects(const CaseType &type)
{
    Inspector inspector;
    static const QRegularExpression idForm(QStringLiteral("^[a-z0-9][a-z0-9-]{1,60}$"));
    if (!idForm.match(type.id.text).hasMatch())
        inspector.add(
            QStringLiteral("id"), QStringLiteral("must be small letters, digits and hyphens"));
    if (type.version < 1)
        inspector.add(QStringLiteral("version"), QStringLiteral("must be 1 or more"));
    inspector.text(QStringLiteral("name"), type.name);
    if (type.department.isNull())
        inspector.add(QStringLiteral("department"), QStringLiteral("is missing"));
    if (type.needsApproval) // refused rather than ignored: nobody would look a second time
        inspector.add(QStringLiteral("needsApproval"),
            QStringLiteral("notices that need a second person are not supported yet"));
    if (!type.service)
        return inspector.found;

    const PublicService &service = *type.service;
    if (!idForm.match(service.slug).hasMatch())
        inspector.add(QStringLiteral("service.slug"),
            QStringLiteral("must be small letters, digits and hyphens"));
    inspector.text(QStringLiteral("service.title"), service.title);
    inspector.text(QStringLiteral("service.summary"), service.summary);
    if (service.steps.isEmpty())
        inspector.add(
            QStringLiteral("service.steps"), QStringLiteral("a form needs at least one step"));
    QSet<QString> stepKeys;
    QSet<QString> known;
    for (qsizetype i = 0; i < service.steps.size(); ++i) {
        const FormStep &step = service.steps[i];
        const QString at = QStringLiteral("service.steps[%1]").arg(i);
        inspector.key(at, step.key, stepKeys);
        inspector.text(at + QLatin1String(".title"), step.title);
        inspector.fields(at + QLatin1String(".fields"), step.fields, known, false);
        for (const FieldDefinition &field : step.fields)
            known.insert(step.key + QLatin1Char('.') + field.key);
    }
    for (auto it = service.applicant.begin(); it != service.applicant.end(); ++it) {
        if (!asksFor(service, it.value()))
            inspector.add(QStringLiteral("service.applicant.%1").arg(it.key()),
                QStringLiteral("\"%1\" is no field of the form").arg(it.value()));
    }
    return inspector.found;
}

QString makeTitle(const CaseType &type, const QList<FormAnswer> &answers, const QString &language)
{
    if (type.titleTemplate.isEmpty())
        return type.name.in(language);
    static const QRegularExpression placeholder(QStringLiteral("\\{([^}]+)\\}"));
    QString title = type.titleTemplate;
    for (auto match = placeholder.match(title); match.hasMatch();
         match = placeholder.match(title)) {
        const FormAnswer *answer = findAnswer(answers, match.capturedView(1));
        // Braces in what a citizen typed must not be read as placeholders.
        QString text = answer ? answer->display.simplified().left(60) : QString();
        text.remove(QLatin1Char('{')).remove(QLatin1Char('}'));
        title.replace(match.capturedStart(), match.capturedLength(), text);
    }
    title = title.simplified();
    while (title.endsWith(QLatin1Char(',')) || title.endsWith(QLatin1Char(':')))
        title.chop(1);
    return title;
}
