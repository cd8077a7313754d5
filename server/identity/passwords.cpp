#include "passwords.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QStringList>
#include <sodium.h>

namespace portal {

namespace {

const unsigned long long passes = 2;
const size_t memoryBytes = size_t(19) * 1024 * 1024;
const qsizetype shortest = 8;
const qsizetype longest = 128;

// The most used ones of eight characters and more, also in German offices. Longer lists belong to
// the identity provider.
const char *const common[] = { "password", "passwort", "12345678", "123456789", "1234567890",
    "password1", "passwort1", "qwertyui", "qwertzui", "qwertzuiop", "11111111", "iloveyou",
    "sunshine", "princess", "football", "hallo123", "hallo1234", "schatz123", "sommer2024",
    "sommer2025", "sommer2026", "winter2024", "winter2025", "winter2026", "geheim123", "start123",
    "start1234", "willkommen", "willkommen1", "deutschland", "verwaltung", "rathaus1", "rathaus123",
    "buergeramt", "bürgeramt", "abcd1234", "abc12345", "asdfghjk", "admin123", "administrator",
    "passw0rd", "p@ssw0rd", "letmein1", "trustno1", "baseball", "superman", "changeme", "aendern1",
    "test1234", "dragon123", "monkey123", "1q2w3e4r", "1qaz2wsx", "00000000", "87654321",
    "98765432", "computer", "internet", "arschloch", "schalke04", "borussia", "fussball",
    "fußball1", "michael1", "passwort123", "password123" };

} // namespace

Passwords::Passwords()
{
    // Harmless when called again; without it libsodium may not be used from several threads.
    if (sodium_init() < 0)
        qFatal("libsodium cannot be initialised");
    const Result<QString> decoy = hash(newToken());
    m_decoy = decoy.valueOr({});
}

Result<QString> Passwords::hash(const QString &password)
{
    const std::lock_guard lock(m_one);
    const QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    char out[crypto_pwhash_STRBYTES];
    const int code
        = crypto_pwhash_str_alg(out, text.constData(), static_cast<unsigned long long>(text.size()),
            passes, memoryBytes, crypto_pwhash_ALG_ARGON2ID13);
    if (code != 0)
        return error(ErrorCode::Internal, "password.hash", {}, QStringLiteral("no memory"));
    return QString::fromLatin1(out);
}

bool Passwords::verify(const QString &storedHash, const QString &password)
{
    const std::lock_guard lock(m_one);
    const bool known = !storedHash.isEmpty();
    const QByteArray hash = (known ? storedHash : m_decoy).toLatin1();
    // Longer ones cannot be right, and must not cost more.
    const QByteArray text
        = password.left(longest + 1).normalized(QString::NormalizationForm_C).toUtf8();
    const bool right = crypto_pwhash_str_verify(hash.constData(), text.constData(),
                           static_cast<unsigned long long>(text.size()))
        == 0;
    return known && right;
}

Status Passwords::judge(const QString &password, const QString &login)
{
    if (password.size() < shortest)
        return error(ErrorCode::InvalidInput, "password.tooShort",
            { { QStringLiteral("shortest"), int(shortest) } });
    if (password.size() > longest)
        return error(ErrorCode::InvalidInput, "password.tooLong",
            { { QStringLiteral("longest"), int(longest) } });
    const QString folded = password.toLower();
    if (folded == login.toLower())
        return error(ErrorCode::InvalidInput, "password.isLogin");
    for (const char *entry : common) {
        if (folded == QString::fromUtf8(entry))
            return error(ErrorCode::InvalidInput, "password.common");
    }
    return success();
}

QString newToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    auto *system = QRandomGenerator::system();
    for (char &byte : bytes)
        byte = char(system->generate() & 0xff);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QByteArray tokenHash(const QString &token)
{
    return QCryptographicHash::hash(token.toUtf8(), QCryptographicHash::Sha256);
}

bool equalInConstantTime(const QByteArray &one, const QByteArray &other)
{
    return one.size() == other.size()
        && sodium_memcmp(one.constData(), other.constData(), size_t(one.size())) == 0;
}

} // namespace portal
