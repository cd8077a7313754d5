#include "singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>

namespace {
constexpr int limitMs = 1500;
}

SingleInstance::SingleInstance(const QString &profileRoot, QObject *parent)
    : QObject(parent)
{
    const QByteArray hash
        = QCryptographicHash::hash(profileRoot.toUtf8(), QCryptographicHash::Sha256);
    m_name = QStringLiteral("kontor-") + QString::fromLatin1(hash.toHex().left(16));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection())
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        emit raiseRequested();
    });
}

bool SingleInstance::raiseOther() const
{
    QLocalSocket socket;
    socket.connectToServer(m_name, QIODevice::WriteOnly);
    if (!socket.waitForConnected(limitMs))
        return false;
    socket.disconnectFromServer();
    return true;
}

void SingleInstance::listen()
{
    QLocalServer::removeServer(m_name); // of a program that ended without saying so
    m_server.listen(m_name);
}
