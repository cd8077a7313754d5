#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>

// A client so small that it costs a measurement next to nothing: one kept-alive connection,
// blocking, used by one thread. Whatever goes wrong ends the benchmark.
namespace bench {

struct Answer {
    int status = 0;
    QByteArray head;
    QByteArray body;
    QByteArray header(const QByteArray &name) const; // first one
};

class HttpClient {
public:
    explicit HttpClient(int port);
    ~HttpClient();
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;

    // extra: further header lines, each with its line break.
    Answer send(const QByteArray &verb, const QByteArray &path, const QByteArray &extra = {},
        const QByteArray &body = {});
    Answer get(const QByteArray &path, const QByteArray &extra = {})
    {
        return send("GET", path, extra);
    }
    // The request line and header only: for a body that the caller writes piece by piece, or an
    // answer that never ends.
    void begin(
        const QByteArray &verb, const QByteArray &path, const QByteArray &extra, qint64 length);
    void write(const char *data, qsizetype size);
    Answer read();
    int descriptor() const { return m_socket; }

private:
    QByteArray m_input;
    int m_socket = -1;
};

using Form = QList<QPair<QByteArray, QByteArray>>;

// A person who fills in the pages of the portal without looking at them.
class CitizenClient {
public:
    explicit CitizenClient(int port)
        : m_http(port)
    {
    }
    // Begins an application for the removal of bulky waste: the address of its first step.
    QByteArray begin();
    // Sends one step and returns the address of the next.
    QByteArray step(const QByteArray &address, const Form &form);
    // The whole way from the first step to the receipt; calls `sent` after each form that the
    // portal has taken. Returns the address of the receipt.
    template <class Sent> QByteArray file(Sent sent)
    {
        QByteArray at = begin();
        for (const Form &form : bulkyWaste()) {
            at = step(at, form);
            sent();
        }
        return at;
    }
    Answer get(const QByteArray &path);
    static const QList<Form> &bulkyWaste(); // the steps, contact and review included

private:
    QByteArray cookies() const;
    Answer post(const QByteArray &path, const Form &form);
    void remember(const Answer &answer);

    HttpClient m_http;
    QList<QPair<QByteArray, QByteArray>> m_cookies;
    QByteArray m_token;
};

} // namespace bench
