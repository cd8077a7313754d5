#include "models/store/outbox.h"

#include "cases.h"

#include "models/sqlite/database.h"
#include "models/store/draftstore.h"
#include "models/store/referencestore.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace testcases;

struct StoreProbe {
    static sqlite::Database &database(Outbox &outbox) { return *outbox.m_database; }
};

class TestOutbox : public QObject {
    Q_OBJECT
private slots:
    void init();
    void shouldKeepOperationOverRestart();
    void shouldKeepOperationWhenKilled();
    void shouldChainOperationsOfOneCase();
    void shouldNotChainBehindWhatTheAuthorHasSeen();
    void shouldSendOnlyFirstOfEachCase();
    void shouldResendWhatWasOnItsWay();
    void shouldNotSendWithinUndoWindow();
    void shouldAskWhatARestoredPortalHasForgotten();
    void shouldAskBeforeSendingWhatIsHalfAYearOld();
    void shouldTakeEveryResult_data();
    void shouldTakeEveryResult();
    void shouldCloseChainWhenWithdrawn();
    void shouldRefuseToWithdrawWhatMayHaveArrived();
    void shouldReplaceConflictInPlace();
    void shouldDeleteDraftWithItsOperation();
    void shouldKeepDrafts();
    void shouldSendStagedCopy();
    void shouldKeepStagedCopyAsLongAsItsOperation();
    void shouldRefuseUnstagedFile();
    void shouldGiveEachFeeOneReference();
    void shouldKeepTextWhenDiskIsFull();
    void shouldHoldRevokedCase();
    void shouldSalvageDamagedFile();
    void shouldRefuseNewerFile();

private:
    void reopen();
    Operation note(int caseNumber, const QString &text);
    OperationId append(int caseNumber, const QString &text);
    static OperationResult result(const OperationId &id, Outcome outcome);

    std::unique_ptr<Folder> m_folder;
    FixedClock m_clock{ noon };
    std::unique_ptr<Outbox> m_outbox;
};

void TestOutbox::init()
{
    m_outbox.reset();
    m_folder = std::make_unique<Folder>();
    m_clock.at = noon;
    reopen();
}

void TestOutbox::reopen()
{
    m_outbox.reset();
    auto outbox = Outbox::open(m_folder->paths, m_clock);
    QVERIFY(outbox);
    m_outbox = *std::move(outbox);
}

Operation TestOutbox::note(int caseNumber, const QString &text)
{
    Operation operation;
    operation.caseId = makeCase(caseNumber).id;
    operation.baseVersion = 1;
    operation.args = AddNote{ newId<NoteId>(m_clock), text };
    return operation;
}

OperationId TestOutbox::append(int caseNumber, const QString &text)
{
    const auto appended = m_outbox->append(note(caseNumber, text));
    return appended ? appended->id : OperationId();
}

OperationResult TestOutbox::result(const OperationId &id, Outcome outcome)
{
    OperationResult result;
    result.operation = id;
    result.outcome = outcome;
    result.version = 2;
    result.reason = QStringLiteral("why");
    return result;
}

void TestOutbox::shouldKeepOperationOverRestart()
{
    QVERIFY(m_outbox->setFact(QStringLiteral("deviceId"), uuid(8)));
    QSignalSpy changed(m_outbox.get(), &Outbox::changed);
    const auto appended = m_outbox->append(note(1, QStringLiteral("Grüße")));
    QVERIFY(appended);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(appended->device.text, uuid(8));
    QCOMPARE(appended->createdAt, noon);
    reopen();
    QCOMPARE(m_outbox->all().size(), 1);
    QCOMPARE(m_outbox->all().first().operation, *appended);
    QCOMPARE(m_outbox->sendable(noon).size(), 1);
}

void TestOutbox::shouldKeepOperationWhenKilled()
{
    const OperationId id = append(1, QStringLiteral("a"));
    // What a killed process leaves behind: the files as they are now, nothing closed or flushed.
    const Folder left;
    for (const QString &name : QDir(m_folder->paths.root).entryList(QDir::Files)) {
        if (!name.endsWith(QLatin1String("-shm")))
            QVERIFY(QFile::copy(m_folder->paths.root + QLatin1Char('/') + name,
                left.paths.root + QLatin1Char('/') + name));
    }
    const auto restarted = Outbox::open(left.paths, m_clock);
    QVERIFY(restarted);
    QCOMPARE((*restarted)->sendable(noon).size(), 1);
    QCOMPARE((*restarted)->sendable(noon).first().operation.id, id);
}

void TestOutbox::shouldChainOperationsOfOneCase()
{
    const OperationId first = append(1, QStringLiteral("a"));
    append(2, QStringLiteral("other case"));
    const OperationId second = append(1, QStringLiteral("b"));
    QVERIFY(m_outbox->find(first)->operation.after.isNull());
    QCOMPARE(m_outbox->find(second)->operation.after, first);
}

void TestOutbox::shouldNotChainBehindWhatTheAuthorHasSeen()
{
    const OperationId first = append(1, QStringLiteral("a"));
    QVERIFY(m_outbox->markSending({ first }));
    QVERIFY(m_outbox->markResult(result(first, Outcome::Applied))); // version 2
    Operation unseen = note(1, QStringLiteral("b")); // base version 1
    QCOMPARE(m_outbox->append(unseen)->after, first);
    Operation seen = note(2, QStringLiteral("c"));
    seen.baseVersion = 2;
    QVERIFY(m_outbox->append(seen)->after.isNull());
}

void TestOutbox::shouldSendOnlyFirstOfEachCase()
{
    const OperationId first = append(1, QStringLiteral("a"));
    append(1, QStringLiteral("b"));
    const OperationId other = append(2, QStringLiteral("c"));
    const auto ready = m_outbox->sendable(noon);
    QCOMPARE(ready.size(), 2);
    QCOMPARE(ready[0].operation.id, first);
    QVERIFY(m_outbox->markSending({ first, other }));
    QVERIFY(m_outbox->sendable(noon).isEmpty());
    QCOMPARE(m_outbox->counts().moving, 3); // also what is on its way
    QVERIFY(m_outbox->markResult(result(first, Outcome::Rejected)));
    QVERIFY(m_outbox->markResult(result(other, Outcome::Applied)));
    QCOMPARE(m_outbox->counts().moving, 1);
    QCOMPARE(m_outbox->counts().attention, 1);
    QVERIFY(m_outbox->sendable(noon).isEmpty()); // the poisoned one stops its own case only
    QCOMPARE(m_outbox->notSent().size(), 1);
    QVERIFY(m_outbox->withdraw(first));
    QCOMPARE(m_outbox->sendable(noon).size(), 1);
}

void TestOutbox::shouldResendWhatWasOnItsWay()
{
    const OperationId id = append(1, QStringLiteral("a"));
    QVERIFY(m_outbox->markSending({ id }));
    reopen();
    QCOMPARE(m_outbox->sendable(noon).size(), 1);
    QCOMPARE(m_outbox->sendable(noon).first().operation.id, id);
    QVERIFY(m_outbox->sendable(noon).first().maybeArrived);
}

void TestOutbox::shouldNotSendWithinUndoWindow()
{
    const Timestamp end = noon.plusSeconds(10);
    const auto appended = m_outbox->append(note(1, QStringLiteral("a")), { {}, end });
    QVERIFY(m_outbox->sendable(noon).isEmpty());
    QCOMPARE(m_outbox->nextAttempt(), end);
    QCOMPARE(m_outbox->sendable(end).size(), 1);
    QVERIFY(m_outbox->release(appended->id)); // send now
    QCOMPARE(m_outbox->sendable(noon).size(), 1);
}

void TestOutbox::shouldAskWhatARestoredPortalHasForgotten()
{
    const OperationId known = append(1, QStringLiteral("a"));
    const OperationId lost = append(1, QStringLiteral("b"));
    for (const OperationId &id : { known, lost }) {
        QVERIFY(m_outbox->markSending({ id }));
        QVERIFY(m_outbox->markResult(result(id, Outcome::Applied)));
    }
    QVERIFY(m_outbox->holdForgotten({ lost }));
    QCOMPARE(m_outbox->notSent().size(), 1);
    QCOMPARE(m_outbox->notSent().first().reason, QStringLiteral("operation.forgotten"));
    QVERIFY(m_outbox->sendable(noon).isEmpty());
    const Operation before = m_outbox->find(lost)->operation;
    QVERIFY(m_outbox->release(lost));
    QCOMPARE(m_outbox->sendable(noon).first().operation, before); // under the same id
}

void TestOutbox::shouldAskBeforeSendingWhatIsHalfAYearOld()
{
    const OperationId old = append(1, QStringLiteral("a"));
    m_clock.at = noon.plusSeconds(qint64(181) * 24 * 3600);
    const OperationId fresh = append(2, QStringLiteral("b"));
    QVERIFY(m_outbox->holdOld());
    QCOMPARE(m_outbox->sendable(m_clock.at).size(), 1);
    QCOMPARE(m_outbox->sendable(m_clock.at).first().operation.id, fresh);
    QCOMPARE(m_outbox->find(old)->reason, QStringLiteral("operation.old"));
    QVERIFY(m_outbox->release(old));
    QVERIFY(m_outbox->holdOld());
    QCOMPARE(m_outbox->sendable(m_clock.at).size(), 2);
}

void TestOutbox::shouldTakeEveryResult_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("state");
    QTest::addColumn<QString>("reason");
    const QString why = QStringLiteral("why");
    QTest::newRow("applied") << int(Outcome::Applied) << int(PendingState::Delivered) << QString();
    QTest::newRow("merged") << int(Outcome::Merged) << int(PendingState::Delivered) << QString();
    QTest::newRow("conflict") << int(Outcome::Conflict) << int(PendingState::Conflict) << why;
    QTest::newRow("rejected") << int(Outcome::Rejected) << int(PendingState::Rejected) << why;
    QTest::newRow("retry") << int(Outcome::Retry) << int(PendingState::Waiting) << why;
    QTest::newRow("newer portal") << int(Outcome::Unknown) << int(PendingState::Waiting) << why;
    QTest::newRow("files missing") << int(Outcome::MissingBlobs) << int(PendingState::Waiting)
                                   << QStringLiteral("missingBlobs");
}

void TestOutbox::shouldTakeEveryResult()
{
    QFETCH(int, outcome);
    QFETCH(int, state);
    QFETCH(QString, reason);
    const OperationId id = append(1, QStringLiteral("a"));
    QVERIFY(m_outbox->markSending({ id }));
    QVERIFY(m_outbox->markResult(result(id, Outcome(outcome)), noon.plusSeconds(60)));
    QVERIFY(m_outbox->markResult(result(id, Outcome(outcome)), noon.plusSeconds(60))); // twice
    const auto entry = m_outbox->find(id);
    QCOMPARE(int(entry->state), state);
    QCOMPARE(entry->reason, reason);
    QCOMPARE(entry->attempts, 1);
    QVERIFY(!entry->maybeArrived);
    if (entry->state == PendingState::Waiting)
        QCOMPARE(entry->nextAttempt, noon.plusSeconds(60));
    QCOMPARE(m_outbox->all().isEmpty(), entry->state == PendingState::Delivered);
}

void TestOutbox::shouldCloseChainWhenWithdrawn()
{
    const OperationId a = append(1, QStringLiteral("a"));
    const OperationId b = append(1, QStringLiteral("b"));
    const OperationId c = append(1, QStringLiteral("c"));
    QVERIFY(m_outbox->withdraw(b));
    QCOMPARE(m_outbox->find(c)->operation.after, a);
    QVERIFY(m_outbox->withdraw(a));
    QVERIFY(m_outbox->find(c)->operation.after.isNull());
}

void TestOutbox::shouldRefuseToWithdrawWhatMayHaveArrived()
{
    const OperationId id = append(1, QStringLiteral("a"));
    QVERIFY(m_outbox->markSending({ id }));
    QCOMPARE(m_outbox->withdraw(id).error().key, QStringLiteral("outbox.maybeSent"));
    QVERIFY(m_outbox->markUnsent({ id }, noon, QStringLiteral("unreachable")));
    QCOMPARE(m_outbox->withdraw(id).error().key, QStringLiteral("outbox.maybeSent"));
    QVERIFY(m_outbox->markSending({ id }));
    QVERIFY(m_outbox->markUnsent({ id }, noon, QStringLiteral("unreachable"), true));
    QVERIFY(!m_outbox->withdraw(id)); // the first attempt is still in doubt
    const OperationId other = append(2, QStringLiteral("b"));
    QVERIFY(m_outbox->markSending({ other }));
    QVERIFY(m_outbox->markUnsent({ other }, noon, QStringLiteral("unreachable"), true));
    QVERIFY(m_outbox->withdraw(other));
    QVERIFY(!m_outbox->markSending({ other }));
}

void TestOutbox::shouldReplaceConflictInPlace()
{
    const OperationId first = append(1, QStringLiteral("a"));
    const OperationId second = append(1, QStringLiteral("b"));
    QVERIFY(m_outbox->markSending({ first }));
    QVERIFY(m_outbox->markResult(result(first, Outcome::Conflict)));
    QCOMPARE(m_outbox->release(first).error().key, QStringLiteral("outbox.needsRenewal"));
    Operation renewed = m_outbox->find(first)->operation;
    renewed.baseVersion = 7;
    const auto replaced = m_outbox->replace(first, renewed);
    QVERIFY(replaced);
    QVERIFY(replaced->id != first);
    QVERIFY(!m_outbox->find(first));
    QCOMPARE(m_outbox->sendable(noon).first().operation, *replaced);
    QCOMPARE(m_outbox->find(second)->operation.after, replaced->id);
}

void TestOutbox::shouldDeleteDraftWithItsOperation()
{
    Draft draft;
    draft.caseId = makeCase(1).id;
    draft.kind = QStringLiteral("note");
    const auto saved = m_outbox->drafts().save(draft);
    QVERIFY(saved);
    QVERIFY(m_outbox->append(note(1, QStringLiteral("a")), { saved->id, {} }));
    QVERIFY(m_outbox->drafts().all().isEmpty());
}

void TestOutbox::shouldKeepDrafts()
{
    Draft draft;
    draft.caseId = makeCase(1).id;
    draft.kind = QStringLiteral("reply");
    draft.content = { { QStringLiteral("text"), QStringLiteral("Sehr geehrte Frau Müller") } };
    draft.files = { *m_outbox->stageData(
        QStringLiteral("plan.pdf"), QStringLiteral("application/pdf"), "bytes") };
    const auto first = m_outbox->drafts().save(draft);
    QVERIFY(first);
    Draft second = *first;
    second.content = { { QStringLiteral("text"), QStringLiteral("… und mehr") } };
    QVERIFY(m_outbox->drafts().save(second));
    Draft blank = *first;
    blank.content = {};
    QCOMPARE(m_outbox->drafts().save(blank).error().key, QStringLiteral("draft.newer"));
    QVERIFY(m_outbox->drafts().save(draft)); // another one of the same case and kind
    reopen();
    QCOMPARE(m_outbox->drafts().list(draft.caseId).size(), 2);
    const auto found = m_outbox->drafts().find(first->id);
    QCOMPARE(found->version, 2);
    QCOMPARE(found->content, second.content);
    QCOMPARE(found->files, draft.files);
}

void TestOutbox::shouldSendStagedCopy()
{
    QFile original(m_folder->dir.filePath(QStringLiteral("plan.txt")));
    QVERIFY(original.open(QIODevice::WriteOnly));
    original.write("Plan");
    original.close();
    const auto staged = m_outbox->stageFile(original.fileName());
    QVERIFY(staged);
    QCOMPARE(staged->name, QStringLiteral("plan.txt"));
    QCOMPARE(staged->size, 4);
    QCOMPARE(staged->type, QStringLiteral("text/plain"));
    QVERIFY(original.remove());
    QFile copy(m_outbox->stagedPath(staged->sha256));
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QCOMPARE(copy.readAll(), QByteArray("Plan"));
    QVERIFY(!m_outbox->stageFile(original.fileName()));
}

void TestOutbox::shouldKeepStagedCopyAsLongAsItsOperation()
{
    const auto file
        = m_outbox->stageData(QStringLiteral("a.pdf"), QStringLiteral("application/pdf"), "bytes");
    Operation reply = note(1, {});
    reply.args = Reply{ newId<MessageId>(m_clock), QStringLiteral("Hallo"), { *file }, {} };
    Operation other = reply;
    other.caseId = makeCase(2).id;
    const OperationId first = m_outbox->append(reply)->id;
    const OperationId second = m_outbox->append(other)->id;
    QVERIFY(m_outbox->markResult(result(first, Outcome::Applied)));
    QVERIFY(m_outbox->markResult(result(second, Outcome::Merged)));
    QVERIFY(!m_outbox->stagedPath(file->sha256).isEmpty()); // a restored portal may ask for it
    QVERIFY(m_outbox->revoke(reply.caseId));
    QVERIFY(!m_outbox->find(first));
    QVERIFY(!m_outbox->stagedPath(file->sha256).isEmpty()); // the other one names it
    QVERIFY(m_outbox->revoke(other.caseId));
    QVERIFY(m_outbox->stagedPath(file->sha256).isEmpty());
}

void TestOutbox::shouldRefuseUnstagedFile()
{
    NewAttachment file;
    file.name = QStringLiteral("weg.pdf");
    file.sha256 = QString(64, QLatin1Char('a'));
    Operation reply = note(1, {});
    reply.args = Reply{ newId<MessageId>(m_clock), QStringLiteral("Hallo"), { file }, {} };
    const auto appended = m_outbox->append(reply);
    QVERIFY(!appended);
    QCOMPARE(appended.error().key, QStringLiteral("outbox.fileMissing"));
    QVERIFY(m_outbox->all().isEmpty());
}

void TestOutbox::shouldGiveEachFeeOneReference()
{
    ReferenceStore &references = m_outbox->references();
    QVERIFY(references.add({ QStringLiteral("r1"), QStringLiteral("LIN"), 10, 12 }));
    QVERIFY(references.add({ QStringLiteral("r1"), QStringLiteral("LIN"), 10, 12 }));
    QCOMPARE(references.left(), 3);
    const auto printed = references.reserve(QStringLiteral("draft-1"));
    QCOMPARE(*printed, QStringLiteral("LIN10"));
    QCOMPARE(*references.reserve(QStringLiteral("draft-1")), *printed);
    RequestFee fee;
    fee.id = FeeId{ uuid(50) };
    Operation request = note(1, {});
    request.args = fee;
    const auto appended = m_outbox->append(request);
    QCOMPARE(std::get<RequestFee>(appended->args).reference, QStringLiteral("LIN11"));
    QVERIFY(references.giveBack(QStringLiteral("draft-1"))); // thrown away
    QCOMPARE(references.left(), 2);
    QVERIFY(m_outbox->withdraw(appended->id));
    QCOMPARE(references.left(), 3);
    QCOMPARE(references.unused().first().first, 12);
    for (int i = 0; i < 3; ++i)
        QVERIFY(references.reserve(QStringLiteral("d%1").arg(i)));
    QCOMPARE(references.reserve(QStringLiteral("more")).error().key,
        QStringLiteral("reference.exhausted"));
    fee.id = FeeId{ uuid(51) };
    request.args = fee;
    QCOMPARE(m_outbox->append(request).error().key, QStringLiteral("reference.exhausted"));
    QVERIFY(m_outbox->all().isEmpty());
}

void TestOutbox::shouldKeepTextWhenDiskIsFull()
{
    Draft draft;
    draft.caseId = makeCase(1).id;
    draft.kind = QStringLiteral("note");
    draft.content = { { QStringLiteral("text"), QStringLiteral("wichtig") } };
    const auto saved = m_outbox->drafts().save(draft);
    auto &database = StoreProbe::database(*m_outbox);
    const qint64 pages = database.number("PRAGMA page_count").valueOr(0);
    QVERIFY(database.execute("PRAGMA max_page_count=" + QByteArray::number(pages)));
    const auto appended
        = m_outbox->append(note(1, QString(100000, QLatin1Char('x'))), { saved->id, {} });
    QVERIFY(!appended);
    QCOMPARE(appended.error().code, ErrorCode::NoSpace);
    QVERIFY(m_outbox->all().isEmpty());
    QCOMPARE(m_outbox->drafts().find(saved->id)->content, draft.content);
}

void TestOutbox::shouldHoldRevokedCase()
{
    const OperationId id = append(1, QStringLiteral("a"));
    QVERIFY(m_outbox->revoke(makeCase(1).id));
    QVERIFY(m_outbox->sendable(noon).isEmpty());
    QCOMPARE(m_outbox->notSent().first().reason, QStringLiteral("case.revoked"));
    m_clock.at = noon.plusSeconds(6 * 24 * 3600);
    QVERIFY(m_outbox->tidy());
    QVERIFY(m_outbox->find(id));
    m_clock.at = noon.plusSeconds(8 * 24 * 3600);
    QVERIFY(m_outbox->tidy());
    QVERIFY(!m_outbox->find(id));
}

void TestOutbox::shouldSalvageDamagedFile()
{
    for (int i = 1; i < 200; ++i)
        append(i, QString(300, QLatin1Char('a')));
    QVERIFY(m_outbox->setFact(QStringLiteral("deviceId"), uuid(8)));
    QVERIFY(StoreProbe::database(*m_outbox).checkpoint());
    m_outbox.reset();
    QFile file(m_folder->paths.outbox());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.size() > 40000);
    file.seek(file.size() - 12000);
    file.write(QByteArray(4096, '\xff'));
    file.close();
    reopen();
    QVERIFY(m_outbox->wasSalvaged());
    QVERIFY(m_outbox->all().size() > 100);
    QCOMPARE(m_outbox->fact(QStringLiteral("deviceId")), uuid(8));
    QCOMPARE(QDir(m_folder->paths.root)
                 .entryList({ QStringLiteral("outbox.sqlite.damaged-*") }, QDir::Files)
                 .filter(QRegularExpression(QStringLiteral("damaged-\\d+$")))
                 .size(),
        1);
    reopen();
    QVERIFY(m_outbox->wasSalvaged()); // until somebody has taken note
    QVERIFY(m_outbox->acknowledgeSalvage());
    reopen();
    QVERIFY(!m_outbox->wasSalvaged());
}

void TestOutbox::shouldRefuseNewerFile()
{
    append(1, QStringLiteral("a"));
    QVERIFY(StoreProbe::database(*m_outbox).execute("PRAGMA user_version = 99"));
    m_outbox.reset();
    const auto refused = Outbox::open(m_folder->paths, m_clock);
    QVERIFY(!refused);
    QCOMPARE(refused.error().key, QStringLiteral("store.newer"));
    auto database = sqlite::Database::open(m_folder->paths.outbox(), sqlite::OpenMode::ReadWrite);
    QCOMPARE((*database)->number("SELECT count(*) FROM operation").valueOr(0), 1);
    QVERIFY((*database)->execute("PRAGMA user_version = 1"));
    database->reset();
    reopen();
    QCOMPARE(m_outbox->all().size(), 1);
}

QTEST_GUILESS_MAIN(TestOutbox)
#include "tst_outbox.moc"
