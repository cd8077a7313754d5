#include "smtp.h"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <memory>

namespace mail {

namespace {

struct Upload {
    const QByteArray &bytes;
    qsizetype sent = 0;
};

size_t readMore(char *buffer, size_t size, size_t count, void *upload)
{
    auto *source = static_cast<Upload *>(upload);
    const qsizetype length
        = std::min<qsizetype>(qsizetype(size * count), source->bytes.size() - source->sent);
    memcpy(buffer, source->bytes.constData() + source->sent, size_t(length));
    source->sent += length;
    return size_t(length);
}

QString nameOf(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return QStringLiteral("resolve");
    case CURLE_COULDNT_CONNECT:
        return QStringLiteral("connect");
    case CURLE_OPERATION_TIMEDOUT:
        return QStringLiteral("timeout");
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
        return QStringLiteral("tls");
    case CURLE_LOGIN_DENIED:
        return QStringLiteral("login");
    default:
        return QStringLiteral("curl-%1").arg(int(code));
    }
}

struct ListFree {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

} // namespace

SmtpAnswer sendBySmtp(
    const SmtpSettings &settings, const QString &from, const QString &to, const QByteArray &message)
{
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(
        curl_easy_init(), curl_easy_cleanup);
    if (!curl)
        return { SmtpAnswer::Kind::Later, QStringLiteral("memory") };
    const bool tls = settings.security == SmtpSettings::Security::Tls;
    const QByteArray url = (tls ? "smtps://" : "smtp://") + settings.host.toUtf8() + ':'
        + QByteArray::number(settings.port);
    const QByteArray sender = '<' + from.toUtf8() + '>';
    const QByteArray recipient = '<' + to.toUtf8() + '>';
    const QByteArray user = settings.user.toUtf8();
    const QByteArray password = settings.password.toUtf8();
    const QByteArray ca = settings.caFile.toUtf8();
    const std::unique_ptr<curl_slist, ListFree> recipients(
        curl_slist_append(nullptr, recipient.constData()));
    Upload upload{ message };
    CURL *handle = curl.get();
    curl_easy_setopt(handle, CURLOPT_URL, url.constData());
    curl_easy_setopt(handle, CURLOPT_USE_SSL,
        long(settings.security == SmtpSettings::Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(handle, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (!ca.isEmpty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, ca.constData());
    if (!user.isEmpty()) {
        curl_easy_setopt(handle, CURLOPT_USERNAME, user.constData());
        curl_easy_setopt(handle, CURLOPT_PASSWORD, password.constData());
    }
    curl_easy_setopt(handle, CURLOPT_MAIL_FROM, sender.constData());
    curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(handle, CURLOPT_READFUNCTION, readMore);
    curl_easy_setopt(handle, CURLOPT_READDATA, &upload);
    curl_easy_setopt(handle, CURLOPT_TIMEOUT, long(settings.timeoutSeconds));
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L); // threads
    curl_easy_setopt(handle, CURLOPT_PROXY, ""); // mail never goes through a web proxy
    const CURLcode code = curl_easy_perform(handle);
    long reply = 0;
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &reply);
    if (code == CURLE_OK)
        return { SmtpAnswer::Kind::Sent, QString::number(reply) };
    // A password that is wrong or TLS that is missing is ours to mend: the mail waits.
    const bool refused
        = reply >= 500 && reply < 600 && code != CURLE_LOGIN_DENIED && code != CURLE_USE_SSL_FAILED;
    return { refused ? SmtpAnswer::Kind::Never : SmtpAnswer::Kind::Later,
        reply >= 400 ? QString::number(reply) : nameOf(code) };
}

} // namespace mail
