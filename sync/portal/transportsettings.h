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
    // For a proxy that asks who is there (Basic, Digest; NTLM and Negotiate where this build of Qt
    // offers them). Empty: Windows and Kerberos sign in by themselves.
    QString proxyUser;
    QString proxyPassword;
    int transferTimeoutMs = 30'000; // without any byte moving

    bool operator==(const TransportSettings &) const = default;
};
