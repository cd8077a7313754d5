#include "clerk.h"

#include "app/client/caseactions.h"
#include "models/domain/apply.h"
#include "sync/credentials/credentials.h"

#include <QCryptographicHash>

Clerk::Clerk(const QUrl &portal, const QString &login, const QString &password)
    : m_folder(std::make_unique<QTemporaryDir>())
    , m_home{ m_folder->path(), &keyring }
    , m_portal(portal)
    , m_login(login)
    , m_password(password)
{
    open();
}

Clerk::Clerk(const QUrl &portal, const QString &login, const QString &password, const Home &home)
    : m_home(home)
    , m_portal(portal)
    , m_login(login)
    , m_password(password)
{
    open();
}

Clerk::~Clerk() = default;

void Clerk::open(const QString &proxyMode)
{
    m_settings = std::make_unique<Settings>(
        Settings::Files{ file(QStringLiteral("policy.ini")), file(QStringLiteral("kontor.ini")) });
    bool set = m_settings->setServer(m_portal).ok();
    set = set && m_settings->set(Settings::serverTimeout, m_home.timeoutSeconds).ok();
    set = set && m_settings->set(Settings::proxyMode, proxyMode).ok();
    Result<std::unique_ptr<Desk>> desk
        = Desk::open(paths(), { clock, *m_home.keyring, *m_settings, [] { return 0.5; }, &time });
    if (!set || !desk)
        qFatal("no desk: %s", set ? qPrintable(desk.error().key) : "settings");
    m_desk = *std::move(desk);
    m_desk->restoreSignIn();
    const bool restored = QTest::qWaitFor(
        [this] { return m_desk->credentials().state() != Credentials::State::Starting; });
    if (!restored)
        qFatal("the keyring does not answer");
}

void Clerk::close()
{
    m_desk.reset();
}

bool Clerk::signIn()
{
    return signInAs(m_login);
}

bool Clerk::isSignedIn() const
{
    return m_desk->credentials().state() == Credentials::State::SignedIn;
}

bool Clerk::isIdle() const
{
    return m_desk && isSignedIn() && clock.aheadMs == 0 && m_desk->outbox().all().isEmpty()
        && m_desk->engine().status().reachability == Reachability::Online;
}

bool Clerk::signInAs(const QString &login)
{
    Credentials &credentials = m_desk->credentials();
    QSignalSpy done(&credentials, &Credentials::signInFinished);
    m_desk->signIn(login, m_password);
    return (!done.isEmpty() || done.wait(20'000)) && isSignedIn()
        && QTest::qWaitFor([&] { return !credentials.isStoring(); });
}

Status Clerk::sync()
{
    std::optional<Status> result;
    const QObject context;
    QObject::connect(&engine(), &SyncEngine::roundFinished, &context,
        [&](const Status &status) { result = status; });
    engine().syncNow();
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
        return error(ErrorCode::Internal, "test.noEnd");
    return *result;
}

QString Clerk::syncKey()
{
    const Status result = sync();
    return result ? QString() : result.error().key;
}

QList<CaseId> Clerk::cases(const QString &department, CaseState state)
{
    QList<CaseId> ids;
    for (const qint64 key : view().firstKeys(InboxOrder::Reference, Qt::AscendingOrder, 10'000)) {
        const std::optional<InboxRow> row = view().row(key);
        if (row && (department.isEmpty() || row->department.text == department)
            && (state == CaseState::Unknown || row->state == state))
            ids.append(row->id);
    }
    return ids;
}

QList<CaseId> Clerk::allCases()
{
    QList<CaseId> ids;
    for (const qint64 key : view().columns().result().key)
        ids.append(view().idOf(key));
    return ids;
}

std::optional<CaseFile> Clerk::shown(const CaseId &id)
{
    const std::optional<ViewedCase> viewed = view().find(id);
    return viewed ? std::optional(viewed->caseFile) : std::nullopt;
}

QMap<QString, CaseFile> Clerk::everything()
{
    QMap<QString, CaseFile> all;
    for (const CaseId &id : allCases())
        all.insert(id.text, *shown(id));
    return all;
}

Operation Clerk::act(const CaseId &id, const OperationArgs &args)
{
    const Result<Operation> kept = outbox().append(view().operation(id, args));
    if (!kept)
        qFatal("not kept: %s", qPrintable(kept.error().key));
    return *kept;
}

Operation Clerk::note(const CaseId &id, const QString &text)
{
    return act(id, AddNote{ newId<NoteId>(clock), text });
}

NewAttachment Clerk::stage(const QByteArray &bytes, const QString &name)
{
    return *outbox().stageData(name, QStringLiteral("application/pdf"), bytes);
}

Operation Clerk::reply(const CaseId &id, const QString &text, const QList<NewAttachment> &files)
{
    Reply reply;
    reply.id = newId<MessageId>(clock);
    reply.text = text;
    reply.attachments = files;
    reply.lastSeen = lastApplicantMessage(*shown(id));
    return act(id, reply);
}

int notesOf(const CaseFile &caseFile, const QString &text)
{
    return int(std::count_if(caseFile.notes.begin(), caseFile.notes.end(),
        [&](const Note &note) { return note.text == text; }));
}

QString sha256Of(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}
