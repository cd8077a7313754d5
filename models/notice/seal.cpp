#include "seal.h"

#include "sealfield.h"
#include "sealkey.h"

#include <QDateTime>
#include <openssl/err.h>
#include <openssl/pkcs12.h>

namespace {

using Pkcs12Ptr = OpenSslPtr<PKCS12, &PKCS12_free>;

// Where the numbers and the contents of the only empty signature stand.
struct Placeholder {
    qsizetype range = -1; // of "/ByteRange"
    qsizetype time = -1; // of the text of /M
    qsizetype open = -1; // of '<'
    qsizetype close = -1; // behind '>'

    bool found() const { return range >= 0 && time >= 0 && open >= 0 && close > open; }
};

Placeholder placeholderOf(const QByteArray &pdf)
{
    Placeholder place;
    place.range = pdf.indexOf(sealByteRange);
    if (place.range < 0 || pdf.indexOf(sealByteRange, place.range + 1) >= 0)
        return {};
    const qsizetype begin = pdf.lastIndexOf(" obj", place.range);
    const qsizetype end = pdf.indexOf("endobj", place.range);
    const QByteArray contents = "/Contents <";
    const qsizetype at = pdf.indexOf(contents, begin);
    place.time = pdf.indexOf(sealTime, begin);
    if (begin < 0 || at < 0 || at > end || place.time < 0 || place.time > end)
        return {};
    place.open = at + contents.size() - 1;
    place.close = pdf.indexOf('>', place.open) + 1;
    return place.close < end ? place : Placeholder{};
}

// Overwrites without moving what follows.
void put(QByteArray &pdf, qsizetype at, const QByteArray &text)
{
    pdf.replace(at, text.size(), text);
}

} // namespace

Result<SealKey> SealKey::fromPkcs12(const QByteArray &file, const QByteArray &password)
{
    const auto *bytes = reinterpret_cast<const unsigned char *>(file.constData());
    const Pkcs12Ptr container(d2i_PKCS12(nullptr, &bytes, long(file.size())));
    EVP_PKEY *key = nullptr;
    X509 *certificate = nullptr;
    STACK_OF(X509) *chain = nullptr;
    const bool parsed = container
        && PKCS12_parse(container.get(), password.constData(), &key, &certificate, &chain) == 1;
    auto parts = std::make_shared<Parts>();
    parts->key.reset(key);
    parts->certificate.reset(certificate);
    parts->chain.reset(chain);
    ERR_clear_error(); // a wrong password leaves traces for the next user of this thread
    if (!parsed || !key || !certificate)
        return error(ErrorCode::InvalidInput, "seal.key");
    SealKey result;
    result.m_parts = std::move(parts);
    return result;
}

QString SealKey::subject() const
{
    char name[512] = {};
    X509_NAME_get_text_by_NID(
        X509_get_subject_name(m_parts->certificate.get()), NID_commonName, name, sizeof name);
    return QString::fromUtf8(name);
}

bool SealKey::validAt(const Timestamp &at) const
{
    time_t seconds = time_t(at.ms / 1000);
    const X509 *certificate = m_parts->certificate.get();
    return X509_cmp_time(X509_get0_notBefore(certificate), &seconds) < 0
        && X509_cmp_time(X509_get0_notAfter(certificate), &seconds) > 0;
}

Result<QByteArray> seal(const QByteArray &pdf, const SealKey &key, const Timestamp &when)
{
    const Placeholder place = placeholderOf(pdf);
    if (!place.found())
        return error(ErrorCode::InvalidInput, "seal.placeholder");
    if (!key.validAt(when))
        return error(ErrorCode::NotAllowed, "seal.expired");
    QByteArray sealed = pdf;
    const QByteArray range = "/ByteRange [ 0 " + QByteArray::number(place.open) + ' '
        + QByteArray::number(place.close) + ' ' + QByteArray::number(pdf.size() - place.close)
        + " ]";
    put(sealed, place.range, range.leftJustified(qsizetype(qstrlen(sealByteRange)), ' '));
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(when.ms, Qt::UTC);
    put(sealed, place.time,
        time.toString(QStringLiteral("'D:'yyyyMMddHHmmss'+00''00'''")).toLatin1());

    const QByteArray hex
        = cadesSignature(sealed.left(place.open) + sealed.mid(place.close), key.parts()).toHex();
    if (hex.isEmpty() || hex.size() > place.close - place.open - 2)
        return error(ErrorCode::Internal, "seal.failed");
    put(sealed, place.open + 1, hex);
    return sealed;
}
