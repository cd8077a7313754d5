#include "eventstream.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

EventStream::EventStream(PortalConnection &connection, QObject *parent)
    : PortalJob(connection, parent)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMs);
    connect(&m_silence, &QTimer::timeout, this,
        [this] { fail(error(ErrorCode::Unreachable, "portal.timeout")); });
}

void EventStream::begin()
{
    QNetworkRequest request = connection().request(QStringLiteral("/sync/v1/events"));
    request.setTransferTimeout(0); // silence is judged here
    request.setRawHeader("Accept", "text/event-stream");
    request.setRawHeader("Accept-Encoding", "identity");
    m_silence.start();
    send("GET", request, {}, BodyOf::Job);
}

void EventStream::received(QNetworkReply &reply)
{
    m_silence.start();
    if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
        return;
    if (!reply.rawHeader("Content-Type").toLower().startsWith("text/event-stream"))
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    if (!m_opened) {
        m_opened = true;
        emit opened();
    }
    m_buffer += reply.readAll();
    for (qsizetype end = m_buffer.indexOf('\n'); end >= 0; end = m_buffer.indexOf('\n')) {
        const QByteArray line = m_buffer.left(end).trimmed();
        m_buffer.remove(0, end + 1);
        takeLine(line);
        if (hasEnded())
            return;
    }
    if (m_buffer.size() > 64 * 1024)
        fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
}

void EventStream::takeLine(const QByteArray &line)
{
    if (!line.startsWith("data:"))
        return;
    const QJsonObject json = QJsonDocument::fromJson(line.mid(5)).object();
    emit hinted(json.value(QLatin1String("feed")).toInteger());
}

void EventStream::answered(const PortalAnswer &)
{
    conclude([&] { emit finished(success()); });
}
