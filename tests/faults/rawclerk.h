#pragma once

#include "sync/portal/feedjobs.h"
#include "sync/portal/signinjobs.h"
#include "tests/testing/portalprocess.h"

#include <QTest>

// A program that sends what it likes in whatever order: the protocol without the client's care.
class RawClerk {
public:
    explicit RawClerk(const QUrl &portal, const QString &login = PortalProcess::login())
        : m_connection(m_clock)
    {
        TransportSettings settings;
        settings.baseUrl = portal;
        settings.proxy = TransportSettings::Proxy::None;
        if (!m_connection.configure(settings))
            qFatal("address");
        const Result<TokenGrant> grant = result<TokenGrant>(new SignInJob(
            m_connection, login, PortalProcess::password(), {}, QStringLiteral("raw")));
        if (!grant)
            qFatal("sign-in: %s", qPrintable(grant.error().key));
        m_connection.setAccessToken(grant->accessToken);
    }

    Result<QList<OperationResult>> send(const QList<Operation> &operations)
    {
        return result<QList<OperationResult>>(new OperationsJob(m_connection, operations));
    }
    Result<FeedPage> changes(const QString &since, int limit = 500)
    {
        return result<FeedPage>(new ChangesJob(m_connection, since, limit));
    }
    Operation note(const CaseFile &caseFile, const QString &text, const OperationId &after = {})
    {
        Operation operation;
        operation.id = newId<OperationId>(m_clock);
        operation.caseId = caseFile.id;
        operation.after = after;
        operation.baseVersion = caseFile.version;
        operation.createdAt = m_clock.now();
        operation.args = AddNote{ newId<NoteId>(m_clock), text };
        return operation;
    }
    PortalConnection &connection() { return m_connection; }

private:
    template <class T, class Job> static Result<T> result(Job *job)
    {
        std::optional<Result<T>> outcome;
        const QObject context;
        QObject::connect(job, &Job::finished, &context,
            [&](const Result<T> &answer) { outcome.emplace(answer); });
        job->start(); // deletes itself in the end
        if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 30'000))
            return error(ErrorCode::Internal, "test.noEnd");
        return *outcome;
    }

    SystemClock m_clock;
    PortalConnection m_connection;
};
