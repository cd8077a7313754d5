#include "services.h"

#include "server/catalogue/seeds.h"
#include "server/store/casetypes.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(servicesLog, "kontor.portal.services")

namespace portal {

Status placeServices(const QString &dataFolder)
{
    const QString folder = dataFolder + QStringLiteral("/services");
    if (!QDir().mkpath(folder))
        return error(ErrorCode::NoSpace, "store.folder", {}, folder);
    const QDir ours(QStringLiteral(":/kontor/services"));
    for (const QString &name : ours.entryList({ QStringLiteral("*.json") }, QDir::Files)) {
        const QString target = folder + QLatin1Char('/') + name;
        if (QFile::exists(target))
            continue;
        if (!QFile::copy(ours.filePath(name), target))
            return error(ErrorCode::NoSpace, "store.folder", {}, target);
        QFile::setPermissions(
            target, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
    }
    return success();
}

Status loadServices(Store &store)
{
    const catalogue::SeedFolder seeds
        = catalogue::readSeedFolder(store.folder() + QStringLiteral("/services"));
    for (const Error &defect : seeds.errors)
        qCWarning(servicesLog).noquote() << defect.key << defect.detail;
    return store.write([&](Writing &writing) -> Status {
        for (const CaseType &type : seeds.types) {
            const Result<int> saved = CaseTypes::save(writing, type);
            if (!saved)
                return saved.error();
        }
        return success();
    });
}

} // namespace portal
