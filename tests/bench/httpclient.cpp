#include "httpclient.h"

#include "measure.h"

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bench {

QByteArray Answer::header(const QByteArray &name) const
{
    const QByteArray lower = head.toLower();
    const qsizetype at = lower.indexOf("\r\n" + name.toLower() + ':');
    if (at < 0)
        return {};
    const qsizetype from = at + name.size() + 3;
    return head.mid(from, head.indexOf('\r', from) - from).trimmed();
}

HttpClient::HttpClient(int port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(quint16(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        giveUp("connect", std::strerror(errno));
}

HttpClient::~HttpClient()
{
    ::close(m_socket);
}

void HttpClient::write(const char *data, qsizetype size)
{
    while (size > 0) {
        const ssize_t written = ::send(m_socket, data, size_t(size), MSG_NOSIGNAL);
        if (written <= 0)
            giveUp("send", std::strerror(errno));
        data += written;
        size -= written;
    }
}

void HttpClient::begin(
    const QByteArray &verb, const QByteArray &path, const QByteArray &extra, qint64 length)
{
    QByteArray head = verb + ' ' + path + " HTTP/1.1\r\nHost: localhost\r\n" + extra;
    if (length >= 0)
        head += "Content-Length: " + QByteArray::number(length) + "\r\n";
    head += "\r\n";
    write(head.constData(), head.size());
}

Answer HttpClient::send(
    const QByteArray &verb, const QByteArray &path, const QByteArray &extra, const QByteArray &body)
{
    begin(verb, path, extra, verb == "GET" ? -1 : body.size());
    write(body.constData(), body.size());
    return read();
}

Answer HttpClient::read()
{
    Answer answer;
    char buffer[64 * 1024];
    qsizetype end = -1;
    qsizetype length = 0;
    for (;;) {
        if (end < 0)
            end = m_input.indexOf("\r\n\r\n");
        if (end >= 0 && answer.head.isEmpty()) {
            answer.head = m_input.left(end + 2);
            answer.status = answer.head.mid(9, 3).toInt();
            length = answer.header("Content-Length").toLongLong();
        }
        if (end >= 0 && m_input.size() >= end + 4 + length) {
            answer.body = m_input.mid(end + 4, length);
            m_input.remove(0, end + 4 + length);
            return answer;
        }
        const ssize_t received = ::recv(m_socket, buffer, sizeof buffer, 0);
        if (received <= 0)
            giveUp("connection lost", answer.head.constData());
        m_input.append(buffer, received);
    }
}

const QList<Form> &CitizenClient::bulkyWaste()
{
    static const QList<Form> steps{
        { { "person.vorname", "Änne" }, { "person.nachname", "Szczepańska" },
            { "person.strasse", "Lindenstraße 12" }, { "person.plz", "04177" },
            { "person.ort", "Lindenau" } },
        { { "abholung.strasse", "Lindenstraße 12" }, { "abholung.ortsteil", "mitte" },
            { "abholung.ort", "strasse" }, { "abholung.eilig", "true" },
            { "abholung.erste", "true" } },
        { { "gegenstaende.liste.1.was", "moebel" }, { "gegenstaende.liste.1.beschreibung", "Sofa" },
            { "gegenstaende.liste.1.anzahl", "1" }, { "gegenstaende.menge", "2,5" },
            { "gegenstaende.keinSchadstoff", "true" } },
        { { "next", "1" } },
        { { "email", "" }, { "consent", "no" } },
        { { "confirm", "true" } },
    };
    return steps;
}

QByteArray CitizenClient::cookies() const
{
    QByteArray line;
    for (const auto &[name, value] : m_cookies)
        line += (line.isEmpty() ? "Cookie: " : "; ") + name + '=' + value;
    return line.isEmpty() ? line : line + "\r\n";
}

void CitizenClient::remember(const Answer &answer)
{
    for (qsizetype at = 0; (at = answer.head.indexOf("\r\nSet-Cookie: ", at)) >= 0;) {
        at += 14;
        const QByteArray pair = answer.head.mid(at, answer.head.indexOf(';', at) - at);
        const QByteArray name = pair.left(pair.indexOf('='));
        const auto same = [&](const auto &known) { return known.first == name; };
        m_cookies.removeIf(same);
        m_cookies.append({ name, pair.mid(name.size() + 1) });
    }
}

Answer CitizenClient::get(const QByteArray &path)
{
    const Answer answer = m_http.get(path, cookies());
    remember(answer);
    const QByteArray mark = "name=\"csrf\" value=\"";
    if (const qsizetype at = answer.body.indexOf(mark); at >= 0) {
        const qsizetype from = at + mark.size();
        m_token = answer.body.mid(from, answer.body.indexOf('"', from) - from);
    }
    return answer;
}

Answer CitizenClient::post(const QByteArray &path, const Form &form)
{
    QByteArray body = "csrf=" + m_token.toPercentEncoding();
    for (const auto &[name, value] : form)
        body += '&' + name.toPercentEncoding() + '=' + value.toPercentEncoding();
    const Answer answer = m_http.send("POST", path,
        cookies()
            + "Origin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n",
        body);
    remember(answer);
    return answer;
}

QByteArray CitizenClient::begin()
{
    const QByteArray service = "/de/leistung/sperrmuell";
    if (m_token.isEmpty())
        get(service);
    return step(service, {});
}

QByteArray CitizenClient::step(const QByteArray &address, const Form &form)
{
    const Answer answer = post(address, form);
    const QByteArray next = answer.header("Location");
    if (answer.status != 303 || next == address)
        giveUp("the portal refused a form:", (address + ' ' + answer.head).constData());
    return next;
}

} // namespace bench
