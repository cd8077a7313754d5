#include "staffsignin.h"

#include "server/store/audit.h"

namespace portal {

namespace {

const ThrottleRule perLogin{ 5, 900, 900 };
// Whole offices sit behind one address.
const ThrottleRule perAddress{ 50, 900, 300 };

Error throttled(int seconds)
{
    return error(
        ErrorCode::TooMany, "signin.throttled", { { QStringLiteral("seconds"), seconds } });
}

} // namespace

LocalSignIn::LocalSignIn(Store &store, const Clock &clock, Passwords &passwords)
    : m_store(store)
    , m_clock(clock)
    , m_passwords(passwords)
    , m_perLogin(store, clock, perLogin)
    , m_perAddress(store, clock, perAddress)
{
}

Result<Account> LocalSignIn::authenticate(const Credentials &credentials)
{
    const QString loginKey = QStringLiteral("login:") + credentials.login.trimmed().toLower();
    const QString addressKey = QStringLiteral("address:") + credentials.address;
    const Result<int> waitLogin = m_perLogin.waitFor(loginKey);
    if (!waitLogin)
        return waitLogin.error();
    const Result<int> waitAddress = m_perAddress.waitFor(addressKey);
    if (!waitAddress)
        return waitAddress.error();
    if (const int seconds = qMax(*waitLogin, *waitAddress); seconds > 0)
        return throttled(seconds);
    const Result<std::optional<Account>> account
        = m_store.read([&](Sql &sql) { return Accounts(sql).findByLogin(credentials.login); });
    if (!account)
        return account.error();
    // Unknown logins, disabled ones and wrong passwords cost the same time and look the same.
    const bool usable = *account && !(*account)->clerk.disabled;
    const QString hash = usable ? (*account)->passwordHash : QString();
    const bool right = m_passwords.verify(hash, credentials.password);
    const Status noted = m_store.write([&](Writing &writing) -> Status {
        AuditEntry entry;
        entry.at = m_clock.now();
        entry.actor = usable ? QStringLiteral("clerk:") + (*account)->clerk.id.text
                             : QStringLiteral("unknown");
        entry.action = right ? QStringLiteral("signin.accepted") : QStringLiteral("signin.refused");
        return audit::append(writing, entry);
    });
    if (!noted)
        return noted.error();
    if (right) {
        if (const Status done = m_perLogin.succeeded(loginKey); !done)
            return done.error();
        return **account;
    }
    for (const Status &counted : { m_perLogin.failed(loginKey), m_perAddress.failed(addressKey) }) {
        if (!counted)
            return counted.error();
    }
    return error(ErrorCode::Unauthenticated, "signin.refused");
}

} // namespace portal
