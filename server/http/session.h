#pragma once

#include "bodyreader.h"
#include "connection.h"
#include "requesthead.h"
#include "serverstate.h"

#include <QElapsedTimer>

namespace http {

// One connection from its first byte to its end, one request after the other: head, route,
// admission, body, handler, answer. Every limit that keeps a stranger from holding the portal up is
// applied here, in this order, before anything is spent on the request. Runs on the connection's
// strand.
class Session {
public:
    // peer: address without port.
    Session(ServerState &state, std::shared_ptr<Connection> connection, QByteArray peer);
    ~Session();
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    boost::asio::awaitable<void> run();

private:
    enum class Step {
        Go, // to the next step
        Answer, // m_response is it
        Gone, // nobody to answer
    };
    boost::asio::awaitable<bool> serveOne(); // false: the connection ends
    void begin();
    void release();
    boost::asio::awaitable<Step> readHead();
    Step examine(const QByteArray &lines);
    Step chooseRoute();
    boost::asio::awaitable<Step> admit();
    boost::asio::awaitable<Step> readBody();
    boost::asio::awaitable<Step> receive(BodyReader &reader);
    boost::asio::awaitable<Step> takePiece(QByteArray &piece);
    boost::asio::awaitable<bool> hasDiskSpace();
    boost::asio::awaitable<Step> handle();
    boost::asio::awaitable<bool> answer();
    Step refuse(int status, const char *detail);
    bool filesComeToDisk() const;
    void log() const;

    ServerState &m_state;
    std::shared_ptr<Connection> m_connection;
    QByteArray m_peer;
    QByteArray m_input; // received and not yet used
    // No request has begun: draining may close the connection. Shared, since a wake-up that was
    // posted may come after the session's end.
    std::shared_ptr<bool> m_interruptible = std::make_shared<bool>(true);
    bool m_first = true;
    bool m_linger = false;

    std::shared_ptr<Request> m_request;
    std::optional<RequestHead> m_head;
    const Route *m_route = nullptr;
    Response m_response;
    bool m_keepAlive = false;
    qint64 m_bodyLeft = 0; // bytes of the body that were not read yet
    qint64 m_waitedMs = 0; // for the sender, while its body was read
    qint64 m_received = 0; // bytes of the body
    QElapsedTimer m_clock;
};

} // namespace http
