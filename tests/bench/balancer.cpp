#include "balancer.h"

#include "measure.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>

namespace bench {

namespace {

int freePort()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        giveUp("no free port");
    return server.serverPort();
}

bool answers(int port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(port));
    return socket.waitForConnected(1000);
}

} // namespace

Balancer::Balancer(const QList<QList<int>> &backends)
{
    QByteArray settings = "global\n    maxconn 9000\ndefaults\n    mode tcp\n    maxconn 9000\n"
                          "    timeout connect 5s\n    timeout client 120s\n"
                          "    timeout server 120s\n";
    for (const QList<int> &processes : backends) {
        m_ports.append(freePort());
        const QByteArray port = QByteArray::number(m_ports.last());
        settings
            += "listen side" + port + "\n    bind 127.0.0.1:" + port + "\n    balance roundrobin\n";
        for (const int process : processes) {
            const QByteArray number = QByteArray::number(process);
            settings += "    server portal" + number + " 127.0.0.1:" + number + '\n';
        }
    }
    const QString path = m_folder.filePath(QStringLiteral("haproxy.cfg"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(settings) != settings.size())
        giveUp("cannot write", qPrintable(path));
    file.close();
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QStringLiteral("haproxy"),
        { QStringLiteral("-q"), QStringLiteral("-db"), QStringLiteral("-f"), path });
    if (!m_process.waitForStarted())
        giveUp("haproxy is not installed");
    QElapsedTimer waited;
    waited.start();
    while (!answers(m_ports.first())) {
        if (waited.elapsed() > 10'000 || m_process.state() == QProcess::NotRunning)
            giveUp("haproxy does not answer");
        QThread::msleep(20);
    }
}

Balancer::~Balancer()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

} // namespace bench
