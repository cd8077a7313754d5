#include "faultdisk.h"

#include "models/sqlite/database.h"
#include "models/store/cache.h"
#include "models/store/cachewriter.h"
#include "models/store/dailycheck.h"
#include "tests/testing/casefixtures.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// The daily reading of the whole cache, on a disk that takes as long as the test wants.
class TestDailyCheck : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void shouldWritePagesWhileItReads();
    void shouldGiveWayToErasing();
    void shouldEndAtOnceWhenStopped();
    void shouldReadOnceADay();

private:
    ProfilePaths paths() const { return { m_folder->path() }; }
    static FeedPage page(int from, int to);
    int readsOfWhole(); // how often the disk is asked
    Timestamp checkedAt() const { return (*Cache::open(paths()))->checkedAt(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{ { 1'795'258'800'000 } };
};

FeedPage TestDailyCheck::page(int from, int to)
{
    FeedPage page;
    page.epoch = QStringLiteral("e1");
    page.next = QStringLiteral("cursor-%1").arg(to);
    for (int n = from; n <= to; ++n)
        page.changes.append(upsert(sampleCase(n)));
    return page;
}

void TestDailyCheck::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    FaultDisk::instance().holdReaders(false);
    const auto cache = *Cache::open(paths());
    QVERIFY(cache->applyPage(page(1, 300), m_clock.now()));
    while (*cache->maintain()) { }
}

void TestDailyCheck::cleanup()
{
    FaultDisk::instance().holdReaders(false);
}

int TestDailyCheck::readsOfWhole()
{
    FaultDisk &disk = FaultDisk::instance();
    disk.holdReaders(true);
    disk.holdReaders(false);
    DailyCheck check(paths().cache());
    QSignalSpy ended(&check, &DailyCheck::ended);
    check.begin();
    return ended.wait() ? disk.readerReads() : 0;
}

void TestDailyCheck::shouldWritePagesWhileItReads()
{
    FaultDisk &disk = FaultDisk::instance();
    disk.holdReaders(true);
    CacheWriter writer(paths(), m_clock);
    QTRY_VERIFY(disk.hasHeldReader());
    const auto written = writer.applyPage(page(301, 310));
    QTRY_VERIFY(written.isFinished());
    QVERIFY(written.result());
    QVERIFY(disk.hasHeldReader());
    QVERIFY(checkedAt().isNull());
    disk.holdReaders(false);
    QTRY_COMPARE(checkedAt(), m_clock.now());
}

void TestDailyCheck::shouldGiveWayToErasing()
{
    FaultDisk &disk = FaultDisk::instance();
    disk.holdReaders(true);
    CacheWriter writer(paths(), m_clock);
    QTRY_VERIFY(disk.hasHeldReader());
    QSignalSpy erased(&writer, &CacheWriter::erased);
    FeedPage taken = page(1, 0);
    taken.changes.append(upsert(sampleCase(7)));
    taken.changes[0].action = ChangeAction::Revoke;
    writer.applyPage(taken);
    const auto database = *sqlite::Database::open(paths().cache(), sqlite::OpenMode::ReadWrite);
    QTRY_COMPARE( // all but the log is done, which has to wait for who reads
        *database->number("SELECT count(*) FROM state WHERE name = 'erase' AND value = 'log'"), 1);
    disk.holdReaders(false);
    QTRY_COMPARE(erased.size(), 1);
    QTRY_COMPARE(checkedAt(), m_clock.now());
    QCOMPARE(disk.readers(), 2); // it was ended, and begun again afterwards
}

void TestDailyCheck::shouldEndAtOnceWhenStopped()
{
    FaultDisk &disk = FaultDisk::instance();
    const int whole = readsOfWhole();
    disk.holdReaders(true);
    {
        DailyCheck check(paths().cache());
        check.begin();
        QTRY_VERIFY(disk.hasHeldReader());
        check.stop();
        disk.holdReaders(false);
    }
    QVERIFY2(disk.readerReads() < whole / 4,
        qPrintable(QStringLiteral("%1 of %2 pages").arg(disk.readerReads()).arg(whole)));
}

void TestDailyCheck::shouldReadOnceADay()
{
    const Timestamp first = m_clock.now();
    for (const auto &[hours, at] :
        { std::pair(0, first), { 23, first }, { 1, first.plusSeconds(24 * 3600) } }) {
        m_clock.at = m_clock.at.plusSeconds(hours * 3600);
        CacheWriter writer(paths(), m_clock);
        QSignalSpy tidied(&writer, &CacheWriter::erased); // of the first round of upkeep
        QTRY_COMPARE(tidied.size(), 1);
        QTRY_COMPARE(checkedAt(), at);
    }
}

QTEST_GUILESS_MAIN(TestDailyCheck)
#include "tst_dailycheck.moc"
