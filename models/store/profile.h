#pragma once

#include "models/domain/result.h"

#include <QLockFile>
#include <QString>
#include <memory>

// Where everything of one profile lies. A value, so that worker threads can have it.
struct ProfilePaths {
    QString root; // absolute

    QString cache() const { return root + QStringLiteral("/cache.sqlite"); }
    QString outbox() const { return root + QStringLiteral("/outbox.sqlite"); }
    QString files() const { return root + QStringLiteral("/files"); } // downloaded attachments
    QString staged() const { return root + QStringLiteral("/staged"); } // copies to be sent
    // Copies that were lent to other programs; gone with the program, and at the latest when the
    // next one opens the profile.
    QString opened() const { return root + QStringLiteral("/opened"); }
};

// One clerk at one portal on this machine: a folder that only one process may work with at a time
// (two writers on one outbox have cost users of other programs their data). Holding a Profile is
// holding its lock.
class Profile {
public:
    // XDG_DATA_HOME/kontor/<name>, never a roaming folder.
    static ProfilePaths pathsOf(const QString &name);

    // Makes the folder (0700) and takes the lock. Busy "store.inUse" {program, pid, host} while
    // somebody else has it; a lock left behind by a dead process is taken over.
    static Result<std::unique_ptr<Profile>> open(const ProfilePaths &paths);

    const ProfilePaths &paths() const { return m_paths; }

private:
    explicit Profile(const ProfilePaths &paths);

    ProfilePaths m_paths;
    QLockFile m_lock;
};
