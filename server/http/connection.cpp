#include "connection.h"

#include <array>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <optional>

namespace http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;

namespace {
constexpr std::size_t maxLingerBytes = 32 * 1024 * 1024;
}

struct Connection::Private {
    std::shared_ptr<asio::ssl::context> context; // outlives the stream after a reload
    beast::tcp_stream tcp;
    std::optional<asio::ssl::stream<beast::tcp_stream &>> tls;
};

Connection::Connection(Socket socket, std::shared_ptr<asio::ssl::context> tls)
    : d(new Private{ std::move(tls), beast::tcp_stream(std::move(socket)), std::nullopt })
{
    if (d->context)
        d->tls.emplace(d->tcp, *d->context);
}

Connection::~Connection() = default;

bool Connection::isSecure() const
{
    return d->tls.has_value();
}

asio::any_io_executor Connection::executor() const
{
    return d->tcp.get_executor();
}

void Connection::expireAfter(int seconds)
{
    d->tcp.expires_after(std::chrono::seconds(seconds));
}

void Connection::expireNever()
{
    d->tcp.expires_never();
}

asio::awaitable<bool> Connection::handshake()
{
    if (!d->tls)
        co_return true;
    error_code failure;
    auto token = asio::redirect_error(asio::use_awaitable, failure);
    co_await d->tls->async_handshake(asio::ssl::stream_base::server, token);
    co_return !failure;
}

asio::awaitable<std::size_t> Connection::readSome(char *data, std::size_t size)
{
    error_code failure;
    auto token = asio::redirect_error(asio::use_awaitable, failure);
    const auto buffer = asio::buffer(data, size);
    std::size_t count = 0;
    if (d->tls)
        count = co_await d->tls->async_read_some(buffer, token);
    else
        count = co_await d->tcp.async_read_some(buffer, token);
    co_return failure ? 0 : count;
}

asio::awaitable<bool> Connection::writeAll(const char *data, std::size_t size)
{
    error_code failure;
    auto token = asio::redirect_error(asio::use_awaitable, failure);
    const auto buffer = asio::buffer(data, size);
    if (d->tls)
        co_await asio::async_write(*d->tls, buffer, token);
    else
        co_await asio::async_write(d->tcp, buffer, token);
    co_return !failure;
}

asio::awaitable<void> Connection::close(bool linger, int milliseconds)
{
    if (!d->tcp.socket().is_open())
        co_return;
    error_code failure;
    auto token = asio::redirect_error(asio::use_awaitable, failure);
    d->tcp.expires_after(std::chrono::milliseconds(milliseconds));
    if (d->tls) // fails when the peer still sends data: then only our half was closed, as wanted
        co_await d->tls->async_shutdown(token);
    failure = {};
    d->tcp.socket().shutdown(asio::ip::tcp::socket::shutdown_send, failure);
    std::array<char, 4096> unread;
    const auto buffer = asio::buffer(unread);
    std::size_t total = 0;
    while (linger && !failure && total < maxLingerBytes)
        total += co_await d->tcp.async_read_some(buffer, token);
    abort();
}

void Connection::cancel()
{
    d->tcp.cancel();
}

void Connection::abort()
{
    d->tcp.close();
}

} // namespace http
