#include "noticerules.h"

#include "models/notice/noticecheck.h"
#include "models/notice/noticetemplate.h"

#include <QJsonArray>

#include <algorithm>

namespace portal {

namespace {

const int latestLetterDays = 14; // a letter may be dated ahead, for the day it will be posted

std::optional<Objection> objection(const char *reason, const QJsonObject &params = {})
{
    return Objection{ Outcome::Rejected, QString::fromLatin1(reason), params };
}

// A template of a newer program is believed; one of ours must be what it says it is.
bool templateKnown(const IssueNotice &issue, const NoticeContent &content)
{
    if (content.basedOn.id != issue.templateId || content.basedOn.version != issue.templateVersion
        || content.basedOn.hash != issue.templateHash)
        return false;
    const auto templates = builtInTemplates();
    if (!templates)
        return false;
    return std::any_of(templates->begin(), templates->end(), [&](const NoticeTemplate &known) {
        return known.ref.id == issue.templateId
            && (issue.templateVersion > known.ref.version
                || (issue.templateVersion == known.ref.version
                    && issue.templateHash == known.ref.hash));
    });
}

// The words of the law table for what the operation calls a channel.
bool sameChannel(NoticeChannel channel, const QString &written)
{
    switch (channel) {
    case NoticeChannel::Letter:
        return written == QLatin1String("letter") || written == QLatin1String("registered");
    case NoticeChannel::PortalRetrieval:
        return written == QLatin1String("portal");
    case NoticeChannel::AccountPostbox:
        return written == QLatin1String("account");
    case NoticeChannel::HandedOver:
        return written == QLatin1String("serviceRecord");
    case NoticeChannel::Unknown:
        return false;
    }
    return false;
}

bool sameFee(const std::optional<RequestFee> &fee, const NoticeContent &content)
{
    if (!fee)
        return content.fees.isEmpty();
    if (!content.payment || content.payment->reference != fee->reference
        || content.payment->due != fee->due || content.fees.size() != fee->items.size())
        return false;
    return std::equal(content.fees.begin(), content.fees.end(), fee->items.begin(),
        [](const NoticeFee &written, const FeeItem &asked) {
            return written.text == asked.text && written.amount == asked.amount
                && written.legalBasis == asked.legalBasis;
        });
}

} // namespace

std::optional<Objection> objectionTo(
    const IssueNotice &issue, const NoticeContent &document, QDate filedOn, QDate today)
{
    const Result<NoticeContent> content = noticeContentFromJson(issue.content);
    if (!content || *content != document)
        return objection("notice.content");
    QJsonArray points;
    for (const OpenPoint &point : check(document)) {
        if (point.blocks)
            points.append(point.key);
    }
    if (!points.isEmpty())
        return objection("notice.incomplete", { { QStringLiteral("points"), points } });
    if (!templateKnown(issue, document))
        return objection("notice.template");
    if (issue.letterDate != document.letterDate || issue.letterDate < filedOn
        || issue.letterDate > today.addDays(latestLetterDays))
        return objection("notice.letterDate");
    if (!sameChannel(issue.channel, document.channel))
        return objection("notice.channel");
    if (!sameFee(issue.fee, document))
        return objection("notice.fee");
    return {};
}

} // namespace portal
