#include "models/board/board.h"

#include "tests/ui/shell/sampledata.h"

#include <QTest>

// The figures of the board, counted by hand, and that each of them is the list behind it.
class TestBoard : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shouldCountWhatIsOpenAndWhy();
    void shouldCountInflowAndOutflowByWeek();
    void shouldPutEveryOpenCaseIntoOneAge();
    void shouldPutDeadlinesOnWorkingDays();
    void shouldNotCountRestingTargetsButStatutoryPeriods();
    void shouldGroupByServiceAndDepartment();
    void shouldCountPersonsOnlyWhereAllowed();
    void shouldCountOnlyTheDepartmentsAskedFor();
    void shouldCountNothingWithoutDepartments();
    void shouldSelectExactlyTheCasesOfEachFigure();
    void shouldSayTheSameOnceMore();
    void shouldPatchRowsOfTheOutbox();

private:
    BoardWish wish(const QList<DepartmentId> &departments) const;
    static InboxRow row(qint64 key, const QString &filed);
    static void checkFigures(const BoardRows &rows, const Board &board);

    LawTable m_law;
};

namespace {

const DepartmentId order{ QStringLiteral("ordnungsamt") };
const DepartmentId trees{ QStringLiteral("umwelt") };
const ClerkId jonas{ QStringLiteral("jonas") };

} // namespace

void TestBoard::initTestCase()
{
    const auto law = loadLawTable();
    QVERIFY(law);
    m_law = *law;
}

// Monday 2026-11-23 09:41 in Berlin, at a town of Saxony-Anhalt.
BoardWish TestBoard::wish(const QList<DepartmentId> &departments) const
{
    return { departments, true, sampledata::now, "Europe/Berlin",
        Calendar(m_law, { QStringLiteral("150840000000"), {} }) };
}

InboxRow TestBoard::row(qint64 key, const QString &filed)
{
    InboxRow row;
    row.key = key;
    row.type = CaseTypeId{ QStringLiteral("sondernutzung") };
    row.department = order;
    row.state = CaseState::InProgress;
    row.filed = sampledata::at(filed);
    return row;
}

static BoardRows rowsOf(const QList<InboxRow> &list)
{
    BoardRows rows;
    for (const InboxRow &one : list)
        rows.append(one);
    return rows;
}

void TestBoard::shouldCountWhatIsOpenAndWhy()
{
    QList<InboxRow> list;
    for (int key = 1; key <= 8; ++key)
        list.append(row(key, QStringLiteral("2026-11-20T10:00:00")));
    list[0].assignee = jonas;
    list[1].state = CaseState::WaitingForApplicant;
    list[1].feeOpen = true; // who waits for the citizen is counted there only
    list[2].feeOpen = true;
    list[3].consulted = true;
    list[4].due = QDate(2026, 11, 22); // yesterday
    list[5].due = QDate(2026, 11, 23); // today is not too late
    list[6].state = CaseState::Decided;
    list[6].ended = sampledata::at(QStringLiteral("2026-11-20T12:00:00"));
    const Board board = makeBoard(rowsOf(list), wish({ order }));
    QCOMPARE(board.today, QDate(2026, 11, 23));
    QCOMPARE(board.open.count, 7);
    QCOMPARE(board.unassigned.count, 6);
    QCOMPARE(board.overdue.count, 1);
    QCOMPARE(board.risk.count, 1);
    QCOMPARE(board.waits[size_t(WaitsFor::Nobody)].count, 4);
    QCOMPARE(board.waits[size_t(WaitsFor::Citizen)].count, 1);
    QCOMPARE(board.waits[size_t(WaitsFor::Colleague)].count, 1);
    QCOMPARE(board.waits[size_t(WaitsFor::Fee)].count, 1);
}

void TestBoard::shouldCountInflowAndOutflowByWeek()
{
    QList<InboxRow> list{
        row(1, QStringLiteral("2026-11-23T00:00:00")), // this week begins with this moment
        row(2, QStringLiteral("2026-11-22T23:59:59")), // the week before ends with this one
        row(3, QStringLiteral("2026-09-07T00:00:00")), // the first of twelve weeks
        row(4, QStringLiteral("2026-09-06T23:59:59")), // before
        row(5, QStringLiteral("2026-01-05T08:00:00")),
    };
    list[4].state = CaseState::Closed;
    list[4].ended = sampledata::at(QStringLiteral("2026-10-25T23:30:00")); // 25 hours that day
    const Board board = makeBoard(rowsOf(list), wish({ order }));
    QCOMPARE(board.weeks.size(), 12);
    QCOMPARE(board.weeks.first().monday, QDate(2026, 9, 7));
    QCOMPARE(board.weeks.last().monday, QDate(2026, 11, 23));
    QCOMPARE(board.weeks.first().filed.count, 1);
    QCOMPARE(board.weeks[10].filed.count, 1);
    QCOMPARE(board.weeks.last().filed.count, 1);
    int filed = 0;
    int ended = 0;
    for (const BoardWeek &week : board.weeks) {
        filed += week.filed.count;
        ended += week.ended.count;
        QCOMPARE(week.ended.count, week.monday == QDate(2026, 10, 19) ? 1 : 0);
    }
    QCOMPARE(filed, 3);
    QCOMPARE(ended, 1);
}

void TestBoard::shouldPutEveryOpenCaseIntoOneAge()
{
    const QList<QPair<QString, int>> days{ { QStringLiteral("2026-11-23T09:00:00"), 0 },
        { QStringLiteral("2026-11-16T00:00:00"), 0 }, // 7 days
        { QStringLiteral("2026-11-15T23:59:00"), 1 }, // 8
        { QStringLiteral("2026-11-09T00:00:00"), 1 }, // 14
        { QStringLiteral("2026-11-08T12:00:00"), 2 }, { QStringLiteral("2026-10-24T00:00:00"), 2 },
        { QStringLiteral("2026-10-23T12:00:00"), 3 }, { QStringLiteral("2026-09-24T00:00:00"), 3 },
        { QStringLiteral("2026-09-23T12:00:00"), 4 }, { QStringLiteral("2026-08-25T00:00:00"), 4 },
        { QStringLiteral("2026-08-24T12:00:00"), 5 },
        { QStringLiteral("2019-01-01T12:00:00"), 5 } };
    QList<InboxRow> list;
    std::array<int, 6> expected{};
    for (const auto &[filed, bucket] : days) {
        list.append(row(list.size() + 1, filed));
        ++expected[size_t(bucket)];
    }
    const Board board = makeBoard(rowsOf(list), wish({ order }));
    QCOMPARE(board.ages.size(), 6);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(board.ages[i].open.count, expected[size_t(i)]);
    QCOMPARE(board.ages[1].fromDays, 8);
    QCOMPARE(board.ages[1].untilDays, 14);
    QCOMPARE(board.ages[5].fromDays, 91);
    QCOMPARE(board.ages[5].untilDays, -1);
}

void TestBoard::shouldPutDeadlinesOnWorkingDays()
{
    const QList<QDate> dues{ QDate(2026, 11, 22), QDate(2026, 11, 23), QDate(2026, 11, 27),
        QDate(2026, 11, 28), QDate(2026, 11, 29), QDate(2026, 12, 6), QDate(2026, 12, 7) };
    QList<InboxRow> list;
    for (const QDate due : dues) {
        list.append(row(list.size() + 1, QStringLiteral("2026-11-01T10:00:00")));
        list.last().due = due;
    }
    list[3].assignee = jonas;
    const Board board = makeBoard(rowsOf(list), wish({ order }));
    QCOMPARE(board.days.size(), 10); // 14 days, two weekends
    QCOMPARE(board.days[0].day, QDate(2026, 11, 23));
    QCOMPARE(board.days[0].all.count, 1);
    QCOMPARE(board.days[4].day, QDate(2026, 11, 27));
    QCOMPARE(board.days[4].all.count, 3); // Friday, and what ends on the weekend
    QCOMPARE(board.days[4].unassigned.count, 2);
    QCOMPARE(board.days[9].day, QDate(2026, 12, 4));
    QCOMPARE(board.days[9].all.count, 1); // Sunday the 6th, not Monday the 7th
    QCOMPARE(board.risk.count, 5);
    // Around Christmas the days are fewer: 25 and 26 December and New Year are holidays.
    BoardWish christmas = wish({ order });
    christmas.now = sampledata::at(QStringLiteral("2026-12-25T10:00:00"));
    const Board quiet = makeBoard(rowsOf(list), christmas);
    QCOMPARE(quiet.days.first().day, QDate(2026, 12, 28));
    QCOMPARE(quiet.days.first().all.cases.deadlineFrom, QDate(2026, 12, 25));
    QCOMPARE(quiet.days.size(), 7); // 28 to 31 December, 4 to 6 January less Epiphany
}

void TestBoard::shouldNotCountRestingTargetsButStatutoryPeriods()
{
    QList<InboxRow> list;
    for (int key = 1; key <= 3; ++key) {
        list.append(row(key, QStringLiteral("2026-11-01T10:00:00")));
        list.last().due = QDate(2026, 11, 10);
        list.last().paused = true;
    }
    list[1].periodEnds = QDate(2026, 11, 20);
    list[2].periodEnds = QDate(2026, 11, 30);
    const Board board = makeBoard(rowsOf(list), wish({ order }));
    QCOMPARE(board.overdue.count, 1);
    QCOMPARE(board.risk.count, 1);
}

void TestBoard::shouldGroupByServiceAndDepartment()
{
    QList<InboxRow> list;
    for (int key = 1; key <= 5; ++key)
        list.append(row(key, QStringLiteral("2026-11-13T09:41:00"))); // 10 days
    list[3].type = CaseTypeId{ QStringLiteral("baumfaellung") };
    list[3].department = trees;
    list[4].type = CaseTypeId{ QStringLiteral("hundesteuer") };
    list[4].filed = sampledata::at(QStringLiteral("2026-11-22T09:42:00")); // not a whole day
    const Board board = makeBoard(rowsOf(list), wish({ order, trees }));
    QCOMPARE(board.services.size(), 3);
    QCOMPARE(board.services[0].id, QStringLiteral("sondernutzung"));
    QCOMPARE(board.services[0].open.count, 3);
    QCOMPARE(board.services[0].meanAgeDays, 10);
    QCOMPARE(board.services[1].id, QStringLiteral("baumfaellung")); // of equals by name
    QCOMPARE(board.services[2].meanAgeDays, 0);
    QCOMPARE(board.groups.size(), 2);
    QCOMPARE(board.groups[0].id, order.text);
    QCOMPARE(board.groups[0].open.count, 4);
}

void TestBoard::shouldCountPersonsOnlyWhereAllowed()
{
    QList<InboxRow> list{ row(1, QStringLiteral("2026-11-20T10:00:00")),
        row(2, QStringLiteral("2026-11-20T10:00:00")),
        row(3, QStringLiteral("2026-11-20T10:00:00")) };
    list[0].assignee = jonas;
    list[1].assignee = jonas;
    const Board with = makeBoard(rowsOf(list), wish({ order }));
    QCOMPARE(with.persons.size(), 2);
    QCOMPARE(with.persons[0].id, jonas.text);
    QCOMPARE(with.persons[0].open.count, 2);
    QCOMPARE(with.persons[1].id, QString()); // nobody
    BoardWish aggregates = wish({ order });
    aggregates.persons = false;
    const Board without = makeBoard(rowsOf(list), aggregates);
    QVERIFY(without.persons.isEmpty());
    QVERIFY(!without.personsAllowed);
    QCOMPARE(without.open.count, 3);
}

void TestBoard::shouldCountOnlyTheDepartmentsAskedFor()
{
    QList<InboxRow> list{ row(1, QStringLiteral("2026-11-20T10:00:00")),
        row(2, QStringLiteral("2026-11-20T10:00:00")) };
    list[1].department = trees;
    QCOMPARE(makeBoard(rowsOf(list), wish({ trees })).open.count, 1);
    QCOMPARE(makeBoard(rowsOf(list), wish({ trees, order })).open.count, 2);
    QCOMPARE(makeBoard(rowsOf(list), wish({ DepartmentId{ QStringLiteral("x") } })).open.count, 0);
}

void TestBoard::shouldCountNothingWithoutDepartments()
{
    const Board board
        = makeBoard(rowsOf({ row(1, QStringLiteral("2026-11-20T10:00:00")) }), wish({}));
    QCOMPARE(board.open.count, 0);
    QVERIFY(board.services.isEmpty());
}

void TestBoard::checkFigures(const BoardRows &rows, const Board &board)
{
    QList<Figure> figures{ board.open, board.overdue, board.risk, board.unassigned };
    figures.append(QList<Figure>(board.waits.begin(), board.waits.end()));
    for (const BoardWeek &week : board.weeks)
        figures << week.filed << week.ended;
    for (const BoardAge &age : board.ages)
        figures << age.open;
    for (const BoardDay &day : board.days)
        figures << day.all << day.unassigned;
    for (const BoardGroup &group : board.services + board.groups + board.persons) {
        figures << group.open << group.overdue << group.risk;
        figures.append(QList<Figure>(group.waits.begin(), group.waits.end()));
    }
    for (const Figure &figure : std::as_const(figures))
        QCOMPARE(int(keysOf(figure.cases, rows).size()), figure.count);
}

// Real cases as they go through an office, every figure against a second way of counting it.
void TestBoard::shouldSelectExactlyTheCasesOfEachFigure()
{
    BoardRows rows;
    QList<InboxRow> list;
    for (const CaseFile &caseFile : sampledata::generated(400)) {
        list.append(inboxRow(caseFile, QDate(2026, 11, 23)));
        list.last().key = list.size();
        rows.append(list.last());
    }
    const Board board = makeBoard(rows, wish({ sampledata::department }));
    QVERIFY(board.open.count > 50);
    int ended = 0;
    for (const BoardWeek &week : board.weeks)
        ended += week.ended.count;
    QVERIFY(ended > 50);
    checkFigures(rows, board);
    for (const InboxRow &one : std::as_const(list)) // the same word for a single row
        QCOMPARE(
            matches(board.overdue.cases, one), keysOf(board.overdue.cases, rows).contains(one.key));
}

void TestBoard::shouldSayTheSameOnceMore()
{
    BoardRows rows;
    BoardRows backwards; // the order in which names are met is no matter
    QList<CaseFile> cases = sampledata::generated(200);
    for (qsizetype i = 0; i < cases.size(); ++i) {
        InboxRow one = inboxRow(cases[i], QDate(2026, 11, 23));
        one.key = i + 1;
        rows.append(one);
        InboxRow other = inboxRow(cases[cases.size() - 1 - i], QDate(2026, 11, 23));
        other.key = cases.size() - i;
        backwards.append(other);
    }
    const Board board = makeBoard(rows, wish({ sampledata::department }));
    QVERIFY(board == makeBoard(rows, wish({ sampledata::department })));
    QVERIFY(board == makeBoard(backwards, wish({ sampledata::department })));
}

void TestBoard::shouldPatchRowsOfTheOutbox()
{
    BoardRows rows = rowsOf({ row(1, QStringLiteral("2026-11-20T10:00:00")),
        row(5, QStringLiteral("2026-11-20T10:00:00")) });
    InboxRow changed = row(5, QStringLiteral("2026-11-20T10:00:00"));
    changed.assignee = jonas;
    const InboxRow fresh = row(-1, QStringLiteral("2026-11-23T09:00:00"));
    rows.patch({ changed, fresh });
    const Board board = makeBoard(rows, wish({ order }));
    QCOMPARE(board.open.count, 3);
    QCOMPARE(board.unassigned.count, 2);
    QCOMPARE(keysOf(board.unassigned.cases, rows), (QList<qint64>{ 1, -1 }));
}

QTEST_GUILESS_MAIN(TestBoard)
#include "tst_board.moc"
