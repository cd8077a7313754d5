#include "models/store/cache.h"

#include "cases.h"

#include "models/sqlite/database.h"
#include "models/store/filestore.h"
#include "models/store/germantext.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace testcases;

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// Every byte under the folder, files and names of files.
bool anywhere(const QString &folder, const QByteArray &needle)
{
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QString::fromUtf8(needle)))
            return true;
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(needle))
            return true;
    }
    return false;
}

Attachment attachmentOf(int number, const QByteArray &bytes)
{
    Attachment attachment;
    attachment.id = AttachmentId{ uuid(number) };
    attachment.name = QStringLiteral("lageplan.pdf");
    attachment.size = bytes.size();
    attachment.sha256 = hashOf(bytes);
    return attachment;
}

} // namespace

struct StoreProbe {
    static sqlite::Database &database(Cache &cache) { return *cache.m_database; }
};

class TestCache : public QObject {
    Q_OBJECT
private slots:
    void init();
    void shouldStorePageWithCursor();
    void shouldEndInSameStateWhatever_data();
    void shouldEndInSameStateWhatever();
    void shouldKeepUnknownFields();
    void shouldDiscardWholePageWithBrokenBody();
    void shouldLeaveNoByteOfRevokedCase();
    void shouldBringReassignedCaseBack();
    void shouldHideMassRevocationUntilConfirmed();
    void shouldRemoveWhatFullReadDoesNotBring();
    void shouldAcceptOlderVersionAfterRestoredBackup();
    void shouldSearchGerman_data();
    void shouldSearchGerman();
    void shouldForgetOldTextAfterChange();
    void shouldOrderFirstScreen();
    void shouldCount();
    void shouldSetDamagedFileAside();
    void shouldRefuseNewerFileUntouched();
    void shouldReportFullDisk();
    void shouldSaveInlineFilesVerified();
    void shouldMergeIndexWhenIdle();

private:
    std::unique_ptr<Cache> open();
    std::unique_ptr<Folder> m_folder;
};

void TestCache::init()
{
    m_folder = std::make_unique<Folder>();
}

std::unique_ptr<Cache> TestCache::open()
{
    auto cache = Cache::open(m_folder->paths);
    return cache ? *std::move(cache) : nullptr;
}

void TestCache::shouldStorePageWithCursor()
{
    const auto cache = open();
    QVERIFY(cache);
    const auto effect = cache->applyPage(page({ upsert(makeCase(1)), upsert(makeCase(2)) }), noon);
    QVERIFY(effect);
    QCOMPARE(effect->changed.size(), 2);
    QCOMPARE(cache->syncState()->cursor, QStringLiteral("c1"));
    QCOMPARE(cache->find(makeCase(1).id), std::optional(makeCase(1)));
    const auto row = cache->row(cache->keyOf(makeCase(2).id));
    QVERIFY(row);
    QCOMPARE(row->applicant, QStringLiteral("Änne Müller"));
    QCOMPARE(row->due, makeCase(2).target.due);
    QCOMPARE(QFile(m_folder->paths.cache()).permissions() & 0x0077, QFile::Permissions());
}

void TestCache::shouldEndInSameStateWhatever_data()
{
    QTest::addColumn<QList<int>>("order");
    QTest::newRow("in order") << QList<int>{ 0, 1, 2 };
    QTest::newRow("twice") << QList<int>{ 0, 0, 1, 1, 2, 2 };
    QTest::newRow("backwards") << QList<int>{ 2, 1, 0 };
    QTest::newRow("late first page") << QList<int>{ 0, 1, 2, 0 };
}

void TestCache::shouldEndInSameStateWhatever()
{
    QFETCH(QList<int>, order);
    CaseFile deleted = makeCase(3, 2);
    const QList<FeedPage> pages{ page({ upsert(makeCase(1, 1)), upsert(makeCase(3, 1)) }),
        page({ upsert(makeCase(1, 2)), upsert(makeCase(2, 1)) }),
        page({ drop(deleted, ChangeAction::Tombstone), upsert(makeCase(1, 3)) }) };
    const auto cache = open();
    for (const int index : order)
        QVERIFY(cache->applyPage(pages[index], noon));
    QCOMPARE(cache->caseCount(), 2);
    QCOMPARE(cache->find(makeCase(1).id)->version, 3);
    QCOMPARE(cache->find(makeCase(2).id)->version, 1);
    QVERIFY(!cache->find(makeCase(3).id));
    QCOMPARE(cache->search(QStringLiteral("Eiche")).size(), 2);
}

void TestCache::shouldKeepUnknownFields()
{
    const auto cache = open();
    CaseFile newer = makeCase(1);
    newer.unknown.insert(QStringLiteral("ofTomorrow"), 42);
    QVERIFY(cache->applyPage(page({ upsert(newer) }), noon));
    QCOMPARE(cache->find(newer.id)->unknown.value(QStringLiteral("ofTomorrow")).toInt(), 42);
}

void TestCache::shouldDiscardWholePageWithBrokenBody()
{
    const auto cache = open();
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1)) }, QStringLiteral("before")), noon));
    FeedChange broken = upsert(makeCase(3));
    QJsonObject body = broken.body.object();
    body.insert(QStringLiteral("messages"), QStringLiteral("no list"));
    broken.body = body;
    const auto effect = cache->applyPage(page({ upsert(makeCase(2)), broken }), noon);
    QVERIFY(!effect);
    QCOMPARE(effect.error().key, QStringLiteral("feed.body"));
    QCOMPARE(cache->caseCount(), 1);
    QCOMPARE(cache->syncState()->cursor, QStringLiteral("before"));
}

void TestCache::shouldLeaveNoByteOfRevokedCase()
{
    const QByteArray bytes = "%PDF canaryinthefile";
    auto cache = open();
    QList<FeedChange> changes;
    for (int i = 2; i < 60; ++i)
        changes.append(upsert(makeCase(i)));
    CaseFile secret = makeCase(1);
    secret.title = QStringLiteral("Kanarienvogelübertitel");
    secret.messages
        = { fromApplicant(1, QStringLiteral("canarymessage Geheimnis Kanarienvögelchen")) };
    secret.attachments = { attachmentOf(77, bytes) };
    FeedChange change = upsert(secret);
    change.files.insert(uuid(77), QString::fromLatin1(bytes.toBase64()));
    QVERIFY(cache->applyPage(page(changes + QList{ change }), noon));
    QVERIFY(cache->files().contains(hashOf(bytes)));
    QVERIFY(anywhere(m_folder->paths.root, "canarymessage"));
    QVERIFY(anywhere(m_folder->paths.root, "canaryinthefile"));
    QVERIFY(anywhere(m_folder->paths.root, "kanarienvogelchen")); // as folded in the index

    secret.version = 2;
    const auto effect = cache->applyPage(page({ drop(secret, ChangeAction::Revoke) }), noon);
    QVERIFY(effect);
    QCOMPARE(effect->revoked, QList{ secret.id });
    QVERIFY(!cache->find(secret.id));
    QVERIFY(cache->search(QStringLiteral("canarymessage")).isEmpty());
    QVERIFY(cache->isErasing());
    while (*cache->maintain()) { }
    QVERIFY(!cache->isErasing());
    for (const char *canary : { "canarymessage", "kanarienvogel", "Kanarienvogel", "geheimnis",
             "canaryinthefile", "Geheimnis" })
        QVERIFY2(!anywhere(m_folder->paths.root, canary), canary);
    QVERIFY(!anywhere(m_folder->paths.root, hashOf(bytes).toLatin1()));
    QCOMPARE(cache->caseCount(), 58);
}

void TestCache::shouldBringReassignedCaseBack()
{
    const auto cache = open();
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1, 4)) }), noon));
    QVERIFY(cache->applyPage(page({ drop(makeCase(1, 4), ChangeAction::Revoke) }), noon));
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1, 3)) }), noon)); // a late page
    QCOMPARE(cache->caseCount(), 0);
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1, 4)) }), noon)); // assigned again
    QCOMPARE(cache->find(makeCase(1).id), std::optional(makeCase(1, 4)));
}

void TestCache::shouldHideMassRevocationUntilConfirmed()
{
    const auto cache = open();
    QList<FeedChange> all;
    QList<FeedChange> revoked;
    for (int i = 1; i <= 40; ++i) {
        all.append(upsert(makeCase(i)));
        if (i <= 30)
            revoked.append(drop(makeCase(i), ChangeAction::Revoke));
    }
    QVERIFY(cache->applyPage(page(all), noon));
    const auto effect = cache->applyPage(page(revoked), noon);
    QVERIFY(effect);
    QCOMPARE(effect->hidden.size(), 30);
    QVERIFY(effect->removed.isEmpty());
    QCOMPARE(cache->caseCount(), 10);
    QVERIFY(!cache->find(makeCase(1).id));
    const QList<CaseId> hidden = cache->hiddenCases();
    QCOMPARE(hidden.size(), 30);
    QCOMPARE(cache->showHidden({ hidden.first() })->changed.size(), 1);
    QCOMPARE(cache->caseCount(), 11);
    QCOMPARE(cache->showHidden(hidden)->changed.size(), 29);
    QCOMPARE(cache->caseCount(), 40);
    QVERIFY(cache->applyPage(page(revoked), noon));
    QCOMPARE(cache->eraseHidden()->revoked.size(), 30);
    QCOMPARE(cache->showHidden(hidden)->changed.size(), 0);
    QCOMPARE(cache->caseCount(), 10);
}

void TestCache::shouldRemoveWhatFullReadDoesNotBring()
{
    const auto cache = open();
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1)), upsert(makeCase(2)) }), noon));
    QVERIFY(cache->beginResync(QStringLiteral("e1")));
    QVERIFY(cache->syncState()->cursor.isEmpty());
    QCOMPARE(cache->caseCount(), 2); // the clerk goes on working meanwhile
    QVERIFY(cache->applyPage(page({ upsert(makeCase(2)) }), noon));
    const auto effect = cache->endResync();
    QVERIFY(effect);
    QCOMPARE(effect->removed, QList{ makeCase(1).id });
    QCOMPARE(cache->caseCount(), 1);
}

void TestCache::shouldAcceptOlderVersionAfterRestoredBackup()
{
    const auto cache = open();
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1, 9)) }), noon));
    QVERIFY(cache->beginResync(QStringLiteral("e2")));
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1, 5)) }), noon));
    QVERIFY(cache->endResync());
    QCOMPARE(cache->find(makeCase(1).id)->version, 5);
    QCOMPARE(cache->syncState()->epoch, QStringLiteral("e2"));
}

void TestCache::shouldSearchGerman_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("umlaut") << QStringLiteral("Müller") << true;
    QTest::newRow("ue for umlaut") << QStringLiteral("mueller") << true;
    QTest::newRow("street") << QStringLiteral("Lindenstrasse") << true;
    QTest::newRow("beginning of a word") << QStringLiteral("Baumfäll") << true;
    QTest::newRow("two words") << QStringLiteral("muel eich") << true;
    QTest::newRow("one word missing") << QStringLiteral("Müller Buche") << false;
    QTest::newRow("message") << QStringLiteral("Gewitter") << true;
    QTest::newRow("note") << QStringLiteral("Ortstermin") << true;
    QTest::newRow("answer") << QStringLiteral("wurzelschaden") << true;
    QTest::newRow("reference") << QStringLiteral("LIN/67-2026-000001") << true;
    QTest::newRow("reference, other spelling") << QStringLiteral("lin 67 2026 000001") << true;
    QTest::newRow("digits of the reference") << QStringLiteral("000001") << true;
    QTest::newRow("operators are words") << QStringLiteral("Eiche OR \"NEAR(*") << false;
    QTest::newRow("nothing") << QStringLiteral(" – ") << false;
}

void TestCache::shouldSearchGerman()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    const auto cache = open();
    CaseFile caseFile = makeCase(1);
    caseFile.messages = { fromApplicant(1, QStringLiteral("Nach dem Gewitter liegt ein Ast.")) };
    Note note;
    note.id = NoteId{ uuid(5) };
    note.text = QStringLiteral("Ortstermin am Montag");
    caseFile.notes = { note };
    FormAnswer answer;
    answer.key = QStringLiteral("grund");
    answer.display = QStringLiteral("Wurzelschaden");
    caseFile.answers = { answer };
    QVERIFY(cache->applyPage(page({ upsert(caseFile) }), noon));
    QCOMPARE(!cache->search(text).isEmpty(), found);
}

void TestCache::shouldForgetOldTextAfterChange()
{
    const auto cache = open();
    CaseFile caseFile = makeCase(1);
    caseFile.title = QStringLiteral("Sondernutzung");
    QVERIFY(cache->applyPage(page({ upsert(caseFile) }), noon));
    caseFile.version = 2;
    caseFile.title = QStringLiteral("Hundesteuer");
    QVERIFY(cache->applyPage(page({ upsert(caseFile) }), noon));
    QVERIFY(cache->search(QStringLiteral("Sondernutzung")).isEmpty());
    QCOMPARE(cache->search(QStringLiteral("Hundesteuer")).size(), 1);
}

void TestCache::shouldOrderFirstScreen()
{
    const auto cache = open();
    CaseFile none = makeCase(3);
    none.target.due = {};
    CaseFile closed = makeCase(4);
    closed.state = CaseState::Closed;
    QVERIFY(cache->applyPage(
        page({ upsert(makeCase(2)), upsert(makeCase(1)), upsert(none), upsert(closed) }), noon));
    const auto key = [&](int number) { return cache->keyOf(makeCase(number).id); };
    QCOMPARE(cache->firstKeys(InboxOrder::Due, Qt::AscendingOrder, 10),
        QList<qint64>({ key(1), key(2), key(3) }));
    QCOMPARE(cache->firstKeys(InboxOrder::Updated, Qt::DescendingOrder, 2),
        QList<qint64>({ key(3), key(2) }));
    QCOMPARE(cache->columns().size(), 4);
}

void TestCache::shouldCount()
{
    const auto cache = open();
    CaseFile mine = makeCase(1);
    mine.assignee = session().clerk.id;
    mine.target.due = QDate(2026, 11, 1);
    mine.messages = { fromApplicant(1, QStringLiteral("Hallo")) };
    CaseFile waiting = makeCase(2);
    waiting.state = CaseState::WaitingForApplicant;
    FollowUp followUp;
    followUp.on = QDate(2026, 11, 21);
    waiting.followUps = { followUp };
    QVERIFY(cache->applyPage(page({ upsert(mine), upsert(waiting) }), noon));
    CaseCounts counts = cache->counts(session().clerk.id, QDate(2026, 11, 21));
    QCOMPARE(counts.inbox, 2);
    QCOMPARE(counts.mine, 1);
    QCOMPARE(counts.fresh, 1);
    QCOMPARE(counts.unassigned, 1);
    QCOMPARE(counts.waiting, 1);
    QCOMPARE(counts.unread, 1);
    QCOMPARE(counts.followUps, 1);
    QCOMPARE(counts.overdue, 1);
}

void TestCache::shouldSetDamagedFileAside()
{
    {
        const auto cache = open();
        QVERIFY(cache->applyPage(page({ upsert(makeCase(1)) }), noon));
    }
    QFile file(m_folder->paths.cache());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto cache = open();
    QVERIFY(cache);
    QCOMPARE(cache->caseCount(), 0);
    QVERIFY(cache->syncState()->cursor.isEmpty());
    QVERIFY(QFile::exists(m_folder->paths.cache() + QStringLiteral(".damaged")));
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1)) }), noon));
    QVERIFY(!QFile::exists(m_folder->paths.cache() + QStringLiteral(".damaged")));
}

void TestCache::shouldRefuseNewerFileUntouched()
{
    {
        const auto cache = open();
        QVERIFY(cache->applyPage(page({ upsert(makeCase(1)) }), noon));
    }
    {
        auto database
            = sqlite::Database::open(m_folder->paths.cache(), sqlite::OpenMode::ReadWrite);
        QVERIFY(database);
        QVERIFY((*database)->execute("PRAGMA user_version = 99"));
        QVERIFY((*database)->checkpoint());
    }
    QFile file(m_folder->paths.cache());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    const auto refused = Cache::open(m_folder->paths);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Unsupported);
    file.seek(0);
    QCOMPARE(file.readAll(), before);
}

void TestCache::shouldReportFullDisk()
{
    const auto cache = open();
    QVERIFY(cache->applyPage(page({ upsert(makeCase(1)) }), noon));
    // The connection's limit stands for the disk's.
    auto &database = StoreProbe::database(*cache);
    const qint64 pages = database.number("PRAGMA page_count").valueOr(0);
    QVERIFY(database.execute("PRAGMA max_page_count=" + QByteArray::number(pages)));
    QList<FeedChange> many;
    for (int i = 2; i < 200; ++i)
        many.append(upsert(makeCase(i)));
    const auto effect = cache->applyPage(page(many, QStringLiteral("c2")), noon);
    QVERIFY(!effect);
    QCOMPARE(effect.error().code, ErrorCode::NoSpace);
    QCOMPARE(cache->syncState()->cursor, QStringLiteral("c1"));
    QCOMPARE(cache->caseCount(), 1);
}

void TestCache::shouldSaveInlineFilesVerified()
{
    const auto cache = open();
    CaseFile caseFile = makeCase(1);
    caseFile.attachments = { attachmentOf(7, "whole"), attachmentOf(8, "damaged") };
    FeedChange change = upsert(caseFile);
    change.files.insert(uuid(7), QString::fromLatin1(QByteArray("whole").toBase64()));
    change.files.insert(uuid(8), QString::fromLatin1(QByteArray("other").toBase64()));
    QVERIFY(cache->applyPage(page({ change }), noon));
    QVERIFY(cache->files().contains(hashOf("whole")));
    QVERIFY(!cache->files().contains(hashOf("damaged")));
    QFile part(*cache->files().prepare(hashOf("damaged")));
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write("dam");
    part.close();
    QCOMPARE(cache->files().finish(hashOf("damaged")).error().key, QStringLiteral("file.hash"));
    QVERIFY(!part.exists());
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write("damaged");
    part.close();
    QVERIFY(cache->files().finish(hashOf("damaged")));
    QVERIFY(cache->files().contains(hashOf("damaged")));
    QVERIFY(!cache->files().prepare(QStringLiteral("../../etc/passwd")));
}

void TestCache::shouldMergeIndexWhenIdle()
{
    const auto cache = open();
    for (int i = 1; i < 20; ++i)
        QVERIFY(cache->applyPage(page({ upsert(makeCase(i)) }), noon));
    int steps = 0;
    for (auto more = cache->maintain(); more && *more; more = cache->maintain())
        QVERIFY(++steps < 100);
    QCOMPARE(cache->search(QStringLiteral("Eiche")).size(), 19);
}

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
