#pragma once

#include "backoffice.h"
#include "casereport.h"
#include "clerk.h"

#include "tests/testing/faultproxy.h"

// The ground of the failure cases in which a portal takes part: one portal process for a program,
// for each case a proxy and a clerk that has read everything.
class FaultTest : public QObject {
    Q_OBJECT
public:
    // The requests of the protocol, as faults name them.
    static inline const QString operations = QStringLiteral("/sync/v1/operations");
    static inline const QString changes = QStringLiteral("/sync/v1/changes");

protected:
    bool startPortal(int cases = 20);
    bool startCase(); // proxy and clerk
    void endCase(); // reports it
    // Nothing is left to do, one more round changes nothing, and the view equals the portal (I3).
    bool isAtRest(Clerk &clerk);
    // An open case of the clerk's department, another one at each call; brought to "in progress".
    CaseId nextCase();
    CaseId caseInProgress();
    // Runs kontor-portal on the portal's data, e.g. {"user", "disable", …}; its exit code.
    int run(const QStringList &arguments);
    bool restartPortal();

    std::unique_ptr<PortalProcess> portal;
    std::unique_ptr<BackOffice> office;
    std::unique_ptr<FaultProxy> proxy;
    std::unique_ptr<Clerk> clerk;

private:
    QSet<CaseId> m_used;
};
