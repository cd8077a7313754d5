#include "period.h"

PeriodEnd endOfPeriod(QDate event, const Period &period, const Calendar &calendar, bool fixedEnd)
{
    PeriodEnd result;
    if (!event.isValid())
        return result;
    result.begins = event.addDays(1);
    result.raw = event.addMonths(period.months).addDays(period.days);
    result.end = result.raw;
    while (!fixedEnd && !calendar.isWorkday(result.end)) {
        const QString holiday = calendar.holidayName(result.end);
        if (!holiday.isEmpty())
            result.moves << holiday;
        else
            result.moves << (result.end.dayOfWeek() == 6 ? QStringLiteral("saturday")
                                                         : QStringLiteral("sunday"));
        result.end = result.end.addDays(1);
    }
    return result;
}
