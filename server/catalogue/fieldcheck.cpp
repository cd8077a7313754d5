#include "fieldcheck.h"

#include "models/domain/money.h"
#include "models/payment/epc.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

namespace catalogue {

namespace {

QLocale localeOf(const QString &language)
{
    return language == QLatin1String("en") ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                                           : QLocale(QLocale::German, QLocale::Germany);
}

QString numberText(double number, const QString &language)
{
    QLocale locale = localeOf(language);
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(number, 'g', 12);
}

QString withUnit(const QString &text, const FieldDefinition &field)
{
    return field.unit.isEmpty() ? text : text + QChar(0x00a0) + field.unit;
}

std::optional<Refused> outOfRange(
    double number, const FieldDefinition &field, const FormRules &rules)
{
    if (field.minimum && number < *field.minimum)
        return Refused{ QStringLiteral("form.tooSmall"),
            { { QStringLiteral("limit"),
                withUnit(numberText(*field.minimum, rules.language), field) } } };
    if (field.maximum && number > *field.maximum)
        return Refused{ QStringLiteral("form.tooLarge"),
            { { QStringLiteral("limit"),
                withUnit(numberText(*field.maximum, rules.language), field) } } };
    return std::nullopt;
}

FieldCheck checkText(const FieldDefinition &field, const QString &typed, const FormRules &rules)
{
    const bool area = field.type == FieldType::TextArea;
    const QString text = plainText(typed, area);
    if (text.isEmpty())
        return Empty{};
    const int limit = field.maxLength > 0 ? field.maxLength : area ? 4000 : 200;
    const qsizetype length = text.toUcs4().size();
    if (length > limit)
        return Refused{ QStringLiteral("form.tooLong"),
            { { QStringLiteral("limit"), limit }, { QStringLiteral("length"), int(length) } } };
    if (!field.pattern.isEmpty()) {
        const QRegularExpression form(QRegularExpression::anchoredPattern(field.pattern),
            QRegularExpression::UseUnicodePropertiesOption);
        if (!form.match(text).hasMatch())
            return Refused{ QStringLiteral("form.own"),
                { { QStringLiteral("text"), field.patternError.in(rules.language) } } };
    }
    return Accepted{ text, text };
}

FieldCheck checkNumber(const FieldDefinition &field, const QString &typed, const FormRules &rules)
{
    QString text = plainText(typed, false).remove(QLatin1Char(' '));
    if (!field.unit.isEmpty() && text.endsWith(field.unit, Qt::CaseInsensitive))
        text.chop(field.unit.size());
    if (text.isEmpty())
        return Empty{};
    const bool whole = field.type == FieldType::Number;
    static const QRegularExpression wholeForm(QStringLiteral("^[-+]?\\d{1,15}$"));
    static const QRegularExpression decimalForm(QStringLiteral("^[-+]?\\d{1,12}([.,]\\d{1,6})?$"));
    if (!(whole ? wholeForm : decimalForm).match(text).hasMatch())
        return Refused{ whole ? QStringLiteral("form.number") : QStringLiteral("form.decimal"),
            {} };
    const double number = text.replace(QLatin1Char(','), QLatin1Char('.')).toDouble();
    if (const auto refused = outOfRange(number, field, rules))
        return *refused;
    const QString shown = withUnit(numberText(number, rules.language), field);
    return whole ? Accepted{ text.toLongLong(), shown } : Accepted{ number, shown };
}

FieldCheck checkMoney(const FieldDefinition &field, const QString &typed, const FormRules &rules)
{
    const QString text = plainText(typed, false);
    if (text.isEmpty())
        return Empty{};
    std::optional<Money> amount = parseMoney(text, localeOf(rules.language));
    // A point before two last digits is a decimal point in any language: "12.50".
    static const QRegularExpression plain(QStringLiteral("^\\d{1,9}[.,]\\d{2}(\\s*(€|EUR))?$"));
    if (plain.match(text).hasMatch()) {
        const bool comma = text.contains(QLatin1Char(','));
        amount = parseMoney(text, localeOf(comma ? QStringLiteral("de") : QStringLiteral("en")));
    }
    if (!amount)
        return Refused{ QStringLiteral("form.money"), {} };
    if (const auto refused = outOfRange(double(amount->cents) / 100, field, rules))
        return *refused;
    return Accepted{ amount->cents, formatMoney(*amount, localeOf(rules.language)) };
}

FieldCheck checkDate(
    const FieldDefinition &field, const QString &path, const FormData &data, const FormRules &rules)
{
    const QStringList parts{ plainText(data.value(path + QLatin1String(".day")), false),
        plainText(data.value(path + QLatin1String(".month")), false),
        plainText(data.value(path + QLatin1String(".year")), false) };
    if (parts.join(QString()).isEmpty())
        return Empty{};
    static const QRegularExpression small(QStringLiteral("^\\d{1,2}$"));
    static const QRegularExpression year(QStringLiteral("^\\d{4}$"));
    if (!small.match(parts[0]).hasMatch() || !small.match(parts[1]).hasMatch()
        || !year.match(parts[2]).hasMatch())
        return Refused{ QStringLiteral("form.date"), {} };
    const QDate day(parts[2].toInt(), parts[1].toInt(), parts[0].toInt());
    if (!day.isValid())
        return Refused{ QStringLiteral("form.dateUnknown"), {} };
    const QDate earliest = resolvedDate(field.earliest, rules.today);
    if (earliest.isValid() && day < earliest)
        return Refused{ QStringLiteral("form.dateEarly"),
            { { QStringLiteral("limit"), longDate(earliest, rules.language) } } };
    const QDate latest = resolvedDate(field.latest, rules.today);
    if (latest.isValid() && day > latest)
        return Refused{ QStringLiteral("form.dateLate"),
            { { QStringLiteral("limit"), longDate(latest, rules.language) } } };
    return Accepted{ day.toString(Qt::ISODate), longDate(day, rules.language) };
}

FieldCheck checkChoice(
    const FieldDefinition &field, const QStringList &given, const FormRules &rules)
{
    QStringList chosen;
    QStringList labels;
    for (const FieldOption &option : field.options) {
        if (given.contains(option.value)) {
            chosen.append(option.value);
            labels.append(option.label.in(rules.language));
        }
    }
    QStringList wanted = given;
    wanted.removeAll(QString());
    wanted.removeDuplicates();
    if (wanted.isEmpty())
        return Empty{};
    const bool many = field.type == FieldType::MultiChoice;
    if (chosen.size() != wanted.size() || (!many && chosen.size() != 1))
        return Refused{ QStringLiteral("form.choice"), {} };
    if (!many)
        return Accepted{ chosen.first(), labels.first() };
    return Accepted{ QJsonArray::fromStringList(chosen), labels.join(QLatin1String(", ")) };
}

FieldCheck checkBoolean(const FieldDefinition &field, const QString &given, const FormRules &rules)
{
    if (given.isEmpty())
        return Empty{};
    if (given != QLatin1String("true") && given != QLatin1String("false"))
        return Refused{ QStringLiteral("form.choice"), {} };
    if (!field.pattern.isEmpty() && given != field.pattern)
        return Refused{ QStringLiteral("form.own"),
            { { QStringLiteral("text"), field.patternError.in(rules.language) } } };
    const bool yes = given == QLatin1String("true");
    return Accepted{ yes, yes ? rules.yes : rules.no };
}

FieldCheck matched(
    const QString &text, const QRegularExpression &form, int limit, const QString &refusal)
{
    if (text.isEmpty())
        return Empty{};
    if (text.size() > limit || !form.match(text).hasMatch())
        return Refused{ refusal, {} };
    return Accepted{ text, text };
}

} // namespace

FieldCheck checkField(
    const FieldDefinition &field, const QString &path, const FormData &data, const FormRules &rules)
{
    const QString typed = data.value(path);
    switch (field.type) {
    case FieldType::Number:
    case FieldType::Decimal:
        return checkNumber(field, typed, rules);
    case FieldType::Date:
        return checkDate(field, path, data, rules);
    case FieldType::Email: {
        static const QRegularExpression form(QStringLiteral(
            "^[^\\s@<>()\\[\\]\",;:\\\\]+@[^\\s@<>()\\[\\]\",;:\\\\]+\\.[^\\s@.,;:<>]{2,}$"));
        return matched(plainText(typed, false), form, 254, QStringLiteral("form.email"));
    }
    case FieldType::Phone: {
        static const QRegularExpression form(
            QStringLiteral("^(?=(?:\\D*\\d){5})\\+?[\\d ()/\\-]{5,30}$"));
        return matched(plainText(typed, false), form, 40, QStringLiteral("form.phone"));
    }
    case FieldType::Iban: {
        const QString text = plainText(typed, false).remove(QLatin1Char(' ')).toUpper();
        if (text.isEmpty())
            return Empty{};
        if (!isValidIban(text))
            return Refused{ QStringLiteral("form.iban"), {} };
        return Accepted{ text, formatIban(text) };
    }
    case FieldType::Money:
        return checkMoney(field, typed, rules);
    case FieldType::Choice:
    case FieldType::MultiChoice:
        return checkChoice(field, data.values(path), rules);
    case FieldType::Boolean:
        return checkBoolean(field, typed.trimmed(), rules);
    default:
        return checkText(field, typed, rules);
    }
}

} // namespace catalogue
