#include "applyparts.h"

#include <algorithm>

Status channelOpen(const CaseFile &caseFile, NoticeChannel channel)
{
    const Party *party = applicant(caseFile);
    if (channel == NoticeChannel::PortalRetrieval && !caseFile.consent.electronic)
        return error(ErrorCode::InvalidInput, "notice.channel.noConsent");
    if (channel == NoticeChannel::AccountPostbox && (!party || party->postboxHandle.isEmpty()))
        return error(ErrorCode::InvalidInput, "notice.channel.noPostbox");
    if (channel == NoticeChannel::Unknown)
        return error(ErrorCode::InvalidInput, "notice.channel.unknown");
    return success();
}

bool insertFinding(QList<FormAnswer> &answers, QStringView path, const FormAnswer &finding)
{
    const qsizetype dot = path.indexOf(u'.');
    for (qsizetype i = 0; i < answers.size(); ++i) {
        if (answers[i].key != (dot < 0 ? path : path.left(dot)))
            continue;
        if (dot >= 0)
            return insertFinding(answers[i].children, path.mid(dot + 1), finding);
        FormAnswer node = finding;
        node.key = answers[i].key;
        node.type = answers[i].type;
        node.formerValue = answers[i].value;
        if (node.label.isEmpty())
            node.label = answers[i].label;
        while (i + 1 < answers.size() && answers[i + 1].key == node.key)
            ++i; // behind earlier findings on the same answer
        answers.insert(i + 1, node);
        return true;
    }
    return false;
}

Result<Notice> confirmFinality(
    QList<Notice> &notices, const NoticeId &id, QDate on, QDate today, const Actor &by)
{
    const auto notice = std::find_if(
        notices.begin(), notices.end(), [&](const Notice &one) { return one.id == id; });
    if (notice == notices.end())
        return error(ErrorCode::NotFound, "notice.unknown");
    if (!on.isValid() || on > today || (notice->letterDate.isValid() && on < notice->letterDate))
        return error(ErrorCode::InvalidInput, "notice.finality.day");
    if (notice->finalOn.isValid())
        return error(ErrorCode::Conflict, "notice.finality.known");
    notice->finalOn = on;
    notice->finalBy = by;
    return *notice;
}
