#include "portalanswer.h"

#include "models/domain/contentsum.h"
#include "models/domain/wire.h"

#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslError>

static const char tlsReason[] = "kontorTlsReason"; // property of a reply

PortalAnswer answerOf(QNetworkReply &reply, bool withBody)
{
    PortalAnswer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    for (const QNetworkReply::RawHeaderPair &header : reply.rawHeaderPairs())
        answer.headers.insert(header.first.toLower(), header.second);
    const QByteArray type = answer.header("content-type");
    answer.contentType = type.split(';').first().trimmed().toLower();
    if (withBody)
        answer.body = reply.readAll();
    return answer;
}

Status transportStatus(const QNetworkReply &reply)
{
    using Reply = QNetworkReply;
    const QNetworkReply::NetworkError code = reply.error();
    const bool answered
        = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid() && code != 0;
    const char *key = nullptr;
    if (code == Reply::SslHandshakeFailedError)
        key = "portal.tls";
    else if (code == Reply::TimeoutError || code == Reply::OperationCanceledError)
        key = "portal.timeout";
    else if (code == Reply::ProxyAuthenticationRequiredError)
        key = "portal.proxySignIn";
    else if (code > 100 && code < 200)
        key = "portal.proxy";
    else if (code == Reply::ConnectionRefusedError || code == Reply::HostNotFoundError)
        key = "portal.unreachable";
    else if (code > 0 && code < 100)
        key = "portal.cut"; // it may have arrived
    else if (code == Reply::ProtocolUnknownError || code == Reply::ProtocolInvalidOperationError
        || code == Reply::ProtocolFailure)
        key = answered ? nullptr : "portal.cut"; // 400 comes as an invalid operation
    if (!key)
        return success();
    QJsonObject params;
    if (const QString reason = reply.property(tlsReason).toString(); !reason.isEmpty())
        params.insert(QStringLiteral("reason"), reason);
    return error(ErrorCode::Unreachable, key, params, QStringLiteral("network error %1").arg(code));
}

void noteTlsErrors(QNetworkReply &reply, const QList<QSslError> &errors)
{
    bool expired = false;
    bool otherHost = false;
    bool untrusted = false;
    for (const QSslError &error : errors) {
        const bool late = error.error() == QSslError::CertificateExpired
            || error.error() == QSslError::CertificateNotYetValid;
        const bool host = error.error() == QSslError::HostNameMismatch;
        expired = expired || late;
        otherHost = otherHost || host;
        untrusted = untrusted || (!late && !host);
    }
    reply.setProperty(tlsReason,
        untrusted       ? QStringLiteral("untrusted")
            : expired   ? QStringLiteral("expired")
            : otherHost ? QStringLiteral("host")
                        : QString());
}

static qint64 retryAfter(const PortalAnswer &answer, const Clock &clock)
{
    const QByteArray text = answer.header("retry-after").trimmed();
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date);
        seconds = until.isValid() ? (until.toMSecsSinceEpoch() - clock.now().ms) / 1000 : 0;
    }
    return qBound(qint64(0), seconds, qint64(24 * 3600));
}

static ErrorCode codeOf(int status)
{
    switch (status) {
    case 401:
        return ErrorCode::Unauthenticated;
    case 403:
        return ErrorCode::NotAllowed;
    case 404:
    case 410:
        return ErrorCode::NotFound;
    case 409:
        return ErrorCode::Conflict;
    case 413:
        return ErrorCode::TooLarge;
    case 426:
        return ErrorCode::Unsupported;
    case 429:
        return ErrorCode::TooMany;
    default:
        return status >= 500 ? ErrorCode::Unavailable : ErrorCode::InvalidInput;
    }
}

Error errorOf(const PortalAnswer &answer, const Clock &clock)
{
    Error result;
    const QJsonDocument json = answer.contentType == "application/problem+json"
        ? QJsonDocument::fromJson(answer.body)
        : QJsonDocument();
    if (json.isObject()) {
        result = errorFromJson(json.object());
        result.code = codeOf(answer.status);
        if (result.key.isEmpty())
            result.key = QStringLiteral("portal.status");
    } else if (answer.status >= 500 || answer.status == 429) {
        result = error(answer.status == 429 ? ErrorCode::TooMany : ErrorCode::Unavailable,
            "portal.unavailable");
    } else if (answer.status == 413) { // whoever says so, this request will never get through
        result = error(ErrorCode::TooLarge, "portal.tooLarge");
    } else {
        result = error(ErrorCode::Corrupt, "portal.unexpectedAnswer");
    }
    result.params.insert(QStringLiteral("status"), answer.status);
    if (const qint64 seconds = retryAfter(answer, clock); seconds > 0)
        result.params.insert(QStringLiteral("retryAfter"), seconds);
    return result;
}

static Error unexpected(const PortalAnswer &answer)
{
    return error(ErrorCode::Corrupt, "portal.unexpectedAnswer",
        { { QStringLiteral("status"), answer.status } },
        QString::fromLatin1(answer.contentType.left(60)));
}

Status jsonStatus(const PortalAnswer &answer)
{
    const QByteArray sum = answer.header(QByteArray(contentSumHeader).toLower());
    const bool whole = sum.isEmpty() || sum == contentSum(answer.body);
    return answer.contentType == "application/json" && whole ? success()
                                                             : Status(unexpected(answer));
}

Result<QJsonObject> jsonOf(const PortalAnswer &answer)
{
    if (const Status sound = jsonStatus(answer); !sound)
        return sound.error();
    const QJsonDocument json = QJsonDocument::fromJson(answer.body);
    return json.isObject() ? Result<QJsonObject>(json.object()) : unexpected(answer);
}
