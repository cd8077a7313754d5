#include "service.h"

#include "jsonoutput.h"
#include "linereader.h"

#include "app/client/desk.h"
#include "models/domain/wire.h"
#include "models/store/caseview.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"

#include <QJsonDocument>
#include <cstdio>

Service::Service(Desk &desk, const GlobalOptions &options)
    : m_desk(desk)
    , m_runner(desk, options, true)
    , m_options(options)
{
}

void Service::say(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    fwrite(line.constData(), 1, size_t(line.size()), stdout);
    fflush(stdout);
}

void Service::reportEvents()
{
    const auto event = [](const char *name, QJsonObject object = {}) {
        object.insert(QStringLiteral("event"), QString::fromLatin1(name));
        return object;
    };
    connect(&m_desk.engine(), &SyncEngine::statusChanged, this,
        [=, this](const SyncStatus &status) { say(event("status", jsonOf(status))); });
    connect(&m_desk.engine(), &SyncEngine::operationSettled, this,
        [=, this](const OperationResult &result) { say(event("settled", toJson(result))); });
    connect(&m_desk.engine(), &SyncEngine::roundFinished, this, [=, this](const Status &result) {
        QJsonObject round{ { QStringLiteral("ok"), result.ok() } };
        if (!result)
            round.insert(QStringLiteral("error"), toJson(result.error()));
        say(event("round", round));
    });
    connect(&m_desk.view(), &CaseView::caseChanged, this, [=, this](const CaseId &id) {
        say(event("caseChanged", { { QStringLiteral("case"), id.text } }));
    });
    connect(&m_desk.view(), &CaseView::caseRemoved, this, [=, this](const CaseId &id) {
        say(event("caseRemoved", { { QStringLiteral("case"), id.text } }));
    });
    connect(
        &m_desk.credentials(), &Credentials::revoked, this, [=, this] { say(event("signedOut")); });
}

void Service::start()
{
    reportEvents();
    if (m_options.offline)
        m_desk.engine().setPaused(true);
    if (!m_options.login.isEmpty()) {
        Command signIn;
        signIn.name = QStringLiteral("sync"); // signs in on the way if nobody is
        m_runner.execute(signIn, [this](const CommandRunner::Outcome &outcome) {
            QJsonObject ready = outcome.json;
            ready.insert(QStringLiteral("event"), QStringLiteral("ready"));
            say(ready);
        });
    }
    m_desk.start();
    auto *reader = new LineReader(this);
    connect(reader, &LineReader::lineRead, this, &Service::onLine);
    connect(reader, &LineReader::ended, this, &Service::ended);
    reader->start();
}

void Service::onLine(const QByteArray &line)
{
    const QJsonDocument json = QJsonDocument::fromJson(line);
    QJsonObject object = json.object();
    const QJsonValue id = object.take(QLatin1String("id"));
    Command command{ object.take(QLatin1String("command")).toString(), object };
    if (command.name == QLatin1String("quit")) {
        emit ended();
        return;
    }
    // The field "id" numbers the line; the id of an attachment or an operation is "of" there.
    if (object.contains(QLatin1String("of")))
        command.options.insert(QStringLiteral("id"), object.value(QLatin1String("of")));
    const auto answer = [this, id](const CommandRunner::Outcome &outcome) {
        QJsonObject said = outcome.json;
        if (!outcome.json.contains(QLatin1String("error")))
            said = { { QStringLiteral("result"), outcome.json } };
        said.insert(QStringLiteral("id"), id);
        said.insert(QStringLiteral("exitCode"), outcome.exitCode);
        say(said);
    };
    const Status known = checkCommand(command);
    if (!known || command.name == QLatin1String("run"))
        return answer(CommandRunner::outcomeOf(
            known ? error(ErrorCode::InvalidInput, "cli.usage") : known.error()));
    m_runner.execute(command, answer);
}
