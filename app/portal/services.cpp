#include "services.h"

#include "models/law/lawtable.h"
#include "server/catalogue/misfits.h"
#include "server/catalogue/seeds.h"
#include "server/store/casetypes.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

#include <algorithm>

Q_LOGGING_CATEGORY(servicesLog, "kontor.portal.services")

namespace portal {

namespace {

constexpr QFile::Permissions forEverybody
    = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;

QString folderOf(const QString &dataFolder)
{
    return dataFolder + QStringLiteral("/services");
}

// The file that defines this type now, defective or not; else a new name.
QString placeOf(const QString &folder, const CaseTypeId &id)
{
    const QDir dir(folder);
    for (const QString &name :
        dir.entryList({ QStringLiteral("*.json") }, QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly)
            && QJsonDocument::fromJson(file.readAll())
                    .object()
                    .value(QLatin1String("id"))
                    .toString()
                == id.text)
            return dir.filePath(name);
    }
    QString path = dir.filePath(id.text + QStringLiteral(".json"));
    for (int number = 2; QFile::exists(path); ++number)
        path = dir.filePath(QStringLiteral("%1-%2.json").arg(id.text).arg(number));
    return path;
}

// What keeps a sound definition out of this portal, or would be promised and not done.
Result<QStringList> wrongHere(Sql &sql, const CaseType &type, const LawTable &law)
{
    Result<QStringList> wrong = catalogue::misfits(sql, type);
    const bool known = std::any_of(law.periods.begin(), law.periods.end(),
        [&](const StatutoryRule &rule) { return rule.law.id == type.statutoryPeriod; });
    if (wrong && !type.statutoryPeriod.isEmpty() && !known)
        wrong->append(QStringLiteral("statutoryPeriod: \"%1\" is no row of the law table")
                          .arg(type.statutoryPeriod));
    return wrong;
}

Status place(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()
        || !file.setPermissions(forEverybody) || !file.commit())
        return error(ErrorCode::NoSpace, "store.folder", {}, path);
    return success();
}

} // namespace

Status placeServices(const QString &dataFolder)
{
    const QString folder = folderOf(dataFolder);
    if (!QDir().mkpath(folder))
        return error(ErrorCode::NoSpace, "store.folder", {}, folder);
    const QDir ours(QStringLiteral(":/kontor/services"));
    for (const QString &name : ours.entryList({ QStringLiteral("*.json") }, QDir::Files)) {
        const QString target = folder + QLatin1Char('/') + name;
        if (QFile::exists(target))
            continue;
        if (!QFile::copy(ours.filePath(name), target))
            return error(ErrorCode::NoSpace, "store.folder", {}, target);
        QFile::setPermissions(target, forEverybody);
    }
    return success();
}

Status loadServices(Store &store)
{
    const catalogue::SeedFolder seeds = catalogue::readSeedFolder(folderOf(store.folder()));
    for (const Error &defect : seeds.errors)
        qCWarning(servicesLog).noquote() << defect.key << defect.detail;
    const Result<LawTable> law = loadLawTable();
    if (!law)
        return law.error();
    return store.write([&](Writing &writing) -> Status {
        for (const CaseType &type : seeds.types) {
            const Result<QStringList> wrong = wrongHere(writing.sql, type, *law);
            if (!wrong)
                return wrong.error();
            for (const QString &defect : *wrong)
                qCWarning(servicesLog).noquote()
                    << "case type" << type.id.text << "is left out:" << defect;
            if (!wrong->isEmpty())
                continue;
            const Result<int> saved = CaseTypes::save(writing, type);
            if (!saved)
                return saved.error();
        }
        return success();
    });
}

Result<ImportedService> importService(Store &store, const QString &path)
{
    const Result<CaseType> type = catalogue::readSeed(path);
    if (!type)
        return type.error();
    QFile file(path);
    const QString folder = folderOf(store.folder());
    if (!file.open(QIODevice::ReadOnly) || !QDir().mkpath(folder))
        return error(ErrorCode::NoSpace, "store.folder", {}, folder);
    const QByteArray bytes = file.readAll();
    const Result<LawTable> law = loadLawTable();
    if (!law)
        return law.error();
    return store.write([&](Writing &writing) -> Result<ImportedService> {
        const Result<QStringList> wrong = wrongHere(writing.sql, *type, *law);
        if (!wrong)
            return wrong.error();
        if (!wrong->isEmpty())
            return catalogue::defectiveFile(QFileInfo(path).fileName(), *wrong);
        const Result<int> version = CaseTypes::save(writing, *type);
        if (!version)
            return version.error();
        if (const Status placed = place(bytes, placeOf(folder, type->id)); !placed)
            return placed.error();
        return ImportedService{ type->id.text, *version };
    });
}

} // namespace portal
