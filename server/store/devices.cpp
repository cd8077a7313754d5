#include "accounts.h"

namespace portal {

namespace {

const char *const deviceColumns
    = "SELECT id, clerk, name, created_at, last_seen_at, revoked_at, signed_in_at FROM device";

template <class Rows> Device deviceOf(Rows &row)
{
    return { DeviceId{ row.text(0) }, ClerkId{ row.text(1) }, row.text(2),
        Timestamp{ row.integer(3) }, Timestamp{ row.integer(4) }, Timestamp{ row.integer(5) },
        Timestamp{ row.integer(6) } };
}

} // namespace

Result<std::optional<Device>> Devices::find(const DeviceId &id) const
{
    auto row = m_sql.query(QByteArray(deviceColumns) + " WHERE id = ?1");
    row.bind(id.text);
    if (row.next())
        return std::optional<Device>(deviceOf(row));
    if (const Status read = row.status(); !read)
        return read.error();
    return std::optional<Device>();
}

Result<QList<Device>> Devices::list(const ClerkId &clerk) const
{
    auto rows = m_sql.query(
        QByteArray(deviceColumns) + " WHERE clerk = ?1 ORDER BY signed_in_at DESC, id");
    rows.bind(clerk.text);
    QList<Device> devices;
    while (rows.next())
        devices.append(deviceOf(rows));
    if (const Status read = rows.status(); !read)
        return read.error();
    return devices;
}

namespace {

Result<std::optional<RefreshToken>> firstRefreshToken(Query &row)
{
    if (row.next()) {
        return std::optional<RefreshToken>(
            RefreshToken{ row.bytes(0), DeviceId{ row.text(1) }, Timestamp{ row.integer(2) },
                Timestamp{ row.integer(3) }, Timestamp{ row.integer(4) }, row.bytes(5) });
    }
    if (const Status read = row.status(); !read)
        return read.error();
    return std::optional<RefreshToken>();
}

} // namespace

Result<std::optional<RefreshToken>> Devices::refreshToken(const QByteArray &hash) const
{
    auto row = m_sql.query("SELECT hash, device, created_at, expires_at, used_at, replaces"
                           " FROM refresh_token WHERE hash = ?1");
    row.bind(hash);
    return firstRefreshToken(row);
}

Result<std::optional<RefreshToken>> Devices::unconfirmedAfter(const QByteArray &hash) const
{
    auto row = m_sql.query("SELECT hash, device, created_at, expires_at, used_at, replaces"
                           " FROM refresh_token WHERE replaces = ?1 AND used_at = 0");
    row.bind(hash);
    return firstRefreshToken(row);
}

Result<std::optional<AccessToken>> Devices::accessToken(const QByteArray &hash) const
{
    auto row = m_sql.query("SELECT a.hash, a.device, a.clerk, a.expires_at, a.refresh,"
                           " r.replaces FROM access_token a"
                           " LEFT JOIN refresh_token r ON r.hash = a.refresh WHERE a.hash = ?1");
    row.bind(hash);
    if (row.next()) {
        return std::optional<AccessToken>(
            AccessToken{ row.bytes(0), DeviceId{ row.text(1) }, ClerkId{ row.text(2) },
                Timestamp{ row.integer(3) }, row.bytes(4), !row.bytes(5).isEmpty() });
    }
    if (const Status read = row.status(); !read)
        return read.error();
    return std::optional<AccessToken>();
}

Status Devices::save(Writing &writing, const Device &device)
{
    return writing.sql.run(
        "INSERT INTO device (id, clerk, name, created_at, last_seen_at, revoked_at, signed_in_at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
        " name = excluded.name, last_seen_at = excluded.last_seen_at,"
        " revoked_at = excluded.revoked_at, signed_in_at = excluded.signed_in_at",
        device.id.text, device.clerk.text, device.name, device.createdAt.ms, device.lastSeenAt.ms,
        device.revokedAt.ms, device.signedInAt.ms);
}

Status Devices::addRefreshToken(Writing &writing, const RefreshToken &token)
{
    return writing.sql.run(
        "INSERT INTO refresh_token (hash, device, created_at, expires_at, used_at, replaces)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        token.hash, token.device.text, token.createdAt.ms, token.expiresAt.ms, token.usedAt.ms,
        token.replaces);
}

Status Devices::markUsed(Writing &writing, const QByteArray &hash, Timestamp now)
{
    return writing.sql.run("UPDATE refresh_token SET used_at = ?2 WHERE hash = ?1", hash, now.ms);
}

Status Devices::confirm(Writing &writing, const QByteArray &refreshHash)
{
    return writing.sql.run(
        "UPDATE refresh_token SET replaces = ?2 WHERE hash = ?1", refreshHash, QByteArray());
}

Status Devices::supersede(Writing &writing, const QByteArray &refreshHash, Timestamp now)
{
    Status done = writing.sql.run("DELETE FROM access_token WHERE refresh = ?1", refreshHash);
    if (done)
        done = markUsed(writing, refreshHash, now);
    return done;
}

Status Devices::addAccessToken(Writing &writing, const AccessToken &token)
{
    return writing.sql.run("INSERT INTO access_token (hash, device, clerk, expires_at, refresh)"
                           " VALUES (?1, ?2, ?3, ?4, ?5)",
        token.hash, token.device.text, token.clerk.text, token.expiresAt.ms, token.refresh);
}

Status Devices::revoke(Writing &writing, const DeviceId &id, Timestamp now)
{
    Status done
        = writing.sql.run("UPDATE device SET revoked_at = ?2 WHERE id = ?1", id.text, now.ms);
    if (done)
        done = writing.sql.run("DELETE FROM access_token WHERE device = ?1", id.text);
    // Used ones stay, so that a copy that comes later is still recognised.
    if (done)
        done = writing.sql.run("UPDATE refresh_token SET used_at = ?2"
                               " WHERE device = ?1 AND used_at = 0",
            id.text, now.ms);
    return done;
}

Status Devices::removeTokens(Writing &writing, const DeviceId &id)
{
    const Status access = writing.sql.run("DELETE FROM access_token WHERE device = ?1", id.text);
    if (!access)
        return access;
    return writing.sql.run("DELETE FROM refresh_token WHERE device = ?1", id.text);
}

Status Devices::revokeAll(Writing &writing, const ClerkId &id, Timestamp now)
{
    QList<DeviceId> devices;
    {
        auto rows = writing.sql.query("SELECT id FROM device WHERE clerk = ?1 AND revoked_at = 0");
        rows.bind(id.text);
        while (rows.next())
            devices.append(DeviceId{ rows.text(0) });
        if (const Status read = rows.status(); !read)
            return read;
    }
    for (const DeviceId &device : devices) {
        if (const Status done = revoke(writing, device, now); !done)
            return done;
    }
    return success();
}

Status Devices::removeExpired(Writing &writing, Timestamp now)
{
    const Status access = writing.sql.run("DELETE FROM access_token WHERE expires_at < ?1", now.ms);
    if (!access)
        return access;
    return writing.sql.run("DELETE FROM refresh_token WHERE expires_at < ?1", now.ms);
}

} // namespace portal
