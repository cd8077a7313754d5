#include "models/items/inboxmodel.h"

#include "models/sqlite/database.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/whendone.h"
#include "tests/models/store/cases.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

Q_DECLARE_METATYPE(InboxTerm)

using namespace testcases;

class TestInboxModel : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void shouldShowFirstScreenBeforeTheRest();
    void shouldGroupByUrgency();
    void shouldSort_data();
    void shouldSort();
    void shouldFilter_data();
    void shouldFilter();
    void shouldMoveInsertAndRemoveWithoutReset();
    void shouldShowOutboxAtOnce();
    void shouldKeepRowOfNewCaseWhenPortalTakesIt();
    void shouldSearchAndClear();
    void shouldTakeChangesWhileLoading();
    void shouldFilterByTerms_data();
    void shouldFilterByTerms();
    void shouldSortByEveryColumn();
    void shouldCountViewsLive();
    void shouldShowNewestHitsFirstWithTheirPlace();
    void shouldKeepFoundCasesWhileOthersChange();
    void shouldTakeChangesWhileSearching();
    void shouldKeepSelectionAmongHundredThousand();

private:
    void open();
    void pull(const QList<FeedChange> &changes);
    void load();
    QStringList references() const;
    static CaseFile shaped(int number, CaseState state, QDate due);

    std::unique_ptr<Folder> m_folder;
    FixedClock m_clock{ noon };
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CaseView> m_view;
    std::unique_ptr<InboxModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestInboxModel::init()
{
    m_clock.at = noon;
    m_folder = std::make_unique<Folder>();
    open();
}

void TestInboxModel::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_view.reset();
    m_writer.reset();
    m_outbox.reset();
}

void TestInboxModel::open()
{
    m_outbox = *Outbox::open(m_folder->paths, m_clock);
    m_writer = std::make_unique<CacheWriter>(m_folder->paths, m_clock);
    m_view = *CaseView::open(m_folder->paths, *m_outbox, *m_writer, m_clock);
    m_writer->saveSession(session());
    QTRY_VERIFY(!m_view->session().clerk.id.isNull());
    m_model = std::make_unique<InboxModel>(*m_view);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
}

void TestInboxModel::pull(const QList<FeedChange> &changes)
{
    bool done = false;
    whenDone(m_writer->applyPage(page(changes)), this, [&](const Result<PageEffect> &effect) {
        QVERIFY(effect);
        done = true;
    });
    QTRY_VERIFY(done);
}

void TestInboxModel::load()
{
    QSignalSpy loaded(m_model.get(), &InboxModel::loaded);
    m_model->load();
    QTRY_COMPARE_WITH_TIMEOUT(loaded.size(), 1, 30000);
}

QStringList TestInboxModel::references() const
{
    QStringList shown;
    for (int row = 0; row < m_model->rowCount(); ++row)
        shown.append(m_model->index(row, 0).data(InboxModel::ReferenceRole).toString().right(2));
    return shown;
}

CaseFile TestInboxModel::shaped(int number, CaseState state, QDate due)
{
    CaseFile caseFile = makeCase(number);
    caseFile.state = state;
    caseFile.target.due = due;
    return caseFile;
}

void TestInboxModel::shouldShowFirstScreenBeforeTheRest()
{
    QList<FeedChange> changes;
    for (int i = 1; i <= 90; ++i)
        changes.append(upsert(makeCase(i)));
    pull(changes);
    QSignalSpy loaded(m_model.get(), &InboxModel::loaded);
    m_model->load();
    QCOMPARE(m_model->rowCount(), 60);
    QVERIFY(!m_model->isLoaded());
    const QPersistentModelIndex third = m_model->index(2, 0);
    const QString reference = third.data(InboxModel::ReferenceRole).toString();
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(m_model->rowCount(), 90);
    QCOMPARE(third.data(InboxModel::ReferenceRole).toString(), reference);
}

void TestInboxModel::shouldGroupByUrgency()
{
    const QDate today(2026, 11, 21);
    CaseFile paused = shaped(5, CaseState::WaitingForApplicant, today.addDays(-9));
    paused.target.pauses = { Pause{ today, {}, {}, {} } };
    pull({ upsert(shaped(1, CaseState::New, today.addDays(40))),
        upsert(shaped(2, CaseState::InProgress, today.addDays(-3))),
        upsert(shaped(3, CaseState::InProgress, today.addDays(3))),
        upsert(shaped(4, CaseState::InProgress, {})), upsert(paused),
        upsert(shaped(6, CaseState::Closed, today)) });
    load();
    QCOMPARE(references(),
        QStringList({ QStringLiteral("02"), QStringLiteral("03"), QStringLiteral("01"),
            QStringLiteral("05"), QStringLiteral("04") }));
    const auto fact = [&](int row, int role) { return m_model->index(row, 0).data(role); };
    QCOMPARE(fact(0, InboxModel::GroupRole).toInt(), int(InboxModel::Group::Overdue));
    QCOMPARE(fact(1, InboxModel::GroupRole).toInt(), int(InboxModel::Group::ThisWeek));
    QCOMPARE(fact(2, InboxModel::GroupRole).toInt(), int(InboxModel::Group::New));
    QCOMPARE(fact(3, InboxModel::GroupRole).toInt(), int(InboxModel::Group::Later));
    QVERIFY(fact(3, InboxModel::FirstOfGroupRole).toBool());
    QVERIFY(!fact(4, InboxModel::FirstOfGroupRole).toBool());
    QVERIFY(fact(3, InboxModel::PausedRole).toBool());
    m_clock.at = noon.plusSeconds(5 * 24 * 3600);
    m_model->onNewDay();
    QCOMPARE(fact(1, InboxModel::GroupRole).toInt(), int(InboxModel::Group::Overdue));
}

void TestInboxModel::shouldSort_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QStringList>("ascending");
    QTest::newRow("due") << int(InboxModel::Due)
                         << QStringList({ QStringLiteral("03"), QStringLiteral("01"),
                                QStringLiteral("02") });
    QTest::newRow("applicant") << int(InboxModel::Applicant)
                               << QStringList({ QStringLiteral("02"), QStringLiteral("03"),
                                      QStringLiteral("01") });
    QTest::newRow("reference") << int(InboxModel::Reference)
                               << QStringList({ QStringLiteral("01"), QStringLiteral("02"),
                                      QStringLiteral("03") });
    QTest::newRow("state") << int(InboxModel::State)
                           << QStringList({ QStringLiteral("03"), QStringLiteral("01"),
                                  QStringLiteral("02") });
    QTest::newRow("changed") << int(InboxModel::Updated)
                             << QStringList({ QStringLiteral("01"), QStringLiteral("02"),
                                    QStringLiteral("03") });
    QTest::newRow("responsible") << int(InboxModel::Assignee)
                                 << QStringList({ QStringLiteral("03"), QStringLiteral("02"),
                                        QStringLiteral("01") });
}

void TestInboxModel::shouldSort()
{
    QFETCH(int, column);
    QFETCH(QStringList, ascending);
    CaseFile first = shaped(1, CaseState::Accepted, QDate(2027, 1, 2));
    first.parties[0].familyName = QStringLiteral("Özdemir");
    first.assignee = session().clerk.id;
    CaseFile second = shaped(2, CaseState::WaitingForApplicant, {});
    second.parties[0].familyName = QStringLiteral("Ähre");
    CaseFile third = shaped(3, CaseState::New, QDate(2027, 1, 1));
    third.parties[0].familyName = QStringLiteral("mueller");
    pull({ upsert(first), upsert(second), upsert(third) });
    load();
    m_model->sort(column, Qt::AscendingOrder);
    QCOMPARE(references(), ascending);
    m_model->sort(column, Qt::DescendingOrder);
    std::reverse(ascending.begin(), ascending.end());
    QCOMPARE(references(), ascending);
}

void TestInboxModel::shouldFilter_data()
{
    using Scope = InboxFilter::Scope;
    QTest::addColumn<InboxFilter>("filter");
    QTest::addColumn<QStringList>("shown");
    const auto scope = [](Scope scope) {
        InboxFilter filter;
        filter.scope = scope;
        return filter;
    };
    QTest::newRow("all") << scope(Scope::All)
                         << QStringList({ QStringLiteral("01"), QStringLiteral("02"),
                                QStringLiteral("03"), QStringLiteral("04") });
    QTest::newRow("mine") << scope(Scope::Mine) << QStringList{ QStringLiteral("01") };
    QTest::newRow("new") << scope(Scope::New) << QStringList{ QStringLiteral("02") };
    QTest::newRow("unassigned") << scope(Scope::Unassigned)
                                << QStringList({ QStringLiteral("02"), QStringLiteral("03"),
                                       QStringLiteral("04") });
    QTest::newRow("waiting") << scope(Scope::Waiting) << QStringList{ QStringLiteral("03") };
    QTest::newRow("unread") << scope(Scope::Unread) << QStringList{ QStringLiteral("04") };
    QTest::newRow("follow-ups") << scope(Scope::FollowUps) << QStringList{ QStringLiteral("04") };
    QTest::newRow("overdue") << scope(Scope::Overdue) << QStringList{ QStringLiteral("01") };
    QTest::newRow("closed") << scope(Scope::Closed) << QStringList{ QStringLiteral("05") };
    InboxFilter department;
    department.department = DepartmentId{ QStringLiteral("ordnung") };
    QTest::newRow("department") << department << QStringList{ QStringLiteral("04") };
    InboxFilter service;
    service.service = CaseTypeId{ QStringLiteral("sondernutzung") };
    QTest::newRow("service") << service << QStringList{ QStringLiteral("03") };
}

void TestInboxModel::shouldFilter()
{
    QFETCH(InboxFilter, filter);
    QFETCH(QStringList, shown);
    const QDate today(2026, 11, 21);
    CaseFile mine = shaped(1, CaseState::InProgress, today.addDays(-1));
    mine.assignee = session().clerk.id;
    CaseFile waiting = shaped(3, CaseState::WaitingForApplicant, today.addDays(30));
    waiting.type = CaseTypeId{ QStringLiteral("sondernutzung") };
    CaseFile unread = shaped(4, CaseState::Accepted, {});
    unread.messages = { fromApplicant(1, QStringLiteral("Hallo")) };
    unread.department = DepartmentId{ QStringLiteral("ordnung") };
    FollowUp followUp;
    followUp.on = today;
    unread.followUps = { followUp };
    pull({ upsert(mine), upsert(shaped(2, CaseState::New, today.addDays(20))), upsert(waiting),
        upsert(unread), upsert(shaped(5, CaseState::Closed, today)) });
    load();
    m_model->sort(InboxModel::Reference);
    m_model->setFilter(filter);
    QCOMPARE(references(), shown);
    QCOMPARE(m_model->countOf(filter), int(shown.size()));
}

namespace {

InboxTerm termOf(InboxTerm::Field field, const QString &value,
    InboxTerm::Relation relation = InboxTerm::Relation::Is, bool negated = false)
{
    return { field, relation, negated, { value } };
}

FeeRequest feeOf(FeeState state)
{
    FeeRequest fee;
    fee.id = FeeId{ uuid(880000 + int(state)) };
    fee.items = { FeeItem{ QStringLiteral("Genehmigung"), {}, {}, {} } };
    fee.state = state;
    return fee;
}

} // namespace

void TestInboxModel::shouldFilterByTerms_data()
{
    using Field = InboxTerm::Field;
    using Relation = InboxTerm::Relation;
    QTest::addColumn<InboxTerm>("term");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const InboxTerm &term, const char *shown) {
        QTest::newRow(name) << term << QString::fromLatin1(shown);
    };
    const auto text = [](const char *word) { return QString::fromLatin1(word); };
    row("status", termOf(Field::Status, text("new")), "02");
    row("not status", termOf(Field::Status, text("new"), Relation::Is, true), "01 03 04 05");
    row("finished", termOf(Field::Status, text("finished")), "05");
    row("me", termOf(Field::Assignee, text("me")), "01");
    row("nobody", termOf(Field::Assignee, text("none")), "02 03 04");
    row("department", termOf(Field::Department, text("ordnung")), "04");
    row("service", termOf(Field::Service, text("sondernutzung")), "03");
    row("overdue", termOf(Field::Due, text("overdue")), "01");
    row("not overdue", termOf(Field::Due, text("overdue"), Relation::Is, true), "02 03 04");
    row("due before", termOf(Field::Due, text("2026-12-01"), Relation::Before), "01");
    row("due from", termOf(Field::Due, text("+20"), Relation::From), "02 03");
    row("no due", termOf(Field::Due, text("none")), "04");
    row("follow-up", termOf(Field::FollowUp, text("overdue")), "04");
    row("filed today", termOf(Field::Filed, text("today")), "01 02 03 04");
    row("changed before", termOf(Field::Updated, text("today"), Relation::Before), "");
    row("fee open", termOf(Field::Fee, text("open")), "02");
    row("fee failed", termOf(Field::Fee, text("failed")), "03");
    row("no fee", termOf(Field::Fee, text("none")), "01 04");
    row("assurance", termOf(Field::Assurance, text("high")), "04");
    row("waits", termOf(Field::Waiting, text("yes")), "02 03");
    row("waits for nothing", termOf(Field::Waiting, text("no")), "01 04");
    row("waits for a colleague", termOf(Field::Waiting, text("colleague")), "");
    row("unread", termOf(Field::Unread, text("yes")), "04");
    row("read", termOf(Field::Unread, text("no")), "01 02 03");
    row("payment failed", termOf(Field::Error, text("payment")), "03");
    row("delivery failed", termOf(Field::Error, text("delivery")), "01");
    row("any error", termOf(Field::Error, text("any")), "01 03");
    row("no error", termOf(Field::Error, text("none")), "02 04");
    row("internal", termOf(Field::Is, text("internal")), "");
}

void TestInboxModel::shouldFilterByTerms()
{
    QFETCH(InboxTerm, term);
    QFETCH(QString, shown);
    const QDate today(2026, 11, 21);
    CaseFile mine = shaped(1, CaseState::InProgress, today.addDays(-1));
    mine.assignee = session().clerk.id;
    Retrieval refused;
    refused.notification = QStringLiteral("refused");
    mine.retrievals = { refused };
    CaseFile fresh = shaped(2, CaseState::New, today.addDays(20));
    fresh.fees = { feeOf(FeeState::Paid), feeOf(FeeState::Open) };
    CaseFile waiting = shaped(3, CaseState::WaitingForApplicant, today.addDays(30));
    waiting.type = CaseTypeId{ QStringLiteral("sondernutzung") };
    waiting.fees = { feeOf(FeeState::Paid), feeOf(FeeState::Failed) };
    CaseFile unread = shaped(4, CaseState::Accepted, {});
    unread.messages = { fromApplicant(1, QStringLiteral("Hallo")) };
    unread.department = DepartmentId{ QStringLiteral("ordnung") };
    unread.level = AssuranceLevel::High;
    FollowUp followUp;
    followUp.on = today;
    unread.followUps = { followUp };
    CaseFile closed = shaped(5, CaseState::Closed, today);
    closed.assignee = session().clerk.id;
    pull({ upsert(mine), upsert(fresh), upsert(waiting), upsert(unread), upsert(closed) });
    load();
    m_model->sort(InboxModel::Reference);
    InboxFilter filter;
    filter.terms = { term };
    m_model->setFilter(filter);
    QCOMPARE(references().join(QLatin1Char(' ')), shown);
    QCOMPARE(m_model->countOf(filter), m_model->rowCount());
    // Row by row the same as all at once.
    for (const CaseFile &caseFile : { mine, fresh, waiting, unread, closed }) {
        CaseFile again = caseFile;
        again.version = 2;
        pull({ upsert(again) });
    }
    QCOMPARE(references().join(QLatin1Char(' ')), shown);
}

void TestInboxModel::shouldSortByEveryColumn()
{
    const QDate today(2026, 11, 21);
    QList<FeedChange> changes;
    for (int i = 1; i <= 40; ++i) {
        CaseFile caseFile = shaped(i, CaseState(1 + i % 4), today.addDays(i * 13 % 37));
        caseFile.parties[0].familyName = QStringLiteral("Name%1").arg(QChar(u'a' + i * 7 % 26));
        caseFile.department = DepartmentId{ QStringLiteral("d%1").arg(i % 3) };
        caseFile.type = CaseTypeId{ QStringLiteral("t%1").arg(i % 5) };
        caseFile.level = AssuranceLevel(1 + i % 4);
        caseFile.filedAt = { noon.ms - qint64(i) * 86'400'000 * (i % 7) };
        if (i % 3 == 0)
            caseFile.fees = { feeOf(FeeState(1 + i % 5)) };
        if (i % 4 == 0) {
            FollowUp followUp;
            followUp.on = today.addDays(i);
            caseFile.followUps = { followUp };
        }
        changes.append(upsert(caseFile));
    }
    pull(changes);
    load();
    CaseFile late = shaped(77, CaseState::New, today.addDays(9)); // not there when it was sorted
    pull({ upsert(late) });
    for (int column = InboxModel::Urgency; column < InboxModel::ColumnCount; ++column) {
        m_model->sort(column, Qt::AscendingOrder);
        const QStringList ascending = references();
        QCOMPARE(ascending.size(), 41);
        m_model->sort(column, Qt::DescendingOrder);
        QStringList descending = references();
        std::reverse(descending.begin(), descending.end());
        QCOMPARE(descending, ascending);
        for (int row = 0; row < m_model->rowCount(); ++row)
            QCOMPARE(m_model->rowOf(m_model->caseAt(row)), row);
        QCOMPARE(InboxModel::columnNamed(InboxModel::columnName(column)), column);
        QVERIFY(column < 0
            || !m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }
    m_model->sort(InboxModel::FollowUp, Qt::AscendingOrder);
    QCOMPARE(m_model->index(0, 0).data(InboxModel::FollowUpRole).toDate(), today.addDays(4));
    m_model->sort(InboxModel::Fee, Qt::AscendingOrder);
    QCOMPARE(m_model->index(0, 0).data(InboxModel::FeeRole).toInt(), int(FeeState::Failed));
}

void TestInboxModel::shouldCountViewsLive()
{
    pull({ upsert(makeCase(1)), upsert(makeCase(2)), upsert(makeCase(3)) });
    InboxFilter fresh;
    fresh.terms = { termOf(InboxTerm::Field::Status, QStringLiteral("new")) };
    InboxFilter words;
    words.text = QStringLiteral("pappel");
    m_model->setCounted({ fresh, words });
    QCOMPARE(m_model->counts(), QList<int>({ -1, -1 })); // nothing is read yet
    load();
    QTRY_COMPARE(m_model->counts(), QList<int>({ 3, 0 }));
    CaseFile taken = makeCase(2, 2);
    taken.state = CaseState::Accepted;
    CaseFile poplar = makeCase(4);
    poplar.title = QStringLiteral("Baumfällung: Pappel");
    QSignalSpy changed(m_model.get(), &InboxModel::countsChanged);
    pull({ upsert(taken), upsert(poplar) });
    QCOMPARE(m_model->counts().first(), 3);
    QVERIFY(changed.size() > 0);
    QTRY_COMPARE(m_model->counts().last(), 1);
    pull({ drop(makeCase(1), ChangeAction::Tombstone) });
    QCOMPARE(m_model->counts().first(), 2);
    QVERIFY(m_outbox->append(m_view->operation(makeCase(3).id, TakeOver{})));
    QCOMPARE(m_model->counts().first(), 1);
}

void TestInboxModel::shouldShowNewestHitsFirstWithTheirPlace()
{
    QList<FeedChange> changes;
    for (int i = 1; i <= 5; ++i) {
        CaseFile caseFile = makeCase(i);
        Note note;
        note.id = NoteId{ uuid(660000 + i) };
        note.text = QStringLiteral("Ortstermin");
        note.at = { noon.ms + 1000 };
        caseFile.notes = { note };
        Attachment plan;
        plan.id = AttachmentId{ uuid(670000 + i) };
        plan.name = QStringLiteral("Straßenplan %1.pdf").arg(i);
        plan.sha256 = QStringLiteral("%1").arg(i, 64, 16, QLatin1Char('0'));
        if (i != 3)
            caseFile.attachments = { plan };
        changes.append(upsert(caseFile));
    }
    pull(changes);
    load();
    InboxFilter words;
    words.text = QStringLiteral("strassenplan");
    QSignalSpy filtered(m_model.get(), &InboxModel::filtered);
    m_model->setFilter(words);
    QTRY_COMPARE(filtered.size(), 1);
    QCOMPARE(references().join(QLatin1Char(' ')), QStringLiteral("05 04 02 01"));
    const QModelIndex first = m_model->index(0, 0);
    QCOMPARE(first.data(InboxModel::SnippetRole).toString(), QStringLiteral("Straßenplan 5.pdf"));
    QCOMPARE(first.data(InboxModel::HitWordsRole).toStringList(),
        QStringList{ QStringLiteral("strassenplan") });
    QVERIFY(!first.data(InboxModel::FirstOfGroupRole).toBool()); // no headings between hits
    m_model->sort(InboxModel::Reference, Qt::AscendingOrder); // unless another order is wished
    QCOMPARE(references().join(QLatin1Char(' ')), QStringLiteral("01 02 04 05"));
    m_model->setFilter({});
    QCOMPARE(first.data(InboxModel::SnippetRole).toString(), QStringLiteral("Ortstermin"));
}

void TestInboxModel::shouldKeepFoundCasesWhileOthersChange()
{
    CaseFile poplar = makeCase(2);
    poplar.title = QStringLiteral("Pappel");
    pull({ upsert(makeCase(1)), upsert(poplar), upsert(makeCase(3)) });
    load();
    InboxFilter words;
    words.text = QStringLiteral("pappel");
    m_model->setFilter(words);
    QTRY_COMPARE(references(), QStringList{ QStringLiteral("02") });
    QSignalSpy loaded(m_model.get(), &InboxModel::loaded);
    m_model->load(); // as after a long page of the feed
    QTRY_COMPARE(loaded.size(), 1);
    QCOMPARE(references(), QStringList{ QStringLiteral("02") });
    CaseFile late = makeCase(4);
    late.title = QStringLiteral("Pappeln");
    pull({ upsert(late) });
    QTRY_COMPARE(references(), QStringList({ QStringLiteral("04"), QStringLiteral("02") }));
}

void TestInboxModel::shouldTakeChangesWhileSearching()
{
    QList<FeedChange> changes;
    for (int i = 1; i <= 12; ++i)
        changes.append(upsert(makeCase(i)));
    pull(changes);
    load();
    InboxFilter words;
    words.text = QStringLiteral("Eiche"); // found in all, and shown in another order
    m_model->setFilter(words);
    for (const int number : { 3, 8, 12 })
        QVERIFY(m_outbox->append(m_view->operation(makeCase(number).id, TakeOver{})));
    QStringList before = references();
    before.sort();
    QCOMPARE(before.removeDuplicates(), 0);
    QCOMPARE(before.size(), 12);
    QTRY_COMPARE(references().first(), QStringLiteral("12"));
    QCOMPARE(m_model->rowCount(), 12);
}

void TestInboxModel::shouldMoveInsertAndRemoveWithoutReset()
{
    pull({ upsert(makeCase(1)), upsert(makeCase(2)), upsert(makeCase(3)) });
    load();
    m_model->sort(InboxModel::Due);
    const QPersistentModelIndex selected = m_model->index(0, 0);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QSignalSpy layout(m_model.get(), &QAbstractItemModel::layoutChanged);
    QSignalSpy moved(m_model.get(), &QAbstractItemModel::rowsMoved);
    CaseFile later = makeCase(1, 2);
    later.target.due = QDate(2027, 5, 1);
    pull({ upsert(later) });
    QCOMPARE(references(),
        QStringList({ QStringLiteral("02"), QStringLiteral("03"), QStringLiteral("01") }));
    QCOMPARE(moved.size(), 1);
    QCOMPARE(selected.row(), 2);
    pull({ upsert(makeCase(4)) });
    QCOMPARE(references(),
        QStringList({ QStringLiteral("02"), QStringLiteral("03"), QStringLiteral("04"),
            QStringLiteral("01") }));
    pull({ drop(makeCase(3), ChangeAction::Tombstone) });
    QCOMPARE(references(),
        QStringList({ QStringLiteral("02"), QStringLiteral("04"), QStringLiteral("01") }));
    CaseFile closed = makeCase(2, 2);
    closed.state = CaseState::Closed;
    pull({ upsert(closed) });
    QCOMPARE(references(), QStringList({ QStringLiteral("04"), QStringLiteral("01") }));
    QCOMPARE(selected.row(), 1);
    QCOMPARE(m_model->rowOf(makeCase(1).id), 1);
    QCOMPARE(m_model->caseAt(1), makeCase(1).id);
    QCOMPARE(reset.size() + layout.size(), 0);
}

void TestInboxModel::shouldShowOutboxAtOnce()
{
    pull({ upsert(makeCase(1)), upsert(makeCase(2)) });
    load();
    QVERIFY(m_outbox->append(m_view->operation(makeCase(1).id, TakeOver{})));
    const int row = m_model->rowOf(makeCase(1).id);
    QCOMPARE(m_model->index(row, 0).data(InboxModel::PendingRole).toInt(), 1);
    QCOMPARE(m_model->index(row, 0).data(InboxModel::StateRole).toInt(), int(CaseState::Accepted));
    QCOMPARE(
        m_model->index(row, InboxModel::Assignee).data().toString(), QStringLiteral("Jana Sommer"));
    InboxFilter mine;
    mine.scope = InboxFilter::Scope::Mine;
    m_model->setFilter(mine);
    QCOMPARE(m_model->rowCount(), 1);
}

void TestInboxModel::shouldKeepRowOfNewCaseWhenPortalTakesIt()
{
    pull({ upsert(makeCase(1)) });
    load();
    OpenCase args;
    args.type = CaseTypeId{ QStringLiteral("baumfaellgenehmigung") };
    args.department = DepartmentId{ QStringLiteral("umwelt") };
    args.title = QStringLiteral("Pappel");
    args.internal = true;
    const auto operation = m_outbox->append(m_view->operation(makeCase(9).id, args));
    QVERIFY(operation);
    QCOMPARE(m_model->rowCount(), 2);
    const QPersistentModelIndex row = m_model->index(m_model->rowOf(makeCase(9).id), 0);
    QVERIFY(row.isValid());
    CaseFile portal = m_view->find(makeCase(9).id)->caseFile;
    portal.reference = QStringLiteral("LIN/67-2026-000009");
    OperationResult done;
    done.operation = operation->id;
    done.outcome = Outcome::Applied;
    done.version = portal.version;
    QVERIFY(m_outbox->markResult(done));
    pull({ upsert(portal) });
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(row.data(InboxModel::ReferenceRole).toString(), portal.reference);
    QCOMPARE(m_model->rowOf(makeCase(9).id), row.row());
}

void TestInboxModel::shouldSearchAndClear()
{
    CaseFile closed = shaped(2, CaseState::Closed, {});
    closed.parties[0].familyName = QStringLiteral("Größer");
    pull({ upsert(makeCase(1)), upsert(closed) });
    load();
    QCOMPARE(m_model->rowCount(), 1);
    QSignalSpy filtered(m_model.get(), &InboxModel::filtered);
    InboxFilter text;
    text.text = QStringLiteral("groesser");
    m_model->setFilter(text);
    QTRY_COMPARE(filtered.size(), 1);
    QCOMPARE(references(), QStringList{ QStringLiteral("02") });
    m_model->setFilter({});
    QCOMPARE(references(), QStringList{ QStringLiteral("01") });
}

void TestInboxModel::shouldTakeChangesWhileLoading()
{
    pull({ upsert(makeCase(1)), upsert(makeCase(2)) });
    QSignalSpy loaded(m_model.get(), &InboxModel::loaded);
    m_model->load();
    CaseFile moved = makeCase(1, 2);
    moved.target.due = QDate(2027, 5, 1);
    m_writer->applyPage(
        page({ upsert(moved), upsert(makeCase(3)), drop(makeCase(2), ChangeAction::Tombstone) }));
    QTRY_COMPARE(loaded.size(), 1);
    m_model->sort(InboxModel::Due);
    QTRY_COMPARE(references(), QStringList({ QStringLiteral("03"), QStringLiteral("01") }));
}

void TestInboxModel::shouldKeepSelectionAmongHundredThousand()
{
    // Straight into the table: what is tested is the list, not the reading of pages.
    cleanup();
    {
        const auto database
            = sqlite::Database::open(m_folder->paths.cache(), sqlite::OpenMode::ReadWrite);
        QVERIFY((*database)->execute(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
            "100000) INSERT INTO cases (uuid, version, generation, reference, ref_norm, "
            "type, title, applicant, sort_key, snippet, state, due, paused, period_ends, "
            "assignee, department, unread, follow_up, fee_open, internal, attachments, "
            "filed, updated) SELECT 'case-' || i, 1, 0, printf('LIN-%06d', i), "
            "printf('lin%06d', i), 'type' || (i % 12), 'Titel', 'Name', printf('name%05d', "
            "(i * 7919) % 100000), 'Text', CASE i % 4 WHEN 0 THEN 'new' WHEN 1 THEN "
            "'inProgress' WHEN 2 THEN 'accepted' ELSE 'closed' END, 2461000 + (i * 31) % "
            "400, 0, NULL, 'clerk' || (i % 40), 'umwelt', i % 2, NULL, 0, 0, 0, i, i FROM n"));
    }
    open();
    load();
    QCOMPARE(m_model->rowCount(), 75000);
    const QPersistentModelIndex selected = m_model->index(4711, 0);
    const QString id = selected.data(InboxModel::CaseIdRole).toString();
    for (const int column : { int(InboxModel::Applicant), int(InboxModel::Due),
             int(InboxModel::Updated), int(InboxModel::Reference), InboxModel::Urgency }) {
        m_model->sort(column, Qt::DescendingOrder);
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data(InboxModel::CaseIdRole).toString(), id);
        QCOMPARE(m_model->rowOf(CaseId{ id }), selected.row());
    }
    InboxFilter filter;
    filter.service = m_view->row(m_view->keyOf(CaseId{ id }))->type;
    m_model->setFilter(filter);
    QVERIFY(m_model->rowCount() < 10000);
    QCOMPARE(selected.data(InboxModel::CaseIdRole).toString(), id);
    m_model->sort(InboxModel::Applicant);
    QString last;
    for (int row = 0; row < m_model->rowCount(); row += 97) {
        const QString key = m_view->row(m_view->keyOf(m_model->caseAt(row)))->sortKey;
        QVERIFY(last <= key);
        last = key;
    }
    m_model->setFilter({});
    QCOMPARE(selected.data(InboxModel::CaseIdRole).toString(), id);
}

QTEST_GUILESS_MAIN(TestInboxModel)
#include "tst_inboxmodel.moc"
