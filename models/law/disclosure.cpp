#include "disclosure.h"

namespace {

QDate fact(const DisclosureRule &rule, const DisclosureFacts &facts)
{
    switch (rule.basis) {
    case DisclosureRule::Basis::Sent:
        return facts.sent;
    case DisclosureRule::Basis::Provided:
        return facts.provided;
    case DisclosureRule::Basis::Notified:
        return facts.notified;
    case DisclosureRule::Basis::Retrieved:
        return facts.retrieved;
    case DisclosureRule::Basis::Received:
        return facts.received;
    }
    return {};
}

Disclosure only(const QString &reason, QDate day = {})
{
    return { day, day, false, reason };
}

// Retrieved after the provision had lapsed is too late: it was to be disclosed anew (§ 41 (2a)).
bool lapsed(const DisclosureRule &rule, const DisclosureFacts &facts, QDate today)
{
    if (!rule.voidAfterDays || !facts.notified.isValid())
        return false;
    const QDate lastDay = facts.notified.addDays(*rule.voidAfterDays);
    return facts.retrieved.isValid() ? facts.retrieved > lastDay : today > lastDay;
}

} // namespace

Result<DisclosureRule> disclosureRule(const LawTable &table, const QString &channel,
    const QString &regime, const Place &place, QDate day)
{
    const QString land = landOf(place.code);
    for (const DisclosureRule &rule : table.disclosure) {
        const bool sameRegime = rule.regime == regime || rule.regime == QLatin1String("*");
        if (rule.channel == channel && sameRegime && rule.law.appliesTo(land, day))
            return rule;
    }
    return error(ErrorCode::NotFound, "law.disclosure.none",
        { { QStringLiteral("channel"), channel }, { QStringLiteral("regime"), regime },
            { QStringLiteral("land"), land } });
}

Disclosure disclosureDay(const DisclosureRule &rule, QDate day, const Calendar &calendar)
{
    if (!day.isValid())
        return only(QStringLiteral("disclosure.waiting"));
    Disclosure result;
    result.counted = day.addDays(rule.days);
    result.day = rule.movesToWorkday ? calendar.workdayFrom(result.counted) : result.counted;
    result.moved = result.day != result.counted;
    if (result.moved)
        result.reason = QStringLiteral("disclosure.moved");
    else if (rule.basis == DisclosureRule::Basis::Retrieved)
        result.reason = QStringLiteral("disclosure.retrieved");
    else if (rule.basis == DisclosureRule::Basis::Received)
        result.reason = QStringLiteral("disclosure.proven");
    else
        result.reason = QStringLiteral("disclosure.fiction");
    return result;
}

Disclosure disclosureDay(
    const DisclosureRule &rule, const DisclosureFacts &facts, const Calendar &calendar, QDate today)
{
    if (rule.needsConsent && !facts.consent)
        return only(QStringLiteral("disclosure.noConsent"));
    if (lapsed(rule, facts, today))
        return only(QStringLiteral("disclosure.void"));
    const Disclosure counted = disclosureDay(rule, fact(rule, facts), calendar);
    if (counted.day.isNull() || rule.basis == DisclosureRule::Basis::Received)
        return counted;
    // Earlier arrival never shortens the fiction of a letter; only a later one displaces it.
    if (facts.received.isValid() && facts.received > counted.day)
        return only(QStringLiteral("disclosure.proven"), facts.received);
    return counted;
}
