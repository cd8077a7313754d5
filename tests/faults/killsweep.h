#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

// Which marked steps a sweep has still to kill at. The marks are not listed anywhere: each run
// writes down those that it passes, runs after a kill included, and the sweep goes on until every
// mark that was ever passed has been hit.
class KillSweep {
public:
    // `passes`: at how many passings of a mark, from the first on, a kill is tried.
    explicit KillSweep(const QString &logFile, int passes = 1)
        : m_log(logFile)
        , m_passes(passes)
    {
    }

    // Variables of the next run that shall be killed; empty: none is left. See models/faults.
    QHash<QString, QString> next();
    QHash<QString, QString> logOnly() const; // of a run that shall end well
    void readLog(); // after each run
    // Name of the mark at which a run was killed; empty: it came to its end.
    void note(const QString &killedAt);

    QSet<QString> hit() const { return m_hit; } // names
    int kills() const { return m_kills; }
    QString current() const { return m_current; } // "name:k"

private:
    QString m_log;
    int m_passes;
    QHash<QString, int> m_seen; // most passings in one run
    QSet<QString> m_tried; // "name:k"
    QSet<QString> m_hit;
    QString m_current;
    int m_kills = 0;
};
