#include "deadlinecommand.h"

#include "models/law/disclosure.h"
#include "models/law/period.h"

#include <QJsonArray>

Result<QJsonObject> computeDeadline(const Command &command)
{
    const Result<QDate> posted = command.day("posted");
    if (!posted)
        return posted.error();
    const Place place{ command.text("land"), {} };
    if (!posted->isValid() || landOf(place.code).isEmpty()) {
        return error(ErrorCode::InvalidInput, "cli.usage",
            { { QStringLiteral("text"), QStringLiteral("deadline needs --posted and --land") } });
    }
    const Result<LawTable> law = loadLawTable();
    if (!law)
        return law.error();
    const QString channel
        = command.has("channel") ? command.text("channel") : QStringLiteral("letter");
    const QString regime = command.has("regime") ? command.text("regime") : QStringLiteral("VwVfG");
    const Result<DisclosureRule> rule = disclosureRule(*law, channel, regime, place, *posted);
    if (!rule)
        return rule.error();
    const Calendar calendar(*law, place);
    const Disclosure disclosure = disclosureDay(*rule, *posted, calendar);
    Period period = Period::ofMonths(command.number("months", 1));
    if (command.has("weeks"))
        period = Period::ofWeeks(command.number("weeks", 0));
    if (command.has("days"))
        period = Period::ofDays(command.number("days", 0));
    const PeriodEnd end = endOfPeriod(disclosure.day, period, calendar);
    return QJsonObject{ { QStringLiteral("disclosed"), disclosure.day.toString(Qt::ISODate) },
        { QStringLiteral("reason"), disclosure.reason }, { QStringLiteral("rule"), rule->law.id },
        { QStringLiteral("citation"), rule->law.citation },
        { QStringLiteral("confirmed"), rule->law.confirmed },
        { QStringLiteral("begins"), end.begins.toString(Qt::ISODate) },
        { QStringLiteral("ends"), end.end.toString(Qt::ISODate) },
        { QStringLiteral("moved"), QJsonArray::fromStringList(end.moves) } };
}
