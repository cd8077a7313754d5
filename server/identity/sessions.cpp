#include "sessions.h"

#include "passwords.h"

#include "models/faults/faults.h"
#include "server/store/audit.h"

namespace portal {

namespace {

const qint64 accessSeconds = 15 * 60;
const qint64 refreshSeconds = qint64(30) * 24 * 3600;
// However often tokens are renewed, after this time the password is asked for again (ASVS 7.3.2).
const qint64 signInSeconds = qint64(90) * 24 * 3600;

Error revoked()
{
    return error(ErrorCode::Unauthenticated, "signin.revoked");
}

Error expired()
{
    return error(ErrorCode::Unauthenticated, "signin.expired");
}

Result<Tokens> issue(
    Writing &writing, const Device &device, Timestamp now, const QByteArray &replaces = {})
{
    const Timestamp end = device.signedInAt.plusSeconds(signInSeconds);
    const auto atMost = [&](qint64 seconds) {
        const Timestamp at = now.plusSeconds(seconds);
        return at < end ? at : end;
    };
    Tokens tokens;
    tokens.accessToken = newToken();
    tokens.accessExpires = atMost(accessSeconds);
    tokens.refreshToken = newToken();
    tokens.device = device.id;
    const QByteArray hash = tokenHash(tokens.refreshToken);
    const Status access = Devices::addAccessToken(writing,
        { tokenHash(tokens.accessToken), device.id, device.clerk, tokens.accessExpires, hash });
    if (!access)
        return access.error();
    faults::step("portal.token.issue");
    const Status refresh = Devices::addRefreshToken(
        writing, { hash, device.id, now, atMost(refreshSeconds), {}, replaces });
    if (!refresh)
        return refresh.error();
    return tokens;
}

} // namespace

Sessions::Sessions(Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

Result<Tokens> Sessions::open(
    const Account &account, const DeviceId &device, const QString &deviceName)
{
    return m_store.write([&](Writing &writing) -> Result<Tokens> {
        const Timestamp now = m_clock.now();
        Device used;
        if (isUuid(device.text)) {
            const Result<std::optional<Device>> known = Devices(writing.sql).find(device);
            if (!known)
                return known.error();
            if (*known && (*known)->clerk == account.clerk.id)
                used = **known;
            else if (!*known)
                used.id = device; // chosen by the program, so that its outbox can name it
        }
        if (used.id.isNull())
            used.id = newId<DeviceId>(m_clock);
        if (used.createdAt.isNull())
            used.createdAt = now;
        used.clerk = account.clerk.id;
        used.name = deviceName.left(100);
        used.lastSeenAt = now;
        used.revokedAt = {};
        used.signedInAt = now;
        // Tokens of the sign-in before are dead, whoever holds a copy of them.
        if (const Status ended = Devices::removeTokens(writing, used.id); !ended)
            return ended.error();
        if (const Status saved = Devices::save(writing, used); !saved)
            return saved.error();
        if (const Status tidied = Devices::removeExpired(writing, now); !tidied)
            return tidied.error();
        return issue(writing, used, now);
    });
}

Result<Tokens> Sessions::refresh(const QString &refreshToken)
{
    const QByteArray hash = tokenHash(refreshToken);
    const Result<Refreshed> outcome
        = m_store.write([&](Writing &writing) { return refreshIn(writing, hash); });
    faults::step("portal.token.rotated");
    if (!outcome)
        return outcome.error();
    if (!outcome->tokens)
        return outcome->refusal;
    return *outcome->tokens;
}

Result<Sessions::Refreshed> Sessions::refreshIn(Writing &writing, const QByteArray &hash) const
{
    const Timestamp now = m_clock.now();
    const Devices devices(writing.sql);
    const Result<std::optional<RefreshToken>> token = devices.refreshToken(hash);
    if (!token)
        return token.error();
    if (!*token || (*token)->expiresAt < now)
        return Refreshed{ {}, revoked() };
    const Result<std::optional<Device>> device = devices.find((*token)->device);
    if (!device)
        return device.error();
    if (!*device || !(*device)->revokedAt.isNull())
        return Refreshed{ {}, revoked() };
    if (!(*token)->usedAt.isNull()) {
        const Result<std::optional<RefreshToken>> lost = devices.unconfirmedAfter(hash);
        if (!lost)
            return lost.error();
        if (!*lost)
            return stopReuse(writing, **device);
        if (const Status done = Devices::supersede(writing, (*lost)->hash, now); !done)
            return done.error();
    }
    const Result<std::optional<Account>> account = Accounts(writing.sql).find((*device)->clerk);
    if (!account)
        return account.error();
    if (!*account || (*account)->clerk.disabled)
        return Refreshed{ {}, revoked() };
    if (const Status used = Devices::markUsed(writing, hash, now); !used)
        return used.error();
    if (const Status shown = Devices::confirm(writing, hash); !shown)
        return shown.error();
    Device seen = **device;
    seen.lastSeenAt = now;
    if (const Status saved = Devices::save(writing, seen); !saved)
        return saved.error();
    if (const Status tidied = Devices::removeExpired(writing, now); !tidied)
        return tidied.error();
    const Result<Tokens> fresh = issue(writing, seen, now, hash);
    if (!fresh)
        return fresh.error();
    return Refreshed{ *fresh, {} };
}

Result<Sessions::Refreshed> Sessions::stopReuse(Writing &writing, const Device &device) const
{
    const Timestamp now = m_clock.now();
    if (const Status done = Devices::revoke(writing, device.id, now); !done)
        return done.error();
    AuditEntry entry;
    entry.at = now;
    entry.actor = QStringLiteral("clerk:") + device.clerk.text;
    entry.action = QStringLiteral("signin.tokenReused");
    entry.subject = device.id.text;
    if (const Status noted = audit::append(writing, entry); !noted)
        return noted.error();
    return Refreshed{ {}, revoked() };
}

Result<SignedIn> Sessions::identify(const QString &accessToken)
{
    if (accessToken.isEmpty())
        return expired();
    QByteArray shown; // the refresh token whose holder shows up now
    Result<SignedIn> signedIn = m_store.read([&](Sql &sql) -> Result<SignedIn> {
        const Result<std::optional<AccessToken>> token
            = Devices(sql).accessToken(tokenHash(accessToken));
        if (!token)
            return token.error();
        if (!*token || (*token)->expiresAt <= m_clock.now())
            return expired();
        const Result<std::optional<Account>> account = Accounts(sql).find((*token)->clerk);
        if (!account)
            return account.error();
        if (!*account || (*account)->clerk.disabled)
            return expired();
        if ((*token)->unconfirmed)
            shown = (*token)->refresh;
        return SignedIn{ **account, (*token)->device };
    });
    if (!signedIn || shown.isEmpty())
        return signedIn;
    const Status confirmed
        = m_store.write([&](Writing &writing) { return Devices::confirm(writing, shown); });
    if (!confirmed)
        return confirmed.error();
    return signedIn;
}

Status Sessions::close(const DeviceId &device)
{
    return m_store.write(
        [&](Writing &writing) { return Devices::revoke(writing, device, m_clock.now()); });
}

} // namespace portal
