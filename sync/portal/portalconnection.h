#pragma once

#include "models/domain/result.h"
#include "models/domain/time.h"
#include "transportsettings.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslConfiguration>
#include <QUrlQuery>

// The one place where requests are made, so that no path can forget the policy: TLS 1.2 or newer,
// the authority's own certificates, no redirects at all (this API has none, and a token must not
// travel to another host), the chosen proxy, time limits, and no cookies or caches.
class PortalConnection : public QObject {
    Q_OBJECT
public:
    explicit PortalConnection(const Clock &clock, QObject *parent = nullptr);

    // Errors: `portal.address` (InvalidInput) if it is no https address (http only on loopback),
    // `portal.caFile` (InvalidInput) if the file holds no certificate.
    Status configure(const TransportSettings &settings);
    const TransportSettings &settings() const { return m_settings; }
    bool isConfigured() const { return !m_settings.baseUrl.isEmpty(); }
    const Clock &clock() const { return m_clock; }

    // Kept in memory only; sent with every request except those marked `Anonymous`.
    void setAccessToken(const QByteArray &token) { m_accessToken = token; }
    QByteArray accessToken() const { return m_accessToken; }

    enum class Access { Anonymous, Signed };
    // `path` below the base address, beginning with a slash; already percent-encoded.
    QNetworkRequest request(
        const QString &path, const QUrlQuery &query = {}, Access access = Access::Signed) const;
    QNetworkReply *send(
        const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body = {});

private:
    const Clock &m_clock;
    TransportSettings m_settings;
    QSslConfiguration m_tls;
    QByteArray m_accessToken;
    int m_proxyOffers = 0; // of the password since the proxy last let something through
    QNetworkAccessManager m_network;
};
