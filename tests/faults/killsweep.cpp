#include "killsweep.h"

#include <QFile>

KillSweep::KillSweep(const QString &logFile)
    : m_log(logFile)
{
    const int passes = qEnvironmentVariableIntValue("KONTOR_SWEEP");
    if (passes > 0) {
        m_passes = passes;
        m_killsADay = 1;
    }
}

bool KillSweep::beginDay()
{
    m_today.clear();
    if (!m_begun)
        return m_begun = true;
    return !nextPoint().isEmpty();
}

QString KillSweep::nextPoint() const
{
    for (int pass = 1; pass <= m_passes; ++pass) {
        for (const QString &name : m_names) {
            const QString point = QStringLiteral("%1:%2").arg(name).arg(pass);
            if (pass <= m_seen.value(name) && !m_tried.contains(point))
                return point;
        }
    }
    return {};
}

QHash<QString, QString> KillSweep::arm()
{
    QHash<QString, QString> variables{ { QStringLiteral("KONTOR_FAULT_LOG"), m_log } };
    m_armed = m_names.isEmpty() || m_today.size() >= m_killsADay ? QString() : nextPoint();
    if (m_armed.isEmpty())
        return variables;
    m_tried.insert(m_armed);
    m_today.append(m_armed);
    variables.insert(QStringLiteral("KONTOR_FAULT_AT"), m_armed);
    return variables;
}

void KillSweep::readLog(const QString &killedAt)
{
    QHash<QString, int> passed;
    QFile file(m_log);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            const QString name = QString::fromLatin1(line);
            if (!name.isEmpty() && passed[name]++ == 0 && !m_names.contains(name))
                m_names.append(name);
        }
    }
    file.close();
    QFile::remove(m_log);
    for (auto it = passed.begin(); it != passed.end(); ++it)
        m_seen[it.key()] = std::max(m_seen.value(it.key()), it.value());
    if (!killedAt.isEmpty()) {
        m_hit.insert(killedAt);
        ++m_kills;
    } else if (m_today.size() > 1) {
        // It lay before the place where the day went on: that is for another day.
        m_tried.remove(m_armed);
    }
    m_armed.clear();
}
