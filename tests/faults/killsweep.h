#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

// Which marked steps a sweep has still to kill at. The marks are not listed anywhere: each run
// writes down those that it passes, runs after a kill included, and the sweep goes on until every
// mark that was ever passed has been hit. What is killed begins again, so one day may be killed
// several times, at one mark after the other; that makes a sweep short enough for each build.
// With KONTOR_SWEEP=n each day is killed once, and at the first n passings of each mark.
class KillSweep {
public:
    explicit KillSweep(const QString &logFile);

    // The first day ends well. False: nothing is left.
    bool beginDay();
    // Variables of the run that begins now, see models/faults.
    QHash<QString, QString> arm();
    // After each run: the mark at which it was killed, or empty.
    void readLog(const QString &killedAt);

    QSet<QString> hit() const { return m_hit; } // names
    int kills() const { return m_kills; }
    QString today() const { return m_today.join(QStringLiteral(", ")); } // "name:k" of this day

private:
    QString nextPoint() const;

    QString m_log;
    int m_passes = 1;
    int m_killsADay = 4;
    QStringList m_names; // in the order in which they were passed first
    QHash<QString, int> m_seen; // most passings in one run
    QSet<QString> m_tried; // "name:k"
    QSet<QString> m_hit;
    QString m_armed;
    QStringList m_today;
    bool m_begun = false;
    int m_kills = 0;
};
