#include "filescan.h"

#include <QLoggingCategory>
#include <QProcess>

Q_LOGGING_CATEGORY(scanLog, "kontor.store.scan")

namespace portal {

namespace {
constexpr int patienceMs = 60'000;
}

FileScan::FileScan(const QString &command)
    : m_command(QProcess::splitCommand(command))
{
}

Status FileScan::check(const QString &path) const
{
    if (m_command.isEmpty())
        return success();
    QProcess scanner;
    scanner.setStandardInputFile(QProcess::nullDevice());
    scanner.setStandardOutputFile(QProcess::nullDevice());
    scanner.setStandardErrorFile(QProcess::nullDevice());
    scanner.start(m_command.first(), m_command.mid(1) + QStringList{ path });
    const bool ended = scanner.waitForFinished(patienceMs);
    if (!ended) {
        scanner.kill();
        scanner.waitForFinished(1000);
    }
    if (ended && scanner.exitStatus() == QProcess::NormalExit) {
        if (scanner.exitCode() == 0)
            return success();
        if (scanner.exitCode() == 1) {
            qCWarning(scanLog) << "an infected file was refused";
            return error(ErrorCode::InvalidInput, "upload.infected");
        }
    }
    qCCritical(scanLog) << "the scanner gave no answer:" << scanner.errorString()
                        << scanner.exitCode();
    return error(ErrorCode::Unavailable, "upload.unscanned");
}

} // namespace portal
