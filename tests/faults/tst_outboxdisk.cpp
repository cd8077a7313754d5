#include "casereport.h"
#include "faultdisk.h"
#include "history.h"

#include "models/domain/wire.h"
#include "models/sqlite/database.h"
#include "models/store/cache.h"
#include "models/store/draftstore.h"
#include "models/store/filestore.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "tests/testing/casefixtures.h"

#include <QDir>
#include <QTemporaryDir>

using Fault = FaultDisk::Fault;
Q_DECLARE_METATYPE(FaultDisk::Fault)

// The outbox on a disk whose n-th write or sync fails, for every n: what the clerk was told is
// there afterwards, whole, and what failed is either there whole or not at all.
class TestOutboxDisk : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sweepOfEveryWriteAndSync_data();
    void sweepOfEveryWriteAndSync();
    void case37_diskFullForOutbox();
    void case38_diskFullForCache();
    void case39_powerLoss();
    void cleanup();
    void cleanupTestCase();

private:
    struct Day;
    int m_points = 0;
    QStringList m_violations;
};

namespace {

const FixedClock clockOfDay{ { 1'795'258'800'000 } };

Operation noteOf(int n, const QString &text)
{
    Operation operation;
    operation.caseId = sampleCase(n).id;
    operation.baseVersion = 1;
    operation.args = AddNote{ newId<NoteId>(clockOfDay), text };
    return operation;
}

} // namespace

// What a clerk does in a few minutes, and what the outbox said to each act.
struct TestOutboxDisk::Day {
    QTemporaryDir folder;
    ProfilePaths paths{ folder.path() };
    QList<Operation> saved; // told as saved
    QHash<OperationId, PendingState> told; // the last state it was told of
    QHash<DraftId, int> drafts; // last version told
    QSet<DraftId> removed; // drafts that became acts, as told
    QStringList references;

    void run()
    {
        auto opened = Outbox::open(paths, clockOfDay);
        if (!opened)
            return;
        Outbox &outbox = **opened;
        static_cast<void>(outbox.setFact(QStringLiteral("deviceId"), QStringLiteral("device")));
        static_cast<void>(
            outbox.references().add({ QStringLiteral("request"), QStringLiteral("KS26"), 1, 20 }));
        Draft draft;
        for (int n = 0; n < 2; ++n) { // saved again while it is written
            draft.caseId = sampleCase(2).id;
            draft.kind = QStringLiteral("reply");
            draft.content = { { QStringLiteral("text"), QStringLiteral("Entwurf %1").arg(n) } };
            if (const Result<Draft> kept = outbox.drafts().save(draft)) {
                draft = *kept;
                drafts[draft.id] = draft.version;
            }
        }
        append(outbox, noteOf(1, QStringLiteral("eins")));
        append(outbox, noteOf(1, QString(6'000, QLatin1Char('z')))); // over several pages
        append(outbox, noteOf(2, QStringLiteral("drei")), draft.id);
        if (const auto reference = outbox.references().reserve(QStringLiteral("owner")))
            references.append(*reference);
        send(outbox);
        append(outbox, noteOf(3, QStringLiteral("vier")));
        for (const PendingOperation &entry : outbox.pending(sampleCase(3).id)) {
            // Whether it is gone is open when that fails: the clerk was told so.
            saved.removeIf([&](const Operation &one) { return one.id == entry.operation.id; });
            static_cast<void>(outbox.withdraw(entry.operation.id));
        }
        static_cast<void>(outbox.tidy());
    }

    void append(Outbox &outbox, const Operation &operation, const DraftId &draft = {})
    {
        const auto kept = outbox.append(operation, { draft, {} });
        if (!kept)
            return;
        saved.append(*kept);
        told.insert(kept->id, PendingState::Waiting);
        if (!draft.isNull())
            removed.insert(draft);
    }

    void send(Outbox &outbox)
    {
        QList<OperationId> ids;
        for (const PendingOperation &entry : outbox.sendable(clockOfDay.now()))
            ids.append(entry.operation.id);
        if (ids.isEmpty() || !outbox.markSending(ids))
            return;
        OperationResult result;
        result.outcome = Outcome::Applied;
        result.version = 2;
        result.operation = ids.first();
        if (outbox.markResult(result))
            told[ids.first()] = PendingState::Delivered;
        if (ids.size() > 1)
            static_cast<void>(outbox.markUnsent({ ids[1] }, {}, QStringLiteral("unreachable")));
    }

    QStringList violations() const
    {
        const auto opened = Outbox::open(paths, clockOfDay);
        if (!opened)
            return { QStringLiteral("cannot be opened: ") + opened.error().key };
        const Outbox &outbox = **opened;
        QStringList found;
        if (outbox.wasSalvaged())
            found.append(QStringLiteral("damaged"));
        for (const Operation &operation : saved) {
            const auto entry = outbox.find(operation.id);
            if (!entry || !(entry->operation == operation))
                found.append(QStringLiteral("lost: ") + History::textOf(operation).left(10));
            else if (told[operation.id] == PendingState::Delivered && entry->isOpen())
                found.append(QStringLiteral("delivered and forgotten"));
        }
        for (auto it = drafts.begin(); it != drafts.end(); ++it) {
            const auto draft = (*opened)->drafts().find(it.key());
            // An append that failed may have been whole on the disk: then the draft is the act.
            const bool became = outbox.pending(sampleCase(2).id, true).size() > 0;
            if (became == draft.has_value())
                found.append(QStringLiteral("draft and act are not one"));
            if (draft && draft->version < it.value())
                found.append(QStringLiteral("draft is older than told"));
        }
        for (const QString &reference : references) {
            const auto again = (*opened)->references().reserve(QStringLiteral("owner"));
            if (!again || *again != reference)
                found.append(QStringLiteral("another reference for the same draft"));
        }
        return found;
    }
};

void TestOutboxDisk::initTestCase()
{
    FaultDisk::instance();
}

void TestOutboxDisk::sweepOfEveryWriteAndSync_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::newRow("one call fails") << Fault::WriteOnce;
    QTest::newRow("the disk breaks") << Fault::Broken;
    QTest::newRow("the disk is full") << Fault::Full;
    QTest::newRow("power is lost") << Fault::PowerLoss;
    QTest::newRow("power is lost, half was written") << Fault::TornPowerLoss;
}

void TestOutboxDisk::sweepOfEveryWriteAndSync()
{
    QFETCH(const Fault, fault);
    FaultDisk &disk = FaultDisk::instance();
    for (int at = 1;; ++at) {
        Day day;
        disk.arm(fault, at);
        day.run();
        const bool struck = disk.struck();
        disk.restore(); // heals; without a power loss nothing is undone
        for (const QString &violation : day.violations())
            m_violations.append(QStringLiteral("call %1: %2").arg(QString::number(at), violation));
        if (!struck)
            break; // every call of the day has failed once
        ++m_points;
    }
    QVERIFY2(m_violations.isEmpty(), qPrintable(m_violations.join(u'\n')));
}

void TestOutboxDisk::case37_diskFullForOutbox()
{
    Day day;
    FaultDisk &disk = FaultDisk::instance();
    const auto outbox = *Outbox::open(day.paths, clockOfDay);
    Draft draft;
    draft.caseId = sampleCase(1).id;
    draft.kind = QStringLiteral("reply");
    draft.content = { { QStringLiteral("text"), QStringLiteral("bleibt") } };
    const Draft saved = *outbox->drafts().save(draft);
    disk.arm(Fault::Full, 1);
    const auto refused = outbox->append(noteOf(1, QStringLiteral("zu viel")), { saved.id, {} });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NoSpace); // the clerk reads what to do
    QCOMPARE(refused.error().key, QStringLiteral("store.full"));
    QVERIFY(outbox->all().isEmpty());
    QCOMPARE(outbox->drafts().find(saved.id)->content, draft.content); // the text is still there
    disk.heal();
    QVERIFY(outbox->append(noteOf(1, QStringLiteral("jetzt")), { saved.id, {} }));
    QVERIFY(!outbox->drafts().find(saved.id));
}

void TestOutboxDisk::case38_diskFullForCache()
{
    Day day;
    QVERIFY(QDir().mkpath(day.paths.files()));
    FaultDisk &disk = FaultDisk::instance();
    const auto outbox = *Outbox::open(day.paths, clockOfDay);
    const auto cache = *Cache::open(day.paths);
    const auto pageOf = [](int from, int to, const QString &next) {
        FeedPage page;
        page.next = next;
        for (int n = from; n <= to; ++n)
            page.changes.append(upsert(sampleCase(n)));
        return page;
    };
    QVERIFY(cache->applyPage(pageOf(1, 3, QStringLiteral("c1")), clockOfDay.now()));
    QList<QByteArray> blobs;
    for (int n = 0; n < 3; ++n) {
        blobs.append(QByteArray(50'000, char('a' + n)));
        QVERIFY(cache->files().save(sampleAttachment(n, blobs.last()).sha256, blobs.last()));
    }
    const FeedPage second = pageOf(4, 9, QStringLiteral("c2"));
    int write = 0; // at each of those that the page needs
    for (bool taken = false; !taken;) {
        disk.arm(Fault::Full, ++write);
        const auto refused = cache->applyPage(second, clockOfDay.now());
        taken = refused.ok();
        if (taken)
            continue;
        QCOMPARE(refused.error().code, ErrorCode::NoSpace); // synchronisation pauses therefore
        disk.heal();
        QCOMPARE(cache->syncState()->cursor, QStringLiteral("c1"));
        QCOMPARE(cache->caseCount(), 3);
    }
    QVERIFY(write > 5);
    disk.arm(Fault::Full, 1);
    QVERIFY(!cache->applyPage(pageOf(10, 12, QStringLiteral("c3")), clockOfDay.now()));
    // Files can be fetched once more: those not used for longest make room.
    QVERIFY(cache->files().evict(90'000) >= 90'000);
    QCOMPARE(cache->files().list().size(), 1);
    disk.heal();
    QVERIFY(outbox->append(noteOf(1, QStringLiteral("geht weiter"))));
    QVERIFY(cache->applyPage(pageOf(10, 12, QStringLiteral("c3")), clockOfDay.now()));
    QCOMPARE(cache->caseCount(), 12);
}

// That the disk really loses what was not synced is shown beside it: with the cache's way of
// writing the same is lost.
void TestOutboxDisk::case39_powerLoss()
{
    FaultDisk &disk = FaultDisk::instance();
    Day day;
    disk.arm(Fault::PowerLoss, 0);
    day.run();
    const int calls = disk.calls();
    QVERIFY(calls > 20);
    disk.heal();
    Day cut;
    disk.arm(Fault::PowerLoss, calls / 2);
    cut.run();
    QVERIFY(disk.struck());
    disk.restore();
    QVERIFY(!cut.saved.isEmpty());
    QCOMPARE(cut.violations(), QStringList());

    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("normal.sqlite"));
    disk.arm(Fault::PowerLoss, 0);
    {
        const auto database = *sqlite::Database::open(path, sqlite::OpenMode::Create);
        QVERIFY(database->useWriteAheadLog(sqlite::Synchronous::Normal));
        QVERIFY(database->execute("CREATE TABLE t (n)"));
        QVERIFY(database->checkpoint());
        QVERIFY(database->execute("INSERT INTO t VALUES (1)"));
        disk.strike(Fault::PowerLoss);
    }
    disk.restore();
    const auto database = *sqlite::Database::open(path, sqlite::OpenMode::ReadWrite);
    QCOMPARE(database->number("SELECT count(*) FROM t").valueOr(-1), 0);
}

void TestOutboxDisk::cleanup()
{
    FaultDisk::instance().restore();
    reportCase();
}

void TestOutboxDisk::cleanupTestCase()
{
    qInfo("outbox: %d points at which the disk failed, %d violations", m_points,
        int(m_violations.size()));
}

QTEST_GUILESS_MAIN(TestOutboxDisk)
#include "tst_outboxdisk.moc"
