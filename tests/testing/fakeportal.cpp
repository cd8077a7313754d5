#include "fakeportal.h"

#include "models/domain/wire.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace {

MiniReply json(const QJsonObject &object, int status = 200)
{
    MiniReply reply;
    reply.status = status;
    reply.body = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return reply;
}

MiniReply problem(int status, ErrorCode code, const QString &key)
{
    Error said;
    said.code = code;
    said.key = key;
    MiniReply reply = json(toJson(said), status);
    reply.contentType = "application/problem+json";
    return reply;
}

MiniReply empty(int status)
{
    MiniReply reply;
    reply.status = status;
    reply.contentType.clear();
    return reply;
}

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

FakePortal::FakePortal(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_http([this](const MiniRequest &request) { return handle(request); })
{
    session.serverId = QStringLiteral("portal-1");
    session.epoch = QStringLiteral("epoch-1");
    session.api = { 1 };
    session.clerk.id = { QStringLiteral("0192aaaa-0000-7000-8000-000000000001") };
    session.clerk.name = QStringLiteral("Anna Krüger");
    session.clerk.function = QStringLiteral("Sachbearbeiterin");
    const DepartmentId department{ QStringLiteral("umweltamt") };
    session.clerk.departments = { department };
    session.grants.insert(department, permissionsOf(Role::TeamLead).values());
    Department own;
    own.id = department;
    own.name = { QStringLiteral("Umweltamt"), QStringLiteral("Environment") };
    session.departments = { own };
    session.colleagues = { session.clerk };
}

void FakePortal::fail(const QString &prefix, const Fault &fault, int times)
{
    m_faults.append({ prefix, fault, times });
}

void FakePortal::changed(const QString &id)
{
    m_feed.insert(id, ++m_number);
    m_http.pushEvent("{\"feed\":" + QByteArray::number(m_number) + '}');
}

void FakePortal::add(const CaseFile &caseFile, const QHash<QString, QByteArray> &files)
{
    for (const QByteArray &bytes : files)
        addBlob(bytes);
    m_revoked.remove(caseFile.id.text);
    m_cases.insert(caseFile.id.text, caseFile);
    changed(caseFile.id.text);
}

void FakePortal::addBlob(const QByteArray &bytes)
{
    m_blobs.insert(sha256(bytes), bytes);
}

void FakePortal::corruptBlob(const QString &sha256)
{
    m_corrupt.insert(sha256);
}

void FakePortal::revoke(const CaseId &id)
{
    m_cases.remove(id.text);
    m_revoked.insert(id.text);
    changed(id.text);
}

void FakePortal::revokeByMistake(const CaseId &id)
{
    m_revoked.insert(id.text);
    changed(id.text);
}

void FakePortal::revokeDevices()
{
    m_access.clear();
    m_refresh.clear();
}

void FakePortal::restoreBackup(const QMap<QString, CaseFile> &cases)
{
    m_cases = cases;
    m_feed.clear();
    m_done.clear();
    m_number = 0;
    session.epoch += QLatin1Char('x');
    for (auto it = cases.begin(); it != cases.end(); ++it)
        changed(it.key());
}

Status FakePortal::act(const CaseId &id, const OperationArgs &args, const Actor &actor)
{
    Operation operation;
    operation.id = newId<OperationId>(m_clock);
    operation.caseId = id;
    operation.baseVersion = m_cases[id.text].version;
    operation.createdAt = m_clock.now();
    operation.args = args;
    ApplyContext context{ actor, m_clock.now(), permissionsOf(Role::TeamLead), {},
        QByteArray("Europe/Berlin") };
    const Result<CaseFile> after = apply(operation, m_cases[id.text], context);
    if (!after)
        return after.error();
    m_cases.insert(id.text, *after);
    changed(id.text);
    return success();
}

int FakePortal::requests(const QString &prefix) const
{
    return int(std::count_if(m_requests.begin(), m_requests.end(),
        [&](const QString &entry) { return entry.startsWith(prefix); }));
}

MiniReply FakePortal::handle(const MiniRequest &request)
{
    const QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    m_requests.append(line);
    for (Pending &pending : m_faults) {
        if (!line.startsWith(pending.prefix) || pending.times == 0)
            continue;
        --pending.times;
        using Kind = Fault::Kind;
        MiniReply reply;
        switch (pending.fault.kind) {
        case Kind::LoseReply:
            reply = route(request);
            reply.way = MiniReply::Way::Lost;
            return reply;
        case Kind::Silence:
            reply.way = MiniReply::Way::Silent;
            return reply;
        case Kind::DropRequest:
            reply.way = MiniReply::Way::Lost;
            return reply;
        case Kind::Html:
        case Kind::ProxyPage:
            reply.status = pending.fault.kind == Kind::Html ? 200 : pending.fault.status;
            reply.contentType = "text/html; charset=utf-8";
            reply.body = "<!doctype html><title>WLAN</title><p>Please sign in</p>";
            return reply;
        case Kind::Truncate:
            reply = route(request);
            reply.way = MiniReply::Way::Cut;
            reply.cutAfter = reply.body.size() / 2;
            return reply;
        case Kind::Status:
            reply = problem(pending.fault.status, ErrorCode::Internal, pending.fault.key);
            if (pending.fault.retryAfter > 0) {
                reply.headers.append(
                    { "Retry-After", QByteArray::number(pending.fault.retryAfter) });
            }
            return reply;
        }
    }
    return route(request);
}

MiniReply FakePortal::route(const MiniRequest &request)
{
    const QString base = QStringLiteral("/sync/v1/");
    if (!request.path.startsWith(base))
        return problem(404, ErrorCode::NotFound, QStringLiteral("notFound"));
    const QStringList parts = request.path.mid(base.size()).split(QLatin1Char('/'));
    const QString first = parts.first();
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (first == QLatin1String("sign-in"))
        return signIn(body);
    if (first == QLatin1String("token"))
        return token(body);
    const QByteArray bearer = request.headers.value("authorization").mid(7);
    if (!m_access.contains(bearer))
        return problem(401, ErrorCode::Unauthenticated, QStringLiteral("signin.expired"));
    if (first == QLatin1String("sign-out")) {
        revokeDevices();
        return empty(204);
    }
    if (first == QLatin1String("session")) {
        session.now = m_clock.now();
        return json(toJson(session));
    }
    if (first == QLatin1String("changes"))
        return changes(request);
    if (first == QLatin1String("operations"))
        return parts.size() == 1 ? operations(body) : known(body);
    if (first == QLatin1String("access"))
        return access(body);
    if (first == QLatin1String("digest"))
        return digest();
    if (first == QLatin1String("uploads") && parts.size() == 1)
        return createUpload(body);
    if (first == QLatin1String("uploads"))
        return patchUpload(parts.at(1), request);
    if (first == QLatin1String("cases") && parts.size() == 4)
        return attachment(parts.at(1), parts.at(3), request);
    if (first == QLatin1String("reference-blocks")) {
        const QString id = body.value(QLatin1String("requestId")).toString();
        if (!m_blocks.contains(id)) {
            m_blocks.insert(id, m_nextNumber);
            m_nextNumber += blockSize;
        }
        const qint64 start = m_blocks.value(id);
        return json({ { QStringLiteral("prefix"), QStringLiteral("KS26") },
            { QStringLiteral("first"), start },
            { QStringLiteral("last"), start + blockSize - 1 } });
    }
    if (first == QLatin1String("events")) {
        MiniReply reply;
        reply.contentType = "text/event-stream";
        reply.body = ": hello\n\n";
        reply.way = MiniReply::Way::Open;
        return reply;
    }
    return problem(404, ErrorCode::NotFound, QStringLiteral("notFound"));
}

MiniReply FakePortal::grant(const QString &device)
{
    const int number = ++m_tokens;
    const QByteArray access = "access-" + QByteArray::number(number);
    const QString refresh = QStringLiteral("refresh-%1").arg(number);
    m_access = { access };
    m_refresh.insert(refresh, device);
    return json({ { QStringLiteral("accessToken"), QString::fromLatin1(access) },
        { QStringLiteral("accessExpires"), m_clock.now().ms + 900'000 },
        { QStringLiteral("refreshToken"), refresh }, { QStringLiteral("deviceId"), device } });
}

MiniReply FakePortal::signIn(const QJsonObject &body)
{
    if (body.value(QLatin1String("login")).toString() != login
        || body.value(QLatin1String("password")).toString() != password)
        return problem(401, ErrorCode::Unauthenticated, QStringLiteral("signin.refused"));
    const QString device = body.value(QLatin1String("deviceId")).toString();
    return grant(device.isEmpty() ? newUuid7(m_clock) : device);
}

MiniReply FakePortal::token(const QJsonObject &body)
{
    const QString used = body.value(QLatin1String("refreshToken")).toString();
    const QString device = m_refresh.take(used);
    if (device.isEmpty()) {
        if (m_usedRefresh.contains(used))
            revokeDevices(); // somebody else has it, too
        return problem(401, ErrorCode::Unauthenticated, QStringLiteral("signin.revoked"));
    }
    m_usedRefresh.insert(used);
    return grant(device);
}
