#include "session.h"

#include "cookies.h"
#include "forwarded.h"
#include "framing.h"
#include "httplog.h"
#include "offload.h"
#include "reply.h"
#include "responsehead.h"
#include "urlencoding.h"

namespace http {

namespace asio = boost::asio;

namespace {

// An exception of a handler is a defect: its words may hold anything and are not logged, its place
// is. What the page shows and the log says more is the matter of Router::errorPage.
Response threw(const Router &router, const Request &request, const Route &route, const char *what)
{
    qCCritical(lcHttp) << what << "threw at" << route.pattern;
    const QString where = QString::fromLatin1(what + QByteArray(" threw at ") + route.pattern);
    Response response = router.worded(request, 500, errorOfStatus(500, where));
    response.status = 500;
    return response;
}

constexpr qsizetype headPiece = 2 * 1024; // small: thousands of connections may wait for a head
constexpr int lingerMs = 2000;
constexpr int lingerDrainingMs = 200;
} // namespace

Session::Session(ServerState &state, std::shared_ptr<Connection> connection, QByteArray peer)
    : m_state(state)
    , m_connection(std::move(connection))
    , m_peer(std::move(peer))
{
}

Session::~Session()
{
    release();
}

asio::awaitable<void> Session::run()
{
    const auto executor = m_connection->executor();
    const std::weak_ptr<Connection> weak = m_connection;
    // The flag is read on the strand, so an interruption cannot hit a request that has just begun.
    const auto wake = [executor, weak, interruptible = m_interruptible, &state = m_state] {
        asio::post(executor, [weak, interruptible, &state] {
            const auto connection = weak.lock();
            if (connection && state.aborting)
                connection->abort();
            else if (connection && *interruptible)
                connection->cancel();
        });
    };
    const WakeList::Entry end(m_state.ends, wake);
    m_connection->expireAfter(m_state.limits.headerSeconds);
    if (!co_await m_connection->handshake())
        co_return;
    while (co_await serveOne()) { }
    co_await m_connection->close(m_linger, m_state.draining ? lingerDrainingMs : lingerMs);
}

asio::awaitable<bool> Session::serveOne()
{
    begin();
    Step step = co_await readHead();
    if (step == Step::Go)
        step = chooseRoute();
    if (step == Step::Go)
        step = co_await admit();
    if (step == Step::Go)
        step = co_await readBody();
    if (step == Step::Go)
        step = co_await handle();
    bool more = false;
    if (step != Step::Gone)
        more = co_await answer();
    log();
    release();
    co_return more;
}

void Session::begin()
{
    m_request = std::make_shared<Request>();
    m_request->remoteAddress = m_peer;
    m_request->secure = m_connection->isSecure();
    m_head.reset();
    m_route = nullptr;
    m_response = {};
    m_keepAlive = false;
    m_bodyLeft = 0;
    m_waitedMs = 0;
    m_received = 0;
    *m_interruptible = true;
}

// Removing large files takes time: not in this thread.
void Session::release()
{
    m_state.uploadBytes -= m_received;
    m_received = 0;
    if (m_request && !m_request->files.isEmpty())
        m_state.disk.post([request = std::move(m_request)] {});
    m_request.reset();
}

Session::Step Session::refuse(int status, const char *detail)
{
    const Error reason = errorOfStatus(status, QString::fromLatin1(detail));
    m_response = m_state.router.worded(*m_request, status, reason);
    m_response.status = status;
    m_response.file.clear();
    m_response.eventStream = false;
    if (status == 503 && m_response.headers.value("Retry-After").isEmpty())
        m_response.headers.add("Retry-After", "5");
    return Step::Answer;
}

asio::awaitable<Session::Step> Session::readHead()
{
    const int idle = m_first ? m_state.limits.headerSeconds : m_state.limits.keepAliveSeconds;
    m_first = false;
    m_connection->expireAfter(m_input.isEmpty() ? idle : m_state.limits.headerSeconds);
    bool begun = !m_input.isEmpty();
    qsizetype scanned = 0;
    for (;;) {
        if (scanned == 0 && m_input.startsWith("\r\n"))
            m_input.remove(0, 2); // RFC 9112, 2.2: one empty line in front is forgiven
        const bool onlyCr = scanned == 0 && m_input == "\r";
        const HeadScan scan = onlyCr ? HeadScan() : scannedHead(m_input, scanned);
        scanned = onlyCr ? 0 : m_input.size();
        if (scan.broken || scan.end > m_state.limits.headerBytes
            || (scan.end < 0 && m_input.size() >= m_state.limits.headerBytes)) {
            m_linger = true;
            *m_interruptible = false;
            co_return scan.broken ? refuse(400, "broken line") : refuse(431, "head too large");
        }
        if (scan.end > 0) {
            *m_interruptible = false;
            m_clock.start();
            const QByteArray lines = m_input.first(scan.end);
            m_input.remove(0, scan.end);
            co_return examine(lines);
        }
        if (m_state.draining)
            co_return Step::Gone;
        const qsizetype used = m_input.size();
        m_input.resize(used + headPiece);
        const std::size_t count
            = co_await m_connection->readSome(m_input.data() + used, std::size_t(headPiece));
        m_input.resize(used + qsizetype(count));
        if (count == 0)
            co_return Step::Gone;
        if (!begun) // from the first byte on there is one deadline for the whole head
            m_connection->expireAfter(m_state.limits.headerSeconds);
        begun = true;
    }
}

Session::Step Session::examine(const QByteArray &lines)
{
    m_linger = true; // what follows a head that we refuse is unknown
    const HeadVerdict verdict = checkedLines(lines);
    if (verdict.status != 0)
        return refuse(verdict.status, verdict.reason);
    m_head = parsedHead(lines);
    if (!m_head)
        return refuse(400, "malformed head");
    m_request->headers = m_head->headers;
    const Framing framing = checkedFraming(m_head->headers, m_head->version);
    if (framing.verdict.status != 0)
        return refuse(framing.verdict.status, framing.verdict.reason);
    m_bodyLeft = qMax<qint64>(0, framing.contentLength);
    const std::optional<Target> target = parsedTarget(m_head->target);
    if (!target)
        return refuse(400, "malformed target");
    m_request->path = target->path;
    m_request->query = target->query;
    m_request->cookies = parsedCookies(m_head->headers.values("Cookie"));
    const QList<QByteArray> &proxies = m_state.limits.trustedProxies;
    m_request->remoteAddress = clientAddress(m_peer, m_head->headers, proxies);
    m_request->secure
        = m_connection->isSecure() || forwardedSecure(m_peer, m_head->headers, proxies);
    m_keepAlive = m_head->keepAlive;
    m_linger = false;
    return Step::Go;
}

Session::Step Session::chooseRoute()
{
    const std::optional<Method> method = knownMethod(m_head->method);
    if (!method)
        return refuse(501, "unknown method");
    m_request->method = *method;
    const Router::Match match = m_state.router.find(*method, m_request->path);
    if (!match.route && match.allow.isEmpty())
        return refuse(404, "no such path");
    if (!match.route) {
        const Step step = refuse(405, "no such method");
        m_response.headers.add("Allow", match.allow);
        return step;
    }
    m_route = match.route;
    m_request->parameters = match.parameters;
    const bool lengthGiven = !m_head->headers.values("Content-Length").isEmpty();
    if (m_route->body == Body::Stream && !lengthGiven)
        return refuse(411, "an upload needs a length");
    if (m_bodyLeft > (m_route->body == Body::None ? 0 : m_route->bodyLimit))
        return refuse(413, "body too large");
    if (m_state.uploadBytes + m_bodyLeft > m_state.limits.uploadBytesInFlight)
        return refuse(503, "too many bytes in flight");
    const QByteArray expect = m_head->headers.value("Expect");
    if (!expect.isEmpty() && expect.compare("100-continue", Qt::CaseInsensitive) != 0)
        return refuse(417, "unknown expectation");
    return Step::Go;
}

asio::awaitable<Session::Step> Session::admit()
{
    if (!m_route->admit)
        co_return Step::Go;
    m_connection->expireNever();
    using Verdict = std::optional<Response>;
    std::function<Verdict()> job
        = [request = m_request, route = m_route, &router = m_state.router]() -> Verdict {
        try {
            return route->admit(*request);
        } catch (const std::exception &) {
            return threw(router, *request, *route, "admission");
        }
    };
    const std::optional<Verdict> verdict
        = co_await offload<Verdict>(m_state.workers, std::move(job));
    if (!verdict)
        co_return refuse(503, "queue full");
    if (!verdict->has_value())
        co_return Step::Go;
    m_response = **verdict;
    co_return Step::Answer;
}

asio::awaitable<Session::Step> Session::handle()
{
    m_connection->expireNever();
    std::function<Response()> job
        = [request = m_request, route = m_route, &router = m_state.router]() -> Response {
        try {
            return route->handler(*request);
        } catch (const std::exception &) {
            return threw(router, *request, *route, "handler");
        }
    };
    const std::optional<Response> response
        = co_await offload<Response>(m_state.workers, std::move(job));
    if (!response)
        co_return refuse(503, "queue full");
    m_response = *response;
    co_return Step::Answer;
}

asio::awaitable<bool> Session::answer()
{
    if (m_bodyLeft > 0) { // the next request begins behind a body that nobody will read
        m_keepAlive = false;
        m_linger = true;
    }
    if (m_response.eventStream && m_response.status == 200 && m_request->method == Method::Get) {
        co_await sendEvents(m_state, m_connection, m_response, m_head->version);
        co_return false;
    }
    const bool keepAlive = m_keepAlive && !m_state.draining;
    if (!keepAlive && !m_input.isEmpty())
        m_linger = true;
    co_return co_await sendReply(m_state, *m_connection, *m_request, m_response, keepAlive);
}

void Session::log() const
{
    if (!m_head)
        return;
    const QByteArray method = knownMethod(m_head->method) ? m_head->method : QByteArray("-");
    const QByteArray pattern = m_route ? m_route->pattern : QByteArray("-");
    qCDebug(lcHttp).noquote() << method << pattern << m_response.status << m_clock.elapsed()
                              << "ms";
}

} // namespace http
