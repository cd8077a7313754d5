#include "portalconnection.h"

#include "portalanswer.h"

#include <QAuthenticator>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslCertificate>

namespace {

class SystemProxies : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return systemProxyForQuery(query);
    }
};

bool isLoopback(const QString &host)
{
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

} // namespace

PortalConnection::PortalConnection(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
    connect(&m_network, &QNetworkAccessManager::proxyAuthenticationRequired, this,
        [this](const QNetworkProxy &, QAuthenticator *asked) {
            // Asked again and again means refused: a wrong password that is offered for ever locks
            // the clerk's account. Leaving it as it is ends the request.
            constexpr int offers = 2;
            if (m_settings.proxyUser.isEmpty() || m_proxyOffers >= offers)
                return;
            ++m_proxyOffers;
            asked->setUser(m_settings.proxyUser);
            asked->setPassword(m_settings.proxyPassword);
        });
}

Status PortalConnection::configure(const TransportSettings &settings)
{
    const QUrl &url = settings.baseUrl;
    const bool secure = url.scheme() == QLatin1String("https");
    const bool local = url.scheme() == QLatin1String("http") && isLoopback(url.host());
    if (!url.isValid() || url.host().isEmpty() || (!secure && !local) || !url.userInfo().isEmpty())
        return error(ErrorCode::InvalidInput, "portal.address");

    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!settings.caFile.isEmpty()) {
        const QList<QSslCertificate> own = QSslCertificate::fromPath(settings.caFile);
        if (own.isEmpty())
            return error(ErrorCode::InvalidInput, "portal.caFile");
        tls.addCaCertificates(own);
    }
    m_tls = tls;
    m_settings = settings;
    m_proxyOffers = 0;
    m_network.clearConnectionCache(); // it would go on with the certificates of before
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    m_settings.baseUrl.setPath(path);
    m_settings.baseUrl.setQuery(QString());
    m_settings.baseUrl.setFragment(QString());

    switch (settings.proxy) {
    case TransportSettings::Proxy::System:
        m_network.setProxyFactory(new SystemProxies);
        break;
    case TransportSettings::Proxy::None:
        m_network.setProxy(QNetworkProxy::NoProxy);
        break;
    case TransportSettings::Proxy::Manual:
        m_network.setProxy(QNetworkProxy(
            QNetworkProxy::HttpProxy, settings.proxyHost, quint16(settings.proxyPort)));
        break;
    }
    return success();
}

QNetworkRequest PortalConnection::request(
    const QString &path, const QUrlQuery &query, Access access) const
{
    QUrl url = m_settings.baseUrl;
    url.setPath(url.path() + path, QUrl::StrictMode);
    if (!query.isEmpty())
        url.setQuery(query);
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setTransferTimeout(m_settings.transferTimeoutMs);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(
        QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Kontor/" KONTOR_VERSION));
    if (access == Access::Signed && !m_accessToken.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_accessToken);
    return request;
}

QNetworkReply *PortalConnection::send(
    const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body)
{
    QNetworkReply *reply = verb == "GET" ? m_network.get(request)
        : verb == "HEAD"                 ? m_network.head(request)
        : verb == "POST"                 ? m_network.post(request, body)
                                         : m_network.sendCustomRequest(request, verb, body);
    connect(reply, &QNetworkReply::metaDataChanged, this, [this] { m_proxyOffers = 0; });
    connect(reply, &QNetworkReply::sslErrors, reply,
        [reply](const QList<QSslError> &errors) { noteTlsErrors(*reply, errors); });
    return reply;
}
