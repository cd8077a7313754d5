#include "systemkeyring.h"

#include "keyringprobe.h"

#include <QPointer>
#include <QTimer>
#include <memory>
#include <qt6keychain/keychain.h>

namespace {

const auto service = QStringLiteral("Kontor");

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return error(ErrorCode::NotFound, "keyring.notFound");
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return error(ErrorCode::NotAllowed, "keyring.denied");
    default:
        return error(ErrorCode::Unavailable, "keyring.unavailable", {},
            QStringLiteral("keychain error %1").arg(job.error()));
    }
}

// Runs a keychain job with our own limit over it: a frozen service would only answer after 50 s.
template <class T>
void run(QKeychain::Job *job, QObject *context, std::function<void(Result<T>)> done,
    std::function<Result<T>(QKeychain::Job &)> take)
{
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    const auto pending = std::make_shared<bool>(true);
    const QPointer<QObject> alive = context;
    auto answer = [pending, alive, done = std::move(done)](Result<T> result) {
        if (!std::exchange(*pending, false) || !alive)
            return;
        done(std::move(result));
    };
    QObject::connect(job, &QKeychain::Job::finished, context,
        [answer, take = std::move(take)](QKeychain::Job *finished) {
            if (finished->error() == QKeychain::NoError)
                answer(take(*finished));
            else
                answer(errorOf(*finished));
        });
    QTimer::singleShot(Keyring::limitMs, context,
        [answer] { answer(error(ErrorCode::Unavailable, "keyring.slow")); });
    job->start();
}

} // namespace

SystemKeyring::SystemKeyring(QObject *parent)
    : Keyring(parent)
{
    watchKeyring(this, [this] { emit appeared(); });
}

void SystemKeyring::probe(QObject *context, std::function<void(KeyringState)> done)
{
    const auto pending = std::make_shared<bool>(true);
    const auto answer = [pending, done = std::move(done)](KeyringState state) {
        if (std::exchange(*pending, false))
            done(state);
    };
    probeKeyring(context, answer);
    QTimer::singleShot(limitMs, context, [answer] { answer(KeyringState::Slow); });
}

void SystemKeyring::read(
    const QString &key, QObject *context, std::function<void(Result<QByteArray>)> done)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    run<QByteArray>(job, context, std::move(done), [](QKeychain::Job &finished) {
        return Result<QByteArray>(static_cast<QKeychain::ReadPasswordJob &>(finished).binaryData());
    });
}

void SystemKeyring::write(const QString &key, const QByteArray &secret, QObject *context,
    std::function<void(Status)> done)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setBinaryData(secret);
    run<Unit>(job, context, std::move(done), [](QKeychain::Job &) { return success(); });
}

void SystemKeyring::remove(const QString &key, QObject *context, std::function<void(Status)> done)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    run<Unit>(job, context, std::move(done), [](QKeychain::Job &) { return success(); });
}
