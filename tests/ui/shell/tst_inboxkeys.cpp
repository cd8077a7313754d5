#include "sampledesk.h"
#include "tests/testing/casefixtures.h"

#include "ui/casefile/casepage.h"
#include "ui/common/labels.h"
#include "ui/common/navitem.h"
#include "ui/common/searchfield.h"
#include "ui/common/theme.h"
#include "ui/common/toast.h"
#include "ui/dialogs/viewdialog.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/inboxview.h"
#include "ui/shell/sidebar.h"

#include <QAction>
#include <QCompleter>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

// The list of cases as a clerk works with it all day: by keys, and found again as it was left.
class TestInboxKeys : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { KontorStyle::install(*qApp, false); }
    void init();
    void cleanup() { m_desk.reset(); }

    void shouldFilterByAFieldAndTakeTheFilterAway();
    void shouldOfferFieldsAndValues();
    void shouldSayWhatItDoesNotUnderstand();
    void shouldMarkHits();
    void shouldFindSelectionAndScrollAfterOpeningACase();
    void shouldStayWhereOneReadsWhileAThousandCasesCome();
    void shouldKeepAViewWithItsCount();
    void shouldRenameChangeAndRemoveAView();
    void shouldShowATableAndSortByItsHead();
    void shouldChooseColumns();
    void shouldFindEverythingAfterARestart();

private:
    SearchField *search() const { return m_desk->window->inbox()->search(); }
    InboxView *list() const { return m_desk->window->inbox()->view(); }
    void type(const QString &line); // into the search field, and waits for the rows
    void trigger(const char *text); // of an action of the list's menus
    void answer(const QString &name); // in the dialog that asks for it
    NavItem *viewItem(const QString &name) const;
    void pull(const QList<CaseFile> &cases);

    std::unique_ptr<SampleDesk> m_desk;
    QList<CaseFile> m_cases;
};

void TestInboxKeys::init()
{
    m_cases = sampledata::generated(60);
    m_cases.append(sampledata::vogelsang());
    m_desk = std::make_unique<SampleDesk>(m_cases);
    m_desk->window->resize(1440, 900);
    m_desk->window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY(m_desk->inbox->isLoaded());
}

void TestInboxKeys::type(const QString &line)
{
    QSignalSpy filtered(m_desk->inbox.get(), &InboxModel::filtered);
    QTest::keyClick(m_desk->window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(search()->hasFocus());
    QTest::keyClicks(search(), line);
    QTRY_COMPARE(m_desk->inbox->filter(), m_desk->window->inbox()->filter());
    QTRY_VERIFY(filtered.size() > 0);
    if (search()->completer()->popup()->isVisible())
        QTest::keyClick(search()->completer()->popup(), Qt::Key_Escape);
    QVERIFY(!search()->completer()->popup()->isVisible());
    m_desk->window->activateWindow(); // without a desktop the list of offers had become active
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

void TestInboxKeys::trigger(const char *text)
{
    for (QAction *action : m_desk->window->inbox()->findChildren<QAction *>()) {
        if (action->text() == QString::fromUtf8(text)) {
            QVERIFY(action->isEnabled() && action->isVisible());
            action->trigger();
            return;
        }
    }
    QFAIL(text);
}

void TestInboxKeys::answer(const QString &name)
{
    auto *dialog = m_desk->window->findChild<ViewDialog *>();
    QVERIFY(dialog);
    auto *field = dialog->findChild<QLineEdit *>(QStringLiteral("viewName"));
    QTRY_VERIFY(field->hasFocus());
    field->selectAll();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(m_desk->window->findChild<ViewDialog *>() == nullptr);
    m_desk->window->activateWindow(); // as a desktop does when a dialog goes
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
}

NavItem *TestInboxKeys::viewItem(const QString &name) const
{
    for (NavItem *item : m_desk->window->findChildren<NavItem *>()) {
        if (item->text() == name && item->isVisible())
            return item;
    }
    return nullptr;
}

void TestInboxKeys::pull(const QList<CaseFile> &cases)
{
    FeedPage page;
    page.epoch = QStringLiteral("e1");
    page.next = QStringLiteral("c2");
    for (const CaseFile &caseFile : cases)
        page.changes.append(upsert(caseFile));
    m_desk->writer.applyPage(page);
}

void TestInboxKeys::shouldFilterByAFieldAndTakeTheFilterAway()
{
    const int all = m_desk->inbox->rowCount();
    type(QStringLiteral("assignee:me status:in-progress,accepted"));
    const int some = m_desk->inbox->rowCount();
    QVERIFY(some > 0 && some < all);
    for (int row = 0; row < some; ++row) {
        const QModelIndex index = m_desk->inbox->index(row, 0);
        QCOMPARE(index.data(InboxModel::AssigneeRole).toString(), sampledata::maren.text);
        QVERIFY(index.data(InboxModel::StateRole).toInt() != int(CaseState::New));
    }
    const auto chips = [this] {
        QList<QPushButton *> shown;
        for (QPushButton *chip :
            m_desk->window->findChildren<QPushButton *>(QStringLiteral("filterChip"))) {
            if (chip->isVisible())
                shown.append(chip);
        }
        return shown;
    };
    QCOMPARE(chips().size(), 2);
    QCOMPARE(chips().first()->text(), QStringLiteral("Assignee: me"));
    chips().first()->setFocus();
    QTest::keyClick(chips().first(), Qt::Key_Space);
    QCOMPARE(search()->text(), QStringLiteral("status:in-progress,accepted"));
    QVERIFY(search()->hasFocus());
    QVERIFY(m_desk->inbox->rowCount() > some);
    QTest::keyClick(search(), Qt::Key_Escape);
    QTRY_COMPARE(m_desk->inbox->rowCount(), all);
    QVERIFY(chips().isEmpty());
}

void TestInboxKeys::shouldOfferFieldsAndValues()
{
    QTest::keyClick(m_desk->window.get(), Qt::Key_K, Qt::ControlModifier);
    QAbstractItemView *offers = search()->completer()->popup();
    QTest::keyClicks(search(), QStringLiteral("sta"));
    QTRY_VERIFY(offers->isVisible());
    QCOMPARE(offers->model()->rowCount(), 1);
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    QTRY_COMPARE(search()->text(), QStringLiteral("status:"));
    QTRY_VERIFY(offers->isVisible() && offers->model()->rowCount() > 5); // now its values
    QVERIFY(search()->hasFocus()); // Return belonged to the offer
    QTest::keyClicks(offers, QStringLiteral("n"));
    QTRY_COMPARE(offers->model()->rowCount(), 1);
    QTest::keyClick(offers, Qt::Key_Down);
    QTest::keyClick(offers, Qt::Key_Return);
    QTRY_COMPARE(search()->text(), QStringLiteral("status:new "));
    QTRY_VERIFY(!offers->isVisible());
    for (int row = 0; row < m_desk->inbox->rowCount(); ++row)
        QCOMPARE(
            m_desk->inbox->index(row, 0).data(InboxModel::StateRole).toInt(), int(CaseState::New));
    QTest::keyClick(search(), Qt::Key_Down); // what else there is
    QTRY_VERIFY(offers->isVisible());
    QVERIFY(offers->model()->rowCount() > 10);
    QTest::keyClick(offers, Qt::Key_Escape);
    QVERIFY(!offers->isVisible());
    QCOMPARE(search()->text(), QStringLiteral("status:new ")); // only the offer is gone
    QTest::keyClick(search(), Qt::Key_Return);
    QTRY_VERIFY(list()->hasFocus());
}

void TestInboxKeys::shouldSayWhatItDoesNotUnderstand()
{
    type(QStringLiteral("fee:expensive"));
    QStringList problems;
    for (const QLabel *problem :
        m_desk->window->findChildren<QLabel *>(QStringLiteral("queryProblem"))) {
        if (problem->isVisible())
            problems.append(problem->text());
    }
    QCOMPARE(problems, QStringList{ QStringLiteral("“expensive” is not known for “fee”.") });
    QVERIFY(m_desk->inbox->rowCount() > 10); // it filters nothing
}

void TestInboxKeys::shouldMarkHits()
{
    const auto amber = [this] {
        const QImage image = list()->viewport()->grab().toImage();
        const QRgb mark = Theme::of(list()).background(Tone::Amber).rgb();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == mark ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(amber(), 0);
    type(QStringLiteral("vogel"));
    QTRY_COMPARE(m_desk->inbox->rowCount(), 1);
    QTRY_VERIFY(amber() > 50);
}

void TestInboxKeys::shouldFindSelectionAndScrollAfterOpeningACase()
{
    m_desk->window->resize(1440, 500);
    type(QStringLiteral("is:overdue"));
    QVERIFY(m_desk->inbox->rowCount() > 6);
    QTest::keyClick(search(), Qt::Key_Return);
    for (int step = 0; step < 6; ++step)
        QTest::keyClick(list(), Qt::Key_J);
    const CaseId chosen = list()->currentCase();
    const CaseId top = list()->topCase();
    const int scrolled = list()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    QTest::keyClick(list(), Qt::Key_Return);
    QVERIFY(!m_desk->window->inbox()->isVisible());
    QCOMPARE(m_desk->window->shownCase(), chosen);
    CaseFile fresh = sampledata::vogelsang(); // meanwhile one comes in above
    fresh.id = CaseId{ sampledata::uuid(98) };
    fresh.target.due = QDate(2025, 1, 1);
    pull({ fresh });
    QTRY_VERIFY(m_desk->inbox->rowOf(fresh.id) >= 0);
    QTest::keyClick(m_desk->window.get(), Qt::Key_Escape);
    QTRY_VERIFY(m_desk->window->inbox()->isVisible());
    QCOMPARE(list()->currentCase(), chosen);
    QTRY_COMPARE(list()->topCase(), top);
    QCOMPARE(search()->text(), QStringLiteral("is:overdue"));
    QVERIFY(list()->hasFocus());
}

void TestInboxKeys::shouldStayWhereOneReadsWhileAThousandCasesCome()
{
    QList<CaseFile> many;
    for (int i = 0; i < 400; ++i) {
        CaseFile caseFile = sampledata::vogelsang();
        caseFile.id = CaseId{ sampledata::uuid(5000 + i) };
        caseFile.target.due = QDate(2026, 1, 1).addDays(i);
        many.append(caseFile);
    }
    pull(many);
    QTRY_COMPARE(m_desk->inbox->rowOf(many.last().id) >= 0, true);
    list()->setFocus();
    const int row = m_desk->inbox->rowOf(many[200].id);
    QVERIFY(list()->select(many[200].id, row));
    list()->scrollTo(list()->currentIndex(), QAbstractItemView::PositionAtCenter);
    QCoreApplication::processEvents();
    const int before = list()->visualRect(list()->currentIndex()).top();
    QSignalSpy reset(m_desk->inbox.get(), &QAbstractItemModel::modelReset);
    QList<CaseFile> news; // some above, some below, some of those that are there
    for (int i = 0; i < 1000; ++i) {
        CaseFile caseFile = many[i % 400];
        if (i % 3 == 0)
            caseFile.version += 1 + i;
        else
            caseFile.id = CaseId{ sampledata::uuid(7000 + i) };
        caseFile.target.due
            = caseFile.id == many[200].id ? many[200].target.due : QDate(2025, 6, 1).addDays(i);
        news.append(caseFile);
        if (news.size() == 100) {
            pull(news);
            news.clear();
            QTest::keyClick(list(), Qt::Key_J); // and reads on
            QTest::keyClick(list(), Qt::Key_K);
        }
    }
    const int rows = m_desk->inbox->rowCount();
    QTRY_VERIFY(m_desk->inbox->rowOf(CaseId{ sampledata::uuid(7998) }) >= 0);
    QVERIFY(m_desk->inbox->rowCount() >= rows);
    QTRY_VERIFY(m_desk->inbox->isLoaded());
    QCOMPARE(list()->currentCase(), many[200].id);
    QTRY_COMPARE(list()->visualRect(list()->currentIndex()).top(), before);
    QCOMPARE(reset.size(), 0);
}

void TestInboxKeys::shouldKeepAViewWithItsCount()
{
    type(QStringLiteral("status:new"));
    const int fresh = m_desk->inbox->rowCount();
    QTest::keyClick(search(), Qt::Key_D, Qt::ControlModifier);
    answer(QStringLiteral("New ones"));
    NavItem *item = viewItem(QStringLiteral("New ones"));
    QVERIFY(item && item->isChecked());
    QTRY_COMPARE(item->count(), fresh);
    QTest::keyClick(m_desk->window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(search()->text(), QString());
    QVERIFY(m_desk->inbox->rowCount() > fresh);
    CaseFile taken = *std::find_if(m_cases.begin(), m_cases.end(),
        [](const CaseFile &caseFile) { return caseFile.state == CaseState::New; });
    taken.state = CaseState::Accepted;
    taken.version += 5;
    pull({ taken });
    QTRY_COMPARE(item->count(), fresh - 1);
    item->setFocus();
    QTest::keyClick(item, Qt::Key_Space);
    QCOMPARE(search()->text(), QStringLiteral("status:new"));
    QTRY_COMPARE(m_desk->inbox->rowCount(), fresh - 1);
    // A second one of the same name is refused while it is typed.
    QTest::keyClick(m_desk->window.get(), Qt::Key_D, Qt::ControlModifier);
    auto *dialog = m_desk->window->findChild<ViewDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(
        dialog->findChild<QLineEdit *>(QStringLiteral("viewName")), QStringLiteral("new ONES"));
    QVERIFY(!dialog->primary()->isEnabled());
    dialog->reject();
}

void TestInboxKeys::shouldRenameChangeAndRemoveAView()
{
    m_desk->window->setViews(
        { { QStringLiteral("1"), QStringLiteral("Mine"), QStringLiteral("assignee:me"), {} },
            { QStringLiteral("2"), QStringLiteral("Dogs"), QStringLiteral("service:hund"), {} } });
    m_desk->inbox->setCounted(m_desk->window->viewFilters());
    QSignalSpy changed(m_desk->window.get(), &MainWindow::viewsChanged);
    viewItem(QStringLiteral("Dogs"))->click();
    QCOMPARE(search()->text(), QStringLiteral("service:hund"));
    trigger("Rename this view …");
    answer(QStringLiteral("Hounds"));
    QVERIFY(viewItem(QStringLiteral("Hounds")));
    type(QStringLiteral("service:hund -status:new"));
    trigger("Keep the changes of this view");
    QCOMPARE(m_desk->window->views().last().query, QStringLiteral("service:hund -status:new"));
    trigger("Remove this view");
    QCOMPARE(m_desk->window->views().size(), 1);
    QVERIFY(!viewItem(QStringLiteral("Hounds")));
    QCOMPARE(m_desk->window->inbox()->place(), InboxPane::Place::Inbox);
    QCOMPARE(changed.size(), 3);
    QTest::keyClick(m_desk->window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->window->views().size(), 2);
    QCOMPARE(m_desk->window->views().last().name, QStringLiteral("Hounds"));
}

void TestInboxKeys::shouldShowATableAndSortByItsHead()
{
    list()->setFocus();
    QTest::keyClick(m_desk->window.get(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(list()->isTable());
    QVERIFY(list()->horizontalHeader()->isVisible());
    QTRY_VERIFY(list()->width() > 1000);
    QHeaderView *head = list()->horizontalHeader();
    const int x = head->sectionViewportPosition(InboxModel::Reference) + 20;
    const auto click = [&] {
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, QPoint(x, head->height() / 2));
    };
    click();
    QCOMPARE(m_desk->inbox->sortColumn(), int(InboxModel::Reference));
    QCOMPARE(m_desk->inbox->sortOrder(), Qt::AscendingOrder);
    click();
    QCOMPARE(m_desk->inbox->sortOrder(), Qt::DescendingOrder);
    QVERIFY(head->isSortIndicatorShown());
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_J);
    const CaseId chosen = list()->currentCase();
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_desk->window->shownCase(), chosen);
    QVERIFY(m_desk->window->casePage()->isVisible() && !list()->isVisible());
    QTest::keyClick(m_desk->window.get(), Qt::Key_Escape);
    QTRY_VERIFY(list()->isVisible());
    QCOMPARE(list()->currentCase(), chosen);
    QVERIFY(!m_desk->window->casePage()->isVisible());
}

void TestInboxKeys::shouldChooseColumns()
{
    trigger("Table over the whole width");
    const qsizetype usual = list()->columns().size();
    trigger("Fee");
    QCOMPARE(list()->columns().size(), usual + 1);
    QCOMPARE(list()->columns().last().name, QStringLiteral("fee"));
    QVERIFY(!list()->isColumnHidden(InboxModel::Fee));
    trigger("File reference");
    QVERIFY(list()->isColumnHidden(InboxModel::Reference));
    list()->setColumnWidth(InboxModel::Applicant, 333);
    const ListLook look = m_desk->window->inbox()->look();
    trigger("Table over the whole width");
    QVERIFY(!list()->isColumnHidden(0)); // the list of two lines
    QVERIFY(list()->isColumnHidden(InboxModel::Fee));
    trigger("Table over the whole width");
    QCOMPARE(m_desk->window->inbox()->look(), look);
}

void TestInboxKeys::shouldFindEverythingAfterARestart()
{
    m_desk->window->resize(1440, 500);
    const QList<SavedView> views{ { QStringLiteral("7"), QStringLiteral("Open ones"),
        QStringLiteral("status:open"), { QStringLiteral("applicant"), true, true, {} } } };
    m_desk->window->setViews(views);
    viewItem(QStringLiteral("Open ones"))->click();
    QTRY_VERIFY(list()->isTable());
    trigger("Received");
    list()->setFocus();
    for (int step = 0; step < 25; ++step)
        QTest::keyClick(list(), Qt::Key_J);
    QCoreApplication::processEvents();
    const CaseId chosen = list()->currentCase();
    const CaseId top = list()->topCase();
    const ListLook look = m_desk->window->inbox()->look();
    const QByteArray state = m_desk->window->saveState();

    m_desk = std::make_unique<SampleDesk>(m_cases);
    m_desk->window->setViews(views);
    m_desk->window->show();
    QTRY_VERIFY(m_desk->inbox->isLoaded());
    m_desk->window->restoreState(state);
    QVERIFY(viewItem(QStringLiteral("Open ones"))->isChecked());
    QCOMPARE(search()->text(), QStringLiteral("status:open"));
    QCOMPARE(m_desk->inbox->sortColumn(), int(InboxModel::Applicant));
    QCOMPARE(m_desk->inbox->sortOrder(), Qt::DescendingOrder);
    QCOMPARE(m_desk->window->shownCase(), chosen);
    QTRY_COMPARE(list()->currentCase(), chosen);
    QTRY_COMPARE(list()->topCase(), top);
    QVERIFY(list()->isTable());
    QVERIFY(look.columns.size() > 0);
}

QTEST_MAIN(TestInboxKeys)
#include "tst_inboxkeys.moc"
