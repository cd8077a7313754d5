#include "inboxfixture.h"

#include "models/sqlite/database.h"

using namespace testcases;

// What the list shows first, in which order, and how it follows changes.
class TestInboxModel : public InboxFixture {
    Q_OBJECT
private slots:
    void init() { begin(); }
    void cleanup() { end(); }
    void shouldShowFirstScreenBeforeTheRest();
    void shouldGroupByUrgency();
    void shouldSort_data();
    void shouldSort();
    void shouldMoveInsertAndRemoveWithoutReset();
    void shouldShowOutboxAtOnce();
    void shouldKeepRowOfNewCaseWhenPortalTakesIt();
    void shouldTakeChangesWhileLoading();
    void shouldKeepSelectionAmongHundredThousand();
};

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
