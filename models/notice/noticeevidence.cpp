#include "noticeevidence.h"

#include "models/law/calendar.h"
#include "models/law/disclosure.h"
#include "models/law/remedy.h"

#include <QJsonArray>
#include <algorithm>

namespace {

const auto regime = QStringLiteral("VwVfG");

bool hasPostbox(const CaseFile &caseFile)
{
    return std::any_of(caseFile.parties.begin(), caseFile.parties.end(), [](const Party &party) {
        const bool receives = party.roles.contains(PartyRole::Applicant)
            || party.roles.contains(PartyRole::Addressee);
        return receives && !party.postboxHandle.isEmpty();
    });
}

QStringList missingFor(const QString &channel, const CaseFile &caseFile, bool needsConsent)
{
    QStringList missing;
    if (channel == QLatin1String("letter"))
        return missing;
    if (!applicant(caseFile))
        return { QStringLiteral("channel.noApplicant") };
    const bool signedIn
        = caseFile.level != AssuranceLevel::None && caseFile.level != AssuranceLevel::Unknown;
    if (channel == QLatin1String("account")) {
        if (!hasPostbox(caseFile))
            missing.append(QStringLiteral("channel.noPostbox"));
        else if (caseFile.level != AssuranceLevel::Substantial
            && caseFile.level != AssuranceLevel::High)
            missing.append(QStringLiteral("channel.noIdentity"));
    } else if (!signedIn) {
        missing.append(QStringLiteral("channel.noSignIn"));
    }
    if (needsConsent && !caseFile.consent.electronic)
        missing.append(QStringLiteral("channel.noConsent"));
    return missing;
}

OpenPoint unconfirmed(const LawSource &row)
{
    return { QStringLiteral("notice.check.lawUnconfirmed"),
        { { QStringLiteral("citation"), row.citation }, { QStringLiteral("id"), row.id } }, false };
}

} // namespace

QVector<ChannelOffer> channelOffers(
    const CaseFile &caseFile, const LawTable &law, const Place &place, QDate day)
{
    QVector<ChannelOffer> offers;
    for (const char *name : { "letter", "portal", "account" }) {
        ChannelOffer offer;
        offer.channel = QString::fromLatin1(name);
        if (const auto rule = disclosureRule(law, offer.channel, regime, place, day)) {
            offer.missing = missingFor(offer.channel, caseFile, rule->needsConsent);
            offer.confirmed = rule->law.confirmed;
            offer.citation = rule->law.citation;
        } else if (offer.channel != QLatin1String("letter")) {
            offer.missing.append(QStringLiteral("channel.noRule"));
        }
        offers.append(offer);
    }
    return offers;
}

QVector<OpenPoint> checkEvidence(
    const NoticeContent &content, const CaseFile &caseFile, const LawTable &law, const Place &place)
{
    QVector<OpenPoint> points;
    if (!content.letterDate.isValid())
        return points; // then nobody can say which law applies, and check() blocks
    for (const ChannelOffer &offer : channelOffers(caseFile, law, place, content.letterDate)) {
        if (offer.channel != content.channel || offer.isAllowed())
            continue;
        points.append({ QStringLiteral("notice.check.channelEvidence"),
            { { QStringLiteral("channel"), offer.channel },
                { QStringLiteral("missing"), QJsonArray::fromStringList(offer.missing) } },
            true });
    }
    const auto rule = disclosureRule(law, content.channel, regime, place, content.letterDate);
    if (rule && !rule->law.confirmed)
        points.append(unconfirmed(rule->law));
    const auto remedy = remedyById(law, content.remedy.id, content.remedy.version);
    if (remedy && !remedy->law.confirmed)
        points.append(unconfirmed(remedy->law));
    return points;
}
