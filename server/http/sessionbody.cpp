#include "session.h"

#include "httplog.h"
#include "offload.h"

#include <QFile>
#include <filesystem>

namespace http {

namespace asio = boost::asio;

// The part of a session that reads bodies: nothing here holds more than one piece in memory.

namespace {
constexpr qsizetype bodyPiece = 64 * 1024;
constexpr qint64 rateGraceMs = 10 * 1000; // a slow start is no attack
} // namespace

bool Session::filesComeToDisk() const
{
    return m_route->body == Body::Stream || (m_route->body == Body::Form && m_route->maxFiles > 0);
}

asio::awaitable<bool> Session::hasDiskSpace()
{
    const qint64 needed = m_bodyLeft + m_state.limits.diskReserve;
    std::function<bool()> job = [folder = m_state.limits.uploadFolder, needed] {
        std::error_code unknown;
        const std::filesystem::path path(QFile::encodeName(folder).toStdString());
        const auto space = std::filesystem::space(path, unknown);
        return !unknown && space.available >= static_cast<std::uintmax_t>(needed);
    };
    const std::optional<bool> enough = co_await offload<bool>(m_state.disk, std::move(job));
    co_return enough.value_or(false);
}

asio::awaitable<Session::Step> Session::readBody()
{
    if (m_route->body == Body::None)
        co_return Step::Go;
    if (filesComeToDisk() && m_bodyLeft > 0) {
        m_connection->expireNever();
        if (!co_await hasDiskSpace())
            co_return refuse(507, "disk is full");
    }
    const std::unique_ptr<BodyReader> reader
        = BodyReader::create(*m_route, *m_request, m_state.limits.uploadFolder, m_bodyLeft);
    if (!reader)
        co_return refuse(415, "content type");
    const bool asksFirst = !m_head->headers.value("Expect").isEmpty() && m_head->version >= 11;
    if (asksFirst && m_bodyLeft > 0 && m_input.isEmpty()) {
        static constexpr char goOn[] = "HTTP/1.1 100 Continue\r\n\r\n";
        m_connection->expireAfter(m_state.limits.writeSeconds);
        if (!co_await m_connection->writeAll(goOn, sizeof goOn - 1))
            co_return Step::Gone;
    }
    co_return co_await receive(*reader);
}

asio::awaitable<Session::Step> Session::receive(BodyReader &reader)
{
    QByteArray piece;
    piece.reserve(qMin(bodyPiece, qsizetype(m_bodyLeft)));
    const bool onDisk = filesComeToDisk();
    while (m_bodyLeft > 0) {
        const Step step = co_await takePiece(piece);
        if (step != Step::Go)
            co_return step;
        int status = 0;
        if (onDisk) {
            m_connection->expireNever();
            std::function<int()> job
                = [&reader, &piece] { return reader.consume(piece.constData(), piece.size()); };
            status = (co_await offload<int>(m_state.disk, std::move(job))).value_or(503);
        } else {
            status = reader.consume(piece.constData(), piece.size());
        }
        if (status != 0)
            co_return refuse(status, "body refused while reading");
    }
    std::function<int()> job = [&reader] { return reader.finish(); };
    int status = 0;
    if (onDisk)
        status = (co_await offload<int>(m_state.disk, std::move(job))).value_or(503);
    else
        status = job();
    co_return status == 0 ? Step::Go : refuse(status, "body incomplete or malformed");
}

asio::awaitable<Session::Step> Session::takePiece(QByteArray &piece)
{
    const qsizetype wanted = qsizetype(qMin<qint64>(m_bodyLeft, bodyPiece));
    if (!m_input.isEmpty()) {
        piece = m_input.first(qMin(wanted, m_input.size()));
        m_input.remove(0, piece.size());
    } else {
        piece.resize(wanted);
        QElapsedTimer waiting;
        waiting.start();
        m_connection->expireAfter(m_state.limits.bodyIdleSeconds);
        const std::size_t count
            = co_await m_connection->readSome(piece.data(), std::size_t(wanted));
        m_waitedMs += waiting.elapsed();
        piece.resize(qsizetype(count));
        if (count == 0)
            co_return Step::Gone;
    }
    m_bodyLeft -= piece.size();
    m_received += piece.size();
    m_state.uploadBytes += piece.size();
    if (m_state.uploadBytes > m_state.limits.uploadBytesInFlight)
        co_return refuse(503, "too many bytes in flight");
    // Only the time that we waited for the sender counts, not what our own disk took.
    const qint64 least = m_waitedMs * m_state.limits.bodyMinBytesPerSecond / 1000;
    if (m_waitedMs > rateGraceMs && m_received < least && m_bodyLeft > 0)
        co_return refuse(408, "body too slow");
    co_return Step::Go;
}

} // namespace http
