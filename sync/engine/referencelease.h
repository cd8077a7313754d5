#pragma once

#include "syncparts.h"

#include "models/domain/protocol.h"
#include "models/domain/result.h"

#include <QObject>
#include <QPointer>

class PortalJob;

// Leases payment references ahead, so that fees can be requested without a network. The id of a
// request is on the disk before it is sent: a lost answer brings the same block, not another one.
class ReferenceLease : public QObject {
    Q_OBJECT
public:
    explicit ReferenceLease(const SyncParts &parts, QObject *parent = nullptr);

    // May this clerk request fees, and are there too few numbers left?
    bool isNeeded(const Session &session, int few) const;
    void start();
    void abort();

signals:
    void finished(const Status &result);

private:
    SyncParts m_parts;
    QPointer<PortalJob> m_job;
};
