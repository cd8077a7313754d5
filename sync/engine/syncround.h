#pragma once

#include "aftercare.h"
#include "puller.h"
#include "pusher.h"
#include "referencelease.h"

class SessionJob;

// One pass from top to bottom: who answers, send, fetch, lease references. It stops at the first
// failure and leaves everything so that the next pass goes on from there.
class SyncRound : public QObject {
    Q_OBJECT
public:
    SyncRound(const SyncParts &parts, int fewReferences, QObject *parent = nullptr);

    void start();
    void abort();
    void stopUpload(const OperationId &operation) { m_pusher.stopUpload(operation); }

signals:
    void activityChanged(Activity activity, int done);
    void sessionReceived(const Session &session);
    void settled(const OperationResult &result);
    void uploadProgressed(const OperationId &operation, const NewAttachment &file, qint64 sent);
    void applied(const PageEffect &effect);
    void operationsForgotten(const QList<OperationId> &operations);
    void drifted();
    void finished(const Status &result);

private:
    void onSession(const Result<Session> &session);
    Status recognise(const Session &session);
    void onPushed(const Status &result);
    void onPulled(const Status &result);
    void onCaredFor(const Status &result);
    void finish(const Status &result);

    SyncParts m_parts;
    int m_fewReferences;
    Session m_session;
    Pusher m_pusher;
    Puller m_puller;
    Aftercare m_aftercare;
    ReferenceLease m_lease;
    QPointer<PortalJob> m_job;
    bool m_ended = false;
};
