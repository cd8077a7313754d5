#include "lawtable.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

Error corrupt(const QString &file, const QString &row, const QString &what)
{
    return error(ErrorCode::Corrupt, "law.file",
        { { QStringLiteral("file"), file }, { QStringLiteral("row"), row } }, what);
}

Result<QJsonObject> readFile(const QString &name)
{
    QFile file(QStringLiteral(":/kontor/law/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return corrupt(name, {}, QStringLiteral("missing"));
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!document.isObject())
        return corrupt(name, {}, parse.errorString());
    if (document[QStringLiteral("format")].toInt() != 1)
        return corrupt(name, {}, QStringLiteral("format"));
    return document.object();
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const auto &item : value.toArray())
        list << item.toString();
    return list;
}

QDate date(const QJsonValue &value)
{
    return QDate::fromString(value.toString(), Qt::ISODate);
}

LawSource lawSource(const QJsonObject &row)
{
    return { row[QStringLiteral("id")].toString(), strings(row[QStringLiteral("lands")]),
        strings(row[QStringLiteral("except")]), date(row[QStringLiteral("from")]),
        date(row[QStringLiteral("until")]), row[QStringLiteral("citation")].toString(),
        row[QStringLiteral("source")].toString(), row[QStringLiteral("confirmed")].toBool() };
}

// What is wrong with the part that every row has; empty if nothing.
QString fault(const QJsonObject &row, const LawSource &law)
{
    if (law.id.isEmpty() || law.source.isEmpty() || law.lands.isEmpty())
        return QStringLiteral("id, source or lands");
    for (const QString &land : law.lands + law.except) {
        if (land != QLatin1String("*") && !allLands().contains(land))
            return QStringLiteral("unknown land");
    }
    for (const QString &key : { QStringLiteral("from"), QStringLiteral("until") }) {
        if (row.contains(key) && !date(row[key]).isValid())
            return key;
    }
    if (!row[QStringLiteral("confirmed")].isBool())
        return QStringLiteral("confirmed");
    return {};
}

std::optional<HolidayRow> holidayRow(const QJsonObject &row)
{
    HolidayRow holiday;
    const QJsonObject rule = row[QStringLiteral("rule")].toObject();
    const QString type = rule[QStringLiteral("type")].toString();
    holiday.name = row[QStringLiteral("name")].toString();
    holiday.month = rule[QStringLiteral("month")].toInt();
    holiday.day = rule[QStringLiteral("day")].toInt();
    holiday.offset = rule[QStringLiteral("offset")].toInt();
    holiday.weekday = rule[QStringLiteral("weekday")].toInt();
    holiday.regions = strings(row[QStringLiteral("ars")]);
    holiday.local = row[QStringLiteral("local")].toBool();
    for (const auto &year : row[QStringLiteral("years")].toArray())
        holiday.years << year.toInt();
    const bool dated = QDate::isValid(2024, holiday.month, holiday.day);
    if (type == QLatin1String("fixed") && dated)
        holiday.rule = HolidayRow::Rule::Fixed;
    else if (type == QLatin1String("easter") && rule.contains(QStringLiteral("offset")))
        holiday.rule = HolidayRow::Rule::EasterOffset;
    else if (type == QLatin1String("weekdayBefore") && dated && holiday.weekday >= 1
        && holiday.weekday <= 7)
        holiday.rule = HolidayRow::Rule::WeekdayBefore;
    else
        return std::nullopt;
    return holiday;
}

std::optional<DisclosureRule> disclosureRow(const QJsonObject &row)
{
    static const QHash<QString, DisclosureRule::Basis> bases{
        { QStringLiteral("sent"), DisclosureRule::Basis::Sent },
        { QStringLiteral("provided"), DisclosureRule::Basis::Provided },
        { QStringLiteral("notified"), DisclosureRule::Basis::Notified },
        { QStringLiteral("retrieved"), DisclosureRule::Basis::Retrieved },
        { QStringLiteral("received"), DisclosureRule::Basis::Received },
    };
    DisclosureRule rule;
    const QString basis = row[QStringLiteral("basis")].toString();
    rule.regime = row[QStringLiteral("regime")].toString();
    rule.channel = row[QStringLiteral("channel")].toString();
    rule.days = row[QStringLiteral("days")].toInt(-1);
    if (!bases.contains(basis) || rule.regime.isEmpty() || rule.channel.isEmpty() || rule.days < 0)
        return std::nullopt;
    rule.basis = bases.value(basis);
    if (row.contains(QStringLiteral("voidAfterDays")))
        rule.voidAfterDays = row[QStringLiteral("voidAfterDays")].toInt();
    rule.movesToWorkday = row[QStringLiteral("movesToWorkday")].toBool();
    rule.needsConsent = row[QStringLiteral("needsConsent")].toBool();
    rule.earlierRetrievalCounts = row[QStringLiteral("earlierRetrievalCounts")].toBool();
    return rule;
}

std::optional<RemedyInstruction> remedyRow(const QJsonObject &row)
{
    RemedyInstruction remedy;
    remedy.version = row[QStringLiteral("version")].toInt();
    remedy.kind = row[QStringLiteral("kind")].toString();
    remedy.periodMonths = row[QStringLiteral("periodMonths")].toInt();
    remedy.title = row[QStringLiteral("title")].toString();
    remedy.text = row[QStringLiteral("text")].toString();
    remedy.placeholders = strings(row[QStringLiteral("placeholders")]);
    if (remedy.version < 1 || remedy.periodMonths < 1 || remedy.title.isEmpty()
        || remedy.text.isEmpty())
        return std::nullopt;
    return remedy;
}

std::optional<StatutoryRule> periodRow(const QJsonObject &row)
{
    StatutoryRule rule;
    rule.months = row[QStringLiteral("months")].toInt();
    rule.days = row[QStringLiteral("days")].toInt();
    rule.movesToWorkday = row[QStringLiteral("movesToWorkday")].toBool();
    if (rule.months < 0 || rule.days < 0 || rule.months + rule.days == 0)
        return std::nullopt;
    return rule;
}

template <class Row>
Status readRows(const QString &file, const QString &list, QVector<Row> &rows,
    std::optional<Row> (*read)(const QJsonObject &))
{
    const auto object = readFile(file);
    if (!object)
        return object.error();
    for (const auto &value : (*object)[list].toArray()) {
        const QJsonObject source = value.toObject();
        const LawSource law = lawSource(source);
        const QString wrong = fault(source, law);
        auto row = read(source);
        if (!wrong.isEmpty() || !row)
            return corrupt(file, law.id, wrong);
        row->law = law;
        rows << *row;
    }
    return success();
}

} // namespace

bool LawSource::appliesTo(const QString &land, QDate day) const
{
    if (except.contains(land) || !(lands.contains(QStringLiteral("*")) || lands.contains(land)))
        return false;
    return (from.isNull() || from <= day) && (until.isNull() || day <= until);
}

QStringList allLands()
{
    return QStringLiteral("SH HH NI HB NW HE RP BW BY SL BE BB MV SN ST TH")
        .split(QLatin1Char(' '));
}

QString landOf(const QString &code)
{
    if (allLands().contains(code))
        return code;
    bool number = false;
    const int key = code.left(2).toInt(&number);
    const bool length = code.size() >= 2 && code.size() <= 12;
    return number && length && key >= 1 && key <= 16 ? allLands().at(key - 1) : QString();
}

Result<LawTable> loadLawTable()
{
    LawTable table;
    const auto disclosure = readFile(QStringLiteral("disclosure.json"));
    if (!disclosure)
        return disclosure.error();
    table.defaultChannel = (*disclosure)[QStringLiteral("defaultChannel")].toString();
    const Status results[] = {
        readRows(QStringLiteral("holidays.json"), QStringLiteral("holidays"), table.holidays,
            &holidayRow),
        readRows(QStringLiteral("disclosure.json"), QStringLiteral("rules"), table.disclosure,
            &disclosureRow),
        readRows(QStringLiteral("remedies.json"), QStringLiteral("remedies"), table.remedies,
            &remedyRow),
        readRows(
            QStringLiteral("periods.json"), QStringLiteral("periods"), table.periods, &periodRow),
    };
    for (const Status &result : results) {
        if (!result)
            return result.error();
    }
    return table;
}
