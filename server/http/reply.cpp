#include "reply.h"

#include "httplog.h"
#include "offload.h"
#include "rangerequest.h"
#include "responsehead.h"

#include <QFile>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>

namespace http {

namespace asio = boost::asio;

namespace {
constexpr qsizetype sliceBytes = 64 * 1024; // each has Limits::writeSeconds

// A reader must take every slice in time; what it has taken does not buy it more.
asio::awaitable<bool> writeSlices(
    ServerState &state, Connection &connection, const QByteArray &head, const QByteArray &body)
{
    const qsizetype first = qMin(body.size(), sliceBytes);
    const QByteArray start = head + body.first(first); // one segment for most answers
    connection.expireAfter(state.limits.writeSeconds);
    bool good = co_await connection.writeAll(start.constData(), std::size_t(start.size()));
    for (qsizetype at = first; good && at < body.size(); at += sliceBytes) {
        const qsizetype size = qMin(sliceBytes, body.size() - at);
        connection.expireAfter(state.limits.writeSeconds);
        good = co_await connection.writeAll(body.constData() + at, std::size_t(size));
    }
    co_return good;
}

asio::awaitable<bool> sendFile(ServerState &state, Connection &connection, const Request &request,
    const Response &response, bool keepAlive)
{
    const auto file = std::make_shared<QFile>(response.file);
    std::function<qint64()> open = [file]() -> qint64 {
        const bool opened = file->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
        return opened && !file->isSequential() ? file->size() : -1;
    };
    const std::optional<qint64> size = co_await offload<qint64>(state.disk, std::move(open));
    if (size.value_or(-1) < 0) {
        qCCritical(lcHttp) << "a file that a handler named cannot be read:" << file->errorString();
        const Response failed = state.router.worded(request, 500, errorOfStatus(500, {}));
        co_return co_await sendReply(state, connection, request, failed, keepAlive);
    }
    FileReply plan{ .length = *size };
    if (response.status == 200)
        plan = plannedFileReply(request, response.etag, *size);
    Response planned = response;
    if (response.status == 200)
        planned.status = plan.status;
    const Framed framed{ .contentLength = plan.length, .keepAlive = keepAlive };
    const QByteArray head = responseHead(planned, framed, std::time(nullptr), plan.headers);
    const QByteArray noBody;
    bool good = co_await writeSlices(state, connection, head, noBody);
    qint64 left = request.method == Method::Head ? 0 : plan.length;
    qint64 at = plan.first;
    while (good && left > 0) {
        std::function<QByteArray()> read = [file, at, left]() -> QByteArray {
            return file->seek(at) ? file->read(qMin<qint64>(left, sliceBytes)) : QByteArray();
        };
        connection.expireNever();
        const std::optional<QByteArray> slice
            = co_await offload<QByteArray>(state.disk, std::move(read));
        if (!slice || slice->isEmpty())
            co_return false; // shorter than promised: only closing can say so
        at += slice->size();
        left -= slice->size();
        connection.expireAfter(state.limits.writeSeconds);
        good = co_await connection.writeAll(slice->constData(), std::size_t(slice->size()));
    }
    co_return good &&keepAlive;
}

// Notices a peer that goes away long before the next heartbeat would.
asio::awaitable<void> watchPeer(std::shared_ptr<Connection> connection,
    std::shared_ptr<asio::steady_timer> timer, std::shared_ptr<bool> gone)
{
    char nothing[64];
    std::size_t received = 1;
    // Nobody has anything to say on an event stream; somebody who talks on is cut off.
    for (int i = 0; i < 16 && received > 0; ++i)
        received = co_await connection->readSome(nothing, sizeof nothing);
    *gone = true;
    timer->cancel();
}

QByteArray asChunk(const QByteArray &text, bool chunked)
{
    return chunked ? QByteArray::number(text.size(), 16) + "\r\n" + text + "\r\n" : text;
}
} // namespace

asio::awaitable<bool> sendReply(ServerState &state, Connection &connection, const Request &request,
    const Response &wanted, bool keepAlive)
{
    Response response = wanted;
    Headers written = response.headers;
    written.add("ETag", response.etag);
    if (hasUnsafeHeader(written)) {
        qCCritical(lcHttp) << "an answer with a line break in a header was withheld";
        response = problem(500, errorOfStatus(500, {}));
    }
    if (!response.file.isEmpty())
        co_return co_await sendFile(state, connection, request, response, keepAlive);
    const Framed framed{ .contentLength = response.body.size(), .keepAlive = keepAlive };
    const QByteArray head = responseHead(response, framed, std::time(nullptr));
    if (request.method == Method::Head || !allowsBody(response.status))
        response.body.clear();
    const bool good = co_await writeSlices(state, connection, head, response.body);
    co_return good &&keepAlive;
}

asio::awaitable<void> sendEvents(
    ServerState &state, std::shared_ptr<Connection> connection, Response response, int version)
{
    const bool chunked = version >= 11;
    Headers extra;
    extra.add("Content-Type", "text/event-stream");
    extra.add("Cache-Control", "no-store");
    extra.add("X-Accel-Buffering", "no"); // nginx would collect events otherwise
    const Framed framed{ .chunked = chunked };
    const QByteArray head = responseHead(response, framed, std::time(nullptr), extra);
    connection->expireAfter(state.limits.writeSeconds);
    if (!co_await connection->writeAll(head.constData(), std::size_t(head.size())))
        co_return;

    const auto executor = connection->executor();
    const auto timer = std::make_shared<asio::steady_timer>(executor);
    const auto gone = std::make_shared<bool>(false);
    const auto wake = [executor, timer] { asio::post(executor, [timer] { timer->cancel(); }); };
    const WakeList::Entry byNews(state.hub.waiting(), wake);
    const WakeList::Entry byEnd(state.ends, wake);
    connection->expireNever();
    asio::co_spawn(executor, watchPeer(connection, timer, gone), asio::detached);

    qint64 sent = -1;
    bool good = true;
    while (good && !*gone && !state.draining) {
        // From here to the wait nothing else runs on this strand, so no wake-up can be missed.
        bool news = state.hub.last() > sent;
        if (!news) {
            boost::system::error_code woken;
            auto token = asio::redirect_error(asio::use_awaitable, woken);
            timer->expires_after(std::chrono::seconds(state.limits.heartbeatSeconds));
            co_await timer->async_wait(token);
            news = state.hub.last() > sent;
            if (*gone || state.draining || (woken && !news))
                continue;
        }
        sent = state.hub.last();
        const QByteArray text
            = news ? "data: {\"feed\":" + QByteArray::number(sent) + "}\n\n" : QByteArray(":\n\n");
        const QByteArray chunk = asChunk(text, chunked);
        connection->expireAfter(state.limits.writeSeconds);
        good = co_await connection->writeAll(chunk.constData(), std::size_t(chunk.size()));
    }
    if (good && !*gone && chunked)
        co_await connection->writeAll("0\r\n\r\n", 5);
    // The watcher must have let go before the connection is closed: its read has no deadline.
    connection->cancel();
    while (!*gone) {
        boost::system::error_code woken;
        auto token = asio::redirect_error(asio::use_awaitable, woken);
        timer->expires_after(std::chrono::seconds(1));
        co_await timer->async_wait(token);
    }
}

} // namespace http
