#pragma once

#include "models/domain/ids.h"
#include "portaljob.h"

#include <QCryptographicHash>
#include <QFile>

struct DownloadTarget {
    CaseId caseId;
    AttachmentId attachment;
    QString sha256; // hexadecimal, lower case
    qint64 size = 0;
    QString partPath; // what comes in is appended here; may exist from an earlier attempt
};

// Fetches one attachment into its ".part". What was read earlier is continued; the job succeeds
// only with the right size and hash. The store then gives it its final name, so that a cut or wrong
// file is never seen by anybody.
class DownloadJob : public PortalJob {
    Q_OBJECT
public:
    DownloadJob(
        PortalConnection &connection, const DownloadTarget &target, QObject *parent = nullptr);

signals:
    void progressed(qint64 received, qint64 size);
    // Path of the part. Corrupt `download.hash` if the bytes were wrong twice, NoSpace
    // `download.write`.
    void finished(const Result<QString> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void refused(const Error &error, const PortalAnswer &answer) override;
    void received(QNetworkReply &reply) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    void request();
    void startAnew();
    bool openPart();

    DownloadTarget m_target;
    QFile m_part;
    QCryptographicHash m_hash;
    qint64 m_received = 0; // bytes in the part
    bool m_headSeen = false;
    int m_wrong = 0;
};
