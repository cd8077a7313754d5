#pragma once

#include "syncparts.h"
#include "syncstatus.h"

#include "models/domain/pending.h"
#include "models/domain/result.h"

#include <QObject>
#include <QPointer>
#include <QSet>

class PortalJob;
struct UploadedFile;

// Sends what waits in the outbox: files first, then operations in batches of at most 50, in order
// within a case. Each operation is handled by its own result; one that the portal cannot read stops
// its case only. An operation whose answer was lost goes again under the same id.
class Pusher : public QObject {
    Q_OBJECT
public:
    explicit Pusher(const SyncParts &parts, QObject *parent = nullptr);

    static constexpr int batch = 50;

    void start();
    void abort();
    // Stops the upload of this operation's file, if it is the one under way; the operation is then
    // held for the clerk ("upload.stopped"), and the others go on.
    void stopUpload(const OperationId &operation);

signals:
    void settled(const OperationResult &result);
    void progressed(Activity activity, int done);
    void uploadProgressed(const OperationId &operation, const NewAttachment &file, qint64 sent);
    void finished(const Status &result);

private:
    void next();
    bool beginUpload();
    void onUploaded(const Result<UploadedFile> &result);
    void send();
    void onResults(const Result<QList<OperationResult>> &results);
    void onRefusedBatch(const Error &error);
    void take(const OperationResult &result, const PendingOperation &entry);
    Timestamp later(int attempts) const;
    void finish(const Status &result);

    SyncParts m_parts;
    QList<PendingOperation> m_batch;
    QSet<QString> m_uploaded; // hashes the portal has confirmed in this run
    QHash<OperationId, int> m_tries; // in this run
    OperationId m_uploadFor;
    QString m_uploadHash;
    bool m_uploadStopped = false;
    int m_limit = batch; // 1 once a batch was refused whole: to find the one that is to blame
    int m_sent = 0;
    bool m_ended = false;
    QPointer<PortalJob> m_job;
};
