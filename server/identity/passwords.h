#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>
#include <mutex>

namespace portal {

// Argon2id by libsodium with 19 MiB and two passes (OWASP's smallest recommendation). One hash at a
// time, so that a flood of sign-ins costs one processor and one block of memory.
class Passwords {
public:
    Passwords();
    Result<QString> hash(const QString &password);
    // Always takes the time of one hash, also with an empty stored hash (unknown login).
    bool verify(const QString &storedHash, const QString &password);

    // 8 to 128 characters, not one of the common ones, not the login. Errors: InvalidInput
    // "password.tooShort", "password.tooLong", "password.common", "password.isLogin".
    static Status judge(const QString &password, const QString &login);

private:
    std::mutex m_one;
    QString m_decoy;
};

// 32 random bytes of the system as base64url.
QString newToken();
QByteArray tokenHash(const QString &token); // SHA-256
bool equalInConstantTime(const QByteArray &one, const QByteArray &other);

} // namespace portal
