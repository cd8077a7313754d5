#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <functional>

enum class KeyringState {
    Unknown, // not asked yet
    There,
    Locked, // reading would claim that nothing is stored
    Absent, // no service on this machine or in this session
    Slow, // no answer in time
};

// Where the one secret of this machine lies: the desktop's keyring, never a file of ours. All calls
// answer later, exactly once, within 5 s, in the caller's thread.
class Keyring : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    static constexpr int limitMs = 5'000;

    // To be asked before read(): a locked keyring answers a read as if the entry did not exist.
    virtual void probe(QObject *context, std::function<void(KeyringState)> done) = 0;
    // NotFound `keyring.notFound`, NotAllowed `keyring.denied`, Unavailable `keyring.unavailable`
    // or `keyring.slow`.
    virtual void read(
        const QString &key, QObject *context, std::function<void(Result<QByteArray>)> done)
        = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context,
        std::function<void(Status)> done)
        = 0;
    virtual void remove(const QString &key, QObject *context, std::function<void(Status)> done) = 0;

signals:
    void appeared(); // the service came up: what failed before may work now
};
