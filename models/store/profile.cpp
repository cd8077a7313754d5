#include "profile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

ProfilePaths Profile::pathsOf(const QString &name)
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return { data + QStringLiteral("/kontor/") + name };
}

Profile::Profile(const ProfilePaths &paths)
    : m_paths(paths)
    , m_lock(paths.root + QStringLiteral("/lock"))
{
    m_lock.setStaleLockTime(0); // only a dead holder's lock is stale, however old it is
}

Result<std::unique_ptr<Profile>> Profile::open(const ProfilePaths &paths)
{
    for (const QString &folder : { paths.root, paths.files(), paths.staged() }) {
        if (!QDir().mkpath(folder))
            return error(ErrorCode::Internal, "store.cannotCreate");
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    std::unique_ptr<Profile> profile(new Profile(paths));
    if (profile->m_lock.tryLock(0)) {
        QDir(paths.opened()).removeRecursively();
        return profile;
    }
    if (profile->m_lock.error() != QLockFile::LockFailedError)
        return error(ErrorCode::Internal, "store.cannotLock");
    qint64 pid = 0;
    QString host;
    QString program;
    profile->m_lock.getLockInfo(&pid, &host, &program);
    return error(ErrorCode::Busy, "store.inUse",
        { { QStringLiteral("program"), program }, { QStringLiteral("pid"), pid },
            { QStringLiteral("host"), host } });
}
