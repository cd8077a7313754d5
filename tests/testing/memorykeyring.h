#pragma once

#include "sync/credentials/keyring.h"

#include <QHash>
#include <QTimer>

// A keyring that can be locked, absent or slow, and that answers a read as the real one does: a
// locked one claims that nothing is stored.
class MemoryKeyring : public Keyring {
public:
    KeyringState state = KeyringState::There;
    QHash<QString, QByteArray> entries;
    int writes = 0;

    void probe(QObject *context, std::function<void(KeyringState)> done) override
    {
        QTimer::singleShot(0, context, [this, done] { done(state); });
    }
    void read(
        const QString &key, QObject *context, std::function<void(Result<QByteArray>)> done) override
    {
        QTimer::singleShot(0, context, [this, key, done] {
            if (state != KeyringState::There || !entries.contains(key))
                done(error(ErrorCode::NotFound, "keyring.notFound"));
            else
                done(entries.value(key));
        });
    }
    void write(const QString &key, const QByteArray &secret, QObject *context,
        std::function<void(Status)> done) override
    {
        QTimer::singleShot(0, context, [this, key, secret, done] {
            if (state != KeyringState::There)
                return done(error(ErrorCode::NotAllowed, "keyring.denied"));
            ++writes;
            entries.insert(key, secret);
            done(success());
        });
    }
    void remove(const QString &key, QObject *context, std::function<void(Status)> done) override
    {
        QTimer::singleShot(0, context, [this, key, done] {
            if (state == KeyringState::There)
                entries.remove(key);
            done(success());
        });
    }
    void appear()
    {
        state = KeyringState::There;
        emit appeared();
    }
};
