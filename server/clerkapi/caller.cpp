#include "caller.h"

#include "models/domain/contentsum.h"
#include "models/domain/wire.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QVersionNumber>

#include <algorithm>

Q_LOGGING_CATEGORY(clerkApiLog, "kontor.portal.clerkapi")

namespace portal {

namespace {

int statusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return 400;
    case ErrorCode::Unauthenticated:
        return 401;
    case ErrorCode::NotFound:
    case ErrorCode::NotAllowed: // the two are never told apart
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::TooLarge:
        return 413;
    case ErrorCode::Unsupported:
        return 426;
    case ErrorCode::TooMany:
        return 429;
    case ErrorCode::NoSpace:
        return 507;
    case ErrorCode::Busy:
    case ErrorCode::Unavailable:
    case ErrorCode::Unreachable:
        return 503;
    case ErrorCode::Internal:
    case ErrorCode::Corrupt:
        return 500;
    }
    return 500;
}

Result<Caller> identify(const ClerkApi &api, const http::Request &request)
{
    if (const Status spoken = newEnough(api, request); !spoken)
        return spoken.error();
    const QByteArray header = request.headers.value("Authorization");
    const QByteArray scheme = "Bearer ";
    QString token;
    if (header.left(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0)
        token = QString::fromLatin1(header.mid(scheme.size()).trimmed());
    Result<SignedIn> signedIn = api.sessions.identify(token);
    if (!signedIn)
        return signedIn.error();
    Caller caller;
    caller.grants = grantsOf(signedIn->account);
    caller.device = signedIn->device;
    caller.account = std::move(signedIn->account);
    return caller;
}

} // namespace

Author Caller::author() const
{
    return Author::clerk(
        Actor{ ActorKind::Clerk, account.clerk.id.text, account.clerk.name }, grants);
}

bool Caller::mayRead(const QList<DepartmentId> &departments) const
{
    return std::any_of(departments.begin(), departments.end(),
        [this](const DepartmentId &id) { return grants.value(id).contains(Permission::CaseRead); });
}

bool Caller::mayRead(const CaseFile &caseFile) const
{
    return mayRead(departmentsOf(caseFile));
}

QByteArray Caller::scope() const
{
    QStringList readable;
    for (auto it = grants.begin(); it != grants.end(); ++it) {
        if (it.value().contains(Permission::CaseRead))
            readable.append(it.key().text);
    }
    readable.sort();
    return QCryptographicHash::hash(
        readable.join(QLatin1Char('\n')).toUtf8(), QCryptographicHash::Sha256)
        .left(8);
}

Status newEnough(const ClerkApi &api, const http::Request &request)
{
    const QByteArray program = request.headers.value("User-Agent");
    const QByteArray ours = "Kontor/";
    const auto least = QVersionNumber::fromString(api.minClient);
    if (!program.startsWith(ours)
        || QVersionNumber::fromString(QString::fromLatin1(program.mid(ours.size()))) >= least)
        return success();
    return error(ErrorCode::Unsupported, "client.tooOld",
        { { QStringLiteral("minClient"), api.minClient } });
}

http::Handler forClerks(const ClerkApi &api, ClerkHandler handler)
{
    return [&api, handler = std::move(handler)](const http::Request &request) {
        const Result<Caller> caller = identify(api, request);
        return caller ? handler(request, *caller) : problem(caller.error());
    };
}

http::Admission admitClerks(const ClerkApi &api)
{
    return [&api](const http::Request &request) -> std::optional<http::Response> {
        const Result<Caller> caller = identify(api, request);
        if (caller)
            return {};
        return problem(caller.error());
    };
}

http::Response problem(const Error &error)
{
    const int status = statusOf(error.code);
    Error shown = error;
    if (error.code == ErrorCode::NotAllowed)
        shown.code = ErrorCode::NotFound;
    QJsonObject body = toJson(shown);
    body.insert(QStringLiteral("type"), QStringLiteral("about:blank"));
    body.insert(QStringLiteral("status"), status);
    const QString reference
        = QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16, QLatin1Char('0'));
    body.insert(QStringLiteral("reference"), reference);
    if (status >= 500)
        qCWarning(clerkApiLog).noquote() << reference << error.key << error.detail;
    http::Response answer;
    answer.status = status;
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    answer.headers.add("Content-Type", "application/problem+json");
    answer.headers.add("Cache-Control", "no-store");
    if (status == 429 || status == 503) {
        const int seconds = error.params.value(QLatin1String("seconds")).toInt(5);
        answer.headers.add("Retry-After", QByteArray::number(seconds));
    }
    if (status == 401)
        answer.headers.add("WWW-Authenticate", "Bearer");
    return answer;
}

http::Response json(int status, const QByteArray &text)
{
    http::Response response = http::Response::json(status, text);
    response.headers.add(contentSumHeader, contentSum(text));
    response.headers.add("Cache-Control", "no-store");
    return response;
}

http::Response json(int status, const QJsonObject &object)
{
    return json(status, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> bodyOf(const http::Request &request)
{
    QJsonParseError defect;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &defect);
    if (!document.isObject())
        return error(ErrorCode::InvalidInput, "request.json", {}, defect.errorString());
    return document.object();
}

} // namespace portal
