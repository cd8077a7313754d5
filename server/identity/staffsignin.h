#pragma once

#include "passwords.h"
#include "throttle.h"

#include "server/store/accounts.h"

namespace portal {

struct Credentials {
    QString login;
    QString password;
    QString address; // of the client, for throttling
};

// Who is this clerk? Local accounts today; OpenID Connect answers the same question later.
class StaffSignIn {
public:
    virtual ~StaffSignIn() = default;
    // Errors: Unauthenticated "signin.refused" (whatever was wrong), TooMany "signin.throttled"
    // with params {seconds}.
    virtual Result<Account> authenticate(const Credentials &credentials) = 0;
};

class LocalSignIn : public StaffSignIn {
public:
    LocalSignIn(Store &store, const Clock &clock, Passwords &passwords);
    Result<Account> authenticate(const Credentials &credentials) override;

private:
    Store &m_store;
    const Clock &m_clock;
    Passwords &m_passwords;
    Throttle m_perLogin;
    Throttle m_perAddress;
};

} // namespace portal
