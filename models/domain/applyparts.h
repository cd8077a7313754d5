#pragma once

#include "casefile.h"
#include "result.h"

// Parts of apply() that know nothing of the operation.

// A channel other than the letter needs evidence (§ 41 (2a) VwVfG, § 9 OZG); without it the notice
// would never count as disclosed. Errors: InvalidInput "notice.channel.noConsent",
// "notice.channel.noPostbox", "notice.channel.unknown".
Status channelOpen(const CaseFile &caseFile, NoticeChannel channel);

// Puts a finding of the office behind the answer at `path` and behind earlier findings on it. False
// if there is no such answer.
bool insertFinding(QList<FormAnswer> &answers, QStringView path, const FormAnswer &finding);

// States that the notice holds for good from the day `on` (Bestandskraft) and who says so; the
// changed notice. Errors: NotFound "notice.unknown", InvalidInput "notice.finality.day" for a day
// to come or before the letter, Conflict "notice.finality.known".
Result<Notice> confirmFinality(
    QList<Notice> &notices, const NoticeId &id, QDate on, QDate today, const Actor &by);
