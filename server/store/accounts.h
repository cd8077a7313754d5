#pragma once

#include "store.h"

#include "models/domain/permission.h"
#include "models/domain/protocol.h"

#include <optional>

namespace portal {

// A clerk who may sign in.
struct Account {
    Colleague clerk; // id, name …; its departments follow from the roles, in the order of ids
    QString login; // lower case, unique
    QString passwordHash; // empty: signs in elsewhere
    QHash<DepartmentId, QList<Role>> roles;
    bool mustChangePassword = false;
    Timestamp createdAt;
};
Grants grantsOf(const Account &account);

class Accounts {
public:
    explicit Accounts(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<QList<Account>> list() const; // by login
    Result<std::optional<Account>> find(const ClerkId &id) const;
    Result<std::optional<Account>> findByLogin(const QString &login) const;
    static Status save(Writing &writing, const Account &account); // new or changed

private:
    Sql &m_sql;
};

// A program that a clerk signed in with. Of tokens only SHA-256 hashes are kept.
struct Device {
    DeviceId id;
    ClerkId clerk;
    QString name;
    Timestamp createdAt;
    Timestamp lastSeenAt;
    Timestamp revokedAt; // null: in use
    Timestamp signedInAt; // with a password; tokens are renewed from then for a limited time only
};
struct RefreshToken {
    QByteArray hash;
    DeviceId device;
    Timestamp createdAt;
    Timestamp expiresAt;
    Timestamp usedAt; // null: the newest of its family (the family is the device)
    QByteArray replaces; // hash of the one it was given for; empty once its holder has shown up
};
struct AccessToken {
    QByteArray hash;
    DeviceId device;
    ClerkId clerk;
    Timestamp expiresAt;
    QByteArray refresh; // hash of the refresh token that came with it
    bool unconfirmed = false; // nobody has used it yet, and neither that refresh token
};

class Devices {
public:
    explicit Devices(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<std::optional<Device>> find(const DeviceId &id) const;
    Result<QList<Device>> list(
        const ClerkId &clerk) const; // revoked ones too, newest sign-in first
    Result<std::optional<RefreshToken>> refreshToken(const QByteArray &hash) const;
    // The live token that was given for this one and that nobody has used yet.
    Result<std::optional<RefreshToken>> unconfirmedAfter(const QByteArray &hash) const;
    Result<std::optional<AccessToken>> accessToken(const QByteArray &hash) const;
    static Status save(Writing &writing, const Device &device);
    static Status addRefreshToken(Writing &writing, const RefreshToken &token);
    static Status markUsed(Writing &writing, const QByteArray &hash, Timestamp now);
    // Its holder has shown up: the token before it is dead from now on.
    static Status confirm(Writing &writing, const QByteArray &refreshHash);
    // A token whose answer was lost: it and the access token that came along are dead.
    static Status supersede(Writing &writing, const QByteArray &refreshHash, Timestamp now);
    static Status addAccessToken(Writing &writing, const AccessToken &token);
    static Status revoke(Writing &writing, const DeviceId &id, Timestamp now); // with its tokens
    static Status removeTokens(Writing &writing, const DeviceId &id); // the device stays
    static Status revokeAll(Writing &writing, const ClerkId &id, Timestamp now);
    static Status removeExpired(Writing &writing, Timestamp now);

private:
    Sql &m_sql;
};

} // namespace portal
