#pragma once

#include "models/notice/seal.h"
#include "server/http/http.h"
#include "server/identity/sessions.h"
#include "server/identity/staffsignin.h"
#include "server/payment/cashdesk.h"
#include "server/store/filescan.h"

namespace portal {

// What the routes work with; all of it must outlive the router.
struct ClerkApi {
    Store &store;
    Registrar &registrar;
    StaffSignIn &signIn;
    Sessions &sessions;
    CashDesk &cashDesk;
    const Clock &clock;
    qint64 fileBytes = qint64(25) * 1024 * 1024; // largest attachment
    FileScan scan = {}; // of files that clerks send
    std::optional<SealKey> seal; // of the authority: notices are sealed before they are stored
    QString minClient = QStringLiteral("0.1"); // oldest version of the programs that is let in
};

// The routes under /sync/v1 that clerks' programs call, and /api/ping for monitoring. Described in
// resources/api/portal.openapi.yaml.
void addClerkRoutes(http::Router &router, const ClerkApi &api);

} // namespace portal
