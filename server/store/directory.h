#pragma once

#include "store.h"

#include "models/domain/protocol.h"

#include <optional>

namespace portal {

// The authority, its departments, and what the portal knows of itself.
class Directory {
public:
    explicit Directory(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<Authority> authority() const;
    Result<QList<Department>> departments() const; // in the order of ids
    Result<std::optional<Department>> department(const DepartmentId &id) const;
    Result<QString> serverId() const; // never changes
    Result<QString> epoch() const; // another one after a restore
    Result<QByteArray> secret() const; // 32 random bytes for HMACs; never leaves the portal

    // What a new store needs: id, epoch, secret. Changes nothing in an old one.
    static Status begin(Writing &writing);
    static Status saveAuthority(Writing &writing, const Authority &authority);
    static Status saveDepartment(Writing &writing, const Department &department);
    static Status newEpoch(Writing &writing);

private:
    Sql &m_sql;
};

// HMAC-SHA-256 of data with the portal's secret for one purpose, e.g. "cursor".
QByteArray keyedHash(const QByteArray &secret, const char *purpose, const QByteArray &data);

} // namespace portal
