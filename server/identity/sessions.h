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

// Tokens of the clerks' programs: access for 15 minutes, refresh for 30 days and for one use. A
// refresh token that comes a second time was copied by somebody: the whole device is signed out.
class Sessions {
public:
    Sessions(Store &store, const Clock &clock);
    // device null: a new one. A device of somebody else is treated as new.
    Result<Tokens> open(const Account &account, const DeviceId &device, const QString &deviceName);
    // Errors: Unauthenticated "signin.revoked", "signin.expired".
    Result<Tokens> refresh(const QString &refreshToken);
    // Errors: Unauthenticated "signin.expired". A disabled account is signed out at once.
    Result<SignedIn> identify(const QString &accessToken) const;
    Status close(const DeviceId &device);

private:
    Store &m_store;
    const Clock &m_clock;
};

} // namespace portal
