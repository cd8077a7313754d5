#include "minihttp.h"

#include <QTcpSocket>

MiniHttp::MiniHttp(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &MiniHttp::onConnection);
    m_server.listen(QHostAddress::LocalHost);
    m_port = m_server.serverPort();
}

MiniHttp::~MiniHttp()
{
    const QList<QTcpSocket *> open = m_buffers.keys();
    for (QTcpSocket *socket : open)
        socket->disconnect(this);
}

QUrl MiniHttp::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

void MiniHttp::setAccepting(bool accepting)
{
    if (accepting == m_server.isListening())
        return;
    if (accepting) {
        m_server.listen(QHostAddress::LocalHost, m_port);
        return;
    }
    m_server.close();
    const QList<QTcpSocket *> open = m_buffers.keys();
    for (QTcpSocket *socket : open)
        socket->abort();
}

void MiniHttp::pushEvent(const QByteArray &data)
{
    for (QTcpSocket *socket : std::as_const(m_streams))
        socket->write("data: " + data + "\n\n");
}

void MiniHttp::onConnection()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onBytes(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            m_streams.removeAll(socket);
            socket->deleteLater();
        });
    }
}

void MiniHttp::onBytes(QTcpSocket *socket)
{
    QByteArray &buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QList<QByteArray> lines = buffer.left(end).split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    MiniRequest request;
    request.method = first.value(0);
    const QUrl target = QUrl::fromEncoded("http://x" + first.value(1));
    request.path = target.path();
    request.query = QUrlQuery(target.query());
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    const qsizetype arrived = buffer.size() - end - 4;
    if (m_cutBodyAfter >= 0 && length > m_cutBodyAfter && arrived >= m_cutBodyAfter) {
        request.body = buffer.mid(end + 4, m_cutBodyAfter);
        m_cutBodyAfter = -1;
        m_handler(request); // what had arrived counts, as with a real upload
        socket->abort();
        return;
    }
    if (arrived < length)
        return;
    request.body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    answer(socket, request);
}

void MiniHttp::answer(QTcpSocket *socket, const MiniRequest &request)
{
    const MiniReply reply = m_handler(request);
    using Way = MiniReply::Way;
    if (reply.way == Way::Silent)
        return;
    if (reply.way == Way::Lost)
        return socket->abort();
    QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Said\r\n";
    if (!reply.contentType.isEmpty())
        head += "Content-Type: " + reply.contentType + "\r\n";
    for (const auto &[name, value] : reply.headers)
        head += name + ": " + value + "\r\n";
    if (reply.way == Way::Open)
        head += "Cache-Control: no-store\r\n";
    else if (reply.status != 204)
        head += "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    socket->write(head + "\r\n");
    if (request.method != "HEAD")
        socket->write(reply.way == Way::Cut ? reply.body.left(reply.cutAfter) : reply.body);
    if (reply.way == Way::Open)
        m_streams.append(socket);
    if (reply.way == Way::Cut)
        socket->disconnectFromHost();
}
