#include "checkjobs.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace {

template <class SomeId> QJsonArray idArray(const QList<SomeId> &ids)
{
    QJsonArray array;
    for (const SomeId &id : ids)
        array.append(id.text);
    return array;
}

// A list that is not there must not be taken for an empty one: emptiness erases.
Result<QStringList> listIn(const QJsonObject &json, QLatin1String name)
{
    if (!json.value(name).isArray())
        return error(ErrorCode::Corrupt, "portal.unexpectedAnswer");
    QStringList texts;
    for (const QJsonValue &value : json.value(name).toArray())
        texts.append(value.toString());
    return texts;
}

} // namespace

AccessJob::AccessJob(
    PortalConnection &connection, const QList<CaseId> &cases, const QString &epoch, QObject *parent)
    : PortalJob(connection, parent)
    , m_cases(cases)
    , m_epoch(epoch)
{
}

void AccessJob::begin()
{
    sendJson(QStringLiteral("/sync/v1/access"), { { QStringLiteral("cases"), idArray(m_cases) } });
}

void AccessJob::answered(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return fail(json.error());
    const Result<QStringList> allowed = listIn(*json, QLatin1String("allowed"));
    if (!allowed)
        return fail(allowed.error());
    if (json->value(QLatin1String("epoch")).toString() != m_epoch)
        return fail(error(ErrorCode::Unavailable, "sync.epochChanged"));
    QList<CaseId> cases;
    for (const QString &id : *allowed)
        cases.append(CaseId{ id });
    conclude([&] { emit finished(cases); });
}

KnownOperationsJob::KnownOperationsJob(
    PortalConnection &connection, const QList<OperationId> &operations, QObject *parent)
    : PortalJob(connection, parent)
    , m_operations(operations)
{
}

void KnownOperationsJob::begin()
{
    sendJson(QStringLiteral("/sync/v1/operations/known"),
        { { QStringLiteral("opIds"), idArray(m_operations) } });
}

void KnownOperationsJob::answered(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return fail(json.error());
    const Result<QStringList> known = listIn(*json, QLatin1String("known"));
    if (!known)
        return fail(known.error());
    QSet<OperationId> operations;
    for (const QString &id : *known)
        operations.insert(OperationId{ id });
    conclude([&] { emit finished(operations); });
}

DigestJob::DigestJob(PortalConnection &connection, QObject *parent)
    : PortalJob(connection, parent)
{
}

void DigestJob::begin()
{
    send("GET", connection().request(QStringLiteral("/sync/v1/digest")));
}

void DigestJob::answered(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return fail(json.error());
    PortalDigest digest;
    digest.epoch = json->value(QLatin1String("epoch")).toString();
    digest.at = json->value(QLatin1String("at")).toString();
    digest.closedBefore = { json->value(QLatin1String("closedBefore")).toInteger() };
    digest.cases = json->value(QLatin1String("cases")).toInteger(-1);
    digest.sha256 = json->value(QLatin1String("sha256")).toString();
    if (digest.epoch.isEmpty() || digest.at.isEmpty() || digest.cases < 0
        || digest.sha256.size() != 64)
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    conclude([&] { emit finished(digest); });
}
