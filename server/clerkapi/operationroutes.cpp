#include "routes.h"

#include "limits.h"
#include "operationcheck.h"

#include "models/domain/wire.h"
#include "models/faults/faults.h"

#include <QJsonArray>

namespace portal {

namespace {

// Readable operations are carried out together; an unreadable one is answered by itself, so that it
// does not hold up the others.
http::Response carryOut(const ClerkApi &api, const http::Request &request, const Caller &caller)
{
    const Result<QJsonObject> body = bodyOf(request);
    if (!body)
        return problem(body.error());
    const QJsonValue listed = body->value(QLatin1String("operations"));
    if (!listed.isArray())
        return problem(error(ErrorCode::InvalidInput, "request.json"));
    const QJsonArray array = listed.toArray();
    if (array.size() > limits::operations)
        return problem(error(ErrorCode::TooLarge, "operations.tooMany",
            { { QStringLiteral("limit"), limits::operations } }));
    QList<Operation> operations;
    QList<OperationResult> results;
    for (const QJsonValue &value : array) {
        Result<Operation> operation = operationFromJson(value.toObject());
        OperationResult result;
        if (operation) {
            operations.append(*std::move(operation));
        } else {
            result.operation
                = OperationId{ value.toObject().value(QLatin1String("opId")).toString() };
            result.outcome = Outcome::Rejected;
            result.reason = QStringLiteral("operation.invalid");
            result.params = operation.error().params;
        }
        results.append(result);
    }
    const OperationCheck check(api, caller, operations);
    const Result<QList<CarriedOut>> done = api.registrar.carryOutAll(operations, caller.author(),
        [&](Sql &sql, const Operation &operation, const CaseFile &before) {
            return check(sql, operation, before);
        });
    faults::step("portal.operations.done");
    if (!done)
        return problem(done.error());
    QJsonArray answers;
    qsizetype next = 0;
    for (const OperationResult &result : results) {
        const bool unreadable = result.outcome == Outcome::Rejected;
        answers.append(toJson(unreadable ? result : done->at(next++).result));
    }
    return json(200, { { QStringLiteral("results"), answers } });
}

} // namespace

void addOperationRoutes(http::Router &router, const ClerkApi &api)
{
    router.add({ http::Method::Post, "/sync/v1/operations",
        forClerks(api,
            [&api](const http::Request &request, const Caller &caller) {
                return carryOut(api, request, caller);
            }),
        http::Body::Buffered, limits::requestBytes });
}

} // namespace portal
