#pragma once

#include "seal.h"

#include <openssl/cms.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

template <auto Free> struct OpenSslFree {
    template <class T> void operator()(T *object) const { Free(object); }
};
template <class T, auto Free> using OpenSslPtr = std::unique_ptr<T, OpenSslFree<Free>>;

inline void freeChain(STACK_OF(X509) * chain)
{
    sk_X509_pop_free(chain, X509_free);
}

struct SealKey::Parts {
    OpenSslPtr<EVP_PKEY, &EVP_PKEY_free> key;
    OpenSslPtr<X509, &X509_free> certificate;
    OpenSslPtr<STACK_OF(X509), &freeChain> chain;
};

// A detached CAdES signature over `data` as DER, without the signing time: PAdES takes it from the
// signature dictionary (EN 319 142-1, 5.3). Empty if OpenSSL fails.
QByteArray cadesSignature(const QByteArray &data, const SealKey::Parts &key);
