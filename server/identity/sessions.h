#pragma once

#include "server/store/accounts.h"

namespace portal {

struct Tokens {
    QString accessToken;
    Timestamp accessExpires;
    QString refreshToken;
    DeviceId device;
};

struct SignedIn { // who calls
    Account account;
    DeviceId device;
};

// Tokens of the clerks' programs: access for 15 minutes, refresh for 30 days and for one use (RFC
// 9700, 4.14: rotation). The answer with the new pair may be lost on the way, and the program then
// asks again with the token it has: that is no theft. So the token before counts until the new pair
// is used for the first time, and asking again voids the pair that nobody used: at any moment one
// pair lives. Whatever else comes a second time was copied by somebody, and the whole device is
// signed out; a thief who asked first is found out as soon as the clerk's program calls. No pair
// lives longer than 90 days after the sign-in with a password (S29).
class Sessions {
public:
    Sessions(Store &store, const Clock &clock);
    // device null: a new one; a known one loses its former tokens. A device of somebody else is
    // treated as new.
    Result<Tokens> open(const Account &account, const DeviceId &device, const QString &deviceName);
    // Errors: Unauthenticated "signin.revoked", "signin.expired".
    Result<Tokens> refresh(const QString &refreshToken);
    // Errors: Unauthenticated "signin.expired". A disabled account is signed out at once.
    Result<SignedIn> identify(const QString &accessToken);
    Status close(const DeviceId &device);

private:
    struct Refreshed { // a reuse must stay revoked, so it is no error of the transaction
        std::optional<Tokens> tokens;
        Error refusal;
    };
    Result<Refreshed> refreshIn(Writing &writing, const QByteArray &hash) const;
    Result<Refreshed> stopReuse(Writing &writing, const Device &device) const;

    Store &m_store;
    const Clock &m_clock;
};

} // namespace portal
