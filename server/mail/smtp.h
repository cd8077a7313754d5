#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace mail {

struct SmtpSettings {
    enum class Security {
        StartTls, // required: without it nothing is sent
        Tls, // from the first byte (port 465)
        None, // a relay on the same machine only
    };
    QString host;
    int port = 587;
    Security security = Security::StartTls;
    QString user; // empty: no authentication
    QString password;
    QString caFile; // PEM of own authorities; empty: the system's
    int timeoutSeconds = 30; // for one mail
};

struct SmtpAnswer {
    enum class Kind {
        Sent,
        Later, // 4xx, or the server was not reached
        Never, // 5xx: this address or this mail will not be taken
    };
    Kind kind = Kind::Later;
    QString outcome; // "250", "451", "connect", "tls" …: no personal data
};

// Sends one mail and waits. Thread-safe.
SmtpAnswer sendBySmtp(const SmtpSettings &settings, const QString &from, const QString &to,
    const QByteArray &message);

} // namespace mail
