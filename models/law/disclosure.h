#pragma once

#include "calendar.h"

// When a notice counts as disclosed (Bekanntgabe). Each fact is stored as evidence with the case;
// this only computes. The day of the letter never matters, nor the day the PDF was written.

// What is known about one disclosure; dates at the authority's seat.
struct DisclosureFacts {
    QDate sent; // posted or sent
    QDate provided; // made available in a postbox or on the portal
    QDate notified; // the message that it is there went out
    QDate retrieved; // first retrieval by the addressee
    QDate received; // proven receipt: service record, or a later arrival that the addressee proves
    bool consent = false; // to electronic disclosure, asked for in the form
};

struct Disclosure {
    QDate day; // null: not disclosed (yet)
    QDate counted; // before a move to a workday
    bool moved = false;
    // Stable key of the reason for the screen: `disclosure.fiction`, `.moved`, `.proven`,
    // `.retrieved`,
    // `.waiting`, `.void`, `.noConsent`.
    QString reason;

    bool operator==(const Disclosure &) const = default;
};

// The row for a channel, regime ("VwVfG", "AO") and place on a day. Error `law.disclosure.none`
// (NotFound) if the table has none: then nobody may compute a period.
Result<DisclosureRule> disclosureRule(const LawTable &table, const QString &channel,
    const QString &regime, const Place &place, QDate day);

// The ordinary case: the fact the rule counts from happened on `day`.
Disclosure disclosureDay(const DisclosureRule &rule, QDate day, const Calendar &calendar);

// With everything known on `today`: a proven later receipt displaces the fiction (§ 41 (2) sentence
// 3 VwVfG), an unretrieved provision becomes void (§ 41 (2a)), missing consent means no disclosure.
Disclosure disclosureDay(const DisclosureRule &rule, const DisclosureFacts &facts,
    const Calendar &calendar, QDate today);
