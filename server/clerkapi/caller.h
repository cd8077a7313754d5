#pragma once

#include "clerkapi.h"

#include "server/store/registrar.h"

#include <QJsonObject>

namespace portal {

// The clerk behind a request, with what they may see.
struct Caller {
    Account account;
    DeviceId device;
    Grants grants;

    QString key() const { return QStringLiteral("clerk:") + account.clerk.id.text; }
    Author author() const;
    bool mayRead(const QList<DepartmentId> &departments) const; // one of them
    bool mayRead(const CaseFile &caseFile) const;
    QByteArray scope() const; // fingerprint of the departments: another one, another feed
};

using ClerkHandler = std::function<http::Response(const http::Request &, const Caller &)>;

// Lets only signed-in clerks in: 401 for everybody else, before anything is looked at.
http::Handler forClerks(const ClerkApi &api, ClerkHandler handler);
// The same before a body is read.
http::Admission admitClerks(const ClerkApi &api);

// Unsupported "client.tooOld" {minClient}, sent as 426, for a program of ours that names an older
// version in User-Agent ("Kontor/0.3"): it goes read-only and keeps what it wanted to send.
Status newEnough(const ClerkApi &api, const http::Request &request);

// application/problem+json (RFC 9457) with a reference id that also stands in the log. Internal
// details never leave the portal.
http::Response problem(const Error &error);
http::Response json(int status, const QJsonObject &object);
http::Response json(int status, const QByteArray &text); // JSON already
Result<QJsonObject> bodyOf(const http::Request &request);

} // namespace portal
