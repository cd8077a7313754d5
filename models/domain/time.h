#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

// A point in time: UTC milliseconds since 1970. Legal dates are plain QDates in the zone of the
// authority (decided by the portal's clock), never a Timestamp.
struct Timestamp {
    qint64 ms = 0;

    bool isNull() const { return ms == 0; }
    auto operator<=>(const Timestamp &) const = default;
    Timestamp plusSeconds(qint64 seconds) const { return { ms + seconds * 1000 }; }
};

// Where "now" comes from, so that tests control it.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

class SystemClock : public Clock {
public:
    Timestamp now() const override { return { QDateTime::currentMSecsSinceEpoch() }; }
};

class FixedClock : public Clock {
public:
    explicit FixedClock(Timestamp at)
        : at(at)
    {
    }
    Timestamp now() const override { return at; }
    Timestamp at;
};

// The calendar day of a point in time at the authority's seat, and back (its first moment).
inline QDate localDate(Timestamp at, const QByteArray &zone = "Europe/Berlin")
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, QTimeZone(zone)).date();
}
inline Timestamp startOfDay(QDate date, const QByteArray &zone = "Europe/Berlin")
{
    return { date.startOfDay(QTimeZone(zone)).toMSecsSinceEpoch() };
}
