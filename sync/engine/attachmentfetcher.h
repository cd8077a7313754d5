#pragma once

#include "syncparts.h"

#include "models/domain/casefile.h"
#include "models/domain/result.h"

#include <QObject>
#include <QPointer>

class PortalJob;

// Fetches attachments one after the other, and stops at once when the case is no longer the
// clerk's.
class AttachmentFetcher : public QObject {
    Q_OBJECT
public:
    explicit AttachmentFetcher(const SyncParts &parts, QObject *parent = nullptr);

    void fetch(const CaseId &caseId, const Attachment &attachment);
    // The clerk does not want it any more; ends with failed() `file.stopped`. What has arrived is
    // kept for the next time.
    void stop(const CaseId &caseId, const AttachmentId &attachment);
    void drop(const CaseId &caseId); // revoked: nothing of it may arrive any more
    void resume(); // there is a new access token
    void failAll(const Error &error);
    bool isBusy() const { return !m_queue.isEmpty(); }

signals:
    void accessNeeded();
    void progressed(const CaseId &caseId, const Attachment &attachment, qint64 received);
    void arrived(const CaseId &caseId, const AttachmentId &attachment, const QString &sha256);
    void failed(const CaseId &caseId, const AttachmentId &attachment, const Error &error);

private:
    struct Wish {
        CaseId caseId;
        Attachment attachment;
        bool refreshed = false;
    };
    void next();
    void onDownloaded(const Result<QString> &part);
    void end(const Status &result);

    SyncParts m_parts;
    QList<Wish> m_queue; // the first one is under way
    QPointer<PortalJob> m_job;
    bool m_running = false;
    int m_ticket = 0; // of the wish under way: an answer for an earlier one is nobody's
};
