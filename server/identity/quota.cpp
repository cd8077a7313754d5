#include "quota.h"

#include "server/store/directory.h"
#include "server/store/throttles.h"

namespace portal {

Quota::Quota(Store &store, const Clock &clock, QuotaRule rule)
    : m_store(store)
    , m_clock(clock)
    , m_rule(rule)
{
}

Result<int> Quota::take(const QString &key, int units)
{
    if (m_rule.units <= 0 || units <= 0)
        return 0;
    return m_store.write([&](Writing &writing) -> Result<int> {
        const Result<QByteArray> secret = Directory(writing.sql).secret();
        if (!secret)
            return secret.error();
        const QString name
            = QString::fromLatin1(keyedHash(*secret, "quota", key.toUtf8()).left(16).toHex());
        Result<ThrottleEntry> entry = Throttles(writing.sql).find(name);
        if (!entry)
            return entry.error();
        const Timestamp now = m_clock.now();
        const Timestamp end = entry->since.plusSeconds(m_rule.windowSeconds);
        if (end <= now)
            *entry = { 0, now, {} };
        else if (entry->failures > m_rule.units - units)
            return int((end.ms - now.ms + 999) / 1000);
        entry->failures = int(qMin<qint64>(qint64(entry->failures) + units, 1'000'000'000));
        if (const Status saved = Throttles::save(writing, name, *entry); !saved)
            return saved.error();
        return 0;
    });
}

} // namespace portal
