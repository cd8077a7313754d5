#pragma once

#include "models/domain/ids.h"
#include "portaljob.h"

#include <QFile>

// A staged file that goes to the portal before the operation that names it.
struct UploadSource {
    QString path;
    QString sha256; // hexadecimal, lower case
    qint64 size = 0;
    QString name;
    QString type;
};

struct UploadedFile {
    UploadId id;
    qint64 sentBytes = 0; // by this job: less than the size when an earlier attempt is continued
};

// Sends a file in pieces and continues where an earlier attempt was cut: the portal knows the
// upload by clerk, hash and size, so nothing has to be remembered here.
class UploadJob : public PortalJob {
    Q_OBJECT
public:
    UploadJob(PortalConnection &connection, const UploadSource &source, QObject *parent = nullptr);

    static constexpr qint64 pieceBytes = 1024 * 1024;

signals:
    void progressed(qint64 sent, qint64 size);
    // NotFound `upload.fileMissing` if the staged copy cannot be read, Corrupt `upload.hash` if the
    // portal's sum differs twice.
    void finished(const Result<UploadedFile> &result);

protected:
    void begin() override;
    void answered(const PortalAnswer &answer) override;
    void refused(const Error &error, const PortalAnswer &answer) override;
    void emitFailure(const Error &error) override { emit finished(error); }

private:
    enum class Step { Create, AskOffset, SendPiece };

    void askOffset();
    void sendPiece();
    bool takeOffset(const PortalAnswer &answer);

    UploadSource m_source;
    QFile m_file;
    Step m_step = Step::Create;
    QString m_id;
    qint64 m_offset = 0;
    qint64 m_pieceSize = 0;
    qint64 m_sent = 0;
    int m_cuts = 0; // without progress in between
    int m_wrongHashes = 0;
};
