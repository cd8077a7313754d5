#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QStringList>
#include <QVector>
#include <optional>

// Law is data: an amendment is a new row with its validity, not new code, and every answer can name
// the row it rests on. Rows that nobody has checked against the text of the law carry `confirmed`
// false, and the screen must say so.

// What every row has.
struct LawSource {
    QString id;
    QStringList lands; // two letters (ISO 3166-2:DE), or "*" for all
    QStringList except;
    QDate from; // null: always
    QDate until; // inclusive; null: still valid
    QString citation;
    QString source;
    bool confirmed = false;

    bool operator==(const LawSource &) const = default;
    bool appliesTo(const QString &land, QDate day) const;
};

struct HolidayRow {
    enum class Rule { Fixed, EasterOffset, WeekdayBefore };

    LawSource law;
    QString name;
    Rule rule = Rule::Fixed;
    int month = 0;
    int day = 0;
    int offset = 0; // days from Easter Sunday
    int weekday = 0; // Qt: Monday is 1
    QVector<int> years; // empty: every year
    QStringList regions; // beginnings of the ARS of the places where it holds
    bool local = false; // holds only where the configuration of the authority names it

    bool operator==(const HolidayRow &) const = default;
};

// From which fact and after how many days a notice counts as disclosed.
struct DisclosureRule {
    // Provided and retrieved differ: § 9 OZG counts from the first, § 41 (2a) VwVfG from the
    // second.
    enum class Basis { Sent, Provided, Notified, Retrieved, Received };

    LawSource law;
    QString regime; // "VwVfG" or "AO", "*" for both
    QString channel; // letter, electronic, account, portal, registered, serviceRecord
    Basis basis = Basis::Sent;
    int days = 0;
    std::optional<int> voidAfterDays; // not retrieved by then: no disclosure at all
    bool movesToWorkday = false; // § 108 (3) AO; not so under the VwVfG
    bool needsConsent = false;
    bool earlierRetrievalCounts = false;

    bool operator==(const DisclosureRule &) const = default;
};

struct RemedyInstruction {
    LawSource law;
    int version = 0;
    QString kind; // "objection" (Widerspruch) or "action" (Klage)
    int periodMonths = 1;
    QString title;
    QString text; // German, with {{placeholders}}
    QStringList placeholders;

    bool operator==(const RemedyInstruction &) const = default;
};

// A period that the law runs against the authority itself (§ 75 VwGO, § 42a VwVfG): counted from
// the day an application arrived and never paused by the office.
struct StatutoryRule {
    LawSource law;
    int months = 0;
    int days = 0;
    bool movesToWorkday = false; // the earlier end is the careful one where that is not settled

    bool operator==(const StatutoryRule &) const = default;
};

struct LawTable {
    QString defaultChannel; // the letter, until recognised identification exists
    QVector<HolidayRow> holidays;
    QVector<DisclosureRule> disclosure;
    QVector<RemedyInstruction> remedies;
    QVector<StatutoryRule> periods;
};

// The rows compiled into the program. Errors: `law.file` (Corrupt) naming the file and the row.
Result<LawTable> loadLawTable();

// The Land of a place: its two letters themselves, or an ARS or AGS by its first two digits (01 is
// SH). Empty if it is neither.
QString landOf(const QString &code);
// All sixteen, in the order of the official keys.
QStringList allLands();
