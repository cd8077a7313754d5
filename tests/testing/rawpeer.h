#pragma once

#include <QByteArray>
#include <QTcpSocket>
#include <memory>

// What came back, the head as it was on the wire.
struct Answer {
    int status = 0; // 0: none came
    QByteArray head;
    QByteArray body;

    QByteArray header(const QByteArray &name) const; // empty if there is none
};

// A peer of an HTTP server that says exactly what the test wants, however wrong it is. Blocking:
// needs no event loop. Every wait ends after at most 10 s unless another time is given.
class Peer {
public:
    explicit Peer(quint16 port); // of 127.0.0.1
    explicit Peer(std::unique_ptr<QTcpSocket> connected);

    QTcpSocket &socket() { return *m_socket; }
    bool send(const QByteArray &text); // false: the connection broke
    bool waitFor(const QByteArray &text, int milliseconds = 10000); // in what was received
    Answer read(bool withBody = true); // takes one answer with Content-Length
    Answer ask(const QByteArray &request);
    bool isClosed(int milliseconds = 10000); // waits for it
    const QByteArray &input() const { return m_input; } // received and not taken

private:
    bool more(int milliseconds);

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_input;
};

// Requests of HTTP/1.1; more: further header lines with their CRLF.
QByteArray get(const QByteArray &target, const QByteArray &more = {});
QByteArray post(const QByteArray &target, const QByteArray &body,
    const QByteArray &type = "text/plain", const QByteArray &more = {});
