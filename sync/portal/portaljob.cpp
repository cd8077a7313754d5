#include "portaljob.h"

#include "models/faults/faults.h"

#include <QJsonDocument>
#include <QNetworkReply>

PortalJob::PortalJob(PortalConnection &connection, QObject *parent)
    : QObject(parent)
    , m_connection(connection)
{
    QObject::connect(&connection, &QObject::destroyed, this, &PortalJob::abort);
}

PortalJob::~PortalJob()
{
    dropReply();
}

void PortalJob::start()
{
    if (m_started)
        return;
    m_started = true;
    // From the event loop: nobody is told a result before start() has returned.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_ended)
                return;
            if (!m_connection.isConfigured())
                fail(error(ErrorCode::InvalidInput, "portal.address"));
            else
                begin();
        },
        Qt::QueuedConnection);
}

void PortalJob::abort()
{
    fail(error(ErrorCode::Unreachable, "portal.aborted"));
}

void PortalJob::fail(const Error &error)
{
    conclude([&] { emitFailure(error); });
}

void PortalJob::refused(const Error &error, const PortalAnswer &)
{
    fail(error);
}

void PortalJob::send(
    const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body, BodyOf bodyOf)
{
    dropReply();
    QNetworkReply *reply = m_connection.send(verb, request, body);
    m_reply = reply;
    if (bodyOf == BodyOf::Job)
        connect(reply, &QNetworkReply::readyRead, this, [this, reply] { received(*reply); });
    connect(reply, &QNetworkReply::requestSent, this, [] { faults::step("request.sent"); });
    connect(reply, &QNetworkReply::finished, this, [this, bodyOf] { onReplyFinished(bodyOf); });
}

void PortalJob::sendJson(
    const QString &path, const QJsonObject &json, PortalConnection::Access access)
{
    QNetworkRequest request = m_connection.request(path, {}, access);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    send("POST", request, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void PortalJob::onReplyFinished(BodyOf bodyOf)
{
    QNetworkReply *reply = m_reply;
    const Status transport = transportStatus(*reply);
    const bool success
        = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 == 2;
    if (bodyOf == BodyOf::Job && success)
        received(*reply);
    if (m_ended)
        return;
    const PortalAnswer answer = answerOf(*reply, bodyOf == BodyOf::Answer || !success);
    m_reply.clear();
    reply->deleteLater();
    if (!transport)
        refused(transport.error(), PortalAnswer());
    else if (answer.isSuccess())
        answered(answer);
    else
        refused(errorOf(answer, m_connection.clock()), answer);
}

void PortalJob::dropReply()
{
    if (!m_reply)
        return;
    QNetworkReply *reply = m_reply;
    m_reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}
