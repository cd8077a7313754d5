#include "signinjobs.h"

#include <QJsonArray>
#include <QJsonDocument>

static Result<TokenGrant> grantOf(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return json.error();
    TokenGrant grant;
    grant.accessToken = json->value(QLatin1String("accessToken")).toString().toUtf8();
    grant.accessExpires = { json->value(QLatin1String("accessExpires")).toInteger() };
    grant.refreshToken = json->value(QLatin1String("refreshToken")).toString().toUtf8();
    grant.device = DeviceId{ json->value(QLatin1String("deviceId")).toString() };
    const bool sound = !grant.accessToken.isEmpty() && !grant.refreshToken.isEmpty()
        && grant.refreshToken.size() < 1024 && !grant.device.isNull();
    if (!sound)
        return error(ErrorCode::Corrupt, "portal.unexpectedAnswer");
    return grant;
}

SignInJob::SignInJob(PortalConnection &connection, const QString &login, const QString &password,
    const DeviceId &device, const QString &deviceName, QObject *parent)
    : PortalJob(connection, parent)
    , m_request{ { QStringLiteral("login"), login }, { QStringLiteral("password"), password },
        { QStringLiteral("deviceName"), deviceName } }
{
    if (!device.isNull())
        m_request.insert(QStringLiteral("deviceId"), device.text);
}

void SignInJob::begin()
{
    sendJson(QStringLiteral("/sync/v1/sign-in"), m_request, PortalConnection::Access::Anonymous);
    m_request = {};
}

void SignInJob::answered(const PortalAnswer &answer)
{
    conclude([&] { emit finished(grantOf(answer)); });
}

RefreshJob::RefreshJob(
    PortalConnection &connection, const QByteArray &refreshToken, QObject *parent)
    : PortalJob(connection, parent)
    , m_refreshToken(refreshToken)
{
}

void RefreshJob::begin()
{
    sendJson(QStringLiteral("/sync/v1/token"),
        { { QStringLiteral("refreshToken"), QString::fromUtf8(m_refreshToken) } },
        PortalConnection::Access::Anonymous);
}

void RefreshJob::answered(const PortalAnswer &answer)
{
    conclude([&] { emit finished(grantOf(answer)); });
}

SignOutJob::SignOutJob(
    PortalConnection &connection, const QList<UnusedReferences> &unused, QObject *parent)
    : PortalJob(connection, parent)
    , m_accessToken(connection.accessToken())
{
    QJsonArray blocks;
    for (const UnusedReferences &block : unused)
        blocks.append(QJsonObject{ { QStringLiteral("requestId"), block.request },
            { QStringLiteral("first"), block.first } });
    m_request.insert(QStringLiteral("unusedReferences"), blocks);
}

void SignOutJob::begin()
{
    QNetworkRequest request = connection().request(
        QStringLiteral("/sync/v1/sign-out"), {}, PortalConnection::Access::Anonymous);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    request.setRawHeader("Authorization", "Bearer " + m_accessToken);
    send("POST", request, QJsonDocument(m_request).toJson(QJsonDocument::Compact));
}

void SignOutJob::answered(const PortalAnswer &)
{
    conclude([&] { emit finished(success()); });
}
