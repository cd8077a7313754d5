#pragma once

#include "server/store/store.h"

namespace portal {

// What one source may do within a window, however well-behaved it is. Unlike a Throttle it knows no
// failures: it keeps a script from filling the database and the disk (S28). In the database, so
// that several processes share it.
struct QuotaRule {
    int units = 0; // 0: no limit
    int windowSeconds = 600;
};

class Quota {
public:
    Quota(Store &store, const Clock &clock, QuotaRule rule);
    // Seconds to wait; 0: the units are taken. The first of a window may take more than there are:
    // what is allowed at all shall not be impossible. Keys may hold personal data: they are stored
    // hashed.
    Result<int> take(const QString &key, int units = 1);

private:
    Store &m_store;
    const Clock &m_clock;
    QuotaRule m_rule;
};

} // namespace portal
