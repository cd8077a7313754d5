#include "sealkey.h"

#include <QVector>
#include <algorithm>

namespace {

using CmsPtr = OpenSslPtr<CMS_ContentInfo, &CMS_ContentInfo_free>;
using BioPtr = OpenSslPtr<BIO, &BIO_free>;
using DigestPtr = OpenSslPtr<EVP_MD_CTX, &EVP_MD_CTX_free>;

template <class T> QByteArray der(int (*encode)(const T *, unsigned char **), const T *object)
{
    unsigned char *bytes = nullptr;
    const int length = encode(object, &bytes);
    const QByteArray result
        = length > 0 ? QByteArray(reinterpret_cast<char *>(bytes), length) : QByteArray();
    OPENSSL_free(bytes);
    return result;
}

// The signed attributes as the DER SET that is signed: its members are in the order of their bytes.
QByteArray signedAttributes(const CMS_SignerInfo *signer)
{
    QVector<QByteArray> attributes;
    for (int i = 0; i < CMS_signed_get_attr_count(signer); ++i)
        attributes << der<X509_ATTRIBUTE>(&i2d_X509_ATTRIBUTE, CMS_signed_get_attr(signer, i));
    std::sort(attributes.begin(), attributes.end(), [](const QByteArray &a, const QByteArray &b) {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(),
            [](char x, char y) { return uchar(x) < uchar(y); });
    });
    QByteArray members;
    for (const QByteArray &attribute : attributes)
        members += attribute;
    const int length = ASN1_object_size(1, int(members.size()), V_ASN1_SET);
    QByteArray set(length - int(members.size()), '\0');
    auto *at = reinterpret_cast<unsigned char *>(set.data());
    ASN1_put_object(&at, 1, int(members.size()), V_ASN1_SET, V_ASN1_UNIVERSAL);
    return set + members;
}

// OpenSSL always adds the signing time; without it the attributes must be signed once more.
bool signAgain(CMS_SignerInfo *signer, EVP_PKEY *key)
{
    const int time = CMS_signed_get_attr_by_NID(signer, NID_pkcs9_signingTime, -1);
    if (time >= 0)
        X509_ATTRIBUTE_free(CMS_signed_delete_attr(signer, time));
    const QByteArray set = signedAttributes(signer);
    const auto *bytes = reinterpret_cast<const unsigned char *>(set.constData());
    const DigestPtr digest(EVP_MD_CTX_new());
    size_t length = 0;
    if (!digest || EVP_DigestSignInit(digest.get(), nullptr, EVP_sha256(), nullptr, key) != 1
        || EVP_DigestSign(digest.get(), nullptr, &length, bytes, size_t(set.size())) != 1)
        return false;
    QByteArray signature(qsizetype(length), '\0');
    auto *out = reinterpret_cast<unsigned char *>(signature.data());
    if (EVP_DigestSign(digest.get(), out, &length, bytes, size_t(set.size())) != 1)
        return false;
    return ASN1_STRING_set(
               CMS_SignerInfo_get0_signature(signer), signature.constData(), int(length))
        == 1;
}

} // namespace

QByteArray cadesSignature(const QByteArray &data, const SealKey::Parts &key)
{
    const unsigned flags = CMS_DETACHED | CMS_BINARY | CMS_PARTIAL | CMS_NOSMIMECAP;
    const BioPtr input(BIO_new_mem_buf(data.constData(), int(data.size())));
    const CmsPtr cms(CMS_sign(nullptr, nullptr, key.chain.get(), nullptr, flags));
    if (!input || !cms)
        return {};
    // CMS_CADES adds the digest of the certificate, so that it cannot be exchanged
    CMS_SignerInfo *signer = CMS_add1_signer(
        cms.get(), key.certificate.get(), key.key.get(), EVP_sha256(), flags | CMS_CADES);
    if (!signer || CMS_final(cms.get(), input.get(), nullptr, flags) != 1
        || !signAgain(signer, key.key.get()))
        return {};
    return der<CMS_ContentInfo>(&i2d_CMS_ContentInfo, cms.get());
}
