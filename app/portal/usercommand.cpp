#include "commands.h"

#include "models/domain/wire.h"
#include "server/identity/passwords.h"
#include "server/store/accounts.h"
#include "server/store/audit.h"
#include "server/store/directory.h"

namespace portal::commands {

namespace {

Status note(Writing &writing, const char *action, const Account &account)
{
    AuditEntry entry;
    entry.at = SystemClock().now();
    entry.actor = QStringLiteral("system");
    entry.action = QString::fromLatin1(action);
    entry.subject = account.clerk.id.text;
    return audit::append(writing, entry);
}

Status readRoles(Sql &sql, const QStringList &texts, Account &account)
{
    account.roles.clear();
    for (const QString &text : texts) {
        const DepartmentId department{ text.section(QLatin1Char(':'), 0, 0) };
        const Role role = roleOf(text.section(QLatin1Char(':'), 1));
        if (role == Role::Unknown)
            return error(ErrorCode::InvalidInput, "role.unknown", {}, text);
        const auto known = Directory(sql).department(department);
        if (!known)
            return known.error();
        if (!*known)
            return error(ErrorCode::InvalidInput, "department.unknown", {}, department.text);
        account.roles[department].append(role);
    }
    return success();
}

Status setPassword(Account &account, QString password, bool &made)
{
    made = password.isEmpty();
    if (made)
        password = newToken().left(16);
    if (const Status fit = Passwords::judge(password, account.login); !fit)
        return fit;
    Passwords passwords;
    Result<QString> hash = passwords.hash(password);
    if (!hash)
        return hash.error();
    account.passwordHash = *std::move(hash);
    if (made)
        say(QStringLiteral("Password: %1").arg(password));
    return success();
}

Result<Account> find(Sql &sql, const QString &login)
{
    Result<std::optional<Account>> account = Accounts(sql).findByLogin(login);
    if (!account)
        return account.error();
    if (!*account)
        return error(ErrorCode::NotFound, "user.unknown", {}, login);
    return **std::move(account);
}

int add(const Usage &usage, Store &store)
{
    Account account;
    account.login = usage.positional(0).trimmed().toLower();
    account.clerk.id = newId<ClerkId>(SystemClock());
    account.clerk.name = usage.value(QStringLiteral("name"));
    account.clerk.function = usage.value(QStringLiteral("function"));
    account.clerk.phone = usage.value(QStringLiteral("phone"));
    account.clerk.email = usage.value(QStringLiteral("email"));
    account.clerk.room = usage.value(QStringLiteral("room"));
    account.createdAt = SystemClock().now();
    if (account.login.isEmpty() || account.clerk.name.isEmpty()) {
        complain(QStringLiteral("A login and --name are needed."));
        return WrongUsage;
    }
    const Status read = store.read([&](Sql &sql) -> Status {
        if (find(sql, account.login))
            return error(ErrorCode::Conflict, "user.exists");
        return readRoles(sql, usage.values(QStringLiteral("role")), account);
    });
    if (!read)
        return fail(read.error());
    bool made = false;
    const Status set = setPassword(account, usage.value(QStringLiteral("password")), made);
    if (!set)
        return fail(set.error());
    const Status saved = store.write([&](Writing &writing) -> Status {
        if (const Status done = Accounts::save(writing, account); !done)
            return done;
        return note(writing, "account.added", account);
    });
    return saved ? Done : fail(saved.error());
}

// Every change signs the clerk's programs out: rights and passwords count at once.
int change(const Usage &usage, Store &store, const QString &what)
{
    Result<Account> account = store.read([&](Sql &sql) { return find(sql, usage.positional(0)); });
    if (!account)
        return fail(account.error());
    const char *action = "account.disabled";
    if (what == QLatin1String("disable")) {
        account->clerk.disabled = true;
    } else if (what == QLatin1String("enable")) {
        account->clerk.disabled = false;
        action = "account.enabled";
    } else if (what == QLatin1String("roles")) {
        action = "account.roles";
        const Status read = store.read([&](Sql &sql) {
            return readRoles(sql, usage.values(QStringLiteral("role")), *account);
        });
        if (!read)
            return fail(read.error());
    } else {
        action = "account.password";
        bool made = false;
        const Status set = setPassword(*account, usage.value(QStringLiteral("password")), made);
        if (!set)
            return fail(set.error());
    }
    const Status saved = store.write([&](Writing &writing) -> Status {
        if (const Status done = Accounts::save(writing, *account); !done)
            return done;
        const bool signOut = what == QLatin1String("disable") || what == QLatin1String("password");
        if (signOut) {
            const Status revoked
                = Devices::revokeAll(writing, account->clerk.id, SystemClock().now());
            if (!revoked)
                return revoked;
        }
        return note(writing, action, *account);
    });
    return saved ? Done : fail(saved.error());
}

int list(Store &store)
{
    const Result<QList<Account>> accounts
        = store.read([](Sql &sql) { return Accounts(sql).list(); });
    if (!accounts)
        return fail(accounts.error());
    for (const Account &account : *accounts) {
        QStringList roles;
        for (auto it = account.roles.begin(); it != account.roles.end(); ++it) {
            for (const Role role : it.value())
                roles.append(it.key().text + QLatin1Char(':') + wireName(role));
        }
        roles.sort();
        say(QStringLiteral("%1\t%2\t%3%4")
                .arg(account.login, account.clerk.name, roles.join(QLatin1Char(' ')),
                    account.clerk.disabled ? QStringLiteral("\tdisabled") : QString()));
    }
    return Done;
}

} // namespace

int user(const QStringList &arguments)
{
    const QString what = arguments.value(0);
    const QStringList verbs{ QStringLiteral("add"), QStringLiteral("disable"),
        QStringLiteral("enable"), QStringLiteral("password"), QStringLiteral("roles"),
        QStringLiteral("list") };
    if (!verbs.contains(what)) {
        const bool asked = what == QLatin1String("--help") || what == QLatin1String("-h");
        const QString text = QStringLiteral(
            "Usage: kontor-portal user add|disable|enable|password|roles LOGIN --data DIR …\n"
            "       kontor-portal user list --data DIR\n"
            "kontor-portal user add --help explains the options.");
        asked ? say(text) : complain(text);
        return asked ? Done : WrongUsage;
    }
    const bool single = what != QLatin1String("list");
    Usage usage(QStringLiteral("user ") + what,
        QStringLiteral("Accounts of clerks. Disabling and a new password sign all programs of the "
                       "clerk out at once."),
        single ? QStringList{ QStringLiteral("LOGIN") } : QStringList());
    if (what == QLatin1String("add")) {
        for (const char *name : { "name", "function", "phone", "email", "room" })
            usage.option(QString::fromLatin1(name),
                QStringLiteral("As colleagues and citizens see it."), QStringLiteral("TEXT"));
    }
    if (what == QLatin1String("add") || what == QLatin1String("password"))
        usage.option(QStringLiteral("password"),
            QStringLiteral("8 to 128 characters; otherwise one is made and printed once."),
            QStringLiteral("TEXT"));
    if (what == QLatin1String("add") || what == QLatin1String("roles"))
        usage.option(QStringLiteral("role"),
            QStringLiteral("DEPARTMENT:ROLE, more than once; roles are reader, clerk, seniorClerk, "
                           "teamLead, cashier, editor."),
            QStringLiteral("ROLE"));
    if (!usage.parse(arguments.mid(1)))
        return WrongUsage;
    const auto store = openData(usage.data());
    if (!store)
        return fail(store.error());
    if (what == QLatin1String("add"))
        return add(usage, **store);
    return what == QLatin1String("list") ? list(**store) : change(usage, **store, what);
}

} // namespace portal::commands
