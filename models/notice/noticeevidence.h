#pragma once

#include "models/domain/casefile.h"
#include "models/law/lawtable.h"
#include "noticecheck.h"

struct Place;

// What the law table and the evidence of a case say about a notice, beside the notice itself.

// A channel by which a notice could be disclosed, and why it may not be used for this case. The
// letter is always possible; the others rest on evidence that only the citizen can give (§ 9 OZG,
// § 41 (2a) VwVfG, decisions on consent and identification).
struct ChannelOffer {
    QString channel; // as in the law table: "letter", "portal", "account"
    // Stable keys for the screen, empty if it may be used: `channel.noRule` (no row of the law
    // table for this place and day), `channel.noApplicant`, `channel.noConsent`, `channel.noSignIn`
    // (nobody has proven to be the recipient, so a retrieval proves nothing), `channel.noPostbox`,
    // `channel.noIdentity` (an account without recognised identification).
    QStringList missing;
    bool confirmed = true; // the row was checked against the text of the law
    QString citation;

    bool isAllowed() const { return missing.isEmpty(); }
    bool operator==(const ChannelOffer &) const = default;
};

QVector<ChannelOffer> channelOffers(
    const CaseFile &caseFile, const LawTable &law, const Place &place, QDate day);

// Points that check() cannot see: a channel without evidence blocks (`notice.check.channelEvidence`
// {channel, missing}); rows of the law table that nobody has confirmed yet are hints
// (`notice.check.lawUnconfirmed` {citation, id}).
QVector<OpenPoint> checkEvidence(const NoticeContent &content, const CaseFile &caseFile,
    const LawTable &law, const Place &place);
