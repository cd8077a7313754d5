#pragma once

#include "sync/credentials/keyring.h"

#include <QFile>
#include <QSaveFile>
#include <QTimer>

// A keyring that outlives the process that used it, for desks that are killed. One secret is
// enough; it lies beside the profile, not in it.
class FileKeyring : public Keyring {
public:
    explicit FileKeyring(const QString &path)
        : m_path(path)
    {
    }

    void probe(QObject *context, std::function<void(KeyringState)> done) override
    {
        QTimer::singleShot(0, context, [done] { done(KeyringState::There); });
    }
    void read(
        const QString &, QObject *context, std::function<void(Result<QByteArray>)> done) override
    {
        QTimer::singleShot(0, context, [this, done] {
            QFile file(m_path);
            if (file.open(QIODevice::ReadOnly))
                done(file.readAll());
            else
                done(error(ErrorCode::NotFound, "keyring.notFound"));
        });
    }
    void write(const QString &, const QByteArray &secret, QObject *context,
        std::function<void(Status)> done) override
    {
        QTimer::singleShot(0, context, [this, secret, done] {
            QSaveFile file(m_path);
            const bool kept = file.open(QIODevice::WriteOnly) && file.write(secret) == secret.size()
                && file.commit();
            done(kept ? success() : Status(error(ErrorCode::NotAllowed, "keyring.denied")));
        });
    }
    void remove(const QString &, QObject *context, std::function<void(Status)> done) override
    {
        QTimer::singleShot(0, context, [this, done] {
            QFile::remove(m_path);
            done(success());
        });
    }

private:
    QString m_path;
};
