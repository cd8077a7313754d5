#pragma once

#include "keyring.h"

// The keyring of the desktop through QtKeychain: Secret Service or KWallet on Linux, the credential
// manager on Windows. Never its insecure fallback, which would be a plain file.
class SystemKeyring : public Keyring {
    Q_OBJECT
public:
    explicit SystemKeyring(QObject *parent = nullptr);

    void probe(QObject *context, std::function<void(KeyringState)> done) override;
    void read(const QString &key, QObject *context,
        std::function<void(Result<QByteArray>)> done) override;
    void write(const QString &key, const QByteArray &secret, QObject *context,
        std::function<void(Status)> done) override;
    void remove(const QString &key, QObject *context, std::function<void(Status)> done) override;
};
