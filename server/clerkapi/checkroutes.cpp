#include "routes.h"

#include "visibility.h"

#include "server/store/cases.h"
#include "server/store/operations.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QMap>

// Questions with which a clerk's program makes sure before it does what cannot be undone, or finds
// out that it has drifted from the portal.
namespace portal {

namespace {

constexpr qsizetype idsPerRequest = 500;

Result<QStringList> idsOf(const http::Request &request, QLatin1String name)
{
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return body.error();
    const QJsonArray array = body->value(name).toArray();
    if (array.size() > idsPerRequest)
        return error(
            ErrorCode::TooLarge, "request.tooMany", { { QStringLiteral("limit"), idsPerRequest } });
    QStringList ids;
    for (const QJsonValue &value : array)
        ids.append(value.toString());
    return ids;
}

// Of the cases named, those the caller may read: from the case and the rights themselves, not from
// the feed, so that a defect of the one is not confirmed by itself.
http::Response access(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<QStringList> ids = idsOf(request, QLatin1String("cases"));
    if (!ids)
        return problem(ids.error());
    const Result<QJsonObject> answer = api.store.read([&](Sql &sql) -> Result<QJsonObject> {
        const Result<CursorBinding> binding = bindingOf(sql, caller);
        if (!binding)
            return binding.error();
        QJsonArray allowed;
        for (const QString &id : *ids) {
            const Result<std::optional<CaseFile>> found = Cases(sql).find(CaseId{ id });
            if (!found)
                return found.error();
            if (*found && caller.mayRead(**found))
                allowed.append(id);
        }
        return QJsonObject{ { QStringLiteral("epoch"), QString::fromUtf8(binding->epoch) },
            { QStringLiteral("allowed"), allowed } };
    });
    return answer ? json(200, *answer) : problem(answer.error());
}

// Of the caller's operations named, those whose result is kept here.
http::Response knownOperations(
    const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<QStringList> ids = idsOf(request, QLatin1String("opIds"));
    if (!ids)
        return problem(ids.error());
    const Result<QJsonArray> known = api.store.read([&](Sql &sql) -> Result<QJsonArray> {
        QJsonArray known;
        for (const QString &id : *ids) {
            const Result<std::optional<StoredOperation>> stored
                = Operations(sql).find(OperationId{ id });
            if (!stored)
                return stored.error();
            if (*stored && (*stored)->author == caller.key())
                known.append(id);
        }
        return known;
    });
    return known ? json(200, { { QStringLiteral("known"), *known } }) : problem(known.error());
}

// What the caller's program holds if it has read the feed up to `at`.
Result<QJsonObject> digestOf(const ClerkApi &api, Sql &sql, const Caller &caller)
{
    const Result<CursorBinding> binding = bindingOf(sql, caller);
    if (!binding)
        return binding.error();
    const Timestamp before = closedBefore(api.clock.now());
    QMap<QString, qint64> versions;
    qint64 number = 0;
    for (;;) {
        const Result<QList<FeedEntry>> entries = Feed(sql).since(number, 5000);
        if (!entries)
            return entries.error();
        for (const FeedEntry &entry : *entries) {
            number = entry.number;
            const bool held = entry.kind == AggregateKind::Case
                && entry.action == ChangeAction::Upsert && isVisible(entry, caller)
                && !isForgotten(entry, before);
            if (held)
                versions.insert(entry.id, entry.version);
        }
        if (entries->size() < 5000)
            break;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (auto it = versions.cbegin(); it != versions.cend(); ++it)
        hash.addData(it.key().toLatin1() + ':' + QByteArray::number(it.value()) + '\n');
    return QJsonObject{ { QStringLiteral("epoch"), QString::fromUtf8(binding->epoch) },
        { QStringLiteral("at"), QString::fromLatin1(makeCursor(number, *binding)) },
        { QStringLiteral("closedBefore"), before.ms }, { QStringLiteral("cases"), versions.size() },
        { QStringLiteral("sha256"), QString::fromLatin1(hash.result().toHex()) } };
}

} // namespace

void addCheckRoutes(http::Router &router, const ClerkApi &api)
{
    constexpr qint64 idsBytes = 64 * 1024;
    router.add({ http::Method::Post, "/sync/v1/access",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return access(api, request, caller);
            }),
        http::Body::Buffered, idsBytes });
    router.add({ http::Method::Post, "/sync/v1/operations/known",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return knownOperations(api, request, caller);
            }),
        http::Body::Buffered, idsBytes });
    router.add({ http::Method::Get, "/sync/v1/digest",
        forClerks(api, [&api](const http::Request &, const Caller &caller) {
            const Result<QJsonObject> digest
                = api.store.read([&](Sql &sql) { return digestOf(api, sql, caller); });
            return digest ? json(200, *digest) : problem(digest.error());
        }) });
}

} // namespace portal
