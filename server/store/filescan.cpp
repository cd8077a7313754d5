#include "filescan.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(scanLog, "kontor.store.scan")

namespace portal {

namespace {
constexpr int patienceMs = 60'000;
}

FileScan::FileScan(const QString &command)
    : m_command(command)
{
}

Status FileScan::check(const QString &path) const
{
    if (!m_command.isThere())
        return success();
    const std::optional<int> said = m_command.run({ path }, patienceMs);
    if (said == 0)
        return success();
    if (said == 1) {
        qCWarning(scanLog) << "an infected file was refused";
        return error(ErrorCode::InvalidInput, "upload.infected");
    }
    qCCritical(scanLog) << "a file could not be scanned and was refused";
    return error(ErrorCode::Unavailable, "upload.unscanned");
}

} // namespace portal
