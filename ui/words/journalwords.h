#pragma once

#include "models/items/journalentry.h"
#include "ui/common/timelinelist.h"

#include <QCoreApplication>
#include <functional>

class DateWords;

// What happened to the clerk's work, in sentences.
struct JournalWords {
    Q_DECLARE_TR_FUNCTIONS(JournalWords)
public:
    // Name of an action by its wire type, and of a case by its id (empty if it is not visible).
    struct Names {
        std::function<QString(const QString &)> action;
        std::function<QString(const QString &)> caseName;
    };
    static TimelineEntry entry(
        const JournalEntry &entry, const Names &names, const DateWords &dates);
};
