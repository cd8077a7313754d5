#include "tests/ui/shell/sampledesk.h"

#include "ui/board/chartcard.h"
#include "ui/board/figurechart.h"
#include "ui/board/figuretile.h"
#include "ui/board/figureview.h"
#include "ui/board/loadmodel.h"
#include "ui/board/loadview.h"
#include "ui/board/redistributiondialog.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/navitem.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/inboxview.h"
#include "ui/shell/sidebar.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>

// The board as a team lead uses it, by keys, on the real window with real cases behind it.
class TestBoardPage : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { KontorStyle::install(*qApp, false); }
    void init();
    void cleanup() { m_desk.reset(); }

    void shouldOpenTheTeamByKeyAndCountWhatTheInboxCounts();
    void shouldOpenTheCasesBehindATileAndComeBack();
    void shouldEndTheSelectionWithAnotherPlace();
    void shouldKeepTheSelectionWhileCasesChange();
    void shouldWalkAChartWithArrowsAndOpenAMark();
    void shouldShowEveryChartAsATable();
    void shouldOpenTheCasesOfEveryCell();
    void shouldShowPersonsOnlyWhereTheyAreAllowed();
    void shouldNotBeThereWithoutTheRight();
    void shouldTryARedistributionByKeysBeforeItIsDone();
    void shouldMoveHalfOfTheDifferenceByDragging();
    void shouldMoveNothingToWhoIsAbsent();
    void shouldExportWhatIsShown();
    void shouldSayWhenThereIsNothing();
    void shouldSayWhyItCannotCount();
    void shouldFollowWhatTheOutboxDoes();

private:
    void openTeam();
    BoardPage *page() const { return m_desk->window->board(); }
    FigureTile *tile(const QString &name) const;
    void tabTo(QWidget *widget) const;
    RedistributionDialog *openDialog() const;
    template <class T> T *in(QWidget *parent, const char *name) const
    {
        return parent->findChild<T *>(QString::fromLatin1(name));
    }

    std::unique_ptr<SampleDesk> m_desk;
};

void TestBoardPage::init()
{
    QList<CaseFile> cases = sampledata::generated(120);
    cases.append(sampledata::vogelsang());
    m_desk = std::make_unique<SampleDesk>(cases);
    m_desk->window->resize(1440, 900);
    m_desk->window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY(m_desk->inbox->isLoaded());
}

void TestBoardPage::openTeam()
{
    QSignalSpy ready(m_desk->board.get(), &BoardSource::ready);
    QTest::keyClick(m_desk->window.get(), Qt::Key_6, Qt::ControlModifier);
    QTRY_VERIFY(page()->isVisible());
    QTRY_VERIFY(!ready.isEmpty());
}

FigureTile *TestBoardPage::tile(const QString &name) const
{
    for (FigureTile *one : page()->findChildren<FigureTile *>()) {
        if (one->text() == name)
            return one;
    }
    return nullptr;
}

void TestBoardPage::tabTo(QWidget *widget) const
{
    for (int i = 0; i < 60 && !widget->hasFocus(); ++i)
        QTest::keyClick(m_desk->window.get(), Qt::Key_Tab);
    QVERIFY2(widget->hasFocus(), qPrintable(widget->accessibleName()));
}

void TestBoardPage::shouldOpenTheTeamByKeyAndCountWhatTheInboxCounts()
{
    openTeam();
    const CaseCounts counts = m_desk->view->counts();
    QTRY_VERIFY(tile(QStringLiteral("Open")));
    QCOMPARE(tile(QStringLiteral("Open"))->figure().value.toInt(), counts.inbox);
    QCOMPARE(tile(QStringLiteral("Not assigned"))->figure().value.toInt(), counts.unassigned);
    QCOMPARE(tile(QStringLiteral("Waits for the citizen"))->figure().value.toInt(), counts.waiting);
}

void TestBoardPage::shouldOpenTheCasesBehindATileAndComeBack()
{
    openTeam();
    FigureTile *waiting = tile(QStringLiteral("Waits for the citizen"));
    const int count = waiting->figure().value.toInt();
    QVERIFY(count > 0);
    tabTo(waiting);
    QTest::keyClick(waiting, Qt::Key_Return);
    InboxPane *inbox = m_desk->window->inbox();
    QTRY_VERIFY(inbox->isVisible());
    QTRY_COMPARE(m_desk->inbox->rowCount(), count);
    for (int row = 0; row < count; ++row)
        QCOMPARE(m_desk->inbox->index(row, 0).data(InboxModel::StateRole).toInt(),
            int(CaseState::WaitingForApplicant));
    QTRY_VERIFY(inbox->view()->hasFocus());
    auto *back = in<QPushButton>(inbox, "backToBoard");
    QVERIFY(back->isVisible());
    tabTo(back);
    QTest::keyClick(back, Qt::Key_Space);
    QTRY_VERIFY(page()->isVisible());
    QTRY_VERIFY(tile(QStringLiteral("Open"))->hasFocus()); // the way went on from here
}

void TestBoardPage::shouldEndTheSelectionWithAnotherPlace()
{
    const int all = m_desk->inbox->rowCount();
    openTeam();
    QTest::keyClick(tile(QStringLiteral("Waits for the citizen")), Qt::Key_Return);
    QTRY_VERIFY(m_desk->inbox->rowCount() < all);
    auto *end = in<QToolButton>(m_desk->window->inbox(), "endSelection");
    tabTo(end);
    QTest::keyClick(end, Qt::Key_Space);
    QTRY_COMPARE(m_desk->inbox->rowCount(), all);
    QVERIFY(!end->isVisible());
    openTeam();
    QTest::keyClick(tile(QStringLiteral("Waits for the citizen")), Qt::Key_Return);
    QTRY_VERIFY(m_desk->inbox->rowCount() < all);
    QTest::keyClick(m_desk->window.get(), Qt::Key_2, Qt::ControlModifier); // my cases
    QTest::keyClick(m_desk->window.get(), Qt::Key_1, Qt::ControlModifier);
    QTRY_COMPARE(m_desk->inbox->rowCount(), all);
}

// The list is a condition, not a copy: what no longer fits leaves it, what comes to fit enters.
void TestBoardPage::shouldKeepTheSelectionWhileCasesChange()
{
    openTeam();
    FigureTile *unassigned = tile(QStringLiteral("Not assigned"));
    const int count = unassigned->figure().value.toInt();
    QVERIFY(count > 1);
    QTest::keyClick(unassigned, Qt::Key_Return);
    QTRY_COMPARE(m_desk->inbox->rowCount(), count);
    const CaseId first = m_desk->inbox->caseAt(0);
    m_desk->queue(first, Assign{ sampledata::maren, QStringLiteral("Maren Kowalski") });
    QTRY_COMPARE(m_desk->inbox->rowCount(), count - 1);
    QCOMPARE(m_desk->inbox->rowOf(first), -1);
    m_desk->queue(first, Assign{});
    QTRY_COMPARE(m_desk->inbox->rowCount(), count);
    QVERIFY(m_desk->inbox->rowOf(first) >= 0);
}

void TestBoardPage::shouldWalkAChartWithArrowsAndOpenAMark()
{
    openTeam();
    FigureChart *chart = page()->findChildren<ChartCard *>()[0]->chart();
    tabTo(chart);
    QTest::keyClick(chart, Qt::Key_End);
    QCOMPARE(chart->row(), 11);
    QTest::keyClick(chart, Qt::Key_Right); // stays
    QCOMPARE(chart->row(), 11);
    QTest::keyClick(chart, Qt::Key_Left);
    QTest::keyClick(chart, Qt::Key_Down);
    QCOMPARE(chart->row(), 10);
    QCOMPARE(chart->column(), 2);
    const QString spoken
        = QAccessible::queryAccessibleInterface(chart)->text(QAccessible::Description);
    QVERIFY2(spoken.contains(chart->spoken(10, 2)), qPrintable(spoken));
    const QAccessibleInterface *reader = QAccessible::queryAccessibleInterface(chart);
    QCOMPARE(reader->role(), QAccessible::Chart);
    QCOMPARE(reader->text(QAccessible::Value), chart->spoken(10, 2));
    const int count = chart->table().rows[10][2].value.toInt();
    QVERIFY(count > 0);
    QTest::keyClick(chart, Qt::Key_Return);
    QTRY_VERIFY(m_desk->window->inbox()->isVisible());
    QTRY_COMPARE(m_desk->inbox->rowCount(), count); // closed ones, too
}

void TestBoardPage::shouldShowEveryChartAsATable()
{
    openTeam();
    const auto cards = page()->findChildren<ChartCard *>();
    QCOMPARE(cards.size(), 3);
    for (ChartCard *card : cards) {
        auto *button = card->findChild<QToolButton *>();
        tabTo(button);
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(card->isTable());
        QVERIFY(card->view()->isVisible());
        const FigureTable &table = card->chart()->table();
        QCOMPARE(card->view()->model()->rowCount(), table.rows.size());
        for (int row = 0; row < table.rows.size(); ++row) {
            for (int column = 1; column < table.headings.size(); ++column)
                QCOMPARE(card->view()->model()->index(row, column).data().toInt(),
                    table.rows[row][column].value.toInt());
        }
        QTest::keyClick(button, Qt::Key_Space);
        QVERIFY(!card->isTable());
    }
}

// What the list counts is what the cell said, for every number on the page.
void TestBoardPage::shouldOpenTheCasesOfEveryCell()
{
    openTeam();
    QList<FigureTable> tables;
    for (ChartCard *card : page()->findChildren<ChartCard *>())
        tables.append(card->chart()->table());
    for (const Grouping grouping : { Grouping::Service, Grouping::Department, Grouping::Person }) {
        page()->setGrouping(grouping);
        for (FigureView *view : page()->findChildren<FigureView *>()) {
            if (view->table().bars)
                tables.append(view->table());
        }
    }
    int checked = 0;
    for (const FigureTable &table : std::as_const(tables)) {
        for (const QList<FigureCell> &row : table.rows) {
            for (const FigureCell &cell : row) {
                if (!cell.cases || (checked > 20 && cell.value.toInt() == 0))
                    continue;
                InboxFilter filter;
                filter.cases = cell.cases;
                QSignalSpy filtered(m_desk->inbox.get(), &InboxModel::filtered);
                m_desk->inbox->setFilter(filter);
                QTRY_COMPARE(filtered.size(), 1);
                QCOMPARE(m_desk->inbox->rowCount(), cell.value.toInt());
                ++checked;
            }
        }
    }
    QVERIFY(checked > 60);
}

void TestBoardPage::shouldShowPersonsOnlyWhereTheyAreAllowed()
{
    openTeam();
    const auto button = [this](const char *name) {
        for (QPushButton *one : page()->findChildren<QPushButton *>()) {
            if (one->text() == QLatin1String(name))
                return one;
        }
        return static_cast<QPushButton *>(nullptr);
    };
    QPushButton *person = button("By person");
    QVERIFY(person && person->isEnabled());
    tabTo(button("By service")); // of buttons that exclude each other the chosen one
    QTest::keyClick(m_desk->window->focusWidget(), Qt::Key_Right);
    QTest::keyClick(m_desk->window->focusWidget(), Qt::Key_Right);
    QCOMPARE(page()->grouping(), Grouping::Person);
    QSignalSpy ready(m_desk->board.get(), &BoardSource::ready);
    m_desk->count(false);
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!person->isEnabled());
    QCOMPARE(page()->grouping(), Grouping::Service);
    QVERIFY(!in<QPushButton>(page(), "redistribute")->isEnabled());
    for (const QLabel *label : page()->findChildren<QLabel *>())
        QVERIFY(!label->text().contains(QStringLiteral("Kowalski")));
    for (const Sheet &sheet : page()->sheets()) {
        for (const QList<QVariant> &row : sheet.rows)
            QVERIFY(!row.first().toString().contains(QStringLiteral("Kowalski")));
    }
}

void TestBoardPage::shouldNotBeThereWithoutTheRight()
{
    Session session = sampledata::session();
    const PermissionSet rights = permissionsOf(Role::SeniorClerk);
    session.grants[sampledata::department] = QList<Permission>(rights.begin(), rights.end());
    m_desk->context.setSession(session);
    for (const NavItem *item : m_desk->window->findChildren<NavItem *>())
        QCOMPARE(item->isVisible(), item->text() != QLatin1String("Team"));
    QTest::keyClick(m_desk->window.get(), Qt::Key_6, Qt::ControlModifier);
    QVERIFY(!page()->isVisible());
}

RedistributionDialog *TestBoardPage::openDialog() const
{
    auto *button = in<QPushButton>(page(), "redistribute");
    tabTo(button);
    QTest::keyClick(button, Qt::Key_Space);
    return m_desk->window->findChild<RedistributionDialog *>();
}

void TestBoardPage::shouldTryARedistributionByKeysBeforeItIsDone()
{
    openTeam();
    RedistributionDialog *dialog = openDialog();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    auto *view = in<LoadView>(dialog, "loads");
    const auto *model = static_cast<LoadModel *>(view->model());
    QAbstractItemModelTester tester(
        view->model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto amount = [&](int row, int column) {
        return model->index(row, column).data(LoadModel::AmountRole).toInt();
    };
    const int nobody = amount(0, LoadModel::Before);
    QVERIFY(nobody > 2);
    QVERIFY(!dialog->primary()->isEnabled());
    // What nobody has goes to the second person of the list, two cases of it.
    auto *to = in<QComboBox>(dialog, "moveTo");
    QTest::keyClick(to, Qt::Key_Down);
    QTest::keyClick(to, Qt::Key_Down);
    auto *count = in<QSpinBox>(dialog, "moveCount");
    QCOMPARE(count->maximum(), nobody);
    count->setFocus();
    count->selectAll();
    QTest::keyClicks(count, QStringLiteral("2"));
    auto *tryIt = in<QPushButton>(dialog, "move");
    QTest::keyClick(count, Qt::Key_Tab);
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QTRY_VERIFY(tryIt->hasFocus());
    QTest::keyClick(tryIt, Qt::Key_Space);
    QCOMPARE(amount(0, LoadModel::Before), nobody);
    QCOMPARE(amount(0, LoadModel::After), nobody - 2);
    QCOMPARE(amount(2, LoadModel::After), amount(2, LoadModel::Before) + 2);
    QCOMPARE(m_desk->view->counts().unassigned, nobody); // nothing has happened
    QTest::keyClick(dialog, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(amount(0, LoadModel::After), nobody);
    QVERIFY(!dialog->primary()->isEnabled());
    QTest::keyClick(tryIt, Qt::Key_Space);
    const int moving = int(dialog->moves().size());
    QVERIFY(moving > 0);
    QSignalSpy wanted(page(), &BoardPage::movesRequested);
    QTest::keyClick(dialog, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(wanted.size(), 1);
    const auto moves = wanted[0][0].value<QList<CaseMove>>();
    QCOMPARE(moves.size(), moving);
    for (const CaseMove &move : moves)
        QVERIFY(move.from.isNull() && move.to == model->clerkAt(2));
}

void TestBoardPage::shouldMoveHalfOfTheDifferenceByDragging()
{
    openTeam();
    RedistributionDialog *dialog = openDialog();
    auto *view = in<LoadView>(dialog, "loads");
    auto *model = static_cast<LoadModel *>(view->model());
    const auto open = [&](int row, int column) {
        return model->index(row, column).data(LoadModel::AmountRole).toInt();
    };
    int most = 1;
    int least = 1;
    for (int row = 1; row < model->rowCount(); ++row) {
        most = open(row, LoadModel::Before) > open(most, LoadModel::Before) ? row : most;
        least = open(row, LoadModel::Before) < open(least, LoadModel::Before) ? row : least;
    }
    QVERIFY(open(most, LoadModel::Before) > open(least, LoadModel::Before));
    const std::unique_ptr<QMimeData> dragged(model->mimeData({ model->index(most, 0) }));
    QVERIFY(model->flags(model->index(most, 0)) & Qt::ItemIsDragEnabled);
    QVERIFY(model->canDropMimeData(dragged.get(), Qt::CopyAction, -1, -1, model->index(least, 0)));
    QVERIFY(model->dropMimeData(dragged.get(), Qt::CopyAction, -1, -1, model->index(least, 0)));
    QVERIFY(std::abs(open(most, LoadModel::After) - open(least, LoadModel::After)) <= 1);
    QVERIFY(!(model->flags(model->index(0, 0)) & Qt::ItemIsDropEnabled)); // nobody gets none
    dialog->reject();
}

void TestBoardPage::shouldMoveNothingToWhoIsAbsent()
{
    openTeam();
    RedistributionDialog *dialog = openDialog();
    auto *view = in<LoadView>(dialog, "loads");
    auto *model = static_cast<LoadModel *>(view->model());
    view->setFocus();
    for (int row = 2; row < model->rowCount(); ++row) { // all but the first are away
        view->setCurrentIndex(model->index(row, 0));
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(model->isAbsent(row));
        QVERIFY(!(model->flags(model->index(row, 0)) & Qt::ItemIsDropEnabled));
    }
    QTest::keyClick(in<QPushButton>(dialog, "move"), Qt::Key_Space);
    for (const CaseMove &move : dialog->moves())
        QCOMPARE(move.to, model->clerkAt(1));
    QVERIFY(!dialog->moves().isEmpty());
    dialog->reject();
}

void TestBoardPage::shouldExportWhatIsShown()
{
    openTeam();
    const QList<Sheet> sheets = page()->sheets();
    QCOMPARE(sheets.size(), 5);
    QCOMPARE(sheets[0].rows[0][1].toInt(), tile(QStringLiteral("Open"))->figure().value.toInt());
    QCOMPARE(sheets[1].rows.size(), 12);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("team.ods"));
    QSignalSpy wanted(page(), &BoardPage::exportRequested);
    auto *button = in<QPushButton>(page(), "boardExport");
    QTimer::singleShot(0, page(), [&] { // the menu runs a loop of its own
        QTRY_VERIFY(QApplication::activePopupWidget());
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    });
    tabTo(button);
    QTest::keyClick(button, Qt::Key_Space);
    auto *dialog = page()->findChild<QFileDialog *>(QStringLiteral("boardFile"));
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(wanted[0][1].toString(), path);
    QCOMPARE(wanted[0][0].value<QList<Sheet>>(), sheets);
}

void TestBoardPage::shouldSayWhenThereIsNothing()
{
    m_desk = std::make_unique<SampleDesk>(QList<CaseFile>());
    m_desk->window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    QTRY_VERIFY(m_desk->inbox->isLoaded());
    QVERIFY(page()->findChild<EmptyState *>()); // counting
    openTeam();
    QTRY_VERIFY(
        page()->findChild<EmptyState *>() && page()->findChild<EmptyState *>()->isVisible());
    QVERIFY(!in<QPushButton>(page(), "boardExport")->isEnabled());
}

void TestBoardPage::shouldSayWhyItCannotCount()
{
    openTeam();
    page()->setFailed(error(ErrorCode::Corrupt, "store.corrupt"));
    const auto said = [this] {
        QStringList said;
        for (const QLabel *label : page()->findChildren<QLabel *>()) {
            if (label->isVisible())
                said.append(label->text());
        }
        return said;
    };
    QTRY_VERIFY(said().contains(QStringLiteral("The cases cannot be counted")));
    QVERIFY(page()->sheets().isEmpty());
}

void TestBoardPage::shouldFollowWhatTheOutboxDoes()
{
    openTeam();
    const int before = tile(QStringLiteral("Not assigned"))->figure().value.toInt();
    QVERIFY(before > 0);
    const CaseCondition nobody = *tile(QStringLiteral("Not assigned"))->figure().cases;
    const qint64 key = keysOf(nobody, *m_desk->board->rows()).first();
    m_desk->queue(m_desk->view->idOf(key), Assign{ sampledata::maren, QStringLiteral("Maren") });
    QTRY_COMPARE(tile(QStringLiteral("Not assigned"))->figure().value.toInt(), before - 1);
}

QTEST_MAIN(TestBoardPage)
#include "tst_boardpage.moc"
