#include "deskwindow.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/preview/previewclient.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"
#include "ui/common/theme.h"
#include "ui/inbox/inboxpane.h"
#include "ui/outbox/outboxpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/signin/signinpage.h"

#include <QPointer>

namespace {

constexpr auto windowState = "window/state";
constexpr auto textPercent = "ui/textPercent";
constexpr int ageMs = 30'000;
const QString views = QStringLiteral("views"); // fact of the outbox

// Pages read some of it while they are made, so it must be there before the window.
DeskContext &prepare(DeskContext &context, Desk &desk)
{
    context.setLaw(desk.law());
    context.setTemplates(desk.templates());
    context.setPreviewHelper(PreviewClient::installedHelper());
    context.setPaymentDays(desk.settings().number(Settings::paymentDays, 30));
    return context;
}

} // namespace

DeskWindow::DeskWindow(Desk &desk, Theme *theme)
    : m_desk(desk)
    , m_theme(theme)
    , m_context(desk.clock())
    , m_inbox(desk.view())
    , m_outbox(desk.view())
    , m_notSent(desk.view(), OutboxModel::Part::NotSent)
    , m_journal(desk)
    , m_window(prepare(m_context, desk), m_requests)
    , m_controller(desk, m_context, m_requests, m_window)
    , m_board(desk, m_context, m_window)
{
    connectModels();
    connectSync();
    connectSignIn();
    m_statusTimer.setSingleShot(true);
    m_statusTimer.setInterval(50);
    connect(&m_statusTimer, &QTimer::timeout, this, &DeskWindow::updateStatus);
    auto *age = new QTimer(this);
    connect(age, &QTimer::timeout, this, &DeskWindow::updateStatus);
    age->start(ageMs);
    updateContext();
    updateStatus();
    if (desk.outbox().wasSalvaged())
        QTimer::singleShot(0, this, &DeskWindow::tellOfSalvage);
}

// Shown at each start until it was shown once: nothing of a clerk's work goes missing silently.
void DeskWindow::tellOfSalvage()
{
    m_window.showError(error(ErrorCode::Corrupt, "outbox.salvaged"));
    static_cast<void>(m_desk.outbox().acknowledgeSalvage());
}

DeskWindow::~DeskWindow()
{
    remember();
}

void DeskWindow::connectModels()
{
    m_inbox.setLanguage(QLocale().name().left(2));
    m_window.setInboxModel(&m_inbox);
    m_window.setOutboxModel(&m_outbox);
    m_window.setNotSentModel(&m_notSent);
    connect(&m_requests, &CaseRequests::forgetRequested, &m_notSent, &OutboxModel::reload,
        Qt::QueuedConnection);
    connect(&m_journal, &Journal::changed, this, &DeskWindow::updateJournal);
    updateJournal();
    connect(&m_window, &MainWindow::filterRequested, this,
        [this](const InboxFilter &filter) { m_inbox.setFilter(filter); });
    connect(&m_window, &MainWindow::orderRequested, this,
        [this](int column, Qt::SortOrder order) { m_inbox.sort(column, order); });
    connectViews();
    connect(&m_window, &MainWindow::caseRequested, &m_controller, &CaseController::showCase);
    connect(&m_window, &MainWindow::undoRequested, &m_controller, &CaseController::undo);
    connect(&m_window, &MainWindow::settingsRequested, this, &DeskWindow::onSettings);
    connect(&m_inbox, &InboxModel::loaded, this, [this] {
        m_window.setLoading(false);
        if (!m_restored) {
            m_restored = true;
            m_window.restoreState(m_desk.settings().value(windowState).toByteArray());
        }
        m_statusTimer.start();
    });
    CaseView &view = m_desk.view();
    connect(&view, &CaseView::caseChanged, this, [this](const CaseId &id) {
        if (id == m_window.shownCase()) {
            if (const auto viewed = m_desk.view().find(id))
                m_window.updateCase(*viewed);
        }
        m_statusTimer.start();
    });
    connect(&view, &CaseView::caseRemoved, this, [this](const CaseId &id) {
        const bool shown = id == m_window.shownCase();
        const bool words = m_controller.keepWords(id);
        if (shown)
            m_window.closeCase();
        if (shown || words)
            m_window.showMessage(words
                    ? tr("A case is no longer yours; what you wrote is under Transfer, Not sent")
                    : tr("The case is no longer in your list"),
                QStringLiteral("info"));
        m_statusTimer.start();
    });
    const auto later = qOverload<>(&QTimer::start);
    connect(&view, &CaseView::listChanged, &m_statusTimer, later);
    connect(&view, &CaseView::outboxChanged, &m_statusTimer, later);
    connect(&view, &CaseView::sessionChanged, this, &DeskWindow::updateContext);
    connect(&view, &CaseView::listChanged, this,
        [this] { m_context.setCaseTypes(m_desk.view().caseTypes()); });
}

// Kept beside the outbox, which no full read ever throws away.
void DeskWindow::connectViews()
{
    m_window.setViews(savedViewsFromJson(m_desk.outbox().fact(views).toUtf8()));
    connect(&m_window, &MainWindow::viewsChanged, this, [this](const QList<SavedView> &list) {
        const Status kept = m_desk.outbox().setFact(views, QString::fromUtf8(toJson(list)));
        if (!kept)
            m_window.showError(kept.error());
        m_inbox.setCounted(m_window.viewFilters());
    });
    connect(&m_inbox, &InboxModel::countsChanged, &m_statusTimer, qOverload<>(&QTimer::start));
    // Names in a search are those of the colleagues and services that are known now.
    connect(&m_context, &DeskContext::changed, this,
        [this] { m_inbox.setCounted(m_window.viewFilters()); });
}

void DeskWindow::connectSync()
{
    SyncEngine &engine = m_desk.engine();
    connect(&engine, &SyncEngine::statusChanged, &m_statusTimer, qOverload<>(&QTimer::start));
    connect(&engine, &SyncEngine::roundFinished, this, [this] {
        m_window.setLoading(false);
        m_statusTimer.start();
    });
    connect(&m_window, &MainWindow::syncRequested, &engine, &SyncEngine::syncNow);
    connectTransfers();
}

void DeskWindow::connectTransfers()
{
    SyncEngine &engine = m_desk.engine();
    TransferList &list = m_context.transfers();
    connect(&engine, &SyncEngine::uploadProgressed, this,
        [this, &list](const OperationId &id, const NewAttachment &file, qint64 sent) {
            const auto entry = m_desk.outbox().find(id);
            if (entry)
                list.report({ entry->operation.caseId, id, file.id, file.name, file.size, sent });
        });
    connect(&engine, &SyncEngine::fetchProgressed, this,
        [&list](const CaseId &id, const Attachment &file, qint64 received) {
            list.report({ id, {}, file.id, file.name, file.size, received });
        });
    connect(&engine, &SyncEngine::fileArrived, this,
        [&list](const CaseId &, const AttachmentId &id) { list.end(id); });
    connect(&engine, &SyncEngine::fileFailed, this,
        [&list](const CaseId &, const AttachmentId &id) { list.end(id); });
    connect(&engine, &SyncEngine::roundFinished, this, [&list] {
        for (const Transfer &transfer : QList<Transfer>(list.all()))
            list.endOperation(transfer.operation); // sent, held, or begun anew by the next round
    });
    connect(&list, &TransferList::stopRequested, this, [&engine](const Transfer &transfer) {
        if (transfer.isUpload())
            engine.stopUpload(transfer.operation);
        else
            engine.stopFetch(transfer.caseId, transfer.attachment);
    });
}

void DeskWindow::connectSignIn()
{
    SignInPage *page = m_window.signInPage();
    Credentials &credentials = m_desk.credentials();
    connect(page, &SignInPage::signInRequested, this, &DeskWindow::onSignIn);
    connect(&m_window, &MainWindow::signInRequested, this, [this] { m_window.showSignIn(); });
    connect(&credentials, &Credentials::signInFinished, this,
        [this, page](const Result<DeviceId> &device) {
            m_signingIn = false;
            page->setBusy(false);
            if (!device) {
                m_window.showSignIn();
                page->showError(device.error());
                return;
            }
            page->clearPassword();
            m_window.showDesk();
            m_desk.engine().syncNow();
        });
    connect(&credentials, &Credentials::stateChanged, this, &DeskWindow::updateSignIn);
    connect(&credentials, &Credentials::keyringChanged, this, [page](KeyringState state, bool) {
        page->setKeyringAvailable(state == KeyringState::There || state == KeyringState::Unknown);
    });
    page->setServer(
        m_desk.settings().transport().baseUrl, m_desk.settings().isLocked(Settings::serverUrl));
    page->setLogin(m_desk.login());
}

// A desk that has cases shows them, signed in or not: the clerk can go on reading and writing.
void DeskWindow::updateSignIn()
{
    const auto state = m_desk.credentials().state();
    if (state == Credentials::State::SignedOut && !m_signingIn
        && (!m_desk.wasEverSignedIn() || m_desk.view().session().serverId.isEmpty()))
        m_window.showSignIn();
    m_statusTimer.start();
}

void DeskWindow::show()
{
    m_window.show();
    m_window.setLoading(true);
    m_inbox.load();
    m_desk.start();
    if (!m_desk.wasEverSignedIn())
        m_window.showSignIn();
}

void DeskWindow::raise()
{
    m_window.setWindowState(m_window.windowState() & ~Qt::WindowMinimized);
    m_window.raise();
    m_window.activateWindow();
}

void DeskWindow::signIn(const QUrl &server, const QString &login, const QString &password)
{
    onSignIn(server, login, password);
}

void DeskWindow::onSignIn(const QUrl &server, const QString &login, const QString &password)
{
    m_signingIn = true;
    Status ready = success();
    if (server != m_desk.settings().transport().baseUrl)
        ready = m_desk.settings().setServer(server);
    if (ready)
        ready = m_desk.configureConnection();
    if (!ready) {
        m_signingIn = false;
        m_window.showSignIn();
        m_window.signInPage()->showError(ready.error());
        return;
    }
    m_desk.signIn(login, password);
}

void DeskWindow::updateJournal()
{
    m_window.outbox()->setJournal(m_journal.entries(), [this](const QString &id) {
        const auto row = m_desk.view().row(m_desk.view().keyOf(CaseId{ id }));
        if (!row)
            return QString();
        QStringList parts{ row->applicant.isEmpty() ? row->title : row->applicant, row->reference };
        parts.removeAll(QString());
        return parts.join(QStringLiteral(" · "));
    });
}

void DeskWindow::updateContext()
{
    m_context.setSession(m_desk.view().session());
    m_context.setCaseTypes(m_desk.view().caseTypes());
}

void DeskWindow::updateStatus()
{
    const SyncStatus &sync = m_desk.engine().status();
    DeskStatus status;
    status.counts = m_desk.view().counts();
    status.syncedAt = sync.lastSync;
    if (sync.problem)
        status.reason = *sync.problem;
    switch (sync.reachability) {
    case Reachability::Online:
        status.link = sync.activity == Activity::Idle ? DeskStatus::Link::Online
                                                      : DeskStatus::Link::Synchronising;
        m_offlineSince = {};
        break;
    case Reachability::Unknown:
        status.link = DeskStatus::Link::Synchronising;
        break;
    case Reachability::Offline:
    case Reachability::Paused:
        if (m_offlineSince.isNull())
            m_offlineSince = m_desk.clock().now();
        status.link = DeskStatus::Link::Offline;
        break;
    case Reachability::SignedOut:
        status.link = DeskStatus::Link::SignedOut;
        break;
    case Reachability::Stopped:
        status.link = DeskStatus::Link::Stopped;
        break;
    }
    status.offlineSince = m_offlineSince;
    m_context.setReferencesLeft(m_desk.outbox().references().left());
    m_window.setStatus(status);
    m_window.setViewCounts(m_inbox.counts());
}

void DeskWindow::onSettings()
{
    Settings &settings = m_desk.settings();
    DeskSettings now;
    now.language = settings.text(Settings::language);
    now.theme = settings.text(Settings::theme, QStringLiteral("system"));
    now.textPercent = settings.number(textPercent, 100);
    now.undoSeconds = m_desk.actions().undoSeconds();
    now.languageLocked = settings.isLocked(Settings::language);
    now.themeLocked = settings.isLocked(Settings::theme);
    auto *dialog = new SettingsDialog(now, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::signOutRequested, this, [this] { m_desk.signOut(); });
    connect(dialog, &QDialog::accepted, this, [this, dialog, now, &settings] {
        const DeskSettings next = dialog->settings();
        const QList<QPair<const char *, QVariant>> values{ { Settings::language, next.language },
            { Settings::theme, next.theme }, { textPercent, next.textPercent },
            { Settings::undoSeconds, next.undoSeconds } };
        for (const auto &[key, value] : values) {
            if (settings.isLocked(key))
                continue;
            if (const Status stored = settings.set(key, value); !stored) {
                m_window.showError(stored.error());
                return;
            }
        }
        m_desk.actions().setUndoSeconds(next.undoSeconds);
        if (!m_theme)
            return;
        m_theme->setTextFactor(next.textPercent / 100.0);
        if (next.theme != now.theme)
            m_theme->setDark(next.theme == QLatin1String("system")
                    ? Theme::desktopIsDark()
                    : next.theme == QLatin1String("dark"));
    });
    dialog->open();
}

void DeskWindow::remember()
{
    // A window that opens elsewhere next time is no reason to stop the program from ending.
    static_cast<void>(m_desk.settings().set(windowState, m_window.saveState()).ok());
}
