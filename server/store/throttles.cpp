#include "throttles.h"

namespace portal {

Result<ThrottleEntry> Throttles::find(const QString &key) const
{
    auto row = m_sql.query("SELECT failures, since, blocked_until FROM throttle WHERE key = ?1");
    row.bind(key);
    ThrottleEntry entry;
    if (row.next())
        entry = { int(row.integer(0)), Timestamp{ row.integer(1) }, Timestamp{ row.integer(2) } };
    if (const Status read = row.status(); !read)
        return read.error();
    return entry;
}

Status Throttles::save(Writing &writing, const QString &key, const ThrottleEntry &entry)
{
    return writing.sql.run(
        "INSERT INTO throttle (key, failures, since, blocked_until) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, since = excluded.since,"
        " blocked_until = excluded.blocked_until",
        key, entry.failures, entry.since.ms, entry.blockedUntil.ms);
}

Status Throttles::forget(Writing &writing, const QString &key)
{
    return writing.sql.run("DELETE FROM throttle WHERE key = ?1", key);
}

Status Throttles::removeOlder(Writing &writing, Timestamp before)
{
    return writing.sql.run(
        "DELETE FROM throttle WHERE since < ?1 AND blocked_until < ?1", before.ms);
}

} // namespace portal
