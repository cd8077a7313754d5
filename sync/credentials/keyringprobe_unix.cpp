#include "keyringprobe.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QDBusVariant>
#include <QTimer>

namespace {

const auto secrets = QStringLiteral("org.freedesktop.secrets");

template <class Reply> using Handler = std::function<void(const Reply &)>;

template <class Reply>
void whenAnswered(const QDBusPendingCall &call, QObject *context, Handler<Reply> fn)
{
    auto *watcher = new QDBusPendingCallWatcher(call, context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context,
        [fn = std::move(fn)](QDBusPendingCallWatcher *finished) {
            finished->deleteLater();
            fn(Reply(*finished));
        });
}

QDBusMessage busCall(const QString &method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"),
        QStringLiteral("/org/freedesktop/DBus"), QStringLiteral("org.freedesktop.DBus"), method);
}

void askLocked(QObject *context, std::function<void(KeyringState)> done)
{
    QDBusMessage get = QDBusMessage::createMethodCall(secrets,
        QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    get << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    using Reply = QDBusPendingReply<QDBusVariant>;
    whenAnswered<Reply>(QDBusConnection::sessionBus().asyncCall(get, Keyring::limitMs), context,
        [done = std::move(done)](const Reply &reply) {
            const QDBusError::ErrorType error = reply.error().type();
            if (error == QDBusError::NoReply || error == QDBusError::Timeout
                || error == QDBusError::TimedOut)
                return done(KeyringState::Slow);
            // Any other error: no default collection yet, writing makes one.
            const bool locked = reply.isValid() && reply.value().variant().toBool();
            done(locked ? KeyringState::Locked : KeyringState::There);
        });
}

} // namespace

void probeKeyring(QObject *context, std::function<void(KeyringState)> done)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        QTimer::singleShot(0, context, [done] { done(KeyringState::Absent); });
        return;
    }
    QDBusMessage running = busCall(QStringLiteral("NameHasOwner"));
    running << secrets;
    whenAnswered<QDBusPendingReply<bool>>(bus.asyncCall(running, Keyring::limitMs), context,
        [context, done](const QDBusPendingReply<bool> &there) {
            if (there.isValid() && there.value())
                return askLocked(context, done);
            using Names = QDBusPendingReply<QStringList>;
            whenAnswered<Names>(QDBusConnection::sessionBus().asyncCall(
                                    busCall(QStringLiteral("ListActivatableNames"))),
                context, [context, done](const Names &names) {
                    if (names.isValid() && names.value().contains(secrets))
                        askLocked(context, done); // the call starts the service
                    else
                        done(KeyringState::Absent);
                });
        });
}

void watchKeyring(QObject *context, std::function<void()> appeared)
{
    if (!QDBusConnection::sessionBus().isConnected())
        return;
    auto *watcher = new QDBusServiceWatcher(
        secrets, QDBusConnection::sessionBus(), QDBusServiceWatcher::WatchForRegistration, context);
    QObject::connect(watcher, &QDBusServiceWatcher::serviceRegistered, context,
        [appeared = std::move(appeared)] { appeared(); });
}
