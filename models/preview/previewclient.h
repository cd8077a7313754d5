#pragma once

#include "models/domain/result.h"
#include <QByteArray>
#include <QImage>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QProcess>
#include <QSizeF>
#include <QTimer>
#include <deque>
#include <functional>

// What is known of a document once it is open: the size of each page in points (1/72 inch).
struct PreviewInfo {
    QList<QSizeF> pages;
};

// Shows what an untrusted PDF or picture looks like without touching it: the sandboxed
// kontor-pdfview does, one process for this one document. A helper that crashes, hangs or answers
// nonsense costs one error and is started again with the next request; the client only ever sees
// raw pixels and plain text.
// Every callback is called exactly once, later, never from inside of the call, and not at all when
// its context has gone. Errors: "preview.unreadable", ".locked", ".tooLarge", ".noPage",
// ".crashed",
// ".timeout", ".noHelper", ".noSandbox", ".closed".
class PreviewClient : public QObject {
    Q_OBJECT
public:
    template <class T> using Callback = std::function<void(const Result<T> &)>;

    // helperPath: the program kontor-pdfview
    explicit PreviewClient(QString helperPath, QObject *parent = nullptr);
    ~PreviewClient() override;

    // Beside the running program, or where packages install it.
    static QString installedHelper();

    // Replaces the document; requests for the former one end in "preview.closed".
    void openFile(const QString &path, QObject *context, Callback<PreviewInfo> done);
    void openBytes(const QByteArray &bytes, QObject *context, Callback<PreviewInfo> done);
    // page from 0; dpi 9 to 1200. Pictures are never enlarged: the image may be smaller than asked.
    void renderPage(int page, int dpi, QObject *context, Callback<QImage> done);
    // The page's text in reading order, for who cannot see it; empty for pictures.
    void pageText(int page, QObject *context, Callback<QString> done);
    // Ends everything that waits; safe at any time, also inside of a callback.
    void close();

    // How long one request may take before the helper is killed; 5 seconds unless changed.
    void setTimeLimit(int milliseconds) { m_limit.setInterval(milliseconds); }
    // Of the running helper, 0 without one.
    qint64 helperId() const { return m_process ? m_process->processId() : 0; }

private:
    enum class Verb { Open, Render, Text };
    struct Request {
        Verb verb = Verb::Open;
        int page = 0;
        int dpi = 0;
        bool retried = false;
        QPointer<QObject> context;
        Callback<PreviewInfo> opened;
        Callback<QImage> rendered;
        Callback<QString> told;
    };

    void replaceDocument(
        QString path, QByteArray bytes, QObject *context, Callback<PreviewInfo> done);
    void enqueue(Request request);
    void next();
    void startHelper();
    // Gives the document to the process that is about to start; *_unix.cpp and *_win.cpp.
    bool handOver(QProcess &process);
    void sendDocument(QProcess &process);
    void send(const Request &request);
    void onReadable();
    void onFinished();
    void onTimeout();
    void take(quint8 kind, const QByteArray &payload);
    void takeOpened(const QByteArray &payload);
    void takePixels(const QByteArray &payload);
    void fail(const Error &error);
    void breakOff(const Error &error);
    void stopHelper();
    Request finishRequest();

    QString m_helper;
    QString m_path;
    QByteArray m_bytes;
    QProcess *m_process = nullptr;
    QByteArray m_input;
    QTimer m_limit;
    std::deque<Request> m_queue;
    bool m_busy = false; // the first of the queue has been sent or waits for the document to open
    bool m_isOpen = false;
    bool m_hasServed = false; // this helper has answered something
    PreviewInfo m_info;
};
