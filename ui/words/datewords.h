#pragma once

#include "models/domain/time.h"

#include <QCoreApplication>
#include <QLocale>

// Days and times as a clerk reads them: at the authority's seat, near ones by name, in the
// language of the program (QLocale's default). A value, made anew whenever "today" matters.
class DateWords {
    Q_DECLARE_TR_FUNCTIONS(DateWords)
public:
    DateWords(Timestamp now, QByteArray zone);

    QDate today() const { return m_today; }
    QDate dayOf(Timestamp at) const;
    // "09:41"
    QString time(Timestamp at) const;
    // "Thu, 26 Nov", with the year when it is not this one
    QString day(QDate day) const;
    // "26 Nov 2026": for what has legal weight
    QString fullDay(QDate day) const;
    // "Today 08:47", "Yesterday 18:40", "Thu, 19 Nov 21:14"
    QString when(Timestamp at) const;
    // For narrow columns: "08:47" today, "Fri" within a week, else "12 Nov"
    QString brief(Timestamp at) const;
    // "Today", "Friday, 20 November"
    QString heading(QDate day) const;
    // "3 days", "tomorrow", "2 days overdue"
    QString distance(QDate due) const;
    // Age of something: "just now", "27 minutes", "3 hours", "2 days"
    QString age(Timestamp at) const;

private:
    QString weekday(QDate day) const;
    QDateTime local(Timestamp at) const;

    Timestamp m_now;
    QByteArray m_zone;
    QDate m_today;
    QLocale m_locale;
};
