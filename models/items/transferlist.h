#pragma once

#include "models/domain/casefile.h"

#include <QObject>

// One file on its way between this device and the portal.
struct Transfer {
    CaseId caseId;
    OperationId operation; // an upload belongs to it; null: a download
    AttachmentId attachment;
    QString name;
    qint64 size = 0; // bytes
    qint64 done = 0;

    bool isUpload() const { return !operation.isNull(); }
    int percent() const { return size > 0 ? int(qMin(size, done) * 100 / size) : 0; }
    bool operator==(const Transfer &) const = default;
};

// The files under way, for every page that shows some of them. Whoever moves bytes reports here and
// answers stopRequested(); pages only look.
class TransferList : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const QList<Transfer> &all() const { return m_transfers; }
    QList<Transfer> ofCase(const CaseId &id) const;
    const Transfer *find(const AttachmentId &id) const; // null: not under way

    void report(const Transfer &transfer); // begins or goes on; complete: ends
    void end(const AttachmentId &id);
    void endOperation(const OperationId &id);
    void requestStop(const AttachmentId &id);

signals:
    void changed();
    void stopRequested(const Transfer &transfer);

private:
    QList<Transfer> m_transfers;
};
