#include "desk.h"

#include "caseactions.h"
#include "noticedraft.h"
#include "referenceformat.h"

#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/filestore.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"

#include <QEventLoop>
#include <QLoggingCategory>
#include <QSysInfo>

#include <algorithm>

Q_LOGGING_CATEGORY(deskLog, "kontor.desk")

namespace {

const auto deviceFact = QStringLiteral("deviceId");
const auto loginFact = QStringLiteral("login");
constexpr int hourMs = 3600 * 1000;
const auto proxyEntry = QStringLiteral("proxy-password");

} // namespace

Desk::Desk(const Services &services)
    : m_services(services)
{
}

Desk::~Desk()
{
    if (m_engine)
        m_engine->stop();
    // The keyring answers within its limit; without waiting the next start would be signed out.
    QEventLoop loop;
    if (m_credentials && m_credentials->isStoring()) {
        connect(m_credentials.get(), &Credentials::stored, &loop, &QEventLoop::quit);
        loop.exec();
    }
}

Result<std::unique_ptr<Desk>> Desk::open(const ProfilePaths &paths, const Services &services)
{
    std::unique_ptr<Desk> desk(new Desk(services));
    const Status built = desk->build(paths);
    if (!built)
        return built.error();
    return desk;
}

Status Desk::build(const ProfilePaths &paths)
{
    Result<LawTable> law = loadLawTable();
    if (!law)
        return law.error();
    m_law = *std::move(law);
    Result<QVector<NoticeTemplate>> templates = builtInTemplates();
    if (!templates)
        return templates.error();
    m_templates = *std::move(templates);

    Result<std::unique_ptr<Profile>> profile = Profile::open(paths);
    if (!profile)
        return profile.error();
    m_profile = *std::move(profile);
    const ProfilePaths &own = m_profile->paths();
    Result<std::unique_ptr<Outbox>> outbox
        = Outbox::open(own, m_services.clock, m_services.steady ? m_services.steady : &m_steady);
    if (!outbox)
        return outbox.error();
    m_outbox = *std::move(outbox);
    usePrintedReferences(*m_outbox);
    tidy();
    connect(&m_tidying, &QTimer::timeout, this, &Desk::tidy);
    m_tidying.start(hourMs);
    Result<std::unique_ptr<Cache>> cache = Cache::open(own);
    if (!cache)
        return cache.error();
    m_cache = *std::move(cache);
    m_writer = std::make_unique<CacheWriter>(own, m_services.clock);
    Result<std::unique_ptr<CaseView>> view
        = CaseView::open(own, *m_outbox, *m_writer, m_services.clock);
    if (!view)
        return view.error();
    m_view = *std::move(view);

    m_connection = std::make_unique<PortalConnection>(m_services.clock);
    m_credentials = std::make_unique<Credentials>(*m_connection, m_services.keyring);
    m_engine = std::make_unique<SyncEngine>(SyncParts{ *m_connection, *m_credentials, *m_outbox,
        *m_writer, m_cache->files(), m_services.clock, m_services.random });
    m_actions = std::make_unique<CaseActions>(*m_view, *m_outbox, m_law, m_services.clock);
    m_actions->setUndoSeconds(qBound(0, m_services.settings.number(Settings::undoSeconds, 10), 60));
    connect(m_credentials.get(), &Credentials::signInFinished, this,
        [this](const Result<DeviceId> &device) {
            if (device)
                rememberDevice(*device);
        });
    if (!m_services.settings.text(Settings::serverUrl).isEmpty())
        return configureConnection();
    return success();
}

void Desk::tidy()
{
    if (const Status done = m_outbox->tidy(); !done)
        qCWarning(deskLog) << "the outbox cannot be tidied:" << done.error().key;
}

Status Desk::configureConnection()
{
    TransportSettings transport = m_services.settings.transport();
    transport.proxyPassword = m_proxyPassword.value_or(QString());
    return m_connection->configure(transport);
}

void Desk::setProxyPassword(const QString &password, std::function<void(const Status &)> done)
{
    m_proxyPassword = password;
    if (const Status configured = configureConnection(); !configured)
        return done(configured);
    m_services.keyring.write(proxyEntry, password.toUtf8(), this,
        [done = std::move(done)](const Status &written) { done(written); });
}

// The keyring is asked once, and only where a proxy asks for a password.
void Desk::whenProxyIsKnown(std::function<void()> fn)
{
    if (m_proxyPassword || m_services.settings.text(Settings::proxyUser).isEmpty())
        return fn();
    m_services.keyring.read(
        proxyEntry, this, [this, fn = std::move(fn)](const Result<QByteArray> &password) {
            if (!m_proxyPassword) {
                m_proxyPassword = password ? QString::fromUtf8(*password) : QString();
                // The address was sound at the start or is complained about on use.
                static_cast<void>(configureConnection().ok());
            }
            fn();
        });
}

void Desk::start()
{
    restoreSignIn();
    m_engine->start();
}

void Desk::restoreSignIn()
{
    if (m_credentials->state() == Credentials::State::Starting)
        whenProxyIsKnown([this] {
            if (m_credentials->state() == Credentials::State::Starting)
                m_credentials->restore(DeviceId{ m_outbox->fact(deviceFact) });
        });
}

void Desk::rememberDevice(const DeviceId &device)
{
    // Without the id the next start would only ask for the password again.
    static_cast<void>(m_outbox->setFact(deviceFact, device.text).ok());
    static_cast<void>(m_outbox->setFact(loginFact, m_signingIn).ok());
}

void Desk::signIn(const QString &login, const QString &password)
{
    restoreSignIn();
    m_signingIn = login;
    whenProxyIsKnown([this, login, password] {
        m_credentials->signIn(login, password, QSysInfo::machineHostName());
    });
}

void Desk::signOut()
{
    // Numbers that are given back are forgotten first: none may be printed while the request is
    // under way. If it does not arrive they are lost, which payment references may be.
    QList<UnusedReferences> unused;
    ReferenceStore &references = m_outbox->references();
    if (m_credentials->hasAccess()) {
        for (const NumberBlock &block : references.unused())
            unused.append({ block.request, block.first });
        if (!references.forgetUnused())
            unused.clear();
    }
    m_credentials->signOut(unused);
}

QString Desk::login() const
{
    return m_outbox->fact(loginFact);
}

bool Desk::wasEverSignedIn() const
{
    return !m_outbox->fact(deviceFact).isEmpty();
}

QList<const NoticeTemplate *> Desk::templatesFor(const CaseId &id) const
{
    QList<const NoticeTemplate *> fitting;
    const std::optional<ViewedCase> viewed = m_view->find(id);
    if (!viewed)
        return fitting;
    const CaseFile &caseFile = viewed->caseFile;
    const std::optional<CaseType> type = m_view->caseType(caseFile.type, caseFile.typeVersion);
    for (const NoticeTemplate &candidate : m_templates) {
        const bool chosen = !type || type->noticeTemplates.isEmpty()
            || type->noticeTemplates.contains(candidate.ref.id);
        if (chosen && candidate.allows(caseFile.type.text))
            fitting.append(&candidate);
    }
    if (type) { // the case type names the usual one first
        const auto rank
            = [&](const NoticeTemplate *one) { return type->noticeTemplates.indexOf(one->ref.id); };
        std::stable_sort(fitting.begin(), fitting.end(),
            [&](auto *one, auto *other) { return rank(one) < rank(other); });
    }
    return fitting;
}

Result<NoticeContent> Desk::prepareNotice(const CaseId &id, const NoticeWish &wish)
{
    const std::optional<ViewedCase> viewed = m_view->find(id);
    if (!viewed)
        return error(ErrorCode::NotFound, "case.notFound");
    const CaseFile &caseFile = viewed->caseFile;
    const NoticeTemplate *chosen = nullptr;
    for (const NoticeTemplate *candidate : templatesFor(id)) {
        if (candidate->ref.id == wish.templateId)
            chosen = candidate;
    }
    if (!chosen)
        return error(ErrorCode::NotFound, "notice.template");

    const std::optional<CaseType> type = m_view->caseType(caseFile.type, caseFile.typeVersion);
    const Session &session = m_view->session();
    NoticeDraftInput input{ caseFile, type ? &*type : nullptr, session, m_law };
    input.letterDate = wish.letterDate.isValid() ? wish.letterDate : m_view->today();
    input.channel = wish.channel;
    input.withFee = wish.withFee;
    input.values = wish.values;
    input.paymentDays = m_services.settings.number(Settings::paymentDays, 30);
    const bool leased = !type || type->referenceSource == ReferenceSource::LeasedBlock;
    if (wish.withFee && leased) {
        const Result<QString> reference = m_outbox->references().reserve(wish.owner.text);
        if (!reference)
            return reference.error();
        input.paymentReference = *reference;
    }
    return draftNotice(*chosen, input);
}

void Desk::discardNotice(const DraftId &owner)
{
    // At worst a number is never used, which payment references may.
    static_cast<void>(m_outbox->references().giveBack(owner.text).ok());
}

QString Desk::attachmentPath(const CaseId &id, const AttachmentId &attachment)
{
    const std::optional<ViewedCase> viewed = m_view->find(id);
    const Attachment *found = viewed ? findAttachment(viewed->caseFile, attachment) : nullptr;
    if (!found)
        return {};
    QString path = m_view->filePath(*found);
    if (path.isEmpty())
        path = m_outbox->stagedPath(found->sha256);
    if (path.isEmpty())
        m_engine->fetchFile(id, *found);
    return path;
}
