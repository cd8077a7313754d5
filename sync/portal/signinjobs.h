#pragma once

#include "models/domain/ids.h"
#include "portaljob.h"

// What the portal gives for a password or a refresh token. The refresh token is the only secret
// that is ever stored, and only in the keyring.
struct TokenGrant {
    QByteArray accessToken;
    Timestamp accessExpires; // by the portal's clock
    QByteArray refreshToken; // opaque, below 1 kB
    DeviceId device;
};

class SignInJob : public PortalJob {
    Q_OBJECT
public:
    // `device` is null on the first sign-in: the portal then gives one.
    SignInJob(PortalConnection &connection, const QString &login, const QString &password,
        const DeviceId &device, const QString &deviceName, QObject *parent = nullptr);

signals:
    void finished(const Result<TokenGrant> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QJsonObject m_request;
};

class RefreshJob : public PortalJob {
    Q_OBJECT
public:
    RefreshJob(
        PortalConnection &connection, const QByteArray &refreshToken, QObject *parent = nullptr);

signals:
    void finished(const Result<TokenGrant> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QByteArray m_refreshToken;
};

struct UnusedReferences {
    QString request; // id of the request that leased the block
    qint64 first = 0; // from here to the end of the block
};

class SignOutJob : public PortalJob {
    Q_OBJECT
public:
    // Keeps the access token of now, since the caller forgets it at once. `unused`: ends of leased
    // blocks of payment references that the portal may give to others.
    SignOutJob(PortalConnection &connection, const QList<UnusedReferences> &unused,
        QObject *parent = nullptr);

signals:
    void finished(const Status &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    QByteArray m_accessToken;
    QJsonObject m_request;
};
