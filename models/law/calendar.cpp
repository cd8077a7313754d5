#include "calendar.h"

#include <algorithm>

namespace {

QDate dayOf(const HolidayRow &row, int year)
{
    if (row.rule == HolidayRow::Rule::EasterOffset)
        return easterSunday(year).addDays(row.offset);
    const QDate fixed(year, row.month, row.day);
    if (row.rule == HolidayRow::Rule::Fixed)
        return fixed;
    int back = fixed.dayOfWeek() - row.weekday;
    if (back <= 0)
        back += 7; // strictly before the day
    return fixed.addDays(-back);
}

bool holds(const HolidayRow &row, const Place &place, QDate day)
{
    if (!day.isValid() || !row.law.appliesTo(landOf(place.code), day))
        return false;
    if (!row.years.isEmpty() && !row.years.contains(day.year()))
        return false;
    if (row.local && !place.localHolidays.contains(row.law.id))
        return false;
    return row.regions.isEmpty()
        || std::any_of(row.regions.begin(), row.regions.end(),
            [&](const QString &region) { return place.code.startsWith(region); });
}

} // namespace

// The anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
QDate easterSunday(int year)
{
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int d = b / 4;
    const int e = b % 4;
    const int f = (b + 8) / 25;
    const int g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4;
    const int k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return QDate(year, n / 31, n % 31 + 1);
}

QVector<Holiday> holidays(const LawTable &table, const Place &place, int year)
{
    QVector<Holiday> days;
    for (const HolidayRow &row : table.holidays) {
        const QDate day = dayOf(row, year);
        if (holds(row, place, day))
            days.append({ day, row.name, row.law.id });
    }
    std::stable_sort(days.begin(), days.end(),
        [](const Holiday &left, const Holiday &right) { return left.date < right.date; });
    return days;
}

Calendar::Calendar(const LawTable &table, Place place)
    : m_place(std::move(place))
{
    m_rules.holidays = table.holidays;
}

QString Calendar::holidayName(QDate day) const
{
    for (const HolidayRow &row : m_rules.holidays) {
        if (dayOf(row, day.year()) == day && holds(row, m_place, day))
            return row.name;
    }
    return {};
}

bool Calendar::isWorkday(QDate day) const
{
    return day.dayOfWeek() <= 5 && holidayName(day).isEmpty();
}

QDate Calendar::workdayFrom(QDate day) const
{
    while (day.isValid() && !isWorkday(day))
        day = day.addDays(1);
    return day;
}
