#include "answers.h"

#include "documents.h"
#include "texts.h"

#include <QJsonArray>
#include <QLocale>

namespace sample {

namespace {

class FormFiller {
public:
    FormFiller(const PublicService &service, const Person &person, QDate day, const QString &base,
        Chance &chance)
        : m_service(service)
        , m_person(person)
        , m_day(day)
        , m_base(base)
        , m_chance(chance)
    {
    }

    FilledForm fill()
    {
        for (const FormStep &step : m_service.steps) {
            FormAnswer node;
            node.key = step.key;
            node.label = step.title.de;
            node.type = FieldType::Group;
            node.children = fields(step.fields, step.key);
            if (!node.children.isEmpty())
                m_form.answers.append(node);
        }
        return m_form;
    }

private:
    QList<FormAnswer> fields(const QList<FieldDefinition> &definitions, const QString &parent)
    {
        QList<FormAnswer> answers;
        for (const FieldDefinition &field : definitions) {
            if (!isAsked(field, answers) || (!field.required && m_chance.in100(25)))
                continue;
            FormAnswer answer;
            answer.key = field.key;
            answer.label = field.label.de;
            answer.type = field.type;
            if (fillField(field, parent + QLatin1Char('.') + field.key, answer))
                answers.append(answer);
        }
        return answers;
    }

    bool isAsked(const FieldDefinition &field, const QList<FormAnswer> &siblings) const
    {
        if (!field.visibleWhen.isSet())
            return true;
        const QString path = field.visibleWhen.field;
        const FormAnswer *decider = findAnswer(siblings, path);
        if (!decider)
            decider = findAnswer(m_form.answers, path);
        if (!decider)
            return false;
        QStringList given;
        if (decider->value.isBool())
            given = { decider->value.toBool() ? QStringLiteral("true") : QStringLiteral("false") };
        else if (decider->value.isArray())
            for (const QJsonValue &value : decider->value.toArray())
                given.append(value.toString());
        else
            given = { decider->value.toString() };
        for (const QString &value : given) {
            if (field.visibleWhen.anyOf.contains(value))
                return true;
        }
        return false;
    }

    bool fillField(const FieldDefinition &field, const QString &path, FormAnswer &answer)
    {
        switch (field.type) {
        case FieldType::Unknown:
        case FieldType::Heading:
        case FieldType::Paragraph:
            return false;
        case FieldType::Group:
            return fillGroup(field, path, answer);
        case FieldType::File:
            return fillFile(field, path, answer);
        case FieldType::Choice:
        case FieldType::MultiChoice:
            return fillChoice(field, personal(field, path), answer);
        case FieldType::Boolean:
            answer.value = field.required || m_chance.in100(40);
            answer.display = answer.value.toBool() ? QStringLiteral("Ja") : QStringLiteral("Nein");
            return true;
        case FieldType::Number:
        case FieldType::Decimal:
        case FieldType::Money:
            return fillNumber(field, answer);
        case FieldType::Date: {
            const bool birth = field.autocomplete == QLatin1String("bday")
                || field.key.contains(QLatin1String("geburt"), Qt::CaseInsensitive);
            const QDate date = birth ? m_person.born : m_day.addDays(m_chance.between(7, 40));
            answer.value = date.toString(Qt::ISODate);
            answer.display
                = QLocale(QLocale::German).toString(date, QStringLiteral("d. MMMM yyyy"));
            return true;
        }
        default:
            break;
        }
        QString text = personal(field, path);
        if (text.isEmpty())
            text = textFor(field, m_chance);
        if (field.maxLength > 0)
            text.truncate(field.maxLength);
        answer.value = text;
        answer.display = text;
        return !text.isEmpty();
    }

    // What the person says of themselves, by the service's own list or the field's meaning.
    QString personal(const FieldDefinition &field, const QString &path) const
    {
        const Party &party = m_person.party;
        const QHash<QString, QString> known{ { u"salutation"_qs, party.salutation },
            { u"title"_qs, party.title }, { u"givenName"_qs, party.givenName },
            { u"familyName"_qs, party.familyName }, { u"street"_qs, party.address.street },
            { u"postalCode"_qs, party.address.postalCode }, { u"city"_qs, party.address.city },
            { u"email"_qs, party.email }, { u"phone"_qs, party.phone },
            { u"given-name"_qs, party.givenName }, { u"family-name"_qs, party.familyName },
            { u"name"_qs, displayName(party) }, { u"street-address"_qs, party.address.street },
            { u"address-line1"_qs, party.address.street },
            { u"postal-code"_qs, party.address.postalCode },
            { u"address-level2"_qs, party.address.city }, { u"tel"_qs, party.phone } };
        const QString named = m_service.applicant.key(path);
        if (!named.isEmpty())
            return known.value(named);
        if (known.contains(field.autocomplete))
            return known.value(field.autocomplete);
        if (field.type == FieldType::Email)
            return party.email;
        if (field.type == FieldType::Phone)
            return party.phone;
        return field.type == FieldType::Iban ? m_person.iban : QString();
    }

    bool fillGroup(const FieldDefinition &field, const QString &path, FormAnswer &answer)
    {
        const int most = qMax(1, field.minItems);
        const int count = most + (field.maxItems > most && m_chance.in100(35) ? 1 : 0);
        for (int i = 1; i <= count; ++i) {
            FormAnswer item;
            item.key = QString::number(i);
            item.label = field.label.de;
            item.type = FieldType::Group;
            item.children = fields(field.fields, path + QLatin1Char('.') + item.key);
            QStringList shown;
            for (const FormAnswer &part : item.children)
                shown.append(part.display);
            item.display = shown.join(QLatin1String(", "));
            answer.children.append(item);
        }
        return true;
    }

    bool fillFile(const FieldDefinition &field, const QString &path, FormAnswer &answer)
    {
        const bool pdfAllowed
            = field.accept.isEmpty() || field.accept.contains(QLatin1String("pdf"));
        const bool asPdf = pdfAllowed && m_chance.in100(60);
        const SampleFile file = asPdf
            ? pdf(field.label.de,
                { QStringLiteral("Eingereicht von %1").arg(displayName(m_person.party)),
                    m_person.party.address.street,
                    QStringLiteral("%1 %2").arg(
                        m_person.party.address.postalCode, m_person.party.address.city),
                    QString(),
                    QStringLiteral("Anlage zum Antrag vom %1")
                        .arg(m_day.toString(QStringLiteral("dd.MM.yyyy"))) })
            : photo(m_chance);
        NewAttachment attachment;
        attachment.id = AttachmentId{ derivedUuid(
            m_base, QByteArray("file/") + QByteArray::number(m_form.attachments.size())) };
        attachment.name = asPdf ? QStringLiteral("%1.pdf").arg(field.key)
                                : QStringLiteral("IMG_%1.png").arg(m_chance.between(1000, 9999));
        attachment.type = file.type;
        attachment.size = file.bytes.size();
        attachment.sha256 = file.sha256;
        attachment.field = path;
        m_form.attachments.append(attachment);
        m_form.files.append(file);
        answer.value = QJsonArray{ attachment.id.text };
        answer.display = attachment.name;
        return true;
    }

    // said: what the person would say here by themselves; may be empty
    bool fillChoice(const FieldDefinition &field, const QString &said, FormAnswer &answer)
    {
        if (field.options.isEmpty())
            return false;
        FieldOption option = m_chance.of(field.options);
        for (const FieldOption &own : field.options) {
            if (own.value == said || own.label.de == said)
                option = own;
        }
        answer.display = option.label.de;
        if (field.type == FieldType::Choice)
            answer.value = option.value;
        else
            answer.value = QJsonArray{ option.value };
        return true;
    }

    bool fillNumber(const FieldDefinition &field, FormAnswer &answer)
    {
        const int lowest = int(field.minimum.value_or(1));
        const int highest = int(field.maximum.value_or(lowest + 120));
        const int number = m_chance.between(lowest, qMax(lowest, qMin(highest, lowest + 160)));
        answer.value = field.type == FieldType::Money ? number * 100 : number;
        answer.display = field.type == FieldType::Money
            ? formatMoney(Money{ number * 100 }, QLocale(QLocale::German, QLocale::Germany))
            : QString::number(number);
        if (!field.unit.isEmpty())
            answer.display += QLatin1Char(' ') + field.unit;
        return true;
    }

    const PublicService &m_service;
    const Person &m_person;
    QDate m_day;
    QString m_base;
    Chance &m_chance;
    FilledForm m_form;
};

} // namespace

FilledForm fillForm(const PublicService &service, const Person &person, QDate day,
    const QString &base, Chance &chance)
{
    return FormFiller(service, person, day, base, chance).fill();
}

} // namespace sample
