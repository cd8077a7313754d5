#include "models/board/redistribution.h"

#include <QTest>

// Moving cases between clerks, on paper.
class TestRedistribution : public QObject {
    Q_OBJECT
private slots:
    void init();
    void shouldCountLoadsBeforeAndAfter();
    void shouldMoveWhatNobodyHasBegunFirst();
    void shouldMoveOnlyToWhoMayActOnTheCase();
    void shouldMoveNothingToAbsentColleagues();
    void shouldSpreadEvenly();
    void shouldMoveOneServiceOnly();
    void shouldTakeBackStepByStep();
    void shouldForgetWhatCameBackHome();
    void shouldLeaveOtherTeamsAlone();

private:
    InboxRow row(qint64 key, const ClerkId &clerk, CaseState state = CaseState::InProgress) const;
    Redistribution plan(const QList<InboxRow> &list) const;

    QList<TeamClerk> m_team;
};

namespace {

const DepartmentId orderOffice{ QStringLiteral("ordnungsamt") };
const DepartmentId treeOffice{ QStringLiteral("umwelt") };
const ClerkId anna{ QStringLiteral("anna") };
const ClerkId bert{ QStringLiteral("bert") };
const ClerkId cora{ QStringLiteral("cora") };
const QDate day(2026, 11, 23);

} // namespace

void TestRedistribution::init()
{
    m_team = { { anna, { orderOffice }, false }, { bert, { orderOffice }, false },
        { cora, { treeOffice }, false } };
}

InboxRow TestRedistribution::row(qint64 key, const ClerkId &clerk, CaseState state) const
{
    InboxRow row;
    row.key = key;
    row.type = CaseTypeId{ QStringLiteral("sondernutzung") };
    row.department = orderOffice;
    row.assignee = clerk;
    row.state = state;
    row.filed = { 1 };
    return row;
}

Redistribution TestRedistribution::plan(const QList<InboxRow> &list) const
{
    BoardRows rows;
    for (const InboxRow &one : list)
        rows.append(one);
    return Redistribution(
        std::make_shared<const BoardRows>(rows), { orderOffice, treeOffice }, m_team, day);
}

void TestRedistribution::shouldCountLoadsBeforeAndAfter()
{
    QList<InboxRow> list{ row(1, anna), row(2, anna), row(3, {}), row(4, bert) };
    list[0].due = QDate(2026, 11, 20);
    list[1].due = QDate(2026, 12, 6);
    list[1].feeOpen = true;
    list[3].state = CaseState::Closed;
    list[3].ended = { 5 };
    Redistribution trial = plan(list);
    const QList<ClerkLoad> before{ { {}, 1, 1, 0, 0 }, { anna, 2, 1, 1, 1 }, { bert, 0, 0, 0, 0 },
        { cora, 0, 0, 0, 0 } };
    QCOMPARE(trial.before(), before);
    QCOMPARE(trial.after(), before);
    QCOMPARE(trial.move({ anna, bert, {}, 1 }), 1);
    QCOMPARE(trial.before(), before);
    QCOMPARE(trial.after()[1], (ClerkLoad{ anna, 1, 0, 0, 1 }));
    QCOMPARE(trial.after()[2], (ClerkLoad{ bert, 1, 1, 1, 0 }));
    QCOMPARE(trial.moves(), (QList<CaseMove>{ { 1, anna, bert } }));
}

void TestRedistribution::shouldMoveWhatNobodyHasBegunFirst()
{
    QList<InboxRow> list{ row(1, anna, CaseState::InProgress), row(2, anna, CaseState::New),
        row(3, anna, CaseState::New), row(4, anna, CaseState::WaitingForApplicant) };
    list[1].due = QDate(2026, 12, 20);
    list[2].due = QDate(2026, 12, 1);
    Redistribution trial = plan(list);
    trial.move({ anna, bert, {}, 1 });
    QCOMPARE(trial.moves().first().key, 3); // not begun, and the more urgent of two
    trial.move({ anna, bert, {}, 2 });
    QCOMPARE(trial.moves(),
        (QList<CaseMove>{ { 1, anna, bert }, { 2, anna, bert }, { 3, anna, bert } }));
}

void TestRedistribution::shouldMoveOnlyToWhoMayActOnTheCase()
{
    Redistribution trial = plan({ row(1, anna), row(2, anna) });
    QCOMPARE(trial.movable({ anna, cora, {}, 0 }), 0);
    QCOMPARE(trial.move({ anna, cora, {}, 9 }), 0);
    QVERIFY(!trial.canTakeBack());
    QCOMPARE(trial.movable({ anna, bert, {}, 0 }), 2);
    QCOMPARE(trial.movable({ anna, anna, {}, 0 }), 0);
    QCOMPARE(trial.movable({ anna, ClerkId{ QStringLiteral("unknown") }, {}, 0 }), 0);
}

void TestRedistribution::shouldMoveNothingToAbsentColleagues()
{
    Redistribution trial = plan({ row(1, anna), row(2, anna) });
    trial.setAbsent(bert, true);
    QCOMPARE(trial.movable({ anna, bert, {}, 0 }), 0);
    QCOMPARE(trial.movable({ anna, {}, {}, 0 }), 0);
    trial.setAbsent(bert, false);
    trial.setAbsent(anna, true); // what lies with the absent one is what is to be moved
    QCOMPARE(trial.move({ anna, {}, {}, 9 }), 2);
}

void TestRedistribution::shouldSpreadEvenly()
{
    m_team[2].departments = { orderOffice };
    QList<InboxRow> list;
    for (int key = 1; key <= 6; ++key)
        list.append(row(key, {}));
    list.append(row(7, anna));
    list.append(row(8, anna));
    list.append(row(9, bert));
    Redistribution trial = plan(list);
    QCOMPARE(trial.move({ {}, {}, {}, 6 }), 6);
    for (const ClerkLoad &load : trial.after())
        QCOMPARE(load.open, load.clerk.isNull() ? 0 : 3);
}

void TestRedistribution::shouldMoveOneServiceOnly()
{
    QList<InboxRow> list{ row(1, anna), row(2, anna) };
    list[1].type = CaseTypeId{ QStringLiteral("hundesteuer") };
    Redistribution trial = plan(list);
    QCOMPARE(trial.services(anna).size(), 2);
    QCOMPARE(trial.services(bert).size(), 0);
    trial.move({ anna, bert, CaseTypeId{ QStringLiteral("hundesteuer") }, 9 });
    QCOMPARE(trial.moves(), (QList<CaseMove>{ { 2, anna, bert } }));
    QCOMPARE(trial.movable({ anna, bert, CaseTypeId{ QStringLiteral("none") }, 0 }), 0);
}

void TestRedistribution::shouldTakeBackStepByStep()
{
    Redistribution trial = plan({ row(1, anna), row(2, anna), row(3, {}) });
    trial.move({ anna, bert, {}, 1 });
    trial.move({ {}, bert, {}, 1 });
    QCOMPARE(trial.moves().size(), 2);
    trial.takeBack();
    QCOMPARE(trial.moves(), (QList<CaseMove>{ { 1, anna, bert } }));
    trial.takeBack();
    QVERIFY(trial.moves().isEmpty());
    QVERIFY(!trial.canTakeBack());
    trial.takeBack(); // nothing happens
    QCOMPARE(trial.before(), trial.after());
}

void TestRedistribution::shouldForgetWhatCameBackHome()
{
    Redistribution trial = plan({ row(1, anna) });
    trial.move({ anna, bert, {}, 1 });
    trial.move({ bert, anna, {}, 1 });
    QVERIFY(trial.moves().isEmpty());
    QVERIFY(trial.canTakeBack());
}

void TestRedistribution::shouldLeaveOtherTeamsAlone()
{
    Redistribution trial = plan({ row(1, ClerkId{ QStringLiteral("somebody else") }) });
    for (const ClerkLoad &load : trial.before())
        QCOMPARE(load.open, 0);
    QCOMPARE(trial.move({ {}, anna, {}, 9 }), 0);
}

QTEST_GUILESS_MAIN(TestRedistribution)
#include "tst_redistribution.moc"
