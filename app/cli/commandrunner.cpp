#include "commandrunner.h"

#include "jsonoutput.h"

#include "app/client/desk.h"
#include "models/domain/wire.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"

#include <QFile>
#include <QTextStream>

namespace {

// Calls fn with the signal's arguments once.
template <class Sender, class Signal, class Fn>
void once(const Sender *sender, Signal signal, QObject *context, Fn fn)
{
    auto *guard = new QObject(context);
    QObject::connect(sender, signal, guard, [guard, fn](auto &&...values) {
        delete guard;
        fn(values...);
    });
}

QString nameOf(KeyringState state)
{
    switch (state) {
    case KeyringState::Unknown:
        return QStringLiteral("unknown");
    case KeyringState::There:
        return QStringLiteral("there");
    case KeyringState::Locked:
        return QStringLiteral("locked");
    case KeyringState::Absent:
        return QStringLiteral("absent");
    case KeyringState::Slow:
        return QStringLiteral("slow");
    }
    return {};
}

} // namespace

Result<QString> readPassword(const QString &file)
{
    QFile source(file);
    const bool opened = file.isEmpty() ? source.open(stdin, QIODevice::ReadOnly)
                                       : source.open(QIODevice::ReadOnly);
    if (!opened)
        return error(ErrorCode::NotFound, "cli.passwordFile");
    QString password = QString::fromUtf8(source.readLine());
    while (password.endsWith(QLatin1Char('\n')) || password.endsWith(QLatin1Char('\r')))
        password.chop(1);
    return password;
}

CommandRunner::CommandRunner(Desk &desk, const GlobalOptions &options, bool synchronising)
    : m_desk(desk)
    , m_options(options)
    , m_synchronising(synchronising)
    , m_local(desk)
{
}

CommandRunner::Outcome CommandRunner::outcomeOf(const Result<QJsonObject> &result)
{
    if (result)
        return { *result, 0 };
    return { { { QStringLiteral("error"), toJson(result.error()) } }, exitCodeOf(result.error()) };
}

void CommandRunner::execute(const Command &command, Done done)
{
    const bool signsIn = command.name == QLatin1String("sign-in");
    // What `run` keeps is sent by its own rounds: its acts wait for nobody's sign-in.
    const bool kept = m_synchronising && m_local.knows(command.name);
    if (signsIn || kept || m_options.login.isEmpty() || m_options.offline)
        return run(command, done);
    whenRestored([this, command, done] {
        if (m_desk.credentials().state() == Credentials::State::SignedIn)
            return run(command, done);
        signIn({}, [this, command, done](const Outcome &outcome) {
            // Acts and reading need no portal: only the sign-in's refusal stops them.
            if (outcome.exitCode == 0 || outcome.exitCode == 3)
                run(command, done);
            else
                done(outcome);
        });
    });
}

void CommandRunner::run(const Command &command, const Done &done)
{
    const QString &name = command.name;
    if (m_local.knows(name)) {
        const Result<QJsonObject> result = m_local.execute(command);
        const bool send = result && DeskCommands::isAct(name)
            && result->contains(QLatin1String("opId")) && !m_synchronising && !m_options.offline;
        if (send)
            sendAct(*result, done);
        else
            done(outcomeOf(result));
        return;
    }
    if (name == QLatin1String("proxy"))
        return setProxy(command, done);
    if (m_options.offline)
        return done(outcomeOf(error(ErrorCode::Unreachable, "sync.paused")));
    if (name == QLatin1String("sign-in"))
        return signIn(command, done);
    if (name == QLatin1String("sign-out"))
        return signOut(done);
    if (name == QLatin1String("attachment"))
        return attachment(command, done);
    sync([this, done](const Status &result) {
        Outcome outcome;
        outcome.json = jsonOf(m_desk.engine().status());
        if (!result)
            outcome = outcomeOf(result.error());
        else if (m_desk.engine().status().attention > 0)
            outcome.exitCode = 5;
        done(outcome);
    });
}

void CommandRunner::setProxy(const Command &command, const Done &done)
{
    const QString mode = command.text("mode");
    const QStringList modes{ QStringLiteral("system"), QStringLiteral("none"),
        QStringLiteral("manual") };
    const bool usable = modes.contains(mode) && (mode != modes.last() || command.has("host"));
    if (!usable)
        return done(outcomeOf(error(ErrorCode::InvalidInput, "cli.usage")));
    Settings &settings = m_desk.settings();
    Status kept = settings.set(Settings::proxyMode, mode);
    for (const auto &[key, option] : { std::pair(Settings::proxyHost, "host"),
             std::pair(Settings::proxyPort, "port"), std::pair(Settings::proxyUser, "user") }) {
        if (kept)
            kept = settings.set(key, command.text(option));
    }
    if (kept)
        kept = m_desk.configureConnection();
    const QJsonObject said{ { QStringLiteral("mode"), mode } };
    if (!kept || !command.has("user"))
        return done(kept ? Outcome{ said, 0 } : outcomeOf(kept.error()));
    const Result<QString> password = readPassword(m_options.passwordFile);
    if (!password)
        return done(outcomeOf(password.error()));
    m_desk.setProxyPassword(*password, [done, said](const Status &written) {
        done(written ? Outcome{ said, 0 } : outcomeOf(written.error()));
    });
}

void CommandRunner::whenRestored(const std::function<void()> &fn)
{
    Credentials &credentials = m_desk.credentials();
    m_desk.restoreSignIn();
    if (credentials.state() != Credentials::State::Starting)
        return fn();
    once(&credentials, &Credentials::stateChanged, this, [fn](Credentials::State) { fn(); });
}

QJsonObject CommandRunner::signedIn() const
{
    const Credentials &credentials = m_desk.credentials();
    return { { QStringLiteral("signedIn"), credentials.state() == Credentials::State::SignedIn },
        { QStringLiteral("keyring"), nameOf(credentials.keyringState()) },
        { QStringLiteral("persistent"), credentials.isPersistent() } };
}

void CommandRunner::signIn(const Command &, const Done &done)
{
    const Result<QString> password = readPassword(m_options.passwordFile);
    if (!password)
        return done(outcomeOf(password.error()));
    Credentials &credentials = m_desk.credentials();
    once(&credentials, &Credentials::signInFinished, this,
        [this, done, &credentials](const Result<DeviceId> &device) {
            if (!device)
                return done(outcomeOf(device.error()));
            if (!credentials.isStoring())
                return done({ signedIn(), 0 });
            once(&credentials, &Credentials::stored, this, [this, done] {
                done({ signedIn(), 0 });
            });
        });
    m_desk.signIn(m_options.login, *password);
}

void CommandRunner::signOut(const Done &done)
{
    whenRestored([this, done] {
        Credentials &credentials = m_desk.credentials();
        const auto end = [this, done, &credentials] {
            once(&credentials, &Credentials::signedOut, this, [this, done] {
                done({ signedIn(), 0 });
            });
            m_desk.signOut();
        };
        // An access token is needed to tell the portal; without network the desk forgets alone.
        if (credentials.state() == Credentials::State::SignedIn && !credentials.hasAccess()) {
            once(&credentials, &Credentials::refreshed, this, [end](const Status &) { end(); });
            credentials.refresh();
        } else {
            end();
        }
    });
}

void CommandRunner::sync(const std::function<void(const Status &)> &done)
{
    m_desk.restoreSignIn();
    once(&m_desk.engine(), &SyncEngine::roundFinished, this, done);
    m_desk.engine().syncNow();
}

void CommandRunner::sendAct(const QJsonObject &act, const Done &done)
{
    const OperationId id{ act.value(QLatin1String("opId")).toString() };
    sync([this, act, id, done](const Status &result) {
        Outcome outcome{ act, 0 };
        const std::optional<PendingOperation> entry = m_desk.outbox().find(id);
        if (entry) {
            outcome.json = jsonOf(*entry);
            const bool decide = entry->state == PendingState::Conflict
                || entry->state == PendingState::Rejected
                || entry->state == PendingState::NeedsAttention;
            outcome.exitCode = decide ? 5 : 0;
        }
        if (!result) // durable all the same
            outcome.json.insert(QStringLiteral("problem"), toJson(result.error()));
        done(outcome);
    });
}

void CommandRunner::attachment(const Command &command, const Done &done)
{
    const Result<ViewedCase> viewed = findCase(m_desk, command.text("case"));
    if (!viewed)
        return done(outcomeOf(viewed.error()));
    const AttachmentId wanted{ command.text("id") };
    if (!findAttachment(viewed->caseFile, wanted))
        return done(outcomeOf(error(ErrorCode::NotFound, "attachment.notFound")));
    const CaseId caseId = viewed->caseFile.id;
    const auto save = [this, caseId, wanted, done, to = command.text("to")] {
        const QString path = m_desk.attachmentPath(caseId, wanted);
        QFile::remove(to);
        if (path.isEmpty() || !QFile::copy(path, to))
            return done(outcomeOf(error(ErrorCode::NoSpace, "cli.notSaved")));
        done({ { { QStringLiteral("saved"), to } }, 0 });
    };
    whenRestored([this, caseId, wanted, save, done] {
        auto *guard = new QObject(this);
        connect(&m_desk.engine(), &SyncEngine::fileArrived, guard,
            [=](const CaseId &, const AttachmentId &id, const QString &) {
                if (id == wanted) {
                    guard->deleteLater();
                    guard->disconnect();
                    save();
                }
            });
        connect(&m_desk.engine(), &SyncEngine::fileFailed, guard,
            [=](const CaseId &, const AttachmentId &id, const Error &error) {
                if (id == wanted) {
                    guard->deleteLater();
                    done(outcomeOf(error));
                }
            });
        if (!m_desk.attachmentPath(caseId, wanted).isEmpty()) {
            delete guard;
            save();
        }
    });
}
