#include "rawpeer.h"

#include <QElapsedTimer>

QByteArray Answer::header(const QByteArray &name) const
{
    const QByteArray wanted = "\r\n" + name.toLower() + ": ";
    const qsizetype at = head.toLower().indexOf(wanted);
    if (at < 0)
        return {};
    const qsizetype from = at + wanted.size();
    return head.mid(from, head.indexOf("\r\n", from) - from);
}

Peer::Peer(quint16 port)
    : m_socket(std::make_unique<QTcpSocket>())
{
    m_socket->connectToHost(QStringLiteral("127.0.0.1"), port);
    m_socket->waitForConnected();
}

Peer::Peer(std::unique_ptr<QTcpSocket> connected)
    : m_socket(std::move(connected))
{
}

bool Peer::send(const QByteArray &text)
{
    m_socket->write(text);
    while (m_socket->bytesToWrite() > 0) {
        if (!m_socket->waitForBytesWritten(30000))
            return false;
    }
    return true;
}

bool Peer::more(int milliseconds)
{
    const bool arrived = m_socket->waitForReadyRead(milliseconds);
    m_input += m_socket->readAll();
    return arrived;
}

bool Peer::waitFor(const QByteArray &text, int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    m_input += m_socket->readAll();
    while (!m_input.contains(text)) {
        const bool arrived = more(100);
        const bool open = m_socket->state() == QAbstractSocket::ConnectedState;
        if (!arrived && (!open || clock.elapsed() > milliseconds))
            return m_input.contains(text);
    }
    return true;
}

Answer Peer::read(bool withBody)
{
    Answer answer;
    if (!waitFor("\r\n\r\n"))
        return answer;
    const qsizetype end = m_input.indexOf("\r\n\r\n") + 4;
    answer.head = m_input.first(end);
    m_input.remove(0, end);
    answer.status = answer.head.mid(9, 3).toInt();
    if (!withBody)
        return answer;
    const qint64 length = answer.header("Content-Length").toLongLong();
    while (m_input.size() < length && more(10000)) { }
    answer.body = m_input.first(qMin<qint64>(length, m_input.size()));
    m_input.remove(0, answer.body.size());
    return answer;
}

Answer Peer::ask(const QByteArray &request)
{
    send(request);
    return read();
}

bool Peer::isClosed(int milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (m_socket->state() == QAbstractSocket::ConnectedState) {
        if (clock.elapsed() > milliseconds)
            return false;
        more(100);
    }
    return true;
}

QByteArray get(const QByteArray &target, const QByteArray &more)
{
    return "GET " + target + " HTTP/1.1\r\nHost: test\r\n" + more + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &type,
    const QByteArray &more)
{
    return "POST " + target + " HTTP/1.1\r\nHost: test\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}
