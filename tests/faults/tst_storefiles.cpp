#include "casereport.h"
#include "history.h"

#include "models/domain/wire.h"
#include "models/sqlite/migrator.h"
#include "models/store/cache.h"
#include "models/store/cachewriter.h"
#include "models/store/draftstore.h"
#include "models/store/germantext.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "tests/testing/casefixtures.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>

// Files of the client that are damaged, old, or newer than the program.
class TestStoreFiles : public QObject {
    Q_OBJECT
private slots:
    void init();
    void case40_corruptCache_data();
    void case40_corruptCache();
    void case41_corruptOutbox_data();
    void case41_corruptOutbox();
    void case45_olderFilesKeepEverything_data();
    void case45_olderFilesKeepEverything();
    void case45_newerFilesAreLeftAlone_data();
    void case45_newerFilesAreLeftAlone();
    void everyOlderVersionHasAFixture();
    void cleanup() { reportCase(); }

private:
    QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    ProfilePaths paths() const { return { m_folder->path() }; }
    static QString fixture(const QString &name)
    {
        return QStringLiteral(KONTOR_SOURCE_DIR "/tests/faults/fixtures/") + name;
    }
    static FeedPage page(int from, int to);
    Operation append(Outbox &outbox, int n, const QString &text);
    void buildFixture(const QString &name);

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{ { 1'795'258'800'000 } };
};

namespace {

// Damage that disks do: the head of the file, a page in the middle, the second half cut off.
enum class Damage { Head, Middle, Cut, Nonsense };

void damage(const QString &path, Damage how)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("no file to damage");
    switch (how) {
    case Damage::Head:
        file.write(QByteArray(200, '\x5a'));
        break;
    case Damage::Middle:
        for (qint64 page = 8; page * 4096 < file.size(); page += 4) {
            file.seek(page * 4096);
            file.write(QByteArray(2048, '\x5a'));
        }
        break;
    case Damage::Cut:
        file.resize(file.size() / 2);
        break;
    case Damage::Nonsense:
        file.resize(0);
        file.write("This is not a database.");
        break;
    }
}

void addDamages()
{
    QTest::addColumn<int>("how");
    QTest::newRow("head") << int(Damage::Head);
    QTest::newRow("middle") << int(Damage::Middle);
    QTest::newRow("cut") << int(Damage::Cut);
    QTest::newRow("nonsense") << int(Damage::Nonsense);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// Tables, columns and indexes, however they came to be.
QStringList schemaOf(const QString &path)
{
    const auto database = *sqlite::Database::open(path, sqlite::OpenMode::ReadWrite);
    static_cast<void>(registerGermanTokenizer(*database));
    QStringList schema;
    auto objects = database->query("SELECT type, name FROM sqlite_master WHERE name NOT LIKE"
                                   " 'sqlite_%' ORDER BY type, name");
    while (objects.next()) {
        QString line = objects.text(0) + QLatin1Char(' ') + objects.text(1);
        auto columns = database->query("SELECT name, type, \"notnull\", dflt_value, pk FROM"
                                       " pragma_table_info(?1) ORDER BY name");
        columns.bind(objects.text(1));
        while (columns.next()) {
            for (int i = 0; i < 5; ++i)
                line += QLatin1Char('|') + columns.text(i);
        }
        schema.append(line);
    }
    return schema;
}

} // namespace

void TestStoreFiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

FeedPage TestStoreFiles::page(int from, int to)
{
    FeedPage page;
    page.epoch = QStringLiteral("e1");
    page.next = QStringLiteral("c%1").arg(to);
    for (int n = from; n <= to; ++n)
        page.changes.append(upsert(sampleCase(n)));
    return page;
}

Operation TestStoreFiles::append(Outbox &outbox, int n, const QString &text)
{
    Operation operation;
    operation.caseId = sampleCase(n).id;
    operation.baseVersion = 1;
    operation.args = AddNote{ newId<NoteId>(m_clock), text };
    return *outbox.append(operation);
}

void TestStoreFiles::case40_corruptCache_data()
{
    addDamages();
}

void TestStoreFiles::case40_corruptCache()
{
    QFETCH(const int, how);
    Operation saved;
    {
        const auto outbox = *Outbox::open(paths(), m_clock);
        saved = append(*outbox, 1, QStringLiteral("wartet"));
        const auto cache = *Cache::open(paths());
        QVERIFY(cache->applyPage(page(1, 200), m_clock.now()));
        while (*cache->maintain()) { }
    }
    damage(paths().cache(), Damage(how));
    {
        // What does not show at once is found by the daily check and noted for the next start.
        m_clock.at = m_clock.at.plusSeconds(2 * 24 * 3600);
        CacheWriter writer(paths(), m_clock);
        QTRY_VERIFY(QFile::exists(path("cache.sqlite.broken"))
            || QFile::exists(path("cache.sqlite.damaged")));
    }
    const auto outbox = *Outbox::open(paths(), m_clock);
    QCOMPARE(outbox->all().size(), 1); // nobody's work depends on the cache
    const auto cache = *Cache::open(paths());
    QVERIFY(cache->syncState()->cursor.isEmpty()); // everything is read anew
    QVERIFY(cache->applyPage(page(1, 200), m_clock.now()));
    QCOMPARE(cache->caseCount(), 200);
    QCOMPARE(*cache->find(sampleCase(77).id), sampleCase(77));
    QVERIFY(!cache->search(QStringLiteral("Szczepańska"), 5).isEmpty());
    // The damaged file may hold what was revoked meanwhile: it is gone after a complete read.
    QVERIFY(QDir(paths().root).entryList({ QStringLiteral("*.damaged*") }, QDir::Files).isEmpty());
}

void TestStoreFiles::case41_corruptOutbox_data()
{
    addDamages();
}

void TestStoreFiles::case41_corruptOutbox()
{
    QFETCH(const int, how);
    QList<Operation> saved;
    {
        const auto outbox = *Outbox::open(paths(), m_clock);
        for (int n = 1; n <= 200; ++n)
            saved.append(append(*outbox, n, QStringLiteral("Vermerk %1 ").arg(n).repeated(40)));
        QVERIFY(outbox->setFact(QStringLiteral("deviceId"), QStringLiteral("gerät")));
        QVERIFY(outbox->tidy()); // everything into the one file
    }
    damage(paths().outbox(), Damage(how));
    const QByteArray damaged = contentOf(paths().outbox());
    {
        const auto outbox = Outbox::open(paths(), m_clock);
        QVERIFY(outbox); // the clerk can work
        QVERIFY((*outbox)->wasSalvaged()); // and is told
        const QList<PendingOperation> kept = (*outbox)->all();
        for (const PendingOperation &entry : kept)
            QVERIFY(saved.contains(entry.operation)); // whole, or not there
        // A page that cannot be read costs the rows on it.
        const int least = Damage(how) == Damage::Middle ? 120 : Damage(how) == Damage::Cut ? 60 : 0;
        QVERIFY2(kept.size() >= least, qPrintable(QString::number(kept.size())));
        append(**outbox, 1, QStringLiteral("neu"));
    }
    const QStringList copies
        = QDir(paths().root)
              .entryList({ QStringLiteral("outbox.sqlite.damaged-*") }, QDir::Files)
              .filter(QRegularExpression(QStringLiteral("-\\d+$")));
    QCOMPARE(copies.size(), 1);
    QCOMPARE(contentOf(path(qPrintable(copies.first()))), damaged); // byte for byte
    const auto again = *Outbox::open(paths(), m_clock);
    QVERIFY(again->wasSalvaged()); // until somebody has taken note
    QVERIFY(again->acknowledgeSalvage());
    QVERIFY(!again->wasSalvaged());
}

// From the dump of a file that an older version wrote, with its number.
void TestStoreFiles::buildFixture(const QString &name)
{
    const QString store = name.section(QLatin1Char('-'), 0, 0);
    const auto database = *sqlite::Database::open(
        path(qPrintable(store + QStringLiteral(".sqlite"))), sqlite::OpenMode::Create);
    QVERIFY(registerGermanTokenizer(*database));
    const Status built = database->execute(contentOf(fixture(name)));
    QVERIFY2(built.ok(), built ? "" : qPrintable(built.error().detail));
    const int version = name.section(QLatin1Char('-'), 1, 1).left(4).toInt();
    QVERIFY(database->execute("PRAGMA user_version=" + QByteArray::number(version)));
}

void TestStoreFiles::case45_olderFilesKeepEverything_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : QDir(fixture({})).entryList({ QStringLiteral("*.sql") }))
        QTest::newRow(qPrintable(name)) << name;
}

void TestStoreFiles::case45_olderFilesKeepEverything()
{
    QFETCH(const QString, name);
    buildFixture(name);
    if (name.startsWith(QLatin1String("outbox"))) {
        {
            const auto outbox = Outbox::open(paths(), m_clock);
            QVERIFY2(outbox, outbox ? "" : qPrintable(outbox.error().key));
            const QList<PendingOperation> waiting = (*outbox)->sendable(m_clock.now());
            QCOMPARE(waiting.size(), 2); // one of each case
            QCOMPARE(
                History::textOf(waiting[0].operation), QStringLiteral("Ortstermin vereinbart"));
            QCOMPARE((*outbox)->all().size(), 3);
            QCOMPARE((*outbox)->drafts().all().size(), 1);
            QCOMPARE((*outbox)->references().left(), 48);
            QCOMPARE((*outbox)->fact(QStringLiteral("clerkId")),
                QStringLiteral("0192aaaa-0000-7000-8000-000000000001"));
        }
        QTemporaryDir other;
        const ProfilePaths fresh{ other.path() };
        QVERIFY(Outbox::open(fresh, m_clock));
        QCOMPARE(schemaOf(paths().outbox()), schemaOf(fresh.outbox()));
        return;
    }
    {
        const auto cache = Cache::open(paths());
        QVERIFY2(cache, cache ? "" : qPrintable(cache.error().key));
        QCOMPARE((*cache)->caseCount(), 1);
        QCOMPARE((*cache)->syncState()->cursor, QStringLiteral("c1"));
        QCOMPARE((*cache)->find(sampleCase(1).id)->title, sampleCase(1).title);
        QCOMPARE((*cache)->search(QStringLiteral("Linde"), 5).size(), 1);
        // What older versions did not write into the rows is made from the case.
        const InboxRow row = *(*cache)->row((*cache)->keyOf(sampleCase(1).id));
        const InboxRow made = inboxRow(*(*cache)->find(sampleCase(1).id), row.due);
        QCOMPARE(int(row.fee), int(made.fee));
        QCOMPARE(int(row.level), int(made.level));
        QVERIFY(row.fee == FeeState::Failed || name != QLatin1String("cache-0002.sql"));
    }
    QTemporaryDir other;
    const ProfilePaths fresh{ other.path() };
    QVERIFY(Cache::open(fresh));
    QCOMPARE(schemaOf(paths().cache()), schemaOf(fresh.cache()));
}

void TestStoreFiles::case45_newerFilesAreLeftAlone_data()
{
    QTest::addColumn<bool>("isOutbox");
    QTest::newRow("outbox") << true;
    QTest::newRow("cache") << false;
}

void TestStoreFiles::case45_newerFilesAreLeftAlone()
{
    QFETCH(const bool, isOutbox);
    const QString file = isOutbox ? paths().outbox() : paths().cache();
    if (isOutbox) {
        const auto outbox = *Outbox::open(paths(), m_clock);
        append(*outbox, 1, QStringLiteral("bleibt"));
    } else {
        const auto cache = *Cache::open(paths());
        QVERIFY(cache->applyPage(page(1, 3), m_clock.now()));
    }
    {
        const auto database = *sqlite::Database::open(file, sqlite::OpenMode::ReadWrite);
        QVERIFY(database->execute("PRAGMA user_version=99"));
    }
    const QByteArray before = contentOf(file);
    QVERIFY(!before.isEmpty());
    const auto key = [&] {
        if (isOutbox) {
            const auto opened = Outbox::open(paths(), m_clock);
            return opened ? QString() : opened.error().key;
        }
        const auto opened = Cache::open(paths());
        return opened ? QString() : opened.error().key;
    };
    QCOMPARE(key(), QStringLiteral("store.newer"));
    QCOMPARE(contentOf(file), before);
    QCOMPARE(QDir(paths().root).entryList(QDir::Files), QStringList{ QFileInfo(file).fileName() });
}

// Whoever adds a migration adds what the version before it wrote.
void TestStoreFiles::everyOlderVersionHasAFixture()
{
    for (const char *store : { "cache", "outbox" }) {
        const QString name = QString::fromLatin1(store);
        const QString scripts = QStringLiteral(":/kontor/migrations/client/") + name;
        const int newest = int(QDir(scripts).entryList({ QStringLiteral("*.sql") }).size());
        QVERIFY(newest > 0);
        for (int version = 1; version <= newest; ++version) {
            const QString wanted
                = QStringLiteral("%1-%2.sql").arg(name).arg(version, 4, 10, QLatin1Char('0'));
            QVERIFY2(version == newest || QFile::exists(fixture(wanted)), qPrintable(wanted));
        }
    }
}

QTEST_GUILESS_MAIN(TestStoreFiles)
#include "tst_storefiles.moc"
