#pragma once

#include "store.h"

namespace portal {

struct ThrottleEntry {
    int failures = 0;
    Timestamp since; // of the first failure in the window
    Timestamp blockedUntil;
};

// Failures, or units of a quota, by hashed key, in the database so that a restart or a second
// process forgets nothing.
class Throttles {
public:
    explicit Throttles(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<ThrottleEntry> find(const QString &key) const;
    static Status save(Writing &writing, const QString &key, const ThrottleEntry &entry);
    static Status forget(Writing &writing, const QString &key);
    static Status removeOlder(Writing &writing, Timestamp before);

private:
    Sql &m_sql;
};

} // namespace portal
