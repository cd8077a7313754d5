#pragma once

#include "server/store/store.h"

namespace portal {

// Slows guessing down, per key. The first `free` failures within `windowSeconds` cost nothing; each
// further one doubles the wait, from 1 s up to maxWaitSeconds.
struct ThrottleRule {
    int free = 5;
    int windowSeconds = 900;
    int maxWaitSeconds = 900;
};

class Throttle {
public:
    Throttle(Store &store, const Clock &clock, ThrottleRule rule = {});
    // Seconds to wait; 0: go on. Keys may hold personal data: they are stored hashed.
    Result<int> waitFor(const QString &key) const;
    Status failed(const QString &key);
    Status succeeded(const QString &key);

private:
    QString stored(Sql &sql, const QString &key) const;

    Store &m_store;
    const Clock &m_clock;
    ThrottleRule m_rule;
};

} // namespace portal
