#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QString>
#include <functional>
#include <memory>
#include <optional>

// What the rest of the portal knows of HTTP. Handlers are plain functions that run in a worker
// thread; only session.cpp and reply.cpp of this folder name the HTTP library.
namespace http {

enum class Method { Get, Head, Post, Put, Patch, Delete };

// Header names are matched without regard to case.
class Headers {
public:
    void add(const QByteArray &name, const QByteArray &value);
    QByteArray value(const QByteArray &name) const; // first one, empty if there is none
    QList<QByteArray> values(const QByteArray &name) const;
    const QList<QPair<QByteArray, QByteArray>> &all() const { return m_all; }

private:
    QList<QPair<QByteArray, QByteArray>> m_all;
};

// A file part of a multipart form, or the body of an upload route, streamed to disk while it
// arrived. The file is removed with the request unless a handler takes it away by keepAt().
class ReceivedFile {
public:
    virtual ~ReceivedFile() = default;
    QByteArray field; // name of the form field; empty for an upload route
    QString
        clientName; // as the sender wrote it, at most 255 bytes of UTF-8: untrusted, never a path
    QByteArray clientType; // untrusted
    qint64 size = 0; // bytes
    QByteArray sha256; // 32 bytes, computed while streaming
    // fsyncs, renames to path (same file system as Limits::uploadFolder; a file there is replaced)
    // and fsyncs the folder. On an error the file stays with the request.
    virtual Status keepAt(const QString &path) = 0;
    virtual QByteArray head(qint64 bytes) const = 0; // the first bytes, to tell the type
};

struct Request {
    Method method = Method::Get;
    QByteArray path; // percent-decoded once, without query; no NUL, backslash or ".." segment
    QHash<QByteArray, QByteArray> parameters; // of the route pattern: "{id}"
    QHash<QByteArray, QByteArray> query; // decoded
    Headers headers;
    QHash<QByteArray, QByteArray> cookies;
    QByteArray remoteAddress; // of the client; behind a trusted proxy the forwarded one
    bool secure = false; // TLS here or at the trusted proxy
    QByteArray body; // of Body::Buffered routes
    QList<QPair<QByteArray, QByteArray>>
        form; // fields of urlencoded or multipart forms, UTF-8 checked
    QList<std::shared_ptr<ReceivedFile>> files;
    // The form was read to its end but is not wholly above; the first reason:
    // upload.tooLarge {name, limitMb} and upload.tooMany {name, limit}: that file was dropped;
    // form.invalidUtf8 {name}: broken bytes of that field (and NUL) became U+FFFD.
    std::optional<Error> formError;

    QByteArray formValue(const QByteArray &name) const; // first one, empty if there is none
    QList<QByteArray> formValues(const QByteArray &name) const;
};

struct Response {
    int status = 200;
    Headers headers;
    QByteArray body;
    QString file; // instead of body: streamed from disk; Range, If-Range, If-None-Match honoured
    QByteArray etag; // for file: strong validator, without quotes
    bool eventStream = false; // Server-Sent Events: stays open, see Hub

    static Response json(int status, const QByteArray &body);
    static Response html(int status, const QByteArray &body);
    static Response redirect(const QByteArray &location); // 303
    static Response empty(int status);
};

using Handler = std::function<Response(const Request &)>;
// Sees only header and parameters, before the body is read: a response here refuses the body.
using Admission = std::function<std::optional<Response>(const Request &)>;

enum class Body {
    None, // a body is refused with 413
    Buffered, // up to bodyLimit in memory
    Form, // urlencoded or multipart; files stream to disk
    Stream, // the raw body streams to disk as the one entry of files
};

struct Route {
    Method method;
    QByteArray pattern; // "/sync/v1/cases/{id}": a parameter is one segment
    Handler handler;
    Body body = Body::None;
    qint64 bodyLimit = 1024 * 1024; // bytes of the whole body
    int maxFiles = 0;
    qint64 fileLimit = 0; // bytes a file
    Admission admit = {};
};

// Finds the route; 404 and 405 (with Allow) are answered by it.
class Router {
public:
    void add(Route route);
    const QList<Route> &routes() const { return m_routes; }
    struct Match {
        const Route *route = nullptr;
        QHash<QByteArray, QByteArray> parameters;
        QByteArray allow; // methods of the path when the method did not match
    };
    Match find(Method method, const QByteArray &path) const;
    // Wording of the answers that no handler gives (404, 405, 413, 431, 503 …); default: problem
    // JSON. Called in a network thread with as much of the request as was read: it must not wait
    // for anything. The status and needed headers (Allow, Retry-After) are set by the server.
    std::function<Response(const Request &, int status, const Error &)> errorPage;
    Response worded(const Request &request, int status, const Error &error) const;

private:
    QList<Route> m_routes;
    QList<QList<QByteArray>> m_segments; // of the pattern of the route with the same index
};

struct Limits {
    QString uploadFolder; // must exist; *.part files left there by a crash are swept at start
    bool sharesUploadFolder = false; // with other processes: only files nobody writes to are swept
    int connections = 4096;
    int connectionsPerAddress = 50; // not applied to trusted proxies
    int headerBytes = 16 * 1024;
    int headerSeconds = 8; // whole header, first byte to last
    int keepAliveSeconds = 15;
    int bodyIdleSeconds = 15;
    int bodyMinBytesPerSecond = 1024; // averaged, after the first 10 s
    int writeSeconds = 30; // per chunk
    int workers = 16; // threads that run handlers; a handler may wait for the store's commit
    int queue = 256; // waiting for a worker; over it 503 + Retry-After
    int drainSeconds = 10;
    // Bytes of forms and uploads that arrived and whose handler has not ended; over it 503.
    // Announced bytes that never come do not count, so that slow senders cannot lock everybody out.
    qint64 uploadBytesInFlight = qint64(4) * 1024 * 1024 * 1024;
    QList<QByteArray> trustedProxies; // addresses whose X-Forwarded-For and -Proto are believed
    QString certificateFile, keyFile; // PEM; both empty: plain HTTP (behind a proxy or on loopback)
    int heartbeatSeconds = 15; // comment on an event stream without news
    qint64 diskReserve = 64 * 1024 * 1024; // bytes that an upload must leave free, else 507
};

// Wakes the event streams of connected clerks. Thread-safe.
class Hub {
public:
    virtual ~Hub() = default;
    // Every stream sends `data: {"feed":N}` at once; numbers that come faster than a stream takes
    // them are one event with the highest. A new stream begins with the last number.
    virtual void notify(qint64 feedNumber) = 0;
};

class Server {
public:
    Server(Router router, Limits limits);
    ~Server();
    // Address "127.0.0.1:0" or "[::1]:8443"; returns the address really bound. Loads the
    // certificate, sweeps *.part and fails when a route takes files and uploadFolder is not there.
    Result<QString> listen(const QString &address);
    Hub &hub();
    // Serves until stop(), SIGTERM or SIGINT; then closes the door, lets running requests finish
    // (drainSeconds), ends event streams and returns. SIGHUP reloads the certificate.
    void run(); // once
    void stop(); // thread-safe

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace http
