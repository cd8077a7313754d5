#include "models/board/boardsource.h"

#include "tests/models/store/cases.h"

#include "models/sqlite/database.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/germantext.h"
#include "models/store/whendone.h"

#include <QSignalSpy>
#include <QTest>

using namespace testcases;

// The board of a real cache with a real outbox on it.
class TestBoardSource : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void shouldCountTheCacheAndTheOutbox();
    void shouldCountNothingUnwatched();
    void shouldKnowWhenACaseEnded();
    void shouldKnowWhoIsAsked();
    void shouldFillTheColumnsOfAnOlderCache();

private:
    void open();
    void pull(const QList<FeedChange> &changes);
    BoardWish wish() const;
    Board next(); // the next one that is ready

    std::unique_ptr<Folder> m_folder;
    FixedClock m_clock{ noon };
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CaseView> m_view;
    std::unique_ptr<BoardSource> m_source;
    std::optional<Board> m_board;
};

void TestBoardSource::init()
{
    m_folder = std::make_unique<Folder>();
    open();
    Session lead = session();
    const PermissionSet rights = permissionsOf(Role::TeamLead);
    lead.grants[DepartmentId{ QStringLiteral("umwelt") }]
        = QList<Permission>(rights.begin(), rights.end());
    m_writer->saveSession(lead);
    QTRY_VERIFY(m_view->may(Permission::CaseAssign, DepartmentId{ QStringLiteral("umwelt") }));
}

void TestBoardSource::open()
{
    m_outbox = *Outbox::open(m_folder->paths, m_clock);
    m_writer = std::make_unique<CacheWriter>(m_folder->paths, m_clock);
    m_view = *CaseView::open(m_folder->paths, *m_outbox, *m_writer, m_clock);
    m_source = std::make_unique<BoardSource>(*m_view, m_clock);
    connect(
        m_source.get(), &BoardSource::ready, this, [this](const Board &board) { m_board = board; });
}

void TestBoardSource::cleanup()
{
    m_source.reset();
    m_view.reset();
    m_writer.reset();
    m_outbox.reset();
    m_board.reset();
}

void TestBoardSource::pull(const QList<FeedChange> &changes)
{
    QSignalSpy applied(m_writer.get(), &CacheWriter::applied);
    m_writer->applyPage(page(changes));
    QTRY_COMPARE(applied.size(), 1);
}

BoardWish TestBoardSource::wish() const
{
    return { { DepartmentId{ QStringLiteral("umwelt") } }, true, {}, "Europe/Berlin",
        Calendar(*loadLawTable(), { QStringLiteral("NW"), {} }) };
}

Board TestBoardSource::next()
{
    m_board.reset();
    if (!QTest::qWaitFor([this] { return m_board.has_value(); }))
        qWarning("no board");
    return m_board.value_or(Board());
}

void TestBoardSource::shouldCountTheCacheAndTheOutbox()
{
    pull({ upsert(makeCase(1)), upsert(makeCase(2)), upsert(makeCase(3)) });
    m_source->setWatched(true);
    m_source->setWish(wish());
    const Board before = next();
    QCOMPARE(before.open.count, 3);
    QCOMPARE(before.unassigned.count, 3);
    QCOMPARE(m_source->rows()->rows.size(), size_t(3));
    QVERIFY(m_outbox->append(m_view->operation(
        makeCase(2).id, Assign{ ClerkId{ uuid(900001) }, QStringLiteral("Jana") })));
    const Board after = next(); // by itself
    QCOMPARE(after.unassigned.count, 2);
    QCOMPARE(after.persons.size(), 2);
}

void TestBoardSource::shouldCountNothingUnwatched()
{
    QSignalSpy ready(m_source.get(), &BoardSource::ready);
    m_source->setWish(wish());
    pull({ upsert(makeCase(1)) });
    QCOMPARE(ready.size(), 0);
    m_source->setWatched(true);
    QTRY_COMPARE(ready.size(), 1);
}

static CaseFile moved(CaseFile caseFile, CaseState to, Timestamp at)
{
    caseFile.state = to;
    TimelineEvent event;
    event.id = EventId{ uuid(int(caseFile.events.size()) + 1000) };
    event.code = QStringLiteral("case.state");
    event.params = { { QStringLiteral("to"), wireName(to) } };
    event.at = at;
    caseFile.events.append(event);
    caseFile.updatedAt = at;
    return caseFile;
}

// Decided, closed, and paid weeks later: it was the decision that ended the work. Begun anew, it is
// open again.
void TestBoardSource::shouldKnowWhenACaseEnded()
{
    const auto after = [](int days) { return noon.plusSeconds(-86400 * qint64(60 - days)); };
    CaseFile decided = moved(makeCase(1), CaseState::InProgress, after(0));
    decided = moved(decided, CaseState::Decided, after(3));
    decided = moved(decided, CaseState::Closed, after(20));
    decided.updatedAt = after(40); // paid
    QCOMPARE(inboxRow(decided, QDate(2026, 11, 21)).ended, after(3));
    const CaseFile again = moved(decided, CaseState::InProgress, after(45));
    QVERIFY(inboxRow(again, QDate(2026, 11, 21)).ended.isNull());
    const CaseFile twice = moved(again, CaseState::Closed, after(50));
    QCOMPARE(inboxRow(twice, QDate(2026, 11, 21)).ended, after(50));
    CaseFile bare = makeCase(2);
    bare.state = CaseState::Closed;
    QCOMPARE(inboxRow(bare, QDate(2026, 11, 21)).ended, bare.updatedAt);
    pull({ upsert(decided), upsert(bare) });
    const auto row = m_view->row(m_view->keyOf(decided.id));
    QVERIFY(row);
    QCOMPARE(row->ended, after(3));
}

void TestBoardSource::shouldKnowWhoIsAsked()
{
    CaseFile asked = makeCase(1);
    Participation part;
    part.department = DepartmentId{ QStringLiteral("tiefbau") };
    asked.participations = { part };
    CaseFile answered = makeCase(2);
    part.state = ParticipationState::Given;
    answered.participations = { part };
    pull({ upsert(asked), upsert(answered) });
    m_source->setWatched(true);
    m_source->setWish(wish());
    const Board board = next();
    QCOMPARE(board.waits[size_t(WaitsFor::Colleague)].count, 1);
    QCOMPARE(board.open.count, 2);
}

// A cache of the version before: what the new columns say is found in the bodies.
void TestBoardSource::shouldFillTheColumnsOfAnOlderCache()
{
    CaseFile ended = moved(makeCase(1), CaseState::InProgress, noon.plusSeconds(-900));
    ended = moved(ended, CaseState::Closed, noon.plusSeconds(-800));
    ended = moved(ended, CaseState::InProgress, noon.plusSeconds(-700));
    ended = moved(ended, CaseState::Decided, noon.plusSeconds(-600));
    ended = moved(ended, CaseState::Closed, noon.plusSeconds(-500));
    CaseFile asked = moved(makeCase(2), CaseState::InProgress, noon.plusSeconds(-400));
    Participation part;
    part.department = DepartmentId{ QStringLiteral("tiefbau") };
    asked.participations = { part };
    CaseFile bare = makeCase(3);
    bare.state = CaseState::Closed;
    pull({ upsert(ended), upsert(asked), upsert(bare) });
    cleanup();
    {
        const auto database
            = *sqlite::Database::open(m_folder->paths.cache(), sqlite::OpenMode::ReadWrite);
        QVERIFY(registerGermanTokenizer(*database));
        QVERIFY(database->execute(
            "ALTER TABLE cases DROP COLUMN ended;"
            "PRAGMA user_version = 3; DELETE FROM state WHERE name = 'rowFormat'"));
    }
    open();
    for (const CaseFile &caseFile : { ended, asked, bare }) {
        const auto row = m_view->row(m_view->keyOf(caseFile.id));
        QVERIFY(row);
        const InboxRow fresh = inboxRow(caseFile, m_view->today());
        QCOMPARE(row->ended, fresh.ended);
        QCOMPARE(row->consulted, fresh.consulted);
    }
    QCOMPARE(m_view->row(m_view->keyOf(ended.id))->ended, noon.plusSeconds(-600));
}

QTEST_GUILESS_MAIN(TestBoardSource)
#include "tst_boardsource.moc"
