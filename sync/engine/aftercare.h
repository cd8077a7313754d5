#pragma once

#include "syncparts.h"

#include "models/domain/protocol.h"
#include "models/store/cache.h"

#include <QObject>
#include <QPointer>

class PortalJob;
struct PortalDigest;

// What is made sure of once everything has been fetched, each a question to the portal that is only
// asked when there is a reason:
//   - many cases were revoked at once: may the clerk really not read them any more? Then erase
//   them,
//     show the others again;
//   - the portal was restored from a backup: what has it forgotten of this desk's work? It is
//   listed
//     for the clerk, who sends it once more or not;
//   - after 50 fetches: does the cache still equal the portal? If not, it is read anew.
class Aftercare : public QObject {
    Q_OBJECT
public:
    explicit Aftercare(const SyncParts &parts, QObject *parent = nullptr);

    static constexpr int pullsPerComparison = 50;

    void start(const Session &session);
    void abort();

signals:
    void applied(const PageEffect &effect);
    void operationsForgotten(const QList<OperationId> &operations);
    void drifted(); // the cache is about to be read anew: another round is needed
    void finished(const Status &result);

private:
    void askAccess();
    void onAccess(const QList<CaseId> &allowed);
    void recallOperations();
    void askKnown();
    void onKnown(const QSet<OperationId> &known);
    void compare();
    void onDigest(const PortalDigest &digest);
    void judge(const PortalDigest &portal, const CacheDigest &own);
    void finish(const Status &result);

    SyncParts m_parts;
    Session m_session;
    QList<CaseId> m_hidden; // not yet asked about
    QList<CaseId> m_allowed;
    QList<OperationId> m_delivered; // not yet asked about
    QList<OperationId> m_forgotten;
    bool m_ended = false;
    QPointer<PortalJob> m_job;
};
