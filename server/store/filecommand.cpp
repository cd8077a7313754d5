#include "filecommand.h"

#include <QLoggingCategory>
#include <QProcess>

Q_LOGGING_CATEGORY(commandLog, "kontor.store.command")

namespace portal {

FileCommand::FileCommand(const QString &command)
    : m_words(QProcess::splitCommand(command))
{
}

std::optional<int> FileCommand::run(const QStringList &paths, int patienceMs) const
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(m_words.first(), m_words.mid(1) + paths);
    const bool ended = process.waitForFinished(patienceMs);
    if (!ended) {
        process.kill();
        process.waitForFinished(1000);
    }
    if (ended && process.exitStatus() == QProcess::NormalExit)
        return process.exitCode();
    qCCritical(commandLog) << m_words.first() << "gave no answer:" << process.errorString();
    return {};
}

} // namespace portal
