#include "mainwindow.h"

#include "sidebar.h"
#include "ui/board/boardpage.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/caserequests.h"
#include "ui/casefile/composer.h"
#include "ui/common/banner.h"
#include "ui/common/currentstack.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/common/toast.h"
#include "ui/dialogs/errordialog.h"
#include "ui/dialogs/newcasedialog.h"
#include "ui/dialogs/shortcutsheet.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/inboxview.h"
#include "ui/notice/noticepage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/signin/signinpage.h"
#include "ui/words/deskcontext.h"

#include <QAction>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <utility>

MainWindow::MainWindow(DeskContext &context, CaseRequests &requests, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_requests(requests)
    , m_root(new QStackedWidget)
    , m_signIn(new SignInPage)
    , m_desk(new QWidget)
{
    setWindowTitle(QStringLiteral("Kontor"));
    buildDesk();
    m_root->addWidget(m_signIn);
    m_root->addWidget(m_desk);
    m_root->setCurrentWidget(m_desk);
    setCentralWidget(m_root);
    m_statusText = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    m_statusText->setObjectName(QStringLiteral("statusText"));
    m_statusPending = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    statusBar()->addWidget(m_statusText, 1);
    statusBar()->addPermanentWidget(m_statusPending);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->setContentsMargins(Space::medium, 0, Space::medium, 0);
    m_toast = new Toast(m_places);
    m_toast->keepClearOf(m_case->composer());
    connectParts();
    resize(1440, 900);
    fit();
    setFocus();
}

MainWindow::~MainWindow() = default;

void MainWindow::buildDesk()
{
    auto *row = new QHBoxLayout(m_desk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_sideBar = new SideBar(m_context);
    row->addWidget(m_sideBar);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    m_banner = new Banner(Tone::Amber, QStringLiteral("cloud-off"));
    m_banner->setObjectName(QStringLiteral("linkBanner"));
    m_banner->hide();
    right->addWidget(m_banner);
    m_places = new CurrentStack;
    right->addWidget(m_places, 1);
    row->addLayout(right, 1);

    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_inbox = new InboxPane(m_context);
    m_reading = new CurrentStack;
    m_noCase = new Panel(Colour::Surface);
    auto *noCase = new QVBoxLayout(m_noCase);
    noCase->addStretch();
    noCase->addWidget(new EmptyState(QStringLiteral("folder-open"), tr("No case chosen"),
        tr("Choose a case in the list; j and k go down and up.")));
    noCase->addStretch();
    m_case = new CasePage(m_context, m_requests);
    m_reading->addWidget(m_noCase);
    m_reading->addWidget(m_case);
    m_splitter->addWidget(m_inbox);
    m_splitter->addWidget(m_reading);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_places->addWidget(m_splitter);
    m_outbox = new OutboxPage(m_context, m_requests);
    m_places->addWidget(m_outbox);
    m_board = new BoardPage(m_context);
    m_places->addWidget(m_board);
    m_notice = new NoticePage(m_context, m_requests);
    m_places->addWidget(m_notice);
}

void MainWindow::connectParts()
{
    connect(m_sideBar, &SideBar::placeRequested, this, &MainWindow::onPlace);
    connect(m_sideBar, &SideBar::settingsRequested, this, &MainWindow::settingsRequested);
    connect(m_inbox, &InboxPane::filterRequested, this, &MainWindow::filterRequested);
    connect(m_inbox, &InboxPane::orderRequested, this, &MainWindow::orderRequested);
    connect(m_inbox, &InboxPane::newCaseRequested, this, &MainWindow::onNewCase);
    connect(m_inbox, &InboxPane::tableChanged, this, [this] { setExpanded(false); });
    connectViews();
    connect(m_inbox->view(), &InboxView::caseChosen, this, [this](const CaseId &id) {
        if (id != shownCase())
            emit caseRequested(id);
    });
    connect(m_inbox->view(), &InboxView::caseOpened, this, [this](const CaseId &id) {
        if (id != shownCase())
            emit caseRequested(id);
        setExpanded(true);
    });
    connect(m_inbox->view(), &QAbstractItemView::clicked, this, [this] {
        if (m_onePane && !shownCase().isNull())
            setExpanded(true); // the case has no pane beside the list
    });
    connect(m_case, &CasePage::expandRequested, this, [this] { setExpanded(!m_expanded); });
    connect(m_case, &CasePage::closeRequested, this, [this] {
        setExpanded(false);
        m_inbox->view()->setFocus();
    });
    connect(m_case, &CasePage::outboxRequested, this, [this] { showPlace(SideBar::Transfer); });
    connect(m_outbox, &OutboxPage::caseRequested, this, [this](const CaseId &id) {
        showPlace(SideBar::Inbox);
        emit caseRequested(id);
    });
    connect(m_outbox, &OutboxPage::syncRequested, this, &MainWindow::syncRequested);
    connect(m_notice, &NoticePage::closeRequested, this, &MainWindow::closeNotice);
    connect(m_toast, &Toast::undoRequested, this, [this] {
        if (m_undo)
            std::exchange(m_undo, {})();
    });
    connect(m_board, &BoardPage::casesRequested, this, &MainWindow::showCases);
    connect(m_inbox, &InboxPane::boardRequested, this, [this] { showPlace(SideBar::Team); });
    auto *help = new QShortcut(QKeySequence(Qt::Key_Question), this);
    connect(help, &QShortcut::activated, this, &MainWindow::showShortcuts);
    auto *refresh = new QShortcut(QKeySequence(Qt::Key_F5), this);
    connect(refresh, &QShortcut::activated, this, &MainWindow::syncRequested);
    auto *back = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(back, &QShortcut::activated, this, [this] {
        if (m_places->currentWidget() == m_splitter && m_expanded) {
            setExpanded(false);
            m_inbox->view()->setFocus();
        }
    });
    connect(&m_context, &DeskContext::changed, this, [this] { setStatus(m_status); });
}

void MainWindow::setInboxModel(QAbstractItemModel *model)
{
    m_inbox->setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &MainWindow::onRows);
    connect(model, &QAbstractItemModel::rowsInserted, this, &MainWindow::onRows);
    connect(model, &QAbstractItemModel::layoutChanged, this, &MainWindow::onRows);
}

void MainWindow::setOutboxModel(QAbstractItemModel *model)
{
    m_outbox->setModel(model);
}

void MainWindow::setNotSentModel(QAbstractItemModel *model)
{
    m_outbox->setNotSentModel(model);
}

void MainWindow::setLoading(bool loading)
{
    m_inbox->setLoading(loading);
}

// Once there is a list, the keyboard belongs to it; before, nothing shows a ring.
void MainWindow::onRows()
{
    if (m_focusGiven || m_inbox->view()->model()->rowCount() == 0)
        return;
    m_focusGiven = true;
    if (!focusWidget() || m_sideBar->isAncestorOf(focusWidget()) || focusWidget() == this)
        m_inbox->view()->setFocus();
}

void MainWindow::setStatus(const DeskStatus &status)
{
    m_status = status;
    m_sideBar->setStatus(status);
    m_inbox->setCounts(status.counts);
    m_outbox->setCounts(status.counts);
    updateBanner();
    updateStatusBar();
}

void MainWindow::updateBanner()
{
    using Link = DeskStatus::Link;
    m_banner->clearActions();
    const bool shown = m_status.link == Link::Offline || m_status.link == Link::SignedOut
        || m_status.link == Link::Stopped;
    m_banner->setVisible(shown);
    if (!shown)
        return;
    const DateWords dates = m_context.dates();
    const QString age = m_status.syncedAt.isNull()
        ? tr("Nothing has been synchronised yet.")
        : tr("What you see is %1 old.").arg(dates.age(m_status.syncedAt));
    if (m_status.link == Link::Offline) {
        m_banner->setTone(Tone::Amber, QStringLiteral("cloud-off"));
        m_banner->setText(
            tr("No connection to the service portal. You can go on working. %1").arg(age));
        connect(m_banner->addAction(tr("Connect now")), &QPushButton::clicked, this,
            &MainWindow::syncRequested);
        return;
    }
    if (m_status.link == Link::SignedOut) {
        m_banner->setTone(Tone::Amber, QStringLiteral("log-in"));
        m_banner->setText(
            tr("Your sign-in has ended. Your work is kept on this device. %1").arg(age));
        connect(m_banner->addAction(tr("Sign in")), &QPushButton::clicked, this,
            &MainWindow::signInRequested);
        return;
    }
    m_banner->setTone(Tone::Red, QStringLiteral("circle-alert"));
    m_banner->setText(ErrorWords::of(m_status.reason).oneLine());
}

void MainWindow::updateStatusBar()
{
    using Link = DeskStatus::Link;
    const DateWords dates = m_context.dates();
    const QString last = m_status.syncedAt.isNull()
        ? tr("never synchronised")
        : tr("last synchronised: %1").arg(dates.when(m_status.syncedAt));
    switch (m_status.link) {
    case Link::Online:
        m_statusText->setText(tr("Online · %1").arg(last));
        break;
    case Link::Synchronising:
        m_statusText->setText(tr("Synchronising with the portal · %1").arg(last));
        break;
    case Link::Offline:
        m_statusText->setText(tr("Offline · %1").arg(last));
        break;
    case Link::SignedOut:
        m_statusText->setText(tr("Signed out · %1").arg(last));
        break;
    case Link::Stopped:
        m_statusText->setText(tr("Synchronisation stopped · %1").arg(last));
        break;
    }
    QStringList parts;
    if (m_status.counts.pendingOperations)
        parts.append(tr("%n waiting for transfer", nullptr, m_status.counts.pendingOperations));
    if (m_status.counts.needAttention)
        parts.append(tr("%n need(s) you", nullptr, m_status.counts.needAttention));
    m_statusPending->setText(
        parts.isEmpty() ? tr("Everything is transferred") : parts.join(QStringLiteral(", ")));
}

void MainWindow::showSignIn()
{
    m_root->setCurrentWidget(m_signIn);
    statusBar()->hide();
    m_signIn->focusFirst();
}

void MainWindow::showDesk()
{
    m_root->setCurrentWidget(m_desk);
    statusBar()->show();
    m_inbox->view()->setFocus();
}

void MainWindow::showCase(const ViewedCase &viewed)
{
    m_case->setCase(viewed);
    m_reading->setCurrentWidget(m_case);
    fit();
}

void MainWindow::updateCase(const ViewedCase &viewed)
{
    if (viewed.caseFile.id == shownCase())
        m_case->setCase(viewed);
}

void MainWindow::closeCase()
{
    m_case->clear();
    m_reading->setCurrentWidget(m_noCase);
    setExpanded(false);
}

CaseId MainWindow::shownCase() const
{
    return m_case->caseId();
}

void MainWindow::openNotice(const ViewedCase &viewed, const NoticeContent &content)
{
    m_notice->open(viewed, content);
    m_places->setCurrentWidget(m_notice);
    fit();
}

void MainWindow::closeNotice()
{
    if (m_places->currentWidget() == m_notice)
        m_places->setCurrentWidget(m_splitter);
    m_notice->close();
    fit();
}

void MainWindow::onPlace(int place)
{
    if (m_places->currentWidget() == m_notice)
        m_notice->close();
    if (place == SideBar::Transfer || place == SideBar::Team) {
        m_places->setCurrentWidget(
            place == SideBar::Team ? static_cast<QWidget *>(m_board) : m_outbox);
        if (place == SideBar::Team && !m_sideBar->isAncestorOf(focusWidget()))
            m_board->focusFirst(); // the list that had the keyboard is gone
        fit();
        return;
    }
    showList();
    m_inbox->setPlace(InboxPane::Place(place));
    fit();
}

// The list behind a figure of the board; the way back stands above it.
void MainWindow::showCases(const CaseCondition &cases, const QString &what)
{
    showPlace(SideBar::Inbox);
    m_inbox->setSelection(cases, what);
    m_inbox->view()->setFocus();
}

void MainWindow::showList()
{
    m_inbox->setSelection(std::nullopt, {});
    m_places->setCurrentWidget(m_splitter);
    setExpanded(false);
}

void MainWindow::showPlace(int place)
{
    m_sideBar->setPlace(SideBar::Place(place));
}

void MainWindow::showError(const Error &error)
{
    auto *dialog = new ErrorDialog(ErrorWords::of(error), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showMessage(const QString &text, const QString &iconName)
{
    m_toast->showMessage(text, iconName);
}

void MainWindow::showUndo(const QString &text, const OperationId &operation, int milliseconds)
{
    showUndo(text, milliseconds, [this, operation] { emit undoRequested(operation); });
}

void MainWindow::showUndo(const QString &text, int milliseconds, std::function<void()> undo)
{
    m_undo = std::move(undo);
    m_toast->showUndo(text, tr("Undo"), milliseconds);
}

void MainWindow::showShortcuts()
{
    auto *sheet = new ShortcutSheet(m_case->caseActions(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::onNewCase()
{
    auto *dialog = new NewCaseDialog(m_context, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, dialog] { emit m_requests.caseOpenRequested(dialog->wanted()); });
    dialog->open();
}

void MainWindow::setExpanded(bool expanded)
{
    m_expanded = expanded && !shownCase().isNull();
    if (m_expanded)
        m_case->setFocus(); // else it falls to whatever button comes next
    fit();
}

// Width divided by the text factor decides: large text needs the room like a small window does.
void MainWindow::fit()
{
    const Theme &theme = Theme::of(this);
    const qreal room = width() / theme.textFactor();
    m_onePane = room < Size::onePaneBelow;
    const bool narrow = room < Size::railBelow;
    m_sideBar->setRail(narrow || m_places->currentWidget() == m_notice);
    const bool listAlone = m_onePane || m_inbox->view()->isTable();
    m_inbox->setVisible(!m_expanded);
    m_reading->setVisible(!listAlone || m_expanded);
    m_case->setExpanded(m_expanded);
    m_case->setBackVisible(listAlone && m_expanded);
    const int list = theme.scaled(narrow ? Size::listPaneNarrow : Size::listPane);
    m_inbox->setMinimumWidth(qMin(theme.scaled(300), width() / 2));
    if (!m_splitter->property("placed").toInt() || m_splitter->property("placed").toInt() != list) {
        m_splitter->setSizes({ list, qMax(200, width() - list - m_sideBar->width()) });
        m_splitter->setProperty("placed", list);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fit();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_places)
        fit();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_notice->close(); // its last draft is reported before the window goes
    event->accept();
}
