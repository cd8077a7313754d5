#include "requesthead.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <limits>

namespace http {

namespace beast = boost::beast;

namespace {
QByteArray copied(boost::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}
} // namespace

std::optional<RequestHead> parsedHead(const QByteArray &lines)
{
    beast::http::request_parser<beast::http::empty_body> parser;
    parser.header_limit(std::numeric_limits<std::uint32_t>::max()); // bounded by our reading
    parser.body_limit(std::numeric_limits<std::uint64_t>::max()); // bounded by the route
    boost::system::error_code failure;
    const auto size = static_cast<std::size_t>(lines.size());
    parser.put(boost::asio::buffer(lines.constData(), size), failure);
    if (failure || !parser.is_header_done())
        return std::nullopt;
    const auto &message = parser.get();
    RequestHead head{ .method = copied(message.method_string()),
        .target = copied(message.target()),
        .version = static_cast<int>(message.version()),
        .keepAlive = message.keep_alive() };
    if (head.version != 10 && head.version != 11)
        return std::nullopt;
    for (const auto &field : message)
        head.headers.add(copied(field.name_string()), copied(field.value()));
    return head;
}

std::optional<Method> knownMethod(const QByteArray &name)
{
    static constexpr std::pair<const char *, Method> methods[]
        = { { "GET", Method::Get }, { "HEAD", Method::Head }, { "POST", Method::Post },
              { "PUT", Method::Put }, { "PATCH", Method::Patch }, { "DELETE", Method::Delete } };
    for (const auto &[text, method] : methods) {
        if (name == text)
            return method;
    }
    return std::nullopt;
}

} // namespace http
