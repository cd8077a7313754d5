#pragma once

#include <QByteArray>
#include <QFile>
#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

// Writes a new key and a certificate of it with this common name, both PEM.
inline bool writeSelfSigned(
    const QString &certificateFile, const QString &keyFile, const QByteArray &commonName)
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_EC_gen("P-256"), &EVP_PKEY_free);
    const std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
    X509_set_version(certificate.get(), X509_VERSION_3);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -3600);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_set_pubkey(certificate.get(), key.get());
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC,
        reinterpret_cast<const unsigned char *>(commonName.constData()), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    if (X509_sign(certificate.get(), key.get(), EVP_sha256()) == 0)
        return false;
    const std::unique_ptr<BIO, decltype(&BIO_free)> out(
        BIO_new_file(QFile::encodeName(certificateFile).constData(), "w"), &BIO_free);
    const std::unique_ptr<BIO, decltype(&BIO_free)> keyOut(
        BIO_new_file(QFile::encodeName(keyFile).constData(), "w"), &BIO_free);
    return PEM_write_bio_X509(out.get(), certificate.get()) == 1
        && PEM_write_bio_PrivateKey(keyOut.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
        == 1;
}
