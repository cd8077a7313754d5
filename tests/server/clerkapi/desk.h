#pragma once

#include "server/clerkapi/clerkapi.h"
#include "tests/server/store/office.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

// The clerks' API without a network: requests go straight to the handler of their route.
class Desk : public Office {
public:
    explicit Desk(const QString &scanCommand = {})
        : signIn(*store, clock, passwords)
        , sessions(*store, clock)
        , cashDesk(*registrar)
        , api{ *store, *registrar, signIn, sessions, cashDesk, clock }
    {
        api.scan = portal::FileScan(scanCommand);
        portal::addClerkRoutes(router, api);
    }

    // Adds the clerk and signs in without a password; the access token.
    QByteArray token(const char *login, const char *department, Role role = Role::TeamLead)
    {
        portal::Account account;
        account.login = QString::fromLatin1(login);
        account.clerk.id = ClerkId{ account.login };
        account.clerk.name = account.login;
        account.clerk.departments = { DepartmentId{ QString::fromLatin1(department) } };
        account.roles[account.clerk.departments.first()] = { role };
        const Status saved = store->write(
            [&](portal::Writing &writing) { return portal::Accounts::save(writing, account); });
        const auto tokens = sessions.open(account, {}, QStringLiteral("Test"));
        if (!saved || !tokens)
            qFatal("token");
        return tokens->accessToken.toLatin1();
    }

    http::Response send(http::Method method, const QByteArray &target, const QByteArray &token = {},
        const QByteArray &body = {}, const QList<QPair<QByteArray, QByteArray>> &headers = {},
        std::shared_ptr<http::ReceivedFile> file = {})
    {
        http::Request request;
        request.method = method;
        request.path = target.left(target.indexOf('?'));
        if (!target.contains('?'))
            request.path = target;
        for (const QByteArray &part : target.mid(request.path.size() + 1).split('&')) {
            const qsizetype equals = part.indexOf('=');
            if (equals > 0)
                request.query.insert(part.left(equals), part.mid(equals + 1));
        }
        request.remoteAddress = "192.0.2.1";
        request.body = body;
        if (!token.isEmpty())
            request.headers.add("Authorization", "Bearer " + token);
        for (const auto &header : headers)
            request.headers.add(header.first, header.second);
        if (file)
            request.files = { file };
        const http::Router::Match match = router.find(method, request.path);
        if (!match.route) {
            http::Response none;
            none.status = 404;
            return none;
        }
        request.parameters = match.parameters;
        if (match.route->admit) {
            if (const auto refused = match.route->admit(request))
                return *refused;
        }
        return match.route->handler(request);
    }

    http::Response get(const QByteArray &target, const QByteArray &token = {})
    {
        return send(http::Method::Get, target, token);
    }
    http::Response post(
        const QByteArray &target, const QJsonObject &body, const QByteArray &token = {})
    {
        return send(http::Method::Post, target, token, QJsonDocument(body).toJson());
    }
    static QJsonObject json(const http::Response &response)
    {
        return QJsonDocument::fromJson(response.body).object();
    }
    static QString key(const http::Response &response)
    {
        return json(response).value(QLatin1String("key")).toString();
    }

    portal::Passwords passwords;
    portal::LocalSignIn signIn;
    portal::Sessions sessions;
    portal::CashDesk cashDesk;
    portal::ClerkApi api;
    http::Router router;
};

// A piece of an upload as the HTTP library would have streamed it.
class Piece : public http::ReceivedFile {
public:
    explicit Piece(QByteArray content)
        : m_content(std::move(content))
    {
        size = m_content.size();
        sha256 = QCryptographicHash::hash(m_content, QCryptographicHash::Sha256);
    }
    Status keepAt(const QString &path) override
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate)
            || file.write(m_content) != m_content.size())
            return error(ErrorCode::NoSpace, "test");
        return success();
    }
    QByteArray head(qint64 bytes) const override { return m_content.left(bytes); }

private:
    QByteArray m_content;
};
