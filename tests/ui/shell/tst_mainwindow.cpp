#include "sampledesk.h"
#include "tests/testing/casefixtures.h"

#include "ui/attachments/documentview.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/composer.h"
#include "ui/casefile/filerules.h"
#include "ui/common/banner.h"
#include "ui/common/chip.h"
#include "ui/common/navitem.h"
#include "ui/common/searchfield.h"
#include "ui/common/toast.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/fee/feedialog.h"
#include "ui/fee/feetable.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/inboxview.h"
#include "ui/notice/noticepage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/sidebar.h"
#include "ui/signin/signinpage.h"
#include "ui/words/errortext.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

// The window as a clerk uses it, by clicks and keys, on real models.
class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { KontorStyle::install(*qApp, false); }
    void init();
    void cleanup() { m_desk.reset(); }

    void shouldShowAndFilterTheInbox();
    void shouldFindByText();
    void shouldWalkWithJAndKAndOpenWithEnter();
    void shouldKeepSelectionWhenTheListChanges();
    void shouldRequestAReplyWithCtrlEnter();
    void shouldReportEveryKeystrokeOfADraft();
    void shouldNotTakeLettersForShortcutsWhileTyping();
    void shouldShowWaitingActionsAsWaiting();
    void shouldValidateAFee();
    void shouldCountOpenPointsOfANotice();
    void shouldWithdrawFromTheOutbox();
    void shouldSpeakWhatWaits();
    void shouldGoWhereAssistiveToolsToggle();
    void shouldSayHowOldTheDataIsOffline();
    void shouldNotSignInWithoutAPassword();
    void shouldFitIntoOnePane();
    void shouldRestoreCaseAndTab();
    void shouldRestoreTheOrderOfTheList();
    void shouldNotCoverTheComposerWithTheUndo();
    void shouldConfirmThatANoticeIsFinal();
    void shouldCiteTheLawBehindAStatutoryPeriod();
    void shouldExplainARefusedCertificate();
    void shouldOpenOnlyWhatIsListed();

private:
    CaseId known() const { return CaseId{ sampledata::uuid(1) }; }
    void showKnown();

    std::unique_ptr<SampleDesk> m_desk;
};

void TestMainWindow::init()
{
    QList<CaseFile> cases = sampledata::generated(30);
    cases.append(sampledata::vogelsang());
    m_desk = std::make_unique<SampleDesk>(cases);
    m_desk->window->resize(1440, 900);
    m_desk->window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY(m_desk->inbox->isLoaded());
}

void TestMainWindow::showKnown()
{
    m_desk->show(known());
    QCOMPARE(m_desk->window->shownCase(), known());
}

template <class T> T *named(QWidget *parent, const char *name)
{
    return parent->findChild<T *>(QString::fromLatin1(name));
}

void TestMainWindow::shouldShowAndFilterTheInbox()
{
    const int all = m_desk->inbox->rowCount();
    QVERIFY(all > 10);
    QCOMPARE(m_desk->window->inbox()->view()->model()->rowCount(), all);
    for (QPushButton *button : m_desk->window->inbox()->findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String("Assigned to me"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(m_desk->inbox->rowCount() < all);
    QVERIFY(m_desk->inbox->rowCount() > 0);
    for (int row = 0; row < m_desk->inbox->rowCount(); ++row)
        QCOMPARE(m_desk->inbox->index(row, 0).data(InboxModel::AssigneeRole).toString(),
            sampledata::maren.text);
}

void TestMainWindow::shouldFindByText()
{
    SearchField *search = m_desk->window->inbox()->search();
    QTest::keyClick(m_desk->window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("vogelsang"));
    QTRY_COMPARE(m_desk->inbox->rowCount(), 1);
    QCOMPARE(m_desk->inbox->caseAt(0), known());
    QTest::keyClicks(search, QStringLiteral(" xyz"));
    QTRY_COMPARE(m_desk->inbox->rowCount(), 0);
    QVERIFY(!m_desk->window->inbox()->view()->isVisible());
}

void TestMainWindow::shouldWalkWithJAndKAndOpenWithEnter()
{
    InboxView *view = m_desk->window->inbox()->view();
    view->setFocus();
    QCOMPARE(view->currentIndex().row(), 0);
    QTest::keyClick(view, Qt::Key_J);
    QCOMPARE(view->currentIndex().row(), 1);
    QCOMPARE(m_desk->window->shownCase(), m_desk->inbox->caseAt(1));
    QTest::keyClick(view, Qt::Key_K);
    QCOMPARE(m_desk->window->shownCase(), m_desk->inbox->caseAt(0));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(!m_desk->window->inbox()->isVisible()); // the case alone
    QTest::keyClick(m_desk->window.get(), Qt::Key_Escape);
    QTRY_VERIFY(m_desk->window->inbox()->isVisible());
}

void TestMainWindow::shouldKeepSelectionWhenTheListChanges()
{
    InboxView *view = m_desk->window->inbox()->view();
    QVERIFY(view->select(known(), m_desk->inbox->rowOf(known())));
    CaseFile fresh = sampledata::vogelsang();
    fresh.id = CaseId{ sampledata::uuid(99) };
    fresh.target.due = QDate(2026, 11, 2); // sorts before it
    FeedPage page;
    page.epoch = QStringLiteral("e1");
    page.next = QStringLiteral("c2");
    page.changes = { upsert(fresh) };
    m_desk->writer.applyPage(page);
    QTRY_VERIFY(m_desk->inbox->rowOf(fresh.id) >= 0);
    QCOMPARE(view->currentCase(), known());
    QCOMPARE(view->currentIndex().row(), m_desk->inbox->rowOf(known()));
}

void TestMainWindow::shouldRequestAReplyWithCtrlEnter()
{
    showKnown();
    QSignalSpy replies(&m_desk->requests, &CaseRequests::replyRequested);
    QTest::keyClick(m_desk->window.get(), Qt::Key_R);
    auto *text = m_desk->window->casePage()->composer()->findChild<QPlainTextEdit *>();
    QTRY_VERIFY(text->hasFocus());
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(replies.count(), 0); // nothing to send yet
    QTest::keyClicks(text, QStringLiteral("Ja, das geht."));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(replies.count(), 1);
    QCOMPARE(replies.first().at(0).value<CaseId>(), known());
    QCOMPARE(replies.first().at(1).toString(), QStringLiteral("Ja, das geht."));
    QCOMPARE(replies.first().at(3).value<MessageId>().text, sampledata::uuid(32));
}

void TestMainWindow::shouldReportEveryKeystrokeOfADraft()
{
    showKnown();
    QSignalSpy drafts(&m_desk->requests, &CaseRequests::replyDraftChanged);
    m_desk->window->casePage()->setTab(CasePage::Messages);
    auto *text = m_desk->window->casePage()->composer()->findChild<QPlainTextEdit *>();
    QTest::keyClicks(text, QStringLiteral("abc"));
    QCOMPARE(drafts.count(), 3);
    // A change from the portal leaves what is being written alone.
    m_desk->queue(known(), AddNote{ NoteId{ sampledata::uuid(78) }, QStringLiteral("x") });
    m_desk->window->updateCase(*m_desk->view->find(known()));
    QCOMPARE(text->toPlainText(), QStringLiteral("abc"));
    m_desk->window->casePage()->setReplyDraft(known(), QStringLiteral("older"));
    QCOMPARE(text->toPlainText(), QStringLiteral("abc"));
}

void TestMainWindow::shouldNotTakeLettersForShortcutsWhileTyping()
{
    showKnown();
    QSignalSpy notices(&m_desk->requests, &CaseRequests::noticeRequested);
    SearchField *search = m_desk->window->inbox()->search();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("bub"));
    QCOMPARE(search->text(), QStringLiteral("bub"));
    QCOMPARE(notices.count(), 0);
    m_desk->window->inbox()->view()->setFocus();
    search->clear();
    QTest::keyClick(m_desk->window.get(), Qt::Key_B);
    QCOMPARE(notices.count(), 1);
}

void TestMainWindow::shouldShowWaitingActionsAsWaiting()
{
    m_desk->queue(
        known(), Reply{ MessageId{ sampledata::uuid(77) }, QStringLiteral("Ja, das geht.") });
    showKnown();
    m_desk->window->casePage()->setTab(CasePage::Messages);
    QStringList texts;
    for (const QLabel *label : m_desk->window->casePage()->findChildren<QLabel *>())
        texts.append(label->text());
    QVERIFY(texts.contains(QStringLiteral("Waits for transfer")));
}

void TestMainWindow::shouldValidateAFee()
{
    FeeDialog dialog(*m_desk->view->find(known()), m_desk->context, m_desk->window.get());
    dialog.table()->setItems({});
    dialog.show();
    QVERIFY(!dialog.primary()->isEnabled());
    const QList<QLineEdit *> edits = dialog.table()->findChildren<QLineEdit *>();
    QCOMPARE(edits.size(), 3);
    QTest::keyClicks(edits[0], QStringLiteral("Genehmigung"));
    QTest::keyClicks(edits[1], QStringLiteral("Nr. 4.2 VwKostS"));
    QVERIFY(!dialog.primary()->isEnabled());
    QTest::keyClicks(edits[2], QStringLiteral("87.50"));
    QVERIFY(dialog.primary()->isEnabled());
    QCOMPARE(total(dialog.items()).cents, 8750);
    edits[2]->setText(QStringLiteral("87.505"));
    QVERIFY(!dialog.primary()->isEnabled());
    edits[2]->setText(QStringLiteral("1000000.00"));
    QVERIFY(!dialog.primary()->isEnabled());
}

void TestMainWindow::shouldCountOpenPointsOfANotice()
{
    NoticePage *page = m_desk->window->noticePage();
    m_desk->window->openNotice(*m_desk->view->find(known()), {});
    const int before = page->openPoints();
    QVERIFY(before > 0);
    auto *release = named<QPushButton>(page, "release");
    QVERIFY(!release->isEnabled());
    QVERIFY(release->toolTip().contains(QString::number(before)));
    page->setStep(NoticeStepId::Decision);
    QSignalSpy drafts(&m_desk->requests, &CaseRequests::noticeDraftChanged);
    QTest::keyClicks(named<QPlainTextEdit>(page, "decisions"), QStringLiteral("Erlaubt."));
    QVERIFY(page->openPoints() < before);
    QVERIFY(drafts.count() > 0);
    QCOMPARE(page->content().decisions, QStringList{ QStringLiteral("Erlaubt.") });
    QCOMPARE(page->content().channel, QStringLiteral("letter"));
}

void TestMainWindow::shouldWithdrawFromTheOutbox()
{
    const Operation operation = m_desk->queue(
        known(), AddNote{ NoteId{ sampledata::uuid(78) }, QStringLiteral("Telefonat") });
    m_desk->window->showPlace(SideBar::Transfer);
    OutboxPage *page = m_desk->window->outbox();
    QTRY_COMPARE(page->view()->model()->rowCount(), 1);
    page->view()->selectRow(0);
    QSignalSpy retries(&m_desk->requests, &CaseRequests::retryRequested);
    QTest::mouseClick(named<QPushButton>(page, "retry"), Qt::LeftButton);
    QCOMPARE(retries.count(), 1);
    QCOMPARE(retries.first().first().value<OperationId>(), operation.id);
    QSignalSpy withdrawals(&m_desk->requests, &CaseRequests::withdrawRequested);
    QTest::mouseClick(named<QPushButton>(page, "withdraw"), Qt::LeftButton);
    auto *dialog = m_desk->window->findChild<DialogFrame *>();
    QVERIFY(dialog);
    QTest::mouseClick(dialog->primary(), Qt::LeftButton);
    QTRY_COMPARE(withdrawals.count(), 1);
}

void TestMainWindow::shouldSpeakWhatWaits()
{
    m_desk->queue(known(), AddNote{ NoteId{ sampledata::uuid(78) }, QStringLiteral("Telefonat") });
    m_desk->window->showPlace(SideBar::Transfer);
    QTableView *view = m_desk->window->outbox()->view();
    QTRY_COMPARE(view->model()->rowCount(), 1);
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(view);
    const QString spoken = table->tableInterface()->cellAt(0, 0)->text(QAccessible::Name);
    for (const char *part :
        { "Note: Telefonat", "Waits for transfer", "as soon as there is a connection" })
        QVERIFY2(spoken.contains(QLatin1String(part), Qt::CaseInsensitive), qPrintable(spoken));
}

void TestMainWindow::shouldGoWhereAssistiveToolsToggle()
{
    auto *places = m_desk->window->findChild<SideBar *>();
    const QList<NavItem *> items = places->findChildren<NavItem *>();
    QAccessibleInterface *item = QAccessible::queryAccessibleInterface(items[SideBar::Transfer]);
    item->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(m_desk->window->outbox()->isVisible());
    item = QAccessible::queryAccessibleInterface(items[SideBar::Inbox]);
    item->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QVERIFY(!m_desk->window->outbox()->isVisible());
    showKnown();
    m_desk->window->casePage()->expandRequested();
    QVERIFY(!m_desk->window->inbox()->isVisible());
    QTest::mouseClick(items[SideBar::Inbox], Qt::LeftButton); // chosen already: back to the list
    QVERIFY(m_desk->window->inbox()->isVisible());
}

void TestMainWindow::shouldSayHowOldTheDataIsOffline()
{
    auto *banner = named<Banner>(m_desk->window.get(), "linkBanner");
    QVERIFY(!banner->isVisible());
    m_desk->setLink(DeskStatus::Link::Offline);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(QStringLiteral("27")), qPrintable(banner->text()));
    QSignalSpy syncs(m_desk->window.get(), &MainWindow::syncRequested);
    QTest::mouseClick(banner->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(syncs.count(), 1);
    m_desk->setLink(DeskStatus::Link::Online);
    QVERIFY(!banner->isVisible());
}

void TestMainWindow::shouldNotSignInWithoutAPassword()
{
    m_desk->window->showSignIn();
    SignInPage *page = m_desk->window->signInPage();
    QSignalSpy requests(page, &SignInPage::signInRequested);
    const QList<QLineEdit *> edits = page->findChildren<QLineEdit *>();
    QTest::keyClicks(edits[0], QStringLiteral("service.lindenau.example"));
    QTest::keyClicks(edits[1], QStringLiteral("kowalski"));
    QTest::keyClick(edits[1], Qt::Key_Return);
    QCOMPARE(requests.count(), 0);
    QTest::keyClicks(edits[2], QStringLiteral("secret"));
    QTest::keyClick(edits[2], Qt::Key_Return);
    QCOMPARE(requests.count(), 1);
    QCOMPARE(
        requests.first().first().toUrl(), QUrl(QStringLiteral("https://service.lindenau.example")));
}

// A small window, or a large text in one: the wide pages that were seen before must not hold it
// open.
void TestMainWindow::shouldFitIntoOnePane()
{
    MainWindow *window = m_desk->window.get();
    showKnown();
    for (int tab = CasePage::Overview; tab <= CasePage::History; ++tab)
        window->casePage()->setTab(tab);
    window->openNotice(*m_desk->view->find(known()), {});
    window->closeNotice();
    window->showPlace(SideBar::Transfer);
    window->showPlace(SideBar::Inbox);
    window->resize(820, 700);
    QTRY_COMPARE(window->width(), 820);
    QVERIFY(window->inbox()->isVisible() && !window->casePage()->isVisible());
    InboxView *view = window->inbox()->view();
    QVERIFY(view->select(known(), m_desk->inbox->rowOf(known())));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
        view->visualRect(view->currentIndex()).center()); // there is no pane beside it
    QTRY_VERIFY(window->casePage()->isVisible() && !window->inbox()->isVisible());
    for (int tab = CasePage::Overview; tab <= CasePage::History; ++tab) {
        window->casePage()->setTab(tab);
        QTRY_COMPARE(window->width(), 820);
    }
    QTest::keyClick(window, Qt::Key_Escape);
    QTRY_VERIFY(window->inbox()->isVisible());
    window->openNotice(*m_desk->view->find(known()), {});
    QTRY_COMPARE(window->width(), 820);
    QVERIFY(!window->noticePage()->document()->isVisible());
    for (QAbstractButton *button : window->noticePage()->findChildren<QAbstractButton *>()) {
        if (button->accessibleName() == QLatin1String("Show the document"))
            button->click();
    }
    QVERIFY(window->noticePage()->document()->isVisible());
}

void TestMainWindow::shouldRestoreCaseAndTab()
{
    showKnown();
    m_desk->window->casePage()->setTab(CasePage::Fees);
    const QByteArray state = m_desk->window->saveState();
    m_desk->window->closeCase();
    m_desk->window->restoreState(state);
    QCOMPARE(m_desk->window->shownCase(), known());
    QCOMPARE(m_desk->window->casePage()->tab(), int(CasePage::Fees));
    m_desk->window->restoreState(QByteArray("garbage")); // of another version: ignored
    QCOMPARE(m_desk->window->shownCase(), known());
}

void TestMainWindow::shouldRestoreTheOrderOfTheList()
{
    InboxPane *pane = m_desk->window->inbox();
    QCOMPARE(pane->look().sortedBy, QString());
    pane->setOrder(InboxModel::Updated, Qt::DescendingOrder);
    QCOMPARE(m_desk->inbox->sortColumn(), int(InboxModel::Updated));
    const QByteArray state = m_desk->window->saveState();
    pane->setOrder(InboxModel::Urgency, Qt::AscendingOrder);
    QCOMPARE(m_desk->inbox->sortColumn(), InboxModel::Urgency);
    m_desk->window->restoreState(state);
    QCOMPARE(pane->look().sortedBy, InboxModel::columnName(InboxModel::Updated));
    QCOMPARE(m_desk->inbox->sortColumn(), int(InboxModel::Updated));
    QCOMPARE(m_desk->inbox->sortOrder(), Qt::DescendingOrder);
}

void TestMainWindow::shouldNotCoverTheComposerWithTheUndo()
{
    showKnown();
    MainWindow *window = m_desk->window.get();
    window->casePage()->setTab(CasePage::Messages);
    QTRY_VERIFY(window->casePage()->composer()->isVisible());
    window->showUndo(
        QStringLiteral("The reply is sent"), OperationId{ sampledata::uuid(70) }, 9000);
    auto *undo = window->findChild<Toast *>()->findChild<QPushButton *>();
    const auto bottom = [&] { return undo->mapTo(window, QPoint(0, undo->height())).y(); };
    const auto top = [&] { return window->casePage()->composer()->mapTo(window, QPoint()).y(); };
    QTRY_VERIFY(undo->isVisible() && bottom() < top());
    window->casePage()->setTab(CasePage::Overview); // nothing to cover: back to the corner
    QTRY_VERIFY(bottom() > window->height() - 120);
}

void TestMainWindow::shouldConfirmThatANoticeIsFinal()
{
    CaseFile decided = sampledata::vogelsang();
    decided.id = CaseId{ sampledata::uuid(2) };
    const Notice notice = sampledata::notice();
    decided.notices = { notice };
    m_desk = std::make_unique<SampleDesk>(QList<CaseFile>{ decided });
    m_desk->window->show();
    m_desk->show(decided.id);
    CasePage *page = m_desk->window->casePage();
    page->setTab(CasePage::Notices);
    QSignalSpy wanted(&m_desk->requests, &CaseRequests::finalityRequested);
    named<QPushButton>(page, "confirmFinality")->click();
    auto *dialog = m_desk->window->findChild<FinalityDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->day(), QDate(2026, 11, 6)); // the day after the last day of the remedy
    auto *day = named<QDateEdit>(dialog, "day");
    QCOMPARE(day->minimumDate(), notice.letterDate);
    QCOMPARE(day->maximumDate(), m_desk->context.today());
    dialog->primary()->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().at(1).value<NoticeId>(), notice.id);
    m_desk->queue(decided.id, ConfirmFinality{ notice.id, wanted.first().at(2).toDate() });
    m_desk->show(decided.id);
    QTRY_VERIFY(!named<QPushButton>(page, "confirmFinality"));
    QString all;
    for (const QLabel *label : page->findChildren<QLabel *>())
        all += label->text() + QLatin1Char('\n');
    QVERIFY2(all.contains(QStringLiteral("Final since")), qPrintable(all));
    for (const Chip *chip : page->findChildren<Chip *>())
        all += chip->text() + QLatin1Char('\n');
    QVERIFY2(all.contains(QStringLiteral("Waits for transfer")), qPrintable(all));
}

void TestMainWindow::shouldCiteTheLawBehindAStatutoryPeriod()
{
    StatutoryPeriod period;
    period.rule = QStringLiteral("vwgo-75");
    QCOMPARE(m_desk->context.citation(period), QStringLiteral("§ 75 Satz 2 VwGO"));
    period.rule = QStringLiteral("of a newer version");
    QCOMPARE(m_desk->context.citation(period), period.rule);
}

void TestMainWindow::shouldExplainARefusedCertificate()
{
    QSet<QString> told;
    for (const char *reason : { "untrusted", "expired", "host", "" }) {
        const ErrorText text = ErrorWords::of(error(ErrorCode::Unreachable, "portal.tls",
            { { QStringLiteral("reason"), QString::fromLatin1(reason) } }));
        QVERIFY(text.what.contains(QStringLiteral("Nothing was sent")));
        QVERIFY(!text.why.isEmpty() && text.now.contains(QStringLiteral("administration")));
        QCOMPARE(text.reference, QStringLiteral("portal.tls"));
        told.insert(text.why);
    }
    QCOMPARE(told.size(), 4);
}

void TestMainWindow::shouldOpenOnlyWhatIsListed()
{
    QVERIFY(!mayOpenOutside(QStringLiteral("a.exe"), QStringLiteral("application/pdf")));
    QVERIFY(mayOpenOutside(QStringLiteral("a.PDF"), QStringLiteral("application/pdf")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
