#include "killsweep.h"

#include <QFile>

QHash<QString, QString> KillSweep::logOnly() const
{
    return { { QStringLiteral("KONTOR_FAULT_LOG"), m_log } };
}

QHash<QString, QString> KillSweep::next()
{
    QStringList names = m_seen.keys();
    names.sort();
    for (int pass = 1; pass <= m_passes; ++pass) {
        for (const QString &name : std::as_const(names)) {
            const QString point = QStringLiteral("%1:%2").arg(name).arg(pass);
            if (pass > m_seen.value(name) || m_tried.contains(point))
                continue;
            m_tried.insert(point);
            m_current = point;
            QHash<QString, QString> variables = logOnly();
            variables.insert(QStringLiteral("KONTOR_FAULT_AT"), point);
            return variables;
        }
    }
    m_current.clear();
    return {};
}

void KillSweep::readLog()
{
    QHash<QString, int> passed;
    QFile file(m_log);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.isEmpty())
                ++passed[QString::fromLatin1(line)];
        }
    }
    file.close();
    QFile::remove(m_log);
    for (auto it = passed.begin(); it != passed.end(); ++it)
        m_seen[it.key()] = std::max(m_seen.value(it.key()), it.value());
}

void KillSweep::note(const QString &killedAt)
{
    if (killedAt.isEmpty())
        return;
    m_hit.insert(killedAt);
    ++m_kills;
}
