#pragma once

#include <QTcpServer>
#include <QTcpSocket>

// The least mail server: takes everything. Works while the test's event loop runs.
class MailSink : public QTcpServer {
public:
    MailSink()
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            socket->write("220 sink\r\n");
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(*socket); });
        });
        listen(QHostAddress::LocalHost);
    }
    QString url() const { return QStringLiteral("smtp+plain://127.0.0.1:%1").arg(serverPort()); }
    int mails() const { return m_mails; }

private:
    void serve(QTcpSocket &socket)
    {
        while (socket.canReadLine()) {
            const QByteArray line = socket.readLine();
            const bool inText = socket.property("text").toBool();
            if (inText && line == ".\r\n") {
                ++m_mails;
                socket.setProperty("text", false);
                socket.write("250 taken\r\n");
            } else if (!inText && line.startsWith("DATA")) {
                socket.setProperty("text", true);
                socket.write("354 go on\r\n");
            } else if (!inText) {
                socket.write(line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
            }
        }
    }

    int m_mails = 0;
};
