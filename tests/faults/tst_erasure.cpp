#include "canary.h"
#include "casereport.h"
#include "deskdriver.h"

#include "models/domain/wire.h"
#include "models/store/cache.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/filestore.h"
#include "models/store/germantext.h"
#include "models/store/outbox.h"
#include "tests/testing/casefixtures.h"
#include "tests/testing/portalprocess.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>

// What was taken from the clerk is out of sight at once and leaves no byte on the disk.
class TestErasure : public QObject {
    Q_OBJECT
private slots:
    void init();
    void revokedCaseLeavesNoByte();
    void ownWordsGoAfterSevenDays();
    void lateDownloadIsNotKept();
    void reassignedBeforeItWasErased();
    void case23_reassignedWhileIdle();
    void cleanup();

private:
    void open();
    void close();
    void apply(const FeedPage &page);
    void fillSecretCase();
    void fillOutbox();
    CaseFile secretCase() const;
    FeedPage upserts(const QList<CaseFile> &cases, const QHash<QString, QByteArray> &files = {});
    FeedPage revocation();
    ProfilePaths paths() const { return { m_folder->filePath(QStringLiteral("profile")) }; }

    std::unique_ptr<QTemporaryDir> m_folder;
    FixedClock m_clock{ { 1'795'258'800'000 } };
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<CacheWriter> m_writer;
    std::unique_ptr<CaseView> m_view;
    QStringList m_secrets; // words and hashes
    const char *m_store = "client";
};

namespace {

const int secretNumber = 77;
const auto name = QStringLiteral("Kanarienvögelchen");
const auto street = QStringLiteral("Geheimgaßlweg");
const auto confided = QStringLiteral("Vertraulichkeitserklärung");
const auto inFile = QStringLiteral("Dateikanarie");
const auto inNotice = QStringLiteral("Bescheidkanarie");
const auto ownWords = QStringLiteral("Eigenewortefürdieübergabe");

// Words of six letters and more, as the search folds them; numbers stand in other files by chance.
QSet<QString> wordsOf(const QByteArray &text)
{
    QSet<QString> words;
    for (const QString &word : folded(QString::fromUtf8(text)).split(QLatin1Char(' '))) {
        const bool isNumber
            = std::all_of(word.begin(), word.end(), [](QChar letter) { return letter.isDigit(); });
        if (word.size() >= 6 && !isNumber)
            words.insert(word);
    }
    return words;
}

} // namespace

void TestErasure::init()
{
    m_store = "client";
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.at = { 1'795'258'800'000 };
    m_secrets = { name, street, confided, inFile, inNotice };
    open();
}

void TestErasure::open()
{
    QVERIFY(Profile::open(paths()));
    m_outbox = *Outbox::open(paths(), m_clock);
    m_writer = std::make_unique<CacheWriter>(paths(), m_clock);
    m_view = *CaseView::open(paths(), *m_outbox, *m_writer, m_clock);
}

void TestErasure::close()
{
    m_view.reset();
    m_writer.reset();
    m_outbox.reset();
}

void TestErasure::cleanup()
{
    close();
    reportCase(m_store);
}

void TestErasure::apply(const FeedPage &page)
{
    QSignalSpy applied(m_writer.get(), &CacheWriter::applied);
    m_writer->applyPage(page);
    QTRY_COMPARE(applied.count(), 1);
}

CaseFile TestErasure::secretCase() const
{
    CaseFile caseFile = sampleCase(secretNumber);
    caseFile.title = QStringLiteral("Sache ") + name;
    caseFile.parties[0].familyName = name;
    caseFile.parties[0].address.street = street + QStringLiteral(" 7");
    Message message;
    message.id = { QStringLiteral("0192abcd-0000-7000-8000-000000000001") };
    message.direction = MessageDirection::FromApplicant;
    message.at = m_clock.now();
    message.text = QStringLiteral("Hier ist meine ") + confided;
    caseFile.messages = { message };
    return caseFile;
}

FeedPage TestErasure::upserts(const QList<CaseFile> &cases, const QHash<QString, QByteArray> &files)
{
    FeedPage page;
    page.epoch = QStringLiteral("e1");
    page.next = QStringLiteral("c%1").arg(cases.size());
    for (const CaseFile &caseFile : cases) {
        FeedChange change = upsert(caseFile);
        for (const Attachment &attachment : caseFile.attachments) {
            if (files.contains(attachment.id.text))
                change.files.insert(attachment.id.text,
                    QString::fromLatin1(files.value(attachment.id.text).toBase64()));
        }
        page.changes.append(change);
    }
    return page;
}

FeedPage TestErasure::revocation()
{
    FeedPage page = upserts({ sampleCase(secretNumber) });
    page.changes[0].action = ChangeAction::Revoke;
    page.changes[0].body = {};
    page.changes[0].version = 0;
    page.next = QStringLiteral("revoked");
    return page;
}

// Among many others, so that the index has segments and pages are shared; files that came along,
// that were fetched, and that were only begun.
void TestErasure::fillSecretCase()
{
    const QByteArray small = inFile.toUtf8() + QByteArray(3'000, 'a');
    const QByteArray large = inFile.toUtf8() + QByteArray(90'000, 'b');
    const QByteArray begun = inFile.toUtf8() + QByteArray(80'000, 'c');
    CaseFile secret = secretCase();
    secret.attachments
        = { sampleAttachment(1, small), sampleAttachment(2, large), sampleAttachment(3, begun) };
    for (const Attachment &attachment : std::as_const(secret.attachments))
        m_secrets.append(attachment.sha256);
    for (int n = 1; n <= 60; n += 20) {
        QList<CaseFile> others;
        for (int i = n; i < n + 20; ++i)
            others.append(sampleCase(i));
        if (n == 21)
            others.append(secret);
        apply(upserts(others, { { secret.attachments[0].id.text, small } }));
    }
    FileStore files(paths().files());
    QFile part(*files.prepare(secret.attachments[1].sha256));
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write(large) == large.size());
    part.close();
    QSignalSpy saved(m_writer.get(), &CacheWriter::fileSaved);
    m_writer->finishFile(secret.attachments[1].sha256);
    QTRY_COMPARE(saved.count(), 1);
    QFile half(*files.prepare(secret.attachments[2].sha256));
    QVERIFY(half.open(QIODevice::WriteOnly) && half.write(begun.left(30'000)) == 30'000);
}

void TestErasure::fillOutbox()
{
    const CaseId id = secretCase().id;
    const auto append
        = [&](const OperationArgs &args) { return *m_outbox->append(m_view->operation(id, args)); };
    const Operation sent
        = append(AddNote{ newId<NoteId>(m_clock), QStringLiteral("Anruf von ") + name });
    QVERIFY(m_outbox->markSending({ sent.id }));
    OperationResult result;
    result.operation = sent.id;
    result.outcome = Outcome::Applied;
    result.version = 1;
    QVERIFY(m_outbox->markResult(result));
    IssueNotice notice;
    notice.id = newId<NoticeId>(m_clock);
    notice.title = QStringLiteral("Bescheid an ") + name;
    notice.content = { { QStringLiteral("addressee"), name }, { QStringLiteral("subject"), street },
        { QStringLiteral("decisions"), ownWords } };
    notice.document = *m_outbox->stageData(QStringLiteral("Bescheid.pdf"),
        QStringLiteral("application/pdf"), "%PDF-1.7 " + inNotice.toUtf8());
    m_secrets.append(notice.document.sha256);
    append(notice);
    Reply reply;
    reply.id = newId<MessageId>(m_clock);
    reply.text = ownWords;
    reply.attachments = { *m_outbox->stageData(
        QStringLiteral("Merkblatt.pdf"), QStringLiteral("application/pdf"), "%PDF-1.7 Merkblatt") };
    append(reply);
    Draft draft;
    draft.caseId = id;
    draft.kind = QStringLiteral("notice");
    draft.content
        = { { QStringLiteral("addressee"), name }, { QStringLiteral("decisions"), ownWords } };
    QVERIFY(m_outbox->drafts().save(draft));
    draft = Draft();
    draft.caseId = id;
    draft.kind = QStringLiteral("reply");
    draft.content = { { QStringLiteral("text"), ownWords } };
    QVERIFY(m_outbox->drafts().save(draft));
}

void TestErasure::revokedCaseLeavesNoByte()
{
    fillSecretCase();
    fillOutbox();
    const Canary canary(m_secrets);
    QVERIFY(canary.hits(paths().root).size() > 10);
    QCOMPARE(m_view->search(name, 5).size(), 1);

    // Out of sight as soon as the page is taken, however long the rest takes.
    QSignalSpy erased(m_writer.get(), &CacheWriter::erased);
    bool seen = true;
    QObject context;
    connect(m_view.get(), &CaseView::caseRemoved, &context, [&] {
        seen = m_view->find(secretCase().id).has_value() || m_view->keyOf(secretCase().id) != 0
            || !m_view->search(name, 5).isEmpty() || !m_view->search(confided, 5).isEmpty();
    });
    apply(revocation());
    QVERIFY(!seen);
    QTRY_VERIFY(!erased.isEmpty());

    const QStringList hits = canary.hits(paths().root);
    qInfo("canary: %d words and hashes in every form, %d hits", int(m_secrets.size()),
        int(hits.size()));
    QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
    // The clerk's own words are kept for a while, to be handed over.
    QCOMPARE(m_outbox->notSent().size(), 2);
    for (const PendingOperation &entry : m_outbox->notSent())
        QCOMPARE(entry.reason, QStringLiteral("case.revoked"));
    QCOMPARE(m_outbox->drafts().all().size(), 2);
    // The others are as they were.
    QCOMPARE(m_view->columns().result().size(), 60);
    QCOMPARE(m_view->search(QStringLiteral("Szczepańska"), 100).size(), 60);
}

void TestErasure::ownWordsGoAfterSevenDays()
{
    fillSecretCase();
    fillOutbox();
    apply(revocation());
    m_clock.at = m_clock.at.plusSeconds(6 * 24 * 3600);
    QVERIFY(m_outbox->tidy());
    QCOMPARE(m_outbox->notSent().size(), 2);
    m_clock.at = m_clock.at.plusSeconds(2 * 24 * 3600);
    QVERIFY(m_outbox->tidy());
    QVERIFY(m_outbox->notSent().isEmpty());
    QVERIFY(m_outbox->drafts().all().isEmpty());
    QCOMPARE(Canary({ ownWords }).hits(paths().root), QStringList());
}

// A download that ends just after the revocation was read.
void TestErasure::lateDownloadIsNotKept()
{
    const QByteArray bytes = inFile.toUtf8() + QByteArray(50'000, 'd');
    CaseFile secret = secretCase();
    secret.attachments = { sampleAttachment(4, bytes) };
    apply(upserts({ secret, sampleCase(1) }));
    QSignalSpy erased(m_writer.get(), &CacheWriter::erased);
    apply(revocation());
    QTRY_VERIFY(!erased.isEmpty());
    FileStore files(paths().files());
    QFile part(*files.prepare(secret.attachments[0].sha256));
    QVERIFY(part.open(QIODevice::WriteOnly) && part.write(bytes) == bytes.size());
    part.close();
    const QFuture<Status> kept = m_writer->finishFile(secret.attachments[0].sha256);
    QCOMPARE(kept.result().error().key, QStringLiteral("file.notNamed"));
    QVERIFY(!files.contains(secret.attachments[0].sha256));
    QCOMPARE(Canary({ inFile }).hits(paths().root), QStringList());
}

void TestErasure::reassignedBeforeItWasErased()
{
    const auto cache = *Cache::open(paths());
    CaseFile secret = secretCase();
    QVERIFY(cache->applyPage(upserts({ secret, sampleCase(1) }), m_clock.now()));
    QVERIFY(cache->applyPage(revocation(), m_clock.now()));
    QVERIFY(cache->isErasing());
    QVERIFY(!cache->find(secret.id));
    secret.version = 5;
    secret.title = QStringLiteral("Wieder da");
    QVERIFY(cache->applyPage(upserts({ secret }), m_clock.now()));
    QCOMPARE(cache->find(secret.id)->title, secret.title);
    while (*cache->maintain()) { }
    QVERIFY(!cache->isErasing());
    QCOMPARE(cache->find(secret.id)->title, secret.title);
    QCOMPARE(cache->search(confided, 5).size(), 1);
}

// At the real portal, with a desk that comes back after the clerk lost a department: everything of
// those cases that stands in no other case is searched for.
void TestErasure::case23_reassignedWhileIdle()
{
    m_store = "sqlite";
    close();
    PortalProcess portal(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"));
    QVERIFY2(portal.start(30), qPrintable(portal.log()));
    DeskProcess desk(
        m_folder->path(), portal.url(), PortalProcess::login(), PortalProcess::password());
    QVERIFY2(desk.run({ QStringLiteral("sync"), QStringLiteral("fetch") }) == 0,
        qPrintable(desk.output()));
    QSet<QString> gone;
    QByteArray left; // whatever may stay
    QStringList hashes;
    int taken = 0;
    int kept = 0;
    {
        const auto cache = *Cache::open(paths());
        for (const CaseFile &caseFile : casesIn(*cache)) {
            QByteArray json = QJsonDocument(toJson(caseFile)).toJson();
            if (caseFile.department.text != QLatin1String("ordnung")) {
                left += json;
                ++kept;
                continue;
            }
            ++taken;
            // That a case of this number is not to come back is remembered.
            gone += wordsOf(json.replace(caseFile.id.text.toUtf8(), QByteArray()));
            for (const Attachment &attachment : caseFile.attachments)
                hashes.append(attachment.sha256);
        }
        for (const CaseType &type : cache->caseTypes())
            left += QJsonDocument(toJson(type)).toJson();
        left += QJsonDocument(toJson(*cache->session())).toJson();
    }
    QVERIFY(taken > 3 && kept > 3);
    const QString allowed = folded(QString::fromUtf8(left)) + QString::fromUtf8(left).toLower();
    QStringList words;
    for (const QString &word : std::as_const(gone)) {
        if (!allowed.contains(word))
            words.append(word);
    }
    QVERIFY2(words.size() > 50, qPrintable(QString::number(words.size())));
    const Canary canary(words + hashes);
    QVERIFY(canary.hits(paths().root).size() > 50);
    QProcess roles;
    roles.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"),
        { QStringLiteral("user"), QStringLiteral("roles"), PortalProcess::login(),
            QStringLiteral("--data"), portal.folder() + QStringLiteral("/portal"),
            QStringLiteral("--role"), QStringLiteral("abfall:seniorClerk") });
    QVERIFY(roles.waitForFinished() && roles.exitCode() == 0);
    QVERIFY2(desk.run({ QStringLiteral("sync"), QStringLiteral("erase") }) == 0,
        qPrintable(desk.output()));
    {
        const auto cache = *Cache::open(paths());
        QCOMPARE(cache->caseCount(), kept);
    }
    const QStringList hits = canary.hits(paths().root);
    qInfo("canary: %d words and hashes of %d cases, %d hits", int(words.size() + hashes.size()),
        taken, int(hits.size()));
    QVERIFY2(hits.isEmpty(), qPrintable(hits.join(u'\n')));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int asDesk = DeskDriver::runAsProcess(application.arguments());
    if (asDesk >= 0)
        return asDesk;
    TestErasure test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_erasure.moc"
