#include "http.h"

#include "durablefile.h"
#include "forwarded.h"
#include "httplog.h"
#include "receivedfile.h"
#include "responsehead.h"
#include "servertls.h"
#include "session.h"

#include <QFileInfo>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <csignal>

namespace http {

namespace asio = boost::asio;
using boost::system::error_code;
using tcp = asio::ip::tcp;

namespace {
constexpr int networkThreads = 2; // the one that calls run() is one of them
constexpr int refusalsAtOnce = 64; // over it a connection is closed without a word
constexpr auto tick = std::chrono::milliseconds(10);

QString textOf(const tcp::endpoint &endpoint)
{
    const QString address = QString::fromStdString(endpoint.address().to_string());
    const QString host
        = endpoint.address().is_v6() ? QLatin1Char('[') + address + QLatin1Char(']') : address;
    return host + QLatin1Char(':') + QString::number(endpoint.port());
}

std::optional<tcp::endpoint> parsedEndpoint(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    bool numeric = false;
    const unsigned short port = text.mid(colon + 1).toUShort(&numeric);
    error_code failure;
    const auto address = asio::ip::make_address(host.toStdString(), failure);
    if (colon < 0 || !numeric || failure)
        return std::nullopt;
    return tcp::endpoint(address, port);
}

// An IPv4 client of a socket for both families is named by its IPv4 address.
QByteArray peerOf(const tcp::socket &socket)
{
    error_code failure;
    asio::ip::address address = socket.remote_endpoint(failure).address();
    if (address.is_v6() && address.to_v6().is_v4_mapped())
        address = asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
    return failure ? QByteArray() : QByteArray::fromStdString(address.to_string());
}
} // namespace

struct Server::Private {
    Private(Router router, Limits limits)
        : state(std::move(router), std::move(limits))
    {
    }
    ~Private() { endThreads(); }

    asio::awaitable<void> acceptLoop();
    void welcome(tcp::socket socket);
    asio::awaitable<void> serve(tcp::socket socket, QByteArray peer, QByteArray group);
    asio::awaitable<void> turnAway(tcp::socket socket, int status);
    asio::awaitable<void> signalLoop();
    asio::awaitable<void> drain();
    void beginDraining();
    void endThreads();

    ServerState state;
    ServerTls tls;
    std::atomic<int> refusals{ 0 };
    asio::io_context io{ networkThreads };
    asio::executor_work_guard<asio::io_context::executor_type> work{ io.get_executor() };
    asio::strand<asio::io_context::executor_type> control{ io.get_executor() };
    tcp::acceptor acceptor{ control };
    asio::signal_set signalSet{ control };
};

asio::awaitable<void> Server::Private::acceptLoop()
{
    while (!state.draining) {
        error_code failure;
        auto token = asio::redirect_error(asio::use_awaitable, failure);
        const auto strand = asio::make_strand(io);
        tcp::socket socket(strand);
        co_await acceptor.async_accept(socket, token);
        if (!acceptor.is_open())
            co_return;
        if (!failure) {
            welcome(std::move(socket));
            continue;
        }
        // Out of descriptors or memory: some connections end in a moment.
        asio::steady_timer pause(control, std::chrono::milliseconds(50));
        co_await pause.async_wait(token);
    }
}

void Server::Private::welcome(tcp::socket socket)
{
    error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    const QByteArray peer = peerOf(socket);
    const QByteArray group
        = state.limits.trustedProxies.contains(peer) ? QByteArray() : addressGroup(peer);
    const auto executor = socket.get_executor();
    const ConnectionCounter::Verdict verdict = state.connections.enter(group);
    if (verdict == ConnectionCounter::Verdict::Welcome) {
        asio::co_spawn(executor, serve(std::move(socket), peer, group), asio::detached);
    } else if (!tls.isOn() && refusals < refusalsAtOnce) {
        ++refusals;
        const int status = verdict == ConnectionCounter::Verdict::Full ? 503 : 429;
        asio::co_spawn(executor, turnAway(std::move(socket), status), asio::detached);
    }
}

asio::awaitable<void> Server::Private::serve(tcp::socket socket, QByteArray peer, QByteArray group)
{
    struct Place {
        ConnectionCounter &counter;
        QByteArray group;
        ~Place() { counter.leave(group); }
    };
    const Place place{ state.connections, group };
    const auto connection = std::make_shared<Connection>(std::move(socket), tls.current());
    Session session(state, connection, peer);
    co_await session.run();
}

// Says why, in so few bytes that the kernel takes them at once, and leaves time to read them.
asio::awaitable<void> Server::Private::turnAway(tcp::socket socket, int status)
{
    Response response = problem(status, errorOfStatus(status, {}));
    response.headers.add("Retry-After", "5");
    const Framed framed{ .contentLength = response.body.size() };
    const QByteArray text = responseHead(response, framed, std::time(nullptr)) + response.body;
    const auto buffer = asio::buffer(text.constData(), std::size_t(text.size()));
    error_code failure;
    auto token = asio::redirect_error(asio::use_awaitable, failure);
    socket.non_blocking(true, failure);
    socket.write_some(buffer, failure);
    socket.shutdown(tcp::socket::shutdown_send, failure);
    asio::steady_timer pause(socket.get_executor(), std::chrono::milliseconds(500));
    co_await pause.async_wait(token);
    --refusals;
}

asio::awaitable<void> Server::Private::signalLoop()
{
    for (;;) {
        error_code failure;
        auto token = asio::redirect_error(asio::use_awaitable, failure);
        const int number = co_await signalSet.async_wait(token);
        if (failure)
            co_return;
#ifdef SIGHUP
        if (number == SIGHUP) {
            // On an error the old one stays in use.
            const Status reloaded = tls.load(state.limits.certificateFile, state.limits.keyFile);
            if (!reloaded)
                qCWarning(lcHttp) << "certificate not reloaded:" << reloaded.error().detail;
            continue;
        }
#endif
        qCInfo(lcHttp) << "ending on signal" << number;
        beginDraining();
        co_return;
    }
}

void Server::Private::beginDraining()
{
    if (!state.draining.exchange(true))
        asio::co_spawn(control, drain(), asio::detached);
}

asio::awaitable<void> Server::Private::drain()
{
    error_code ignored;
    auto token = asio::redirect_error(asio::use_awaitable, ignored);
    acceptor.close(ignored);
    state.ends.wakeAll();
    asio::steady_timer timer(control);
    const auto waitUntil = [&](std::chrono::seconds limit) -> asio::awaitable<void> {
        const auto deadline = std::chrono::steady_clock::now() + limit;
        while (state.connections.total() > 0 && std::chrono::steady_clock::now() < deadline) {
            timer.expires_after(tick);
            co_await timer.async_wait(token);
        }
    };
    co_await waitUntil(std::chrono::seconds(state.limits.drainSeconds));
    if (state.connections.total() > 0) {
        qCWarning(lcHttp) << "connections cut off:" << state.connections.total();
        state.aborting = true;
        state.ends.wakeAll();
        co_await waitUntil(std::chrono::seconds(1));
    }
    signalSet.cancel(ignored);
    io.stop();
}

// Handlers that still run use the store, which the caller closes next: they end first.
void Server::Private::endThreads()
{
    state.workers.finish();
    state.disk.finish();
}

Server::Server(Router router, Limits limits)
    : d(std::make_unique<Private>(std::move(router), std::move(limits)))
{
}

Server::~Server() = default;

Result<QString> Server::listen(const QString &address)
{
    const auto endpoint = parsedEndpoint(address);
    if (!endpoint)
        return error(ErrorCode::InvalidInput, "server.address.invalid",
            { { QStringLiteral("address"), address } });
    const Limits &limits = d->state.limits;
    for (const Route &route : d->state.router.routes()) {
        const bool takesFiles = route.body == Body::Stream || route.maxFiles > 0;
        if (takesFiles && !QFileInfo(limits.uploadFolder).isDir())
            return error(ErrorCode::NotFound, "server.uploadFolder.missing",
                { { QStringLiteral("folder"), limits.uploadFolder } });
    }
    const Status loaded = d->tls.load(limits.certificateFile, limits.keyFile);
    if (!loaded)
        return loaded.error();
    if (!limits.uploadFolder.isEmpty())
        sweepPartFiles(limits.uploadFolder, limits.sharesUploadFolder);
    durable::allowOpenFiles(limits.connections + 1024);
    error_code failure;
    d->acceptor.open(endpoint->protocol(), failure);
#ifndef Q_OS_WIN // there it would let another process take the same port
    if (!failure)
        d->acceptor.set_option(asio::socket_base::reuse_address(true), failure);
#endif
    if (!failure)
        d->acceptor.bind(*endpoint, failure);
    if (!failure)
        d->acceptor.listen(asio::socket_base::max_listen_connections, failure);
    if (failure) {
        error_code ignored;
        d->acceptor.close(ignored);
        const bool busy = failure == asio::error::address_in_use;
        return error(busy ? ErrorCode::Busy : ErrorCode::Unavailable, "server.listen.failed",
            { { QStringLiteral("address"), address } }, QString::fromStdString(failure.message()));
    }
    return textOf(d->acceptor.local_endpoint());
}

Hub &Server::hub()
{
    return d->state.hub;
}

void Server::run()
{
    error_code ignored;
    d->signalSet.add(SIGTERM, ignored);
    d->signalSet.add(SIGINT, ignored);
#ifdef SIGHUP
    d->signalSet.add(SIGHUP, ignored);
#endif
    asio::co_spawn(d->control, d->signalLoop(), asio::detached);
    asio::co_spawn(d->control, d->acceptLoop(), asio::detached);
    std::vector<std::thread> threads;
    for (int i = 1; i < networkThreads; ++i)
        threads.emplace_back([this] { d->io.run(); });
    d->io.run();
    for (std::thread &thread : threads)
        thread.join();
    d->endThreads();
}

void Server::stop()
{
    asio::post(d->control, [this] { d->beginDraining(); });
}

} // namespace http
