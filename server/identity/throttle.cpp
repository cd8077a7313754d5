#include "throttle.h"

#include "server/store/directory.h"
#include "server/store/throttles.h"

namespace portal {

Throttle::Throttle(Store &store, const Clock &clock, ThrottleRule rule)
    : m_store(store)
    , m_clock(clock)
    , m_rule(rule)
{
}

QString Throttle::stored(Sql &sql, const QString &key) const
{
    const Result<QByteArray> secret = Directory(sql).secret();
    return QString::fromLatin1(
        keyedHash(secret.valueOr({}), "throttle", key.toUtf8()).left(16).toHex());
}

Result<int> Throttle::waitFor(const QString &key) const
{
    return m_store.read([&](Sql &sql) -> Result<int> {
        const Result<ThrottleEntry> entry = Throttles(sql).find(stored(sql, key));
        if (!entry)
            return entry.error();
        const qint64 left = entry->blockedUntil.ms - m_clock.now().ms;
        return left > 0 ? int((left + 999) / 1000) : 0;
    });
}

Status Throttle::failed(const QString &key)
{
    return m_store.write([&](Writing &writing) -> Status {
        const QString name = stored(writing.sql, key);
        Result<ThrottleEntry> entry = Throttles(writing.sql).find(name);
        if (!entry)
            return entry.error();
        const Timestamp now = m_clock.now();
        if (entry->since.plusSeconds(m_rule.windowSeconds) < now && entry->blockedUntil < now)
            *entry = {};
        if (entry->failures == 0)
            entry->since = now;
        ++entry->failures;
        const int over = entry->failures - m_rule.free;
        if (over > 0) {
            const int doubled = over > 20 ? m_rule.maxWaitSeconds : 1 << (over - 1);
            entry->blockedUntil = now.plusSeconds(qMin(doubled, m_rule.maxWaitSeconds));
        }
        return Throttles::save(writing, name, *entry);
    });
}

Status Throttle::succeeded(const QString &key)
{
    return m_store.write([&](Writing &writing) -> Status {
        return Throttles::forget(writing, stored(writing.sql, key));
    });
}

} // namespace portal
