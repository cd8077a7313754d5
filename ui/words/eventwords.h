#pragma once

#include "deskcontext.h"
#include "ui/common/timelinelist.h"

#include <QCoreApplication>

// Words what happened in a case, and what somebody wants done to it.
struct EventWords {
    Q_DECLARE_TR_FUNCTIONS(EventWords)
public:
    static TimelineEntry entry(const TimelineEvent &event, const DeskContext &context);
    // "Reply to the applicant", "Fee request of 87.50 €"
    static QString operation(const Operation &operation, const DeskContext &context);

private:
    static QString title(const TimelineEvent &event, const DeskContext &context);
    static QString who(const Actor &actor);
};
