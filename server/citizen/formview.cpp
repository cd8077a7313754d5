#include "formview.h"

#include "words.h"

#include <QJsonArray>
#include <algorithm>

namespace citizen {

namespace {

constexpr int maxConditions = 24; // classes ko-on-1 … ko-on-24 of portal.css
constexpr int maxRadios = 8; // above it a select is quicker

// Every kind of field in the template, all false: a strict template wants to be told everything.
QJsonObject blank()
{
    QJsonObject field;
    for (const char *flag : { "isInput", "isArea", "isDate", "isRadios", "isSelect", "isChecks",
             "isConfirm", "isHeading", "isParagraph", "isGroup", "optional", "spellOff" })
        field.insert(QLatin1String(flag), false);
    for (const char *text :
        { "id", "name", "label", "hint", "error", "describedBy", "value", "type", "inputMode",
            "autocomplete", "width", "when", "whenText", "unit", "text", "addLabel", "maxLength" })
        field.insert(QLatin1String(text), QString());
    for (const char *list : { "options", "parts", "items", "paragraphs" })
        field.insert(QLatin1String(list), QJsonArray());
    return field;
}

void describe(QJsonObject &field)
{
    const QString id = field.value(QLatin1String("id")).toString();
    QStringList by;
    if (!field.value(QLatin1String("hint")).toString().isEmpty())
        by.append(id + QLatin1String("-hint"));
    if (!field.value(QLatin1String("error")).toString().isEmpty())
        by.append(id + QLatin1String("-error"));
    field.insert(QLatin1String("describedBy"), by.join(QLatin1Char(' ')));
}

class View {
public:
    View(const Visit &visit, const PublicService &service, const FormStep &step, const Draft &draft,
        const QList<catalogue::FieldError> &errors)
        : m_visit(visit)
        , m_service(service)
        , m_step(step)
        , m_draft(draft)
        , m_errors(errors)
    {
    }

    QJsonArray fields(const QList<FieldDefinition> &list, const QString &parent)
    {
        numberConditions(list, parent);
        QJsonArray out;
        for (const FieldDefinition &field : list) {
            if (field.type == FieldType::File)
                continue; // on the page of files
            QString when;
            QString whenText;
            if (field.visibleWhen.isSet()) {
                if (isOfOtherStep(field, list)) {
                    if (!catalogue::isAsked(m_service, m_step, field, parent, m_draft.data))
                        continue;
                } else {
                    when = whenClasses(list, field, parent);
                    whenText = wordCondition(list, field);
                }
            }
            QJsonObject entry = one(field, parent + QLatin1Char('.') + field.key);
            entry.insert(QStringLiteral("when"), when);
            entry.insert(QStringLiteral("whenText"), whenText);
            out.append(entry);
        }
        return out;
    }

private:
    QString in(const LocalText &text) const { return text.in(m_visit.language); }

    // A condition is a pair of decider and answers; those that share it share a number.
    QString conditionKey(const Condition &condition, const QString &parent) const
    {
        return parent + QLatin1Char('/') + condition.field + QLatin1Char('/')
            + condition.anyOf.join(QLatin1Char('|'));
    }
    static bool isOfOtherStep(const FieldDefinition &field, const QList<FieldDefinition> &siblings)
    {
        return std::none_of(siblings.begin(), siblings.end(),
            [&](const FieldDefinition &other) { return other.key == field.visibleWhen.field; });
    }
    void numberConditions(const QList<FieldDefinition> &list, const QString &parent)
    {
        for (const FieldDefinition &field : list) {
            if (!field.visibleWhen.isSet() || isOfOtherStep(field, list))
                continue;
            const QString key = conditionKey(field.visibleWhen, parent);
            if (!m_conditions.contains(key))
                m_conditions.insert(key, int(m_conditions.size()) + 1);
        }
    }
    // The field's own condition and those of its deciders: hidden if any of them is not met.
    QString whenClasses(const QList<FieldDefinition> &list, const FieldDefinition &field,
        const QString &parent) const
    {
        QStringList classes;
        const FieldDefinition *here = &field;
        for (int depth = 0; here && here->visibleWhen.isSet() && depth < 20; ++depth) {
            const int number = m_conditions.value(conditionKey(here->visibleWhen, parent));
            if (number > 0 && number <= maxConditions)
                classes.append(QStringLiteral("ko-when-%1").arg(number));
            const QString decider = here->visibleWhen.field;
            here = nullptr;
            for (const FieldDefinition &other : list) {
                if (other.key == decider)
                    here = &other;
            }
        }
        return classes.join(QLatin1Char(' '));
    }
    QString wordCondition(const QList<FieldDefinition> &list, const FieldDefinition &field) const
    {
        for (const FieldDefinition &decider : list) {
            if (decider.key != field.visibleWhen.field)
                continue;
            QStringList answers;
            for (const QString &value : field.visibleWhen.anyOf) {
                if (decider.type == FieldType::Boolean)
                    answers.append(
                        m_visit.text(value == QLatin1String("true") ? "form.yes" : "form.no"));
                for (const FieldOption &option : decider.options) {
                    if (option.value == value)
                        answers.append(in(option.label));
                }
            }
            return m_visit.text("form.onlyIf",
                { { QStringLiteral("question"), in(decider.label) },
                    { QStringLiteral("answer"), answers.join(m_visit.text("form.or")) } });
        }
        return {};
    }
    QString onClasses(const QString &parent, const QString &key, const QString &value) const
    {
        QStringList classes;
        const QString start = parent + QLatin1Char('/') + key + QLatin1Char('/');
        for (auto it = m_conditions.begin(); it != m_conditions.end(); ++it) {
            if (it.key().startsWith(start) && it.value() <= maxConditions
                && it.key().mid(start.size()).split(QLatin1Char('|')).contains(value))
                classes.append(QStringLiteral("ko-on-%1").arg(it.value()));
        }
        classes.sort();
        return classes.join(QLatin1Char(' '));
    }

    QString errorAt(const QString &path) const
    {
        for (const catalogue::FieldError &error : m_errors) {
            if (error.path == path)
                return wordError(m_visit, error);
        }
        return {};
    }

    QJsonObject one(const FieldDefinition &field, const QString &path)
    {
        QJsonObject out = blank();
        out.insert(QStringLiteral("id"), elementId(path));
        out.insert(QStringLiteral("name"), path);
        out.insert(QStringLiteral("label"), in(field.label));
        out.insert(QStringLiteral("hint"), in(field.help));
        out.insert(QStringLiteral("error"), errorAt(path));
        out.insert(QStringLiteral("optional"), !field.required);
        out.insert(QStringLiteral("unit"), field.unit);
        out.insert(QStringLiteral("autocomplete"), field.autocomplete);
        out.insert(QStringLiteral("value"), m_draft.data.value(path));
        describe(out);
        switch (field.type) {
        case FieldType::Heading:
            out.insert(QStringLiteral("isHeading"), true);
            break;
        case FieldType::Paragraph: {
            out.insert(QStringLiteral("isParagraph"), true);
            QJsonArray paragraphs;
            for (const QString &text : in(field.label).split(QStringLiteral("\n\n")))
                paragraphs.append(QJsonObject{ { QStringLiteral("text"), text } });
            out.insert(QStringLiteral("paragraphs"), paragraphs);
            break;
        }
        case FieldType::TextArea:
            out.insert(QStringLiteral("isArea"), true);
            break;
        case FieldType::Date:
            date(out, path);
            break;
        case FieldType::Choice:
        case FieldType::MultiChoice:
        case FieldType::Boolean:
            choice(out, field, path);
            break;
        case FieldType::Group:
            group(out, field, path);
            break;
        default:
            input(out, field);
        }
        return out;
    }

    void input(QJsonObject &out, const FieldDefinition &field) const
    {
        out.insert(QStringLiteral("isInput"), true);
        QString type = QStringLiteral("text");
        QString mode;
        QString width;
        if (field.type == FieldType::Number || field.type == FieldType::Decimal
            || field.type == FieldType::Money) {
            mode = field.type == FieldType::Number ? QStringLiteral("numeric")
                                                   : QStringLiteral("decimal");
            width = QStringLiteral("ko-w-s");
        } else if (field.type == FieldType::Email) {
            type = QStringLiteral("email");
        } else if (field.type == FieldType::Phone) {
            type = QStringLiteral("tel");
            width = QStringLiteral("ko-w-m");
        } else if (field.type == FieldType::Text && field.maxLength > 0 && field.maxLength <= 10) {
            width = QStringLiteral("ko-w-s");
        } else if (field.type == FieldType::Iban
            || (field.type == FieldType::Text && field.maxLength > 0 && field.maxLength <= 40)) {
            width = QStringLiteral("ko-w-m");
        }
        out.insert(QStringLiteral("type"), type);
        out.insert(QStringLiteral("inputMode"), mode);
        out.insert(QStringLiteral("width"), width);
        out.insert(QStringLiteral("spellOff"), field.type == FieldType::Iban);
    }

    void date(QJsonObject &out, const QString &path) const
    {
        out.insert(QStringLiteral("isDate"), true);
        const bool birthday = out.value(QLatin1String("autocomplete")) == QLatin1String("bday");
        const bool wrong = !out.value(QLatin1String("error")).toString().isEmpty();
        QJsonArray parts;
        for (const auto &[part, size] :
            { std::pair{ "day", 2 }, std::pair{ "month", 2 }, std::pair{ "year", 4 } }) {
            const QString suffix = QLatin1Char('.') + QLatin1String(part);
            parts.append(QJsonObject{ // The summary's link leads to the day.
                { QStringLiteral("partId"), elementId(parts.isEmpty() ? path : path + suffix) },
                { QStringLiteral("partName"), path + suffix },
                { QStringLiteral("partLabel"),
                    m_visit.text(QLatin1String("form.") + QLatin1String(part)) },
                { QStringLiteral("partValue"), m_draft.data.value(path + suffix) },
                { QStringLiteral("size"), size }, { QStringLiteral("wrong"), wrong },
                { QStringLiteral("partAutocomplete"),
                    birthday ? QLatin1String("bday-") + QLatin1String(part) : QString() } });
        }
        out.insert(QStringLiteral("parts"), parts);
    }

    void choice(QJsonObject &out, const FieldDefinition &field, const QString &path) const
    {
        const QStringList chosen = m_draft.data.values(path);
        QList<QPair<QString, QString>> options;
        if (field.type == FieldType::Boolean && !field.pattern.isEmpty()) {
            options = { { field.pattern, in(field.label) } };
            out.insert(QStringLiteral("isConfirm"), true);
        } else if (field.type == FieldType::Boolean) {
            options = { { QStringLiteral("true"), m_visit.text("form.yes") },
                { QStringLiteral("false"), m_visit.text("form.no") } };
            out.insert(QStringLiteral("isRadios"), true);
        } else {
            for (const FieldOption &option : field.options)
                options.append({ option.value, in(option.label) });
            const bool many = field.type == FieldType::MultiChoice;
            out.insert(many                      ? QStringLiteral("isChecks")
                    : options.size() > maxRadios ? QStringLiteral("isSelect")
                                                 : QStringLiteral("isRadios"),
                true);
        }
        const qsizetype dot = path.lastIndexOf(QLatin1Char('.'));
        QJsonArray list;
        for (const auto &[value, label] : options) {
            list.append(QJsonObject{
                { QStringLiteral("optionId"),
                    // The summary's link leads to the first one.
                    list.isEmpty() ? elementId(path)
                                   : elementId(path) + QLatin1Char('-') + elementId(value) },
                { QStringLiteral("optionValue"), value }, { QStringLiteral("optionLabel"), label },
                { QStringLiteral("checked"), chosen.contains(value) },
                { QStringLiteral("on"), onClasses(path.left(dot), path.mid(dot + 1), value) } });
        }
        out.insert(QStringLiteral("options"), list);
    }

    void group(QJsonObject &out, const FieldDefinition &field, const QString &path)
    {
        out.insert(QStringLiteral("isGroup"), true);
        const int count = catalogue::itemCount(field, m_draft.data, path);
        QJsonArray items;
        for (int item = 1; item <= count; ++item) {
            const QString at = path + QLatin1Char('.') + QString::number(item);
            items.append(QJsonObject{ { QStringLiteral("itemTitle"),
                                          QStringLiteral("%1 %2").arg(in(field.label)).arg(item) },
                { QStringLiteral("itemId"), elementId(at) },
                { QStringLiteral("removable"), count > std::max(1, field.minItems) },
                { QStringLiteral("removeValue"), at },
                { QStringLiteral("fields"), fields(field.fields, at) } });
        }
        out.insert(QStringLiteral("items"), items);
        out.insert(QStringLiteral("addLabel"),
            count < field.maxItems
                ? m_visit.text("form.addItem", { { QStringLiteral("label"), in(field.label) } })
                : QString());
    }

    const Visit &m_visit;
    const PublicService &m_service;
    const FormStep &m_step;
    const Draft &m_draft;
    const QList<catalogue::FieldError> &m_errors;
    QHash<QString, int> m_conditions;
};

} // namespace

QString elementId(const QString &path)
{
    QString id = path;
    for (QChar &c : id) {
        if (!c.isLetterOrNumber() || c.unicode() > 127)
            c = QLatin1Char('-');
    }
    return id;
}

QList<FileField> fileFieldsOf(const PublicService &service, const Draft &draft)
{
    QList<FileField> found;
    for (const FormStep &step : service.steps) {
        for (const FieldDefinition &field : step.fields) {
            if (field.type == FieldType::File
                && catalogue::isAsked(service, step, field, step.key, draft.data))
                found.append({ &field, step.key + QLatin1Char('.') + field.key });
        }
    }
    return found;
}

QList<StepEntry> stepsOf(const Visit &visit, const PublicService &service, const Draft &draft)
{
    QList<StepEntry> steps;
    bool anyFile = false;
    for (const FormStep &step : service.steps) {
        const bool onlyFiles = std::all_of(step.fields.begin(), step.fields.end(),
            [](const FieldDefinition &f) { return f.type == FieldType::File; });
        if (!onlyFiles)
            steps.append({ step.key, step.title.in(visit.language), &step });
        anyFile = anyFile || !fileFieldsOf(service, draft).isEmpty();
    }
    if (anyFile)
        steps.append({ QStringLiteral("anlagen"), visit.text("form.steps.files"), nullptr });
    steps.append({ QStringLiteral("kontakt"), visit.text("form.steps.contact"), nullptr });
    steps.append({ QStringLiteral("pruefen"), visit.text("form.steps.review"), nullptr });
    return steps;
}

QJsonArray stepList(const Visit &visit, const QList<StepEntry> &steps, const Draft &draft, int now)
{
    QJsonArray list;
    for (int i = 0; i < steps.size(); ++i) {
        const bool done = i != now && draft.passed.contains(steps[i].key);
        list.append(QJsonObject{ { QStringLiteral("stepTitle"), steps[i].title },
            { QStringLiteral("isDone"), done || i < now }, { QStringLiteral("isNow"), i == now },
            { QStringLiteral("link"),
                done ? visit.path(QStringLiteral("/antrag/%1/%2").arg(draft.id.text, steps[i].key))
                     : QString() } });
    }
    return list;
}

QString wordError(const Visit &visit, const catalogue::FieldError &error)
{
    QJsonObject params = error.params;
    if (const QJsonValue kinds = params.value(QLatin1String("types")); kinds.isArray())
        params.insert(QStringLiteral("types"), kindsText(visit, kinds.toVariant().toStringList()));
    for (const char *name : { "label", "example", "limit", "length", "text", "name", "limitMb",
             "limitMegapixels", "types", "ending" }) {
        if (!params.contains(QLatin1String(name)))
            params.insert(QLatin1String(name), QString());
    }
    return visit.text(error.key, params).simplified();
}

QJsonArray errorList(const Visit &visit, const QList<catalogue::FieldError> &errors)
{
    QJsonArray list;
    for (const catalogue::FieldError &error : errors)
        list.append(
            QJsonObject{ { QStringLiteral("errorHref"), QLatin1Char('#') + elementId(error.path) },
                { QStringLiteral("errorText"), wordError(visit, error) } });
    return list;
}

QJsonArray fieldList(const Visit &visit, const PublicService &service, const FormStep &step,
    const Draft &draft, const QList<catalogue::FieldError> &errors)
{
    return View(visit, service, step, draft, errors).fields(step.fields, step.key);
}

QJsonObject plainField(const PlainField &field)
{
    QJsonObject out = blank();
    const bool area = field.type == QLatin1String("textarea");
    out.insert(area ? QStringLiteral("isArea") : QStringLiteral("isInput"), true);
    out.insert(QStringLiteral("id"), elementId(field.name));
    out.insert(QStringLiteral("name"), field.name);
    out.insert(QStringLiteral("label"), field.label);
    out.insert(QStringLiteral("hint"), field.hint);
    out.insert(QStringLiteral("type"), field.type);
    out.insert(QStringLiteral("value"), field.value);
    out.insert(QStringLiteral("error"), field.error);
    out.insert(QStringLiteral("autocomplete"), field.autocomplete);
    out.insert(QStringLiteral("optional"), field.optional);
    out.insert(QStringLiteral("width"), field.width);
    describe(out);
    return out;
}

} // namespace citizen
