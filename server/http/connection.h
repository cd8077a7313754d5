#pragma once

#include <memory>
#include <utility> // Asio 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace http {

// One connection with or without TLS, so that nobody above cares which. Every function runs on the
// connection's strand; one reader and one writer may wait at the same time. When a deadline passes
// the socket is closed and whoever waits is told so.
class Connection {
public:
    using Socket = boost::asio::ip::tcp::socket;
    Connection(Socket socket, std::shared_ptr<boost::asio::ssl::context> tls);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool isSecure() const;
    boost::asio::any_io_executor executor() const;

    // For what begins from now on; a read or write already waiting keeps its own.
    void expireAfter(int seconds);
    void expireNever();

    boost::asio::awaitable<bool> handshake();
    // Bytes read, at least one; 0: closed, failed or too late.
    boost::asio::awaitable<std::size_t> readSome(char *data, std::size_t size);
    boost::asio::awaitable<bool> writeAll(const char *data, std::size_t size);
    // Ends the connection. linger: bytes of the peer may be under way; they are read for a while
    // (at most 32 MB), since a reset would take away the answer before the peer has read it.
    boost::asio::awaitable<void> close(bool linger, int milliseconds);

    void cancel(); // whoever waits is told that it failed
    void abort(); // closes the socket

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace http
