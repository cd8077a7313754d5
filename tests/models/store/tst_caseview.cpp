#include "models/store/caseview.h"

#include "cases.h"

#include "models/store/cachewriter.h"
#include "models/store/draftstore.h"
#include "models/store/whendone.h"

#include <QSignalSpy>
#include <QTest>

using namespace testcases;

class TestCaseView : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void shouldShowPageOfTheFeed();
    void shouldShowWaitingOperations();
    void shouldAgreeWithPortal();
    void shouldNotFlickerBetweenAnswerAndFeed();
    void shouldNotApplyTwiceWhatCameBackBeforeItsAnswer();
    void shouldShowPortalsTruthInConflict();
    void shouldShowNewCaseUntilPortalHasIt();
    void shouldHoldOperationsOfRevokedCase();
    void shouldCountWithOutbox();
    void shouldFindInOutboxToo();
    void shouldFindPartsOfCompounds();
    void shouldDropResultWithItsContext();

private:
    void open();
    Result<PageEffect> pull(const QList<FeedChange> &changes);
    Operation act(int caseNumber, OperationArgs args);
    CaseFile atPortal(const Operation &operation, const CaseFile &before) const;

    std::unique_ptr<Folder> m_folder;
    FixedClock m_clock{ noon };
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CaseView> m_view;
};

void TestCaseView::init()
{
    m_folder = std::make_unique<Folder>();
    open();
    m_writer->saveSession(session());
    QTRY_COMPARE(m_view->session().clerk.name, QStringLiteral("Jana Sommer"));
}

void TestCaseView::cleanup()
{
    m_view.reset();
    m_writer.reset();
    m_outbox.reset();
}

void TestCaseView::open()
{
    cleanup();
    m_outbox = *Outbox::open(m_folder->paths, m_clock);
    m_writer = std::make_unique<CacheWriter>(m_folder->paths, m_clock);
    m_view = *CaseView::open(m_folder->paths, *m_outbox, *m_writer, m_clock);
}

Result<PageEffect> TestCaseView::pull(const QList<FeedChange> &changes)
{
    std::optional<Result<PageEffect>> effect;
    whenDone(m_writer->applyPage(page(changes)), this,
        [&](const Result<PageEffect> &result) { effect = result; });
    if (!QTest::qWaitFor([&] { return effect.has_value(); }))
        return error(ErrorCode::Internal, "test.timeout");
    return *effect;
}

Operation TestCaseView::act(int caseNumber, OperationArgs args)
{
    const auto appended
        = m_outbox->append(m_view->operation(makeCase(caseNumber).id, std::move(args)));
    return appended ? *appended : Operation();
}

CaseFile TestCaseView::atPortal(const Operation &operation, const CaseFile &before) const
{
    ApplyContext context;
    context.actor = m_view->actor();
    context.now = operation.createdAt;
    context.permissions = permissionsOf(Role::SeniorClerk);
    context.reference = QStringLiteral("LIN/67-2026-009999");
    const auto after = apply(operation, before, context);
    return after ? *after : CaseFile();
}

void TestCaseView::shouldShowPageOfTheFeed()
{
    QSignalSpy changed(m_view.get(), &CaseView::caseChanged);
    QSignalSpy rows(m_view.get(), &CaseView::rowsChanged);
    QVERIFY(pull({ upsert(makeCase(1)) }));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(m_view->find(makeCase(1).id)->caseFile, makeCase(1));
    QCOMPARE(m_view->findReference(QStringLiteral("lin 67 2026 000001")), makeCase(1).id);
}

void TestCaseView::shouldShowWaitingOperations()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    QSignalSpy changed(m_view.get(), &CaseView::caseChanged);
    act(1, TakeOver{});
    act(1, Reply{ MessageId{ uuid(30) }, QStringLiteral("Guten Tag"), {}, {} });
    QCOMPARE(changed.size(), 2);
    const auto viewed = m_view->find(makeCase(1).id);
    QCOMPARE(viewed->caseFile.state, CaseState::Accepted);
    QCOMPARE(viewed->caseFile.assignee, session().clerk.id);
    QCOMPARE(viewed->caseFile.messages.size(), 1);
    QCOMPARE(viewed->pending.size(), 2);
    QCOMPARE(viewed->baseVersion, 1);
    QCOMPARE(viewed->portal, makeCase(1));
    QCOMPARE(m_view->row(m_view->keyOf(makeCase(1).id))->pending, 2);
    QCOMPARE(m_view->operation(makeCase(1).id, TakeOver{}).baseVersion, 1);
    open(); // the program ended: the same view again
    QCOMPARE(m_view->find(makeCase(1).id)->caseFile, viewed->caseFile);
}

void TestCaseView::shouldAgreeWithPortal()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    CaseFile portal = makeCase(1);
    const QList<Operation> operations{ act(1, TakeOver{}),
        act(1, ChangeState{ CaseState::InProgress, {} }),
        act(1, AddNote{ NoteId{ uuid(31) }, QStringLiteral("Ortstermin") }),
        act(1,
            RequestDocuments{ RequestId{ uuid(32) }, MessageId{ uuid(33) },
                QStringLiteral("Bitte nachreichen"), { QStringLiteral("Lageplan") },
                QDate(2026, 12, 5), {} }) };
    for (const Operation &operation : operations)
        portal = atPortal(operation, portal);
    QVERIFY(!portal.id.isNull());
    QCOMPARE(m_view->find(portal.id)->caseFile, portal);
    for (const Operation &operation : operations) {
        OperationResult done;
        done.operation = operation.id;
        done.outcome = Outcome::Applied;
        done.version = portal.version;
        QVERIFY(m_outbox->markResult(done));
    }
    QVERIFY(pull({ upsert(portal) }));
    QCOMPARE(m_view->find(portal.id)->caseFile, portal);
    QVERIFY(m_view->find(portal.id)->pending.isEmpty());
}

void TestCaseView::shouldNotFlickerBetweenAnswerAndFeed()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    const Operation operation = act(1, TakeOver{});
    OperationResult done;
    done.operation = operation.id;
    done.outcome = Outcome::Applied;
    done.version = 2;
    QVERIFY(m_outbox->markResult(done));
    QCOMPARE(m_view->find(makeCase(1).id)->caseFile.assignee, session().clerk.id);
    QCOMPARE(m_view->row(m_view->keyOf(makeCase(1).id))->pending, 0);
    QVERIFY(pull({ upsert(atPortal(operation, makeCase(1))) }));
    QCOMPARE(m_view->find(makeCase(1).id)->caseFile.events.size(), 2);
}

void TestCaseView::shouldNotApplyTwiceWhatCameBackBeforeItsAnswer()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    const Operation operation
        = act(1, Reply{ MessageId{ uuid(30) }, QStringLiteral("Guten Tag"), {}, {} });
    QVERIFY(m_outbox->markSending({ operation.id })); // the answer is lost
    QVERIFY(pull({ upsert(atPortal(operation, makeCase(1))) }));
    QCOMPARE(m_view->find(makeCase(1).id)->caseFile.messages.size(), 1);
    QCOMPARE(m_view->find(makeCase(1).id)->pending.size(), 1);
}

void TestCaseView::shouldShowPortalsTruthInConflict()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    const Operation operation = act(1, TakeOver{});
    CaseFile theirs = makeCase(1, 2);
    theirs.assignee = ClerkId{ uuid(900002) };
    QVERIFY(pull({ upsert(theirs) }));
    OperationResult conflict;
    conflict.operation = operation.id;
    conflict.outcome = Outcome::Conflict;
    conflict.reason = QStringLiteral("conflict.field");
    QVERIFY(m_outbox->markResult(conflict));
    const auto viewed = m_view->find(makeCase(1).id);
    QCOMPARE(viewed->caseFile.assignee, theirs.assignee);
    QVERIFY(viewed->conflict());
    QCOMPARE(viewed->conflict()->reason, QStringLiteral("conflict.field"));
    QVERIFY(m_view->row(m_view->keyOf(makeCase(1).id))->attention);
    QCOMPARE(m_view->counts().needAttention, 1);
}

void TestCaseView::shouldShowNewCaseUntilPortalHasIt()
{
    OpenCase args;
    args.type = CaseTypeId{ QStringLiteral("baumfaellgenehmigung") };
    args.department = DepartmentId{ QStringLiteral("umwelt") };
    args.title = QStringLiteral("Umgestürzte Pappel");
    args.internal = true;
    const Operation operation = act(9, args);
    const qint64 key = m_view->keyOf(operation.caseId);
    QVERIFY(key < 0);
    QVERIFY(m_view->find(operation.caseId)->isNew());
    QVERIFY(m_view->row(key)->reference.isEmpty());
    QCOMPARE(m_view->touchedRows().size(), 1);
    QCOMPARE(m_view->search(QStringLiteral("Pappel")), QList{ operation.caseId });
    act(9, AddNote{ NoteId{ uuid(31) }, QStringLiteral("dringend") });
    QCOMPARE(m_view->find(operation.caseId)->caseFile.notes.size(), 1);

    QSignalSpy renamed(m_view.get(), &CaseView::rowRenamed);
    const CaseFile portal = atPortal(operation, {});
    QVERIFY(pull({ upsert(portal) }));
    QCOMPARE(renamed.size(), 1);
    QVERIFY(m_view->keyOf(operation.caseId) > 0);
    QCOMPARE(m_view->find(operation.caseId)->caseFile.reference, portal.reference);
    QCOMPARE(m_view->find(operation.caseId)->caseFile.notes.size(), 1);
}

void TestCaseView::shouldHoldOperationsOfRevokedCase()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    const Operation operation = act(1, TakeOver{});
    QSignalSpy removed(m_view.get(), &CaseView::caseRemoved);
    QVERIFY(pull({ drop(makeCase(1), ChangeAction::Revoke) }));
    QVERIFY(!removed.isEmpty());
    QVERIFY(!m_view->find(makeCase(1).id));
    QCOMPARE(int(m_outbox->find(operation.id)->state), int(PendingState::NeedsAttention));
}

void TestCaseView::shouldCountWithOutbox()
{
    QVERIFY(pull({ upsert(makeCase(1)), upsert(makeCase(2)) }));
    QCOMPARE(m_view->counts().fresh, 2);
    QCOMPARE(m_view->counts().mine, 0);
    act(1, TakeOver{});
    QCOMPARE(m_view->counts().fresh, 1);
    QCOMPARE(m_view->counts().mine, 1);
    QCOMPARE(m_view->counts().inbox, 2);
    QCOMPARE(m_view->counts().pendingOperations, 1);
}

void TestCaseView::shouldFindInOutboxToo()
{
    QVERIFY(pull({ upsert(makeCase(1)) }));
    QVERIFY(m_view->search(QStringLiteral("Habicht")).isEmpty());
    act(1, AddNote{ NoteId{ uuid(31) }, QStringLiteral("Habichtnest in der Krone") });
    QCOMPARE(m_view->search(QStringLiteral("habicht")), QList{ makeCase(1).id });
    QList<qint64> keys;
    whenDone(m_view->searchKeys(QStringLiteral("habicht")), this,
        [&](const QList<qint64> &found) { keys = found; });
    QTRY_COMPARE(keys, QList<qint64>{ m_view->keyOf(makeCase(1).id) });
}

void TestCaseView::shouldFindPartsOfCompounds()
{
    CaseFile permit = makeCase(1);
    permit.title = QStringLiteral("Baumfällgenehmigung für die Straßenecke");
    CaseFile other = makeCase(2);
    other.title = QStringLiteral("Genehmigung");
    QVERIFY(pull({ upsert(permit), upsert(other) }));
    const auto found = [this](const char *text) {
        QList<CaseId> ids = m_view->search(QString::fromUtf8(text));
        std::sort(ids.begin(), ids.end(),
            [](const CaseId &a, const CaseId &b) { return a.text < b.text; });
        return ids;
    };
    QSignalSpy read(m_view.get(), &CaseView::wordsRead);
    whenDone(m_view->columns(), this, [](const InboxColumns &) {});
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(found("genehmigung"), QList({ permit.id, other.id }));
    QCOMPARE(found("faellgen"), QList{ permit.id });
    QCOMPARE(found("ecke strasse"), QList{ permit.id });
    QVERIFY(found("eck eiche-nicht").isEmpty());
    CaseFile late = makeCase(3); // its words come in without reading all of them again
    late.title = QStringLiteral("Hundesteuerermäßigung");
    QVERIFY(pull({ upsert(late) }));
    QCOMPARE(found("ermaessigung"), QList{ late.id });
    QVERIFY(pull({ drop(permit, ChangeAction::Revoke) }));
    QVERIFY(found("fällgen").isEmpty());
    act(2, AddNote{ NoteId{ uuid(31) }, QStringLiteral("Ortsbesichtigungstermin") });
    QCOMPARE(found("besichtigung"), QList{ other.id });
}

void TestCaseView::shouldDropResultWithItsContext()
{
    bool called = false;
    {
        QObject context;
        whenDone(m_view->columns(), &context, [&](const InboxColumns &) { called = true; });
    }
    bool other = false;
    whenDone(m_view->columns(), this, [&](const InboxColumns &) { other = true; });
    QTRY_VERIFY(other);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(TestCaseView)
#include "tst_caseview.moc"
