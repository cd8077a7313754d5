#pragma once

#include "portalanswer.h"
#include "portalconnection.h"

#include <QPointer>

// One verb of the portal's API, from its request to its one result. Every job of this folder has a
// signal finished(Result<…>) that comes exactly once and never from within start(); abort() is safe
// at any time and ends the job with Unreachable `portal.aborted` if it has not ended yet. A job
// deletes itself afterwards; deleting it earlier ends it without a signal.
class PortalJob : public QObject {
    Q_OBJECT
public:
    ~PortalJob() override;

    void start();
    void abort();

protected:
    PortalJob(PortalConnection &connection, QObject *parent);

    virtual void begin() = 0; // sends the first request
    virtual void answered(const PortalAnswer &answer) = 0; // 2xx
    // Another status, or no answer; the default fails with the mapped error.
    virtual void refused(const Error &error, const PortalAnswer &answer);
    virtual void emitFailure(const Error &error) = 0;
    // Of streaming jobs: bytes came in for a reply whose body the job reads itself.
    virtual void received(QNetworkReply &) { }

    enum class BodyOf { Answer, Job };
    void send(const QByteArray &verb, const QNetworkRequest &request, const QByteArray &body = {},
        BodyOf bodyOf = BodyOf::Answer);
    void sendJson(const QString &path, const QJsonObject &json,
        PortalConnection::Access access = PortalConnection::Access::Signed);
    void fail(const Error &error);
    // Ends the job: emits the result by the given function, once.
    template <class Emit> void conclude(Emit emitResult)
    {
        if (m_ended)
            return;
        m_ended = true;
        dropReply();
        const QPointer<PortalJob> alive = this; // the receiver may delete everything
        emitResult();
        if (alive)
            deleteLater();
    }
    bool hasEnded() const { return m_ended; }
    PortalConnection &connection() const { return m_connection; }

private:
    void onReplyFinished(BodyOf bodyOf);
    void dropReply();

    PortalConnection &m_connection;
    QPointer<QNetworkReply> m_reply;
    bool m_started = false;
    bool m_ended = false;
};
