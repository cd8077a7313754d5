#include "routes.h"

#include "limits.h"

#include "models/domain/wire.h"
#include "server/store/directory.h"

#include <algorithm>

namespace portal {

namespace {

bool sharesDepartment(const Colleague &one, const Colleague &other)
{
    for (const DepartmentId &department : one.departments) {
        if (other.departments.contains(department))
            return true;
    }
    return false;
}

Result<Session> sessionOf(const ClerkApi &api, const Caller &caller)
{
    return api.store.read([&](Sql &sql) -> Result<Session> {
        const Directory directory(sql);
        Result<QString> serverId = directory.serverId();
        if (!serverId)
            return serverId.error();
        Result<QString> epoch = directory.epoch();
        if (!epoch)
            return epoch.error();
        Result<Authority> authority = directory.authority();
        if (!authority)
            return authority.error();
        Result<QList<Department>> departments = directory.departments();
        if (!departments)
            return departments.error();
        const Result<QList<Account>> accounts = Accounts(sql).list();
        if (!accounts)
            return accounts.error();
        Session session;
        session.serverId = *std::move(serverId);
        session.epoch = *std::move(epoch);
        session.api = { 1 };
        session.minClient = api.minClient;
        session.cursorFloor = 0; // the feed keeps the newest change of everything
        session.now = api.clock.now();
        session.limits = { { QStringLiteral("fileBytes"), api.fileBytes },
            { QStringLiteral("requestBytes"), limits::requestBytes },
            { QStringLiteral("pieceBytes"), limits::pieceBytes },
            { QStringLiteral("operations"), limits::operations },
            { QStringLiteral("seal"), api.seal.has_value() } };
        session.authority = *std::move(authority);
        session.clerk = caller.account.clerk;
        for (auto it = caller.grants.begin(); it != caller.grants.end(); ++it) {
            QList<Permission> permissions(it.value().begin(), it.value().end());
            std::sort(permissions.begin(), permissions.end());
            session.grants.insert(it.key(), permissions);
        }
        session.departments = *std::move(departments);
        for (const Account &account : *accounts) {
            if (sharesDepartment(account.clerk, caller.account.clerk))
                session.colleagues.append(account.clerk);
        }
        return session;
    });
}

http::Response leaseBlock(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    bool mayRequestFees = false;
    for (const PermissionSet &permissions : caller.grants)
        mayRequestFees = mayRequestFees || permissions.contains(Permission::FeeRequest);
    if (!mayRequestFees)
        return problem(error(ErrorCode::NotAllowed, "request.notFound"));
    const Result<LeasedBlock> block
        = api.cashDesk.lease(body->value(QLatin1String("requestId")).toString(),
            DeviceId{ body->value(QLatin1String("deviceId")).toString() }, caller.account.clerk.id);
    if (!block)
        return problem(block.error());
    return json(200,
        { { QStringLiteral("prefix"), block->prefix }, { QStringLiteral("first"), block->first },
            { QStringLiteral("last"), block->last } });
}

} // namespace

void addSessionRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Get, "/sync/v1/session",
        forClerks(api, [&api](const http::Request &, const Caller &caller) {
            const Result<Session> session = sessionOf(api, caller);
            return session ? json(200, toJson(*session)) : problem(session.error());
        }) });
    router.add({ http::Method::Post, "/sync/v1/reference-blocks",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return leaseBlock(api, request, caller);
            }),
        http::Body::Buffered, 16 * 1024 });
}

} // namespace portal
