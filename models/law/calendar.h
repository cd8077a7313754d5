#pragma once

#include "lawtable.h"

// Where something must be done: holidays differ by municipality, not only by Land.
struct Place {
    QString code; // Land ("NW"), AGS or ARS
    QStringList localHolidays; // ids of `local` rows that the authority's configuration names

    bool operator==(const Place &) const = default;
};

struct Holiday {
    QDate date;
    QString name; // German, as the law names it
    QString id;

    bool operator==(const Holiday &) const = default;
};

// Easter Sunday of the Gregorian calendar, from 1583.
QDate easterSunday(int year);

// The statutory holidays of a place in one year, by date.
QVector<Holiday> holidays(const LawTable &table, const Place &place, int year);

// Workdays of one place; a value that keeps what it needs of the table.
class Calendar {
public:
    Calendar(const LawTable &table, Place place);

    const Place &place() const { return m_place; }
    // Name of the holiday, empty if it is none.
    QString holidayName(QDate day) const;
    // Not a Saturday, Sunday or holiday (§ 193 BGB, § 31 (3) VwVfG).
    bool isWorkday(QDate day) const;
    // The day itself or the first workday after it.
    QDate workdayFrom(QDate day) const;

private:
    LawTable m_rules; // holidays only
    Place m_place;
};
