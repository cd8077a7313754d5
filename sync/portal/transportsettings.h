#pragma once

#include <QString>
#include <QUrl>

// How the portal is reached: where, which certificates are believed, and through which proxy.
struct TransportSettings {
    enum class Proxy { System, None, Manual };

    QUrl baseUrl; // https, or http on loopback only
    QString caFile; // PEM of the authority's own certificates, beside those of the system
    Proxy proxy = Proxy::System;
    QString proxyHost; // of a manual proxy (HTTP CONNECT)
    int proxyPort = 0;
    int transferTimeoutMs = 30'000; // without any byte moving

    bool operator==(const TransportSettings &) const = default;
};
