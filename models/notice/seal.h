#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"

#include <QByteArray>
#include <memory>

// The authority's electronic seal: PAdES B-B (EN 319 142-1) with a key of a PKCS#12 file. Such a
// seal proves origin and integrity; it is no qualified seal and does not replace the written form
// (§ 3a (3) no. 3a VwVfG), which the screen must say.
class SealKey {
public:
    // Error `seal.key` (InvalidInput): no PKCS#12 file, a wrong password, or no key with
    // certificate.
    static Result<SealKey> fromPkcs12(const QByteArray &file, const QByteArray &password);

    // Subject of the certificate for the screen.
    QString subject() const;
    // True if `at` is within the validity of the certificate.
    bool validAt(const Timestamp &at) const;

    struct Parts; // OpenSSL's key, certificate and chain
    const Parts &parts() const { return *m_parts; }

private:
    std::shared_ptr<const Parts> m_parts;
};

// Seals a file that was rendered with `reserveSeal`, as the last act: every byte but the seal's own
// is covered. Errors: `seal.placeholder` (InvalidInput) for a file without room, `seal.expired`
// (NotAllowed) for a certificate that is not valid at `when`, `seal.failed` (Internal).
Result<QByteArray> seal(const QByteArray &pdf, const SealKey &key, const Timestamp &when);
