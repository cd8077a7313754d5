#include "accounts.h"

#include "json.h"

#include "models/domain/wire.h"

#include <QJsonArray>

namespace portal {

namespace {

const char *const columns
    = "SELECT id, login, password, must_change, roles, created_at, body FROM account ";

Result<Account> accountOf(const Query &row)
{
    const Result<QJsonObject> body = parsed(row.bytes(6));
    if (!body)
        return body.error();
    Result<Colleague> clerk = colleagueFromJson(*body);
    if (!clerk)
        return clerk.error();
    const Result<QJsonObject> roles = parsed(row.bytes(4));
    if (!roles)
        return roles.error();
    Account account;
    account.clerk = *std::move(clerk);
    account.clerk.id = ClerkId{ row.text(0) };
    account.login = row.text(1);
    account.passwordHash = row.text(2);
    account.mustChangePassword = row.integer(3) != 0;
    account.createdAt = Timestamp{ row.integer(5) };
    account.clerk.departments.clear();
    for (auto it = roles->begin(); it != roles->end(); ++it) { // by id, as the directory lists them
        account.clerk.departments.append(DepartmentId{ it.key() });
        QList<Role> &list = account.roles[DepartmentId{ it.key() }];
        for (const QJsonValue &role : it->toArray())
            list.append(roleOf(role.toString()));
    }
    return account;
}

Result<std::optional<Account>> firstAccount(Query &row)
{
    if (!row.next()) {
        if (const Status read = row.status(); !read)
            return read.error();
        return std::optional<Account>();
    }
    Result<Account> account = accountOf(row);
    if (!account)
        return account.error();
    return std::optional<Account>(*std::move(account));
}

} // namespace

Grants grantsOf(const Account &account)
{
    Grants grants;
    for (auto it = account.roles.begin(); it != account.roles.end(); ++it) {
        for (const Role role : it.value())
            grants[it.key()] += permissionsOf(role);
    }
    return grants;
}

Result<QList<Account>> Accounts::list() const
{
    auto rows = m_sql.query(QByteArray(columns) + "ORDER BY login");
    QList<Account> accounts;
    while (rows.next()) {
        Result<Account> account = accountOf(rows);
        if (!account)
            return account.error();
        accounts.append(*std::move(account));
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    return accounts;
}

Result<std::optional<Account>> Accounts::find(const ClerkId &id) const
{
    auto row = m_sql.query(QByteArray(columns) + "WHERE id = ?1");
    row.bind(id.text);
    return firstAccount(row);
}

Result<std::optional<Account>> Accounts::findByLogin(const QString &login) const
{
    auto row = m_sql.query(QByteArray(columns) + "WHERE login = ?1");
    row.bind(login.trimmed().toLower());
    return firstAccount(row);
}

Status Accounts::save(Writing &writing, const Account &account)
{
    QJsonObject roles;
    for (auto it = account.roles.begin(); it != account.roles.end(); ++it) {
        QJsonArray list;
        for (const Role role : it.value())
            list.append(wireName(role));
        roles.insert(it.key().text, list);
    }
    return writing.sql.run(
        "INSERT INTO account (id, login, password, must_change, roles, created_at, body)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (id) DO UPDATE SET"
        " login = excluded.login, password = excluded.password,"
        " must_change = excluded.must_change, roles = excluded.roles, body = excluded.body",
        account.clerk.id.text, account.login.trimmed().toLower(), account.passwordHash,
        account.mustChangePassword, document(roles), account.createdAt.ms,
        document(toJson(account.clerk)));
}

} // namespace portal
