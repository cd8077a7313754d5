#include "deskdriver.h"

#include "models/store/cache.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>
#include <cstdio>

namespace {

constexpr auto flag = "--as-desk";
constexpr auto paused = "paused for ";
constexpr int patience = 30'000;

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
    , m_keyring(folder + QStringLiteral("/keyring"))
    , m_history(History::read(logIn(folder)))
{
}

DeskDriver::~DeskDriver() = default;

bool DeskDriver::fail(const QString &what)
{
    m_complaint = what;
    return false;
}

bool DeskDriver::carryOut(const QStringList &steps)
{
    QDir().mkpath(Clerk::profileIn(m_folder));
    m_clerk = std::make_unique<Clerk>(
        m_portal, m_login, m_password, Clerk::Home{ m_folder, &m_keyring, 30 });
    for (const QString &step : steps) {
        if (!carryOut(step))
            return fail(step + QStringLiteral(": ") + m_complaint);
    }
    m_clerk.reset();
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
    if (verb == QLatin1String("decide"))
        return decide();
    if (verb == QLatin1String("clock")) {
        m_clerk->clock.aheadMs = text.toLongLong() * 1000;
        return true;
    }
    if (verb == QLatin1String("pause"))
        return pause(text);
    if (verb == QLatin1String("draft"))
        return draft(id, text);
    return act(verb, id, text);
}

bool DeskDriver::sync()
{
    Status result = success();
    // A second round where the first found out that the sign-in has ended.
    for (int round = 0; round < 2; ++round) {
        if (!m_clerk->isSignedIn() && !m_clerk->signIn())
            return fail(QStringLiteral("sign-in"));
        result = m_clerk->sync();
        if (result || result.error().code != ErrorCode::Unauthenticated)
            break;
    }
    return result ? true : fail(result.error().key);
}

bool DeskDriver::fetch()
{
    CaseView &view = m_clerk->view();
    SyncEngine &engine = m_clerk->engine();
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
    const auto cache = Cache::open(m_clerk->paths());
    if (!cache)
        return fail(cache.error().key);
    return QTest::qWaitFor([&] { return !(*cache)->isErasing(); }, patience)
        || fail(QStringLiteral("not erased"));
}

// Forgotten by the portal, held, or of a case that is the clerk's again: once more. A reply that
// the applicant's news overtook: the clerk has read them.
bool DeskDriver::decide()
{
    Outbox &outbox = m_clerk->outbox();
    for (const PendingOperation &entry : outbox.notSent()) {
        const std::optional<CaseFile> shown = m_clerk->shown(entry.operation.caseId);
        if (!shown)
            continue;
        Status done = success();
        if (entry.state == PendingState::NeedsAttention) {
            if (!History::appendWord(logIn(m_folder), entry.operation.id))
                return fail(QStringLiteral("the log"));
            done = outbox.release(entry.operation.id);
        } else {
            OperationArgs args = entry.operation.args;
            if (auto *reply = std::get_if<Reply>(&args))
                reply->lastSeen = lastApplicantMessage(*shown);
            const auto renewed = outbox.replace(
                entry.operation.id, m_clerk->view().operation(entry.operation.caseId, args));
            done = renewed ? success() : Status(renewed.error());
        }
        if (!done)
            return fail(
                History::textOf(entry.operation) + u' ' + entry.reason + u' ' + done.error().key);
    }
    return true;
}

bool DeskDriver::pause(const QString &text)
{
    std::printf("%s%s\n", paused, qPrintable(text));
    std::fflush(stdout);
    return std::getchar() != EOF;
}

bool DeskDriver::draft(const CaseId &id, const QString &text)
{
    if (m_history.find(text, true) || m_history.find(text))
        return true;
    DraftStore &drafts = m_clerk->outbox().drafts();
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
        OperationArgs args = AddNote{ newId<NoteId>(m_clerk->clock), text };
        if (kind == QLatin1String("reply")) {
            for (const Draft &draft : m_clerk->outbox().drafts().list(id)) {
                if (draft.content.value(QLatin1String("text")).toString() == text)
                    how.draft = draft.id;
            }
            const QString original = m_clerk->file(QStringLiteral("Lageplan.pdf"));
            QFile pdf(original);
            if (!pdf.open(QIODevice::WriteOnly)
                || pdf.write("%PDF-1.4\n" + QByteArray(150'000, 'p') + text.toUtf8()) < 0)
                return fail(QStringLiteral("file"));
            pdf.close();
            const Result<NewAttachment> staged = m_clerk->outbox().stageFile(original);
            if (!staged)
                return fail(staged.error().key);
            Reply reply;
            reply.id = newId<MessageId>(m_clerk->clock);
            reply.text = text;
            reply.attachments = { *staged };
            if (const auto viewed = m_clerk->view().find(id))
                reply.lastSeen = lastApplicantMessage(viewed->caseFile);
            args = reply;
        }
        const auto saved = m_clerk->outbox().append(m_clerk->view().operation(id, args), how);
        if (!saved)
            return fail(saved.error().key);
        told.operation = saved->id;
    }
    m_history.add(told);
    return History::append(logIn(m_folder), told);
}

QList<PendingOperation> DeskDriver::everythingInOutbox() const
{
    return m_clerk->outbox().all() + m_clerk->outbox().delivered({});
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
    process.setProcessEnvironment(environmentWith(variables));
    process.setProcessChannelMode(QProcess::MergedChannels);
    m_output.clear();
    QObject::connect(&process, &QProcess::readyRead, &process, [&] {
        while (process.canReadLine()) {
            const QString line = QString::fromUtf8(process.readLine());
            m_output += line;
            if (!line.startsWith(QLatin1String(paused)))
                continue;
            if (m_onPause)
                m_onPause(line.mid(int(qstrlen(paused))).trimmed());
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
