#pragma once

#include "calendar.h"

// Periods by § 31 VwVfG with §§ 187 to 193 BGB.
struct Period {
    int months = 0;
    int days = 0;

    bool operator==(const Period &) const = default;
    static Period ofMonths(int months) { return { months, 0 }; }
    static Period ofWeeks(int weeks) { return { 0, weeks * 7 }; }
    static Period ofDays(int days) { return { 0, days }; }
};

struct PeriodEnd {
    QDate begins; // first day of the period: the day after the event (§ 187 (1) BGB)
    QDate raw; // by § 188 BGB
    QDate end; // after the move of § 193 BGB: it runs until the end of this day
    // Why the end moved: "saturday", "sunday" or the name of a holiday; one entry per skipped day.
    QStringList moves;

    bool operator==(const PeriodEnd &) const = default;
};

// End of a period that an event on `event` starts. The event's own day never counts; only the end
// moves to a workday, never the start. A month without that day ends on its last day (§ 188 (3)
// BGB). `fixedEnd` keeps the raw day, for a date the authority named expressly (§ 31 (3) sentence 2
// VwVfG).
PeriodEnd endOfPeriod(
    QDate event, const Period &period, const Calendar &calendar, bool fixedEnd = false);
