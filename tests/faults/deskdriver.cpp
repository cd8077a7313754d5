#include "deskdriver.h"

#include "models/store/cache.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>
#include <cstdio>

namespace {

constexpr auto flag = "--as-desk";
constexpr int patience = 30'000;

QString file(const QString &folder, const char *name)
{
    return folder + QLatin1Char('/') + QLatin1String(name);
}

} // namespace

QMap<QString, CaseFile> casesIn(const Cache &cache)
{
    QMap<QString, CaseFile> cases;
    for (const qint64 key : cache.columns().key) {
        if (const auto caseFile = cache.find(cache.idOf(key)))
            cases.insert(caseFile->id.text, *caseFile);
    }
    return cases;
}

DeskDriver::DeskDriver(
    const QString &folder, const QUrl &portal, const QString &login, const QString &password)
    : m_folder(folder)
    , m_portal(portal)
    , m_login(login)
    , m_password(password)
    , m_keyring(file(folder, "keyring"))
    , m_history(History::read(logIn(folder)))
{
}

DeskDriver::~DeskDriver() = default;

bool DeskDriver::fail(const QString &what)
{
    m_complaint = what;
    return false;
}

bool DeskDriver::open()
{
    m_settings = std::make_unique<Settings>(
        Settings::Files{ file(m_folder, "policy.ini"), file(m_folder, "kontor.ini") });
    if (!m_settings->setServer(m_portal)
        || !m_settings->set(Settings::proxyMode, QStringLiteral("none")))
        return fail(QStringLiteral("settings"));
    const ProfilePaths paths{ profileIn(m_folder) };
    QDir().mkpath(paths.root);
    auto desk = Desk::open(paths, { m_clock, m_keyring, *m_settings, [] { return 0.5; } });
    if (!desk)
        return fail(QStringLiteral("open: ") + desk.error().key + desk.error().detail);
    m_desk = *std::move(desk);
    return true;
}

bool DeskDriver::carryOut(const QStringList &steps)
{
    if (!open())
        return false;
    for (const QString &step : steps) {
        if (!carryOut(step))
            return fail(step + QStringLiteral(": ") + m_complaint);
    }
    m_desk.reset();
    return true;
}

bool DeskDriver::carryOut(const QString &step)
{
    const QString verb = step.section(QLatin1Char('='), 0, 0);
    const CaseId id{ step.section(QLatin1Char('='), 1, 1) };
    const QString text = step.section(QLatin1Char('='), 2);
    if (verb == QLatin1String("sync"))
        return sync();
    if (verb == QLatin1String("fetch"))
        return fetch();
    if (verb == QLatin1String("erase"))
        return erase();
    if (verb == QLatin1String("pause"))
        return pause();
    if (verb == QLatin1String("draft"))
        return draft(id, text);
    return act(verb, id, text);
}

bool DeskDriver::signIn()
{
    Credentials &credentials = m_desk->credentials();
    m_desk->restoreSignIn();
    if (!QTest::qWaitFor(
            [&] { return credentials.state() != Credentials::State::Starting; }, patience))
        return fail(QStringLiteral("keyring"));
    if (credentials.state() == Credentials::State::SignedIn)
        return true;
    std::optional<Status> done;
    QObject context;
    QObject::connect(
        &credentials, &Credentials::signInFinished, &context, [&](const Result<DeviceId> &device) {
            done = device ? success() : Status(device.error());
        });
    m_desk->signIn(m_login, m_password);
    if (!QTest::qWaitFor([&] { return done.has_value(); }, patience) || !*done)
        return fail(QStringLiteral("sign-in ") + (done ? done->error().key : QString()));
    return QTest::qWaitFor([&] { return !credentials.isStoring(); }, patience);
}

bool DeskDriver::sync()
{
    SyncEngine &engine = m_desk->engine();
    Status result = success();
    // A second round where the first found out that the sign-in has ended.
    for (int round = 0; round < 2; ++round) {
        if (!signIn())
            return false;
        std::optional<Status> done;
        QObject context;
        QObject::connect(&engine, &SyncEngine::roundFinished, &context,
            [&](const Status &status) { done = status; });
        engine.syncNow();
        if (!QTest::qWaitFor([&] { return done.has_value(); }, patience))
            return fail(QStringLiteral("the round does not end"));
        result = *done;
        if (result || result.error().code != ErrorCode::Unauthenticated)
            break;
    }
    return result ? true : fail(result.error().key);
}

bool DeskDriver::fetch()
{
    CaseView &view = m_desk->view();
    SyncEngine &engine = m_desk->engine();
    for (const qint64 key : view.columns().result().key) {
        const CaseId id = view.idOf(key);
        const auto viewed = view.find(id);
        for (const Attachment &attachment : viewed->caseFile.attachments) {
            if (!view.filePath(attachment).isEmpty())
                continue;
            int state = 0;
            QObject context;
            QObject::connect(&engine, &SyncEngine::fileArrived, &context, [&] { state = 1; });
            QObject::connect(&engine, &SyncEngine::fileFailed, &context, [&] { state = 2; });
            engine.fetchFile(id, attachment);
            if (!QTest::qWaitFor([&] { return state != 0; }, patience) || state == 2)
                return fail(attachment.name);
        }
    }
    return true;
}

bool DeskDriver::erase()
{
    const auto cache = Cache::open(m_desk->paths());
    if (!cache)
        return fail(cache.error().key);
    return QTest::qWaitFor([&] { return !(*cache)->isErasing(); }, patience)
        || fail(QStringLiteral("not erased"));
}

bool DeskDriver::pause()
{
    std::puts("paused");
    std::fflush(stdout);
    return std::getchar() != EOF;
}

bool DeskDriver::draft(const CaseId &id, const QString &text)
{
    if (m_history.find(text, true) || m_history.find(text))
        return true;
    DraftStore &drafts = m_desk->outbox().drafts();
    for (const PendingOperation &entry : everythingInOutbox()) {
        if (History::textOf(entry.operation) == text)
            return true; // became an act already
    }
    Draft draft;
    for (const Draft &known : drafts.list(id)) {
        if (known.content.value(QLatin1String("text")).toString() == text)
            draft = known; // durable, but the screen went dark before
    }
    draft.caseId = id;
    draft.kind = QStringLiteral("reply");
    draft.content = { { QStringLiteral("text"), text } };
    const Result<Draft> saved = drafts.save(draft);
    if (!saved)
        return fail(saved.error().key);
    const History::Act told{ {}, id, text };
    m_history.add(told);
    return History::append(logIn(m_folder), told);
}

bool DeskDriver::act(const QString &kind, const CaseId &id, const QString &text)
{
    if (m_history.find(text))
        return true;
    History::Act told{ {}, id, text };
    for (const PendingOperation &entry : everythingInOutbox()) {
        if (History::textOf(entry.operation) == text)
            told.operation = entry.operation.id; // durable, but the screen went dark before
    }
    if (told.operation.isNull()) {
        Outbox::Append how;
        OperationArgs args = AddNote{ newId<NoteId>(m_clock), text };
        if (kind == QLatin1String("reply")) {
            for (const Draft &draft : m_desk->outbox().drafts().list(id)) {
                if (draft.content.value(QLatin1String("text")).toString() == text)
                    how.draft = draft.id;
            }
            const QString original = file(m_folder, "Lageplan.pdf");
            QFile pdf(original);
            if (!pdf.open(QIODevice::WriteOnly)
                || pdf.write("%PDF-1.4\n" + QByteArray(150'000, 'p') + text.toUtf8()) < 0)
                return fail(QStringLiteral("file"));
            pdf.close();
            const Result<NewAttachment> staged = m_desk->outbox().stageFile(original);
            if (!staged)
                return fail(staged.error().key);
            Reply reply;
            reply.id = newId<MessageId>(m_clock);
            reply.text = text;
            reply.attachments = { *staged };
            if (const auto viewed = m_desk->view().find(id))
                reply.lastSeen = lastApplicantMessage(viewed->caseFile);
            args = reply;
        }
        const auto saved = m_desk->outbox().append(m_desk->view().operation(id, args), how);
        if (!saved)
            return fail(saved.error().key);
        told.operation = saved->id;
    }
    m_history.add(told);
    return History::append(logIn(m_folder), told);
}

QList<PendingOperation> DeskDriver::everythingInOutbox() const
{
    return m_desk->outbox().all() + m_desk->outbox().delivered({});
}

int DeskDriver::runAsProcess(const QStringList &arguments)
{
    if (arguments.value(1) != QLatin1String(flag) || arguments.size() < 6)
        return -1;
    DeskDriver driver(arguments[2], QUrl(arguments[3]), arguments[4], arguments[5]);
    if (driver.carryOut(arguments.mid(6)))
        return 0;
    std::fprintf(stderr, "%s\n", qPrintable(driver.complaint()));
    return 3;
}

DeskProcess::DeskProcess(
    const QString &folder, const QUrl &portal, const QString &login, const QString &password)
    : m_arguments{ QLatin1String(flag), folder, portal.toString(), login, password }
{
}

DeskProcess::~DeskProcess() = default;

int DeskProcess::run(const QStringList &steps, const QHash<QString, QString> &variables)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    m_output.clear();
    QObject::connect(&process, &QProcess::readyRead, &process, [&] {
        const QString said = QString::fromUtf8(process.readAll());
        m_output += said;
        if (said.contains(QLatin1String("paused"))) {
            if (m_onPause)
                m_onPause();
            process.write("\n");
        }
    });
    process.start(QCoreApplication::applicationFilePath(), m_arguments + steps);
    const bool ended
        = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 4 * patience);
    if (!ended) {
        process.kill();
        process.waitForFinished();
        return -1;
    }
    m_output += QString::fromUtf8(process.readAll());
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
}

QString DeskProcess::killedAt() const
{
    const qsizetype at = m_output.indexOf(QLatin1String("fault step"));
    return at < 0 ? QString()
                  : m_output.mid(at).section(QStringLiteral(": "), 1).section(u'\n', 0, 0);
}
