#include "inboxfixture.h"

Q_DECLARE_METATYPE(InboxTerm)

using namespace testcases;

// What filters and words leave of the list, sorted by every column and counted.
class TestInboxFilters : public InboxFixture {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void shouldFilter_data();
    void shouldFilter();
    void shouldFilterByTerms_data();
    void shouldFilterByTerms();
    void shouldSortByEveryColumn();
    void shouldCountViewsLive();
    void shouldShowNewestHitsFirstWithTheirPlace();
    void shouldKeepFoundCasesWhileOthersChange();
    void shouldTakeChangesWhileSearching();
    void shouldSearchAndClear();
};

void TestInboxFilters::shouldFilter_data()
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

void TestInboxFilters::shouldFilter()
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

void TestInboxFilters::shouldFilterByTerms_data()
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

void TestInboxFilters::shouldFilterByTerms()
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

void TestInboxFilters::shouldSortByEveryColumn()
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

void TestInboxFilters::shouldCountViewsLive()
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

void TestInboxFilters::shouldShowNewestHitsFirstWithTheirPlace()
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

void TestInboxFilters::shouldKeepFoundCasesWhileOthersChange()
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

void TestInboxFilters::shouldTakeChangesWhileSearching()
{
    QList<FeedChange> changes;
    for (int i = 1; i <= 12; ++i)
        changes.append(upsert(makeCase(i)));
    pull(changes);
    load();
    InboxFilter words;
    words.text = QStringLiteral("Eiche"); // found in all, and shown in another order
    QSignalSpy filtered(m_model.get(), &InboxModel::filtered);
    m_model->setFilter(words);
    for (const int number : { 3, 8, 12 })
        QVERIFY(m_outbox->append(m_view->operation(makeCase(number).id, TakeOver{})));
    QStringList before = references();
    before.sort();
    QCOMPARE(before.removeDuplicates(), 0);
    QCOMPARE(before.size(), 12);
    QTRY_COMPARE(filtered.size(), 1);
    QCOMPARE(m_model->rowCount(), 12);
    for (int row = 1; row < 12; ++row)
        QVERIFY(m_model->index(row - 1, 0).data(InboxModel::UpdatedRole).toDateTime()
            >= m_model->index(row, 0).data(InboxModel::UpdatedRole).toDateTime());
}

void TestInboxFilters::shouldSearchAndClear()
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

QTEST_GUILESS_MAIN(TestInboxFilters)
#include "tst_inboxfilters.moc"
