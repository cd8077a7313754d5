#include "routes.h"

#include <QJsonArray>

namespace portal {

namespace {

const qint64 bodyLimit = 16 * 1024;

http::Response tokensAnswer(const Tokens &tokens)
{
    return json(200,
        { { QStringLiteral("accessToken"), tokens.accessToken },
            { QStringLiteral("accessExpires"), tokens.accessExpires.ms },
            { QStringLiteral("refreshToken"), tokens.refreshToken },
            { QStringLiteral("deviceId"), tokens.device.text } });
}

http::Response signIn(const ClerkApi &api, const http::Request &request)
{
    if (const Status spoken = newEnough(api, request); !spoken)
        return problem(spoken.error());
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    const Credentials credentials{ body->value(QLatin1String("login")).toString(),
        body->value(QLatin1String("password")).toString(),
        QString::fromLatin1(request.remoteAddress) };
    const Result<Account> account = api.signIn.authenticate(credentials);
    if (!account)
        return problem(account.error());
    const Result<Tokens> tokens
        = api.sessions.open(*account, DeviceId{ body->value(QLatin1String("deviceId")).toString() },
            body->value(QLatin1String("deviceName")).toString());
    return tokens ? tokensAnswer(*tokens) : problem(tokens.error());
}

http::Response refresh(const ClerkApi &api, const http::Request &request)
{
    if (const Status spoken = newEnough(api, request); !spoken)
        return problem(spoken.error());
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    const Result<Tokens> tokens
        = api.sessions.refresh(body->value(QLatin1String("refreshToken")).toString());
    return tokens ? tokensAnswer(*tokens) : problem(tokens.error());
}

// What is wrong with a block does not keep the device signed in.
http::Response signOut(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    for (const QJsonValue &value : body->value(QLatin1String("unusedReferences")).toArray()) {
        const QJsonObject block = value.toObject();
        const Status returned
            = api.cashDesk.giveBack(block.value(QLatin1String("requestId")).toString(),
                block.value(QLatin1String("first")).toInteger(-1), caller.account.clerk.id);
        if (!returned && returned.error().code != ErrorCode::NotFound
            && returned.error().code != ErrorCode::InvalidInput)
            return problem(returned.error());
    }
    const Status closed = api.sessions.close(caller.device);
    return closed ? http::Response::empty(204) : problem(closed.error());
}

} // namespace

void addSignInRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Post, "/sync/v1/sign-in",
        [&api](const http::Request &request) { return signIn(api, request); }, http::Body::Buffered,
        bodyLimit });
    router.add({ http::Method::Post, "/sync/v1/token",
        [&api](const http::Request &request) { return refresh(api, request); },
        http::Body::Buffered, bodyLimit });
    router.add({ http::Method::Post, "/sync/v1/sign-out",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return signOut(api, request, caller);
            }),
        http::Body::Buffered, bodyLimit });
}

} // namespace portal
