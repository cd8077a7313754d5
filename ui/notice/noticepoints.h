#pragma once

#include "models/notice/noticecheck.h"

#include <QCoreApplication>

// The steps of the assistant, in the order of the letter: conditions come right after the decision.
enum class NoticeStepId { Addressee, Decision, Conditions, Reasons, Fee, Remedy, Release };
inline constexpr int noticeStepCount = int(NoticeStepId::Release) + 1;

// Words for the open points of the legal check, and the step where each is mended.
struct NoticePoints {
    Q_DECLARE_TR_FUNCTIONS(NoticePoints)
public:
    static QString text(const OpenPoint &point);
    static NoticeStepId step(const OpenPoint &point);
    static QString stepName(NoticeStepId step);
    static QString stepHint(NoticeStepId step); // the law behind it
    static QString channelName(const QString &channel);
    static QString channelReason(const QString &key); // of ChannelOffer::missing
    // That a row of the law table still waits for the authority's own check.
    static QString unconfirmed(const QString &citation);
};
