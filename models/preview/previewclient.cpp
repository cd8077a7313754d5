#include "previewclient.h"

#include "previewprotocol.h"
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QMetaObject>
#include <QtEndian>

Q_LOGGING_CATEGORY(previewLog, "kontor.preview")

using namespace PreviewProtocol;

namespace {

constexpr int timeLimitMs = 5000;

quint32 numberAt(const QByteArray &from, qsizetype offset)
{
    return qFromBigEndian<quint32>(from.constData() + offset);
}

QByteArray frame(Kind kind, std::initializer_list<quint32> numbers)
{
    QByteArray bytes(headerSize + 4 * qsizetype(numbers.size()), Qt::Uninitialized);
    qToBigEndian(quint32(4 * numbers.size()), bytes.data());
    bytes[4] = char(kind);
    char *at = bytes.data() + headerSize;
    for (const quint32 number : numbers) {
        qToBigEndian(number, at);
        at += 4;
    }
    return bytes;
}

Error errorOf(Failure failure)
{
    switch (failure) {
    case Failure::NoSandbox:
        return error(ErrorCode::Unavailable, "preview.noSandbox");
    case Failure::Locked:
        return error(ErrorCode::NotAllowed, "preview.locked");
    case Failure::TooLarge:
        return error(ErrorCode::TooLarge, "preview.tooLarge");
    case Failure::NoSuchPage:
        return error(ErrorCode::NotFound, "preview.noPage");
    case Failure::Unreadable:
        break;
    }
    return error(ErrorCode::Corrupt, "preview.unreadable");
}

} // namespace

PreviewClient::PreviewClient(QString helperPath, QObject *parent)
    : QObject(parent)
    , m_helper(std::move(helperPath))
{
    m_limit.setSingleShot(true);
    m_limit.setInterval(timeLimitMs);
    connect(&m_limit, &QTimer::timeout, this, &PreviewClient::onTimeout);
}

PreviewClient::~PreviewClient()
{
    stopHelper();
    // Killed ones end at once; a process object must not go before its process.
    const QList<QProcess *> ending = findChildren<QProcess *>();
    for (QProcess *process : ending) {
        process->disconnect();
        process->waitForFinished(1000);
    }
}

QString PreviewClient::installedHelper()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("kontor-pdfview.exe");
#else
    const QString name = QStringLiteral("kontor-pdfview");
#endif
    const QDir here(QCoreApplication::applicationDirPath());
    const QString packaged = here.filePath(QStringLiteral("../libexec/kontor/") + name);
    return QFileInfo::exists(packaged) ? QDir::cleanPath(packaged) : here.filePath(name);
}

void PreviewClient::openFile(const QString &path, QObject *context, Callback<PreviewInfo> done)
{
    replaceDocument(path, {}, context, std::move(done));
}

void PreviewClient::openBytes(const QByteArray &bytes, QObject *context, Callback<PreviewInfo> done)
{
    replaceDocument({}, bytes, context, std::move(done));
}

void PreviewClient::replaceDocument(
    QString path, QByteArray bytes, QObject *context, Callback<PreviewInfo> done)
{
    close();
    m_path = std::move(path);
    m_bytes = std::move(bytes);
    Request request;
    request.context = context;
    request.opened = std::move(done);
    enqueue(std::move(request));
}

void PreviewClient::renderPage(int page, int dpi, QObject *context, Callback<QImage> done)
{
    Request request;
    request.verb = Verb::Render;
    request.page = page;
    request.dpi = std::clamp(dpi, int(leastDpi), int(mostDpi));
    request.context = context;
    request.rendered = std::move(done);
    enqueue(std::move(request));
}

void PreviewClient::pageText(int page, QObject *context, Callback<QString> done)
{
    Request request;
    request.verb = Verb::Text;
    request.page = page;
    request.context = context;
    request.told = std::move(done);
    enqueue(std::move(request));
}

void PreviewClient::close()
{
    stopHelper();
    std::deque<Request> ended;
    ended.swap(m_queue);
    m_path.clear();
    m_bytes.clear();
    m_info = {};
    const Error closed = error(ErrorCode::NotFound, "preview.closed");
    for (Request &request : ended) {
        if (!request.context)
            continue;
        // Later, so that nobody is called back from inside of their own call.
        QMetaObject::invokeMethod(
            request.context,
            [request, closed] {
                if (request.opened)
                    request.opened(closed);
                else if (request.rendered)
                    request.rendered(closed);
                else if (request.told)
                    request.told(closed);
            },
            Qt::QueuedConnection);
    }
}

void PreviewClient::enqueue(Request request)
{
    m_queue.push_back(std::move(request));
    QMetaObject::invokeMethod(this, &PreviewClient::next, Qt::QueuedConnection);
}

void PreviewClient::next()
{
    // A request whose asker has gone is not worth the work.
    while (!m_busy && !m_queue.empty() && !m_queue.front().context)
        m_queue.pop_front();
    if (m_busy || m_queue.empty())
        return;
    m_busy = true;
    m_limit.start();
    if (!m_process) {
        startHelper();
    } else if (m_isOpen) {
        send(m_queue.front());
    }
}

void PreviewClient::startHelper()
{
    m_input.clear();
    m_isOpen = false;
    m_hasServed = false;
    m_process = new QProcess(this);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    QProcessEnvironment environment;
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    for (const char *name : { "HOME", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
             "XDG_CACHE_HOME", "SystemRoot", "PATH" }) {
        const QString key = QString::fromLatin1(name);
        if (ours.contains(key))
            environment.insert(key, ours.value(key));
    }
    // Nothing in the helper may want a display or the zone files.
    environment.insert(QStringLiteral("TZ"), QStringLiteral("UTC"));
    environment.insert(QStringLiteral("LANG"), QStringLiteral("C.UTF-8"));
    m_process->setProcessEnvironment(environment);
    connect(m_process, &QProcess::readyReadStandardOutput, this, &PreviewClient::onReadable);
    connect(m_process, &QProcess::finished, this, &PreviewClient::onFinished);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError what) {
        if (what == QProcess::FailedToStart)
            breakOff(error(ErrorCode::Unavailable, "preview.noHelper"));
    });
    if (!handOver(*m_process)) {
        breakOff(error(ErrorCode::NotFound, "preview.unreadable"));
        return;
    }
    m_process->start(m_helper, QStringList());
    if (m_process)
        sendDocument(*m_process);
}

void PreviewClient::send(const Request &request)
{
    if (request.verb == Verb::Open) {
        // Already open: after a crash the same document is opened again by itself.
        Request done = finishRequest();
        if (done.context && done.opened)
            done.opened(m_info);
    } else if (request.verb == Verb::Render) {
        m_process->write(frame(Kind::Render, { quint32(request.page), quint32(request.dpi) }));
    } else {
        m_process->write(frame(Kind::Text, { quint32(request.page) }));
    }
}

void PreviewClient::onReadable()
{
    m_input += m_process->readAllStandardOutput();
    while (m_process && m_input.size() >= headerSize) {
        const quint32 length = numberAt(m_input, 0);
        if (length > mostPayload) {
            breakOff(error(ErrorCode::Corrupt, "preview.crashed", {}, QStringLiteral("frame")));
            return;
        }
        if (m_input.size() < headerSize + qsizetype(length)) {
            m_input.reserve(headerSize + qsizetype(length));
            return;
        }
        const auto kind = quint8(m_input.at(4));
        const QByteArray payload = m_input.mid(headerSize, length);
        m_input.remove(0, headerSize + qsizetype(length));
        take(kind, payload);
    }
}

void PreviewClient::take(quint8 kind, const QByteArray &payload)
{
    if (!m_busy) { // an answer that nobody asked for
        stopHelper();
        return;
    }
    const Request &request = m_queue.front();
    if (kind == quint8(Kind::Failed) && payload.size() == 1) {
        const Error failure = errorOf(Failure(quint8(payload.at(0))));
        m_isOpen ? fail(failure) : breakOff(failure);
    } else if (kind == quint8(Kind::Opened) && !m_isOpen) {
        takeOpened(payload);
    } else if (kind == quint8(Kind::Pixels) && m_isOpen && request.verb == Verb::Render) {
        takePixels(payload);
    } else if (kind == quint8(Kind::PageText) && m_isOpen && request.verb == Verb::Text
        && payload.size() >= 4 && numberAt(payload, 0) == quint32(request.page)) {
        m_hasServed = true;
        Request done = finishRequest();
        if (done.context && done.told)
            done.told(QString::fromUtf8(payload.constData() + 4, payload.size() - 4));
    } else {
        breakOff(error(ErrorCode::Corrupt, "preview.crashed", {}, QStringLiteral("answer")));
    }
}

void PreviewClient::takeOpened(const QByteArray &payload)
{
    const quint32 count = payload.size() >= 4 ? numberAt(payload, 0) : 0;
    if (count < 1 || count > mostPages || payload.size() != 4 + qsizetype(count) * 8) {
        breakOff(error(ErrorCode::Corrupt, "preview.crashed", {}, QStringLiteral("pages")));
        return;
    }
    m_info = {};
    for (quint32 page = 0; page < count; ++page) {
        m_info.pages << QSizeF(
            numberAt(payload, 4 + page * 8) / 100.0, numberAt(payload, 8 + page * 8) / 100.0);
    }
    m_isOpen = true;
    send(m_queue.front());
}

void PreviewClient::takePixels(const QByteArray &payload)
{
    const Request &request = m_queue.front();
    const quint32 width = payload.size() >= 12 ? numberAt(payload, 4) : 0;
    const quint32 height = payload.size() >= 12 ? numberAt(payload, 8) : 0;
    const bool plausible = width > 0 && height > 0 && qint64(width) * height <= mostPixels
        && payload.size() == 12 + qint64(width) * height * 4
        && numberAt(payload, 0) == quint32(request.page);
    if (!plausible) {
        breakOff(error(ErrorCode::Corrupt, "preview.crashed", {}, QStringLiteral("pixels")));
        return;
    }
    // A copy: the payload is not aligned and goes away.
    const QImage image = QImage(reinterpret_cast<const uchar *>(payload.constData()) + 12,
        int(width), int(height), int(width) * 4, QImage::Format_RGB32)
                             .copy();
    m_hasServed = true;
    Request done = finishRequest();
    if (done.context && done.rendered)
        done.rendered(image);
}

PreviewClient::Request PreviewClient::finishRequest()
{
    m_limit.stop();
    Request done = std::move(m_queue.front());
    m_queue.pop_front();
    m_busy = false;
    if (!m_queue.empty())
        QMetaObject::invokeMethod(this, &PreviewClient::next, Qt::QueuedConnection);
    return done;
}

void PreviewClient::fail(const Error &error)
{
    Request done = finishRequest();
    if (!done.context)
        return;
    if (done.opened)
        done.opened(error);
    else if (done.rendered)
        done.rendered(error);
    else if (done.told)
        done.told(error);
}

void PreviewClient::breakOff(const Error &error)
{
    const bool wasBusy = m_busy;
    stopHelper();
    if (wasBusy && !m_queue.empty()) {
        m_busy = true;
        fail(error);
    }
}

void PreviewClient::onFinished()
{
    qCInfo(previewLog) << "Helper ended" << m_process->exitStatus() << m_process->exitCode();
    onReadable(); // what it said last
    if (!m_process)
        return;
    // One that had worked may only have used up its processor time: the same page once more.
    if (m_busy && m_hasServed && !m_queue.front().retried) {
        m_queue.front().retried = true;
        stopHelper();
        QMetaObject::invokeMethod(this, &PreviewClient::next, Qt::QueuedConnection);
        return;
    }
    breakOff(error(ErrorCode::Corrupt, "preview.crashed"));
}

void PreviewClient::onTimeout()
{
    qCInfo(previewLog) << "Helper took too long";
    breakOff(error(ErrorCode::TooLarge, "preview.timeout"));
}

void PreviewClient::stopHelper()
{
    m_limit.stop();
    m_busy = false;
    m_isOpen = false;
    m_input.clear();
    if (!m_process)
        return;
    QProcess *process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    // Not waited for: the process object goes when the process has.
    if (process->state() == QProcess::NotRunning) {
        process->deleteLater();
        return;
    }
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    connect(process, &QProcess::errorOccurred, process, &QObject::deleteLater);
    process->kill();
}
