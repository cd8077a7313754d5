#include "commands.h"

#include "models/domain/wire.h"
#include "server/identity/passwords.h"
#include "server/store/accounts.h"
#include "server/store/audit.h"
#include "server/store/directory.h"

#include <QDateTime>

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

Status setPassword(Account &account, const Usage &usage)
{
    const Result<QString> given = usage.password();
    if (!given)
        return given.error();
    const bool made = given->isEmpty();
    const QString password = made ? newToken().left(16) : *given;
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
    const Status set = setPassword(account, usage);
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
        const Status set = setPassword(*account, usage);
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

QString timeText(Timestamp at)
{
    return QDateTime::fromMSecsSinceEpoch(at.ms, Qt::UTC).toString(Qt::ISODate);
}

int listDevices(const Usage &usage, Store &store)
{
    const auto devices = store.read([&](Sql &sql) -> Result<QList<Device>> {
        const Result<Account> account = find(sql, usage.positional(0));
        return account ? Devices(sql).list(account->clerk.id) : account.error();
    });
    if (!devices)
        return fail(devices.error());
    for (const Device &device : *devices) {
        say(QStringLiteral("%1\t%2\tsigned in %3\tseen %4%5")
                .arg(device.id.text, device.name, timeText(device.signedInAt),
                    timeText(device.lastSeenAt),
                    device.revokedAt.isNull()
                        ? QString()
                        : QStringLiteral("\trevoked ") + timeText(device.revokedAt)));
    }
    return Done;
}

// Signs one program out, such as that of a lost notebook; the others go on.
int revoke(const Usage &usage, Store &store)
{
    const Status revoked = store.write([&](Writing &writing) -> Status {
        const Result<Account> account = find(writing.sql, usage.positional(0));
        if (!account)
            return account.error();
        const DeviceId id{ usage.positional(1) };
        const auto device = Devices(writing.sql).find(id);
        if (!device)
            return device.error();
        if (!*device || (*device)->clerk != account->clerk.id)
            return error(ErrorCode::NotFound, "device.unknown", {}, id.text);
        if (const Status done = Devices::revoke(writing, id, SystemClock().now()); !done)
            return done;
        return note(writing, "device.revoked", *account);
    });
    return revoked ? Done : fail(revoked.error());
}

} // namespace

int user(const QStringList &arguments)
{
    const QString what = arguments.value(0);
    const QStringList verbs{ QStringLiteral("add"), QStringLiteral("disable"),
        QStringLiteral("enable"), QStringLiteral("password"), QStringLiteral("roles"),
        QStringLiteral("list"), QStringLiteral("devices"), QStringLiteral("revoke") };
    if (!verbs.contains(what)) {
        const bool asked = what == QLatin1String("--help") || what == QLatin1String("-h");
        const QString text = QStringLiteral(
            "Usage: kontor-portal user add|disable|enable|password|roles LOGIN --data DIR …\n"
            "       kontor-portal user list --data DIR\n"
            "       kontor-portal user devices LOGIN --data DIR\n"
            "       kontor-portal user revoke LOGIN DEVICE --data DIR\n"
            "kontor-portal user add --help explains the options.");
        asked ? say(text) : complain(text);
        return asked ? Done : WrongUsage;
    }
    QStringList operands;
    if (what != QLatin1String("list"))
        operands.append(QStringLiteral("LOGIN"));
    if (what == QLatin1String("revoke"))
        operands.append(QStringLiteral("DEVICE"));
    Usage usage(QStringLiteral("user ") + what,
        QStringLiteral("Accounts of clerks. Disabling and a new password sign all programs of the "
                       "clerk out at once."),
        operands);
    if (what == QLatin1String("add")) {
        for (const char *name : { "name", "function", "phone", "email", "room" })
            usage.option(QString::fromLatin1(name),
                QStringLiteral("As colleagues and citizens see it."), QStringLiteral("TEXT"));
    }
    if (what == QLatin1String("add") || what == QLatin1String("password"))
        usage.passwordOptions(QStringLiteral("Otherwise one is made and printed once."));
    if (what == QLatin1String("add") || what == QLatin1String("roles"))
        usage.option(QStringLiteral("role"),
            QStringLiteral("DEPARTMENT:ROLE, more than once; roles are reader, clerk, seniorClerk, "
                           "teamLead, cashier, editor."),
            QStringLiteral("ROLE"));
    if (!usage.parse(arguments.mid(1)))
        return WrongUsage;
    const auto store = openData(usage);
    if (!store)
        return fail(store.error());
    if (what == QLatin1String("add"))
        return add(usage, **store);
    if (what == QLatin1String("devices"))
        return listDevices(usage, **store);
    if (what == QLatin1String("revoke"))
        return revoke(usage, **store);
    return what == QLatin1String("list") ? list(**store) : change(usage, **store, what);
}

} // namespace portal::commands
