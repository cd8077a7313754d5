#pragma once

#include "models/domain/pending.h"
#include "ui/common/tokens.h"

#include <QCoreApplication>

class DeskContext;

// What to do now: the one sentence and the one button of the card above a case. Says only what the
// case proves; whether it is ready for decision is the clerk's judgement, never the machine's.
struct NextStep {
    Q_DECLARE_TR_FUNCTIONS(NextStep)
public:
    enum class Action {
        None,
        ShowOutbox,
        TakeOver,
        Reply,
        StartReview,
        Notice,
        ShowFees,
        CloseCase,
        CompleteFollowUp,
    };
    Action action = Action::None;
    QString title;
    QString detail;
    QString button; // empty: no button
    QString iconName;
    Tone tone = Tone::Teal;

    static NextStep of(const ViewedCase &viewed, const DeskContext &context);
};
