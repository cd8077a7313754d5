#include "feedjobs.h"

#include "models/domain/wire.h"

#include <QJsonArray>

SessionJob::SessionJob(PortalConnection &connection, QObject *parent)
    : PortalJob(connection, parent)
{
}

void SessionJob::begin()
{
    send("GET", connection().request(QStringLiteral("/sync/v1/session")));
}

void SessionJob::answered(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return fail(json.error());
    const Result<Session> session = sessionFromJson(*json);
    if (!session)
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer", session.error().params));
    // An answer without these cannot be told from another program's.
    if (session->serverId.isEmpty() || session->epoch.isEmpty() || session->clerk.id.isNull())
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    conclude([&] { emit finished(session); });
}

ChangesJob::ChangesJob(
    PortalConnection &connection, const QString &since, int limit, int inlineBytes, QObject *parent)
    : PortalJob(connection, parent)
{
    m_query.addQueryItem(
        QStringLiteral("since"), QString::fromLatin1(QUrl::toPercentEncoding(since)));
    m_query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
    m_query.addQueryItem(QStringLiteral("inline"), QString::number(inlineBytes));
}

void ChangesJob::begin()
{
    send("GET", connection().request(QStringLiteral("/sync/v1/changes"), m_query));
}

void ChangesJob::answered(const PortalAnswer &answer)
{
    if (const Status sound = jsonStatus(answer); !sound)
        return fail(sound.error());
    const Result<FeedPage> page = feedPageFromText(answer.body);
    if (!page)
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer", page.error().params));
    if (page->epoch.isEmpty() || page->next.isEmpty())
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    conclude([&] { emit finished(page); });
}

OperationsJob::OperationsJob(
    PortalConnection &connection, const QList<Operation> &operations, QObject *parent)
    : PortalJob(connection, parent)
    , m_operations(operations)
{
}

void OperationsJob::begin()
{
    QJsonArray array;
    for (const Operation &operation : m_operations)
        array.append(toJson(operation));
    sendJson(QStringLiteral("/sync/v1/operations"), { { QStringLiteral("operations"), array } });
}

void OperationsJob::answered(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return fail(json.error());
    const QJsonArray array = json->value(QLatin1String("results")).toArray();
    QList<OperationResult> results;
    for (const QJsonValue &entry : array) {
        const Result<OperationResult> result = resultFromJson(entry.toObject());
        if (!result)
            return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
        results.append(*result);
    }
    bool fits = results.size() == m_operations.size();
    for (qsizetype i = 0; fits && i < results.size(); ++i)
        fits = results.at(i).operation == m_operations.at(i).id;
    if (!fits)
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    conclude([&] { emit finished(results); });
}

ReferenceBlockJob::ReferenceBlockJob(
    PortalConnection &connection, const DeviceId &device, const QString &requestId, QObject *parent)
    : PortalJob(connection, parent)
    , m_request{ { QStringLiteral("deviceId"), device.text },
        { QStringLiteral("requestId"), requestId } }
{
}

void ReferenceBlockJob::begin()
{
    sendJson(QStringLiteral("/sync/v1/reference-blocks"), m_request);
}

void ReferenceBlockJob::answered(const PortalAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return fail(json.error());
    LeasedNumbers numbers;
    numbers.prefix = json->value(QLatin1String("prefix")).toString();
    numbers.first = json->value(QLatin1String("first")).toInteger(0);
    numbers.last = json->value(QLatin1String("last")).toInteger(-1);
    if (numbers.prefix.isEmpty() || numbers.first < 0 || numbers.last < numbers.first)
        return fail(error(ErrorCode::Corrupt, "portal.unexpectedAnswer"));
    conclude([&] { emit finished(numbers); });
}
