#pragma once

#include "syncparts.h"
#include "syncstatus.h"

#include <QPointer>
#include <QTimer>
#include <memory>

class AttachmentFetcher;
class EventStream;
class SyncRound;
struct PageEffect;

// Keeps this desk and the portal the same: sends what waits in the outbox, fetches what changed,
// and does so on its own after every change, hint, pause and failure. A queue that stands still is
// a defect, so a watchdog looks after it. No answer but an authenticated one of the same portal can
// ever remove anything.
class SyncEngine : public QObject {
    Q_OBJECT
public:
    explicit SyncEngine(const SyncParts &parts, QObject *parent = nullptr);
    ~SyncEngine() override;

    const SyncStatus &status() const { return m_status; }
    const std::optional<Session> &session() const { return m_session; } // of the last answer

    // Begins to synchronise by itself and goes on until stop().
    void start();
    void stop();
    // The clerk works offline on purpose (true), or no longer.
    void setPaused(bool paused);
    // One round now, whatever the schedule says; also without start(). Ends with roundFinished().
    void syncNow();
    // An attachment that is not here yet; ends with fileArrived() or fileFailed(). Asking twice is
    // asking once.
    void fetchFile(const CaseId &caseId, const Attachment &attachment);
    // The clerk stops one transfer: the file's operation is held, or the attachment stays where it
    // is (fileFailed() `file.stopped`). Without such a transfer nothing happens.
    void stopUpload(const OperationId &operation);
    void stopFetch(const CaseId &caseId, const AttachmentId &attachment);

    // While something waits to be sent: with a request that hung when the network healed, and so
    // ends 30 s later, the queue is still empty within a minute.
    static constexpr qint64 pendingRetrySeconds = 20;
    static constexpr int fewReferences = 10; // below it a new block is leased

signals:
    void statusChanged(const SyncStatus &status);
    void roundFinished(const Status &result);
    // The portal's word on one operation: applied, merged, conflict, rejected.
    void operationSettled(const OperationResult &result);
    void sessionChanged(const Session &session);
    // Bytes of one file that the portal has, or that are here.
    void uploadProgressed(const OperationId &operation, const NewAttachment &file, qint64 sent);
    void fetchProgressed(const CaseId &caseId, const Attachment &attachment, qint64 received);
    void casesHidden(const QList<CaseId> &cases); // too many at once: the portal is asked first
    // The portal was restored from a backup and does not know these any more: they wait for the
    // clerk's word (Outbox::release or withdraw).
    void operationsForgotten(const QList<OperationId> &operations);
    void queueStalled(int pending); // nothing was attempted for too long: a defect, tried again
    void fileArrived(const CaseId &caseId, const AttachmentId &attachment, const QString &sha256);
    void fileFailed(const CaseId &caseId, const AttachmentId &attachment, const Error &error);

private:
    void beginRound();
    void startRound();
    void onRoundFinished(const Status &result);
    void onRefreshed(const Status &result);
    void onCredentialsChanged();
    void onOutboxChanged();
    void onApplied(const PageEffect &effect);
    void onSession(const Session &session);
    void listen();
    void schedule(qint64 ms); // sooner than what is scheduled already
    void scheduleAfter(const Status &result);
    void watchNetwork();
    template <class Edit> void change(Edit edit);
    void finish(const Status &result);

    SyncParts m_parts;
    SyncStatus m_status;
    std::optional<Session> m_session;
    Backoff m_backoff;
    QTimer m_timer; // next round
    QTimer m_watchdog;
    QTimer m_listenTimer;
    std::unique_ptr<AttachmentFetcher> m_fetcher;
    QPointer<SyncRound> m_round;
    QPointer<EventStream> m_stream;
    bool m_started = false;
    bool m_paused = false;
    bool m_wanted = false; // a round waits for the keyring or for a new access token
    bool m_refreshed = false; // for the round under way: a second 401 is a failure
    bool m_again = false; // asked for while a round was under way
};
