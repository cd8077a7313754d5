#include "datewords.h"

DateWords::DateWords(Timestamp now, QByteArray zone)
    : m_now(now)
    , m_zone(std::move(zone))
    , m_today(localDate(now, m_zone))
{
}

QDateTime DateWords::local(Timestamp at) const
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(m_zone));
}

QDate DateWords::dayOf(Timestamp at) const
{
    return localDate(at, m_zone);
}

QString DateWords::time(Timestamp at) const
{
    return local(at).time().toString(QStringLiteral("HH:mm"));
}

QString DateWords::weekday(QDate day) const
{
    QString name = m_locale.standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
    if (name.endsWith(QLatin1Char('.')))
        name.chop(1);
    return name;
}

QString DateWords::day(QDate day) const
{
    if (!day.isValid())
        return {};
    if (day.year() != m_today.year())
        return fullDay(day);
    return QStringLiteral("%1, %2").arg(
        weekday(day), m_locale.toString(day, tr("d MMM", "date format of a day this year")));
}

QString DateWords::fullDay(QDate day) const
{
    return day.isValid() ? m_locale.toString(day, tr("d MMM yyyy", "date format with the year"))
                         : QString();
}

QString DateWords::when(Timestamp at) const
{
    if (at.isNull())
        return {};
    const QDate day = dayOf(at);
    if (day == m_today)
        return tr("Today %1").arg(time(at));
    if (day == m_today.addDays(-1))
        return tr("Yesterday %1").arg(time(at));
    return this->day(day) + QLatin1Char(' ') + time(at);
}

QString DateWords::brief(Timestamp at) const
{
    const QDate day = dayOf(at);
    const qint64 days = day.daysTo(m_today);
    if (days <= 0)
        return time(at);
    if (days < 7)
        return weekday(day);
    if (day.year() != m_today.year())
        return fullDay(day);
    return m_locale.toString(day, tr("d MMM", "date format of a day this year"));
}

QString DateWords::heading(QDate day) const
{
    if (day == m_today)
        return tr("Today");
    if (day == m_today.addDays(-1))
        return tr("Yesterday");
    const QString format = day.year() == m_today.year()
        ? tr("dddd, d MMMM", "date format of a heading")
        : tr("dddd, d MMMM yyyy", "date format of a heading with the year");
    return m_locale.toString(day, format);
}

QString DateWords::distance(QDate due) const
{
    const int days = int(m_today.daysTo(due));
    if (days < 0)
        return tr("%n day(s) overdue", nullptr, -days);
    if (days == 0)
        return tr("today");
    if (days == 1)
        return tr("tomorrow");
    return tr("%n day(s)", nullptr, days);
}

QString DateWords::age(Timestamp at) const
{
    const int minutes = int(qMax<qint64>(0, m_now.ms - at.ms) / 60000);
    if (minutes < 1)
        return tr("less than a minute");
    if (minutes < 120)
        return tr("%n minute(s)", nullptr, minutes);
    if (minutes < 48 * 60)
        return tr("%n hour(s)", nullptr, minutes / 60);
    return tr("%n day(s)", nullptr, minutes / (24 * 60));
}
