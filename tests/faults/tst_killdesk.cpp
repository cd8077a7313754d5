#include "casereport.h"
#include "deskdriver.h"

#include "models/store/cache.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"

#include <QTemporaryDir>

// Cases 1 to 4: the desk is killed at a step of its work with a real portal, and started again.
class TestKillDesk : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void case01_killBeforeOutboxCommit();
    void case02_killAfterCommitBeforeSend();
    void case03_killDuringRequest();
    void case04_killAfterReplyBeforeLocalCommit();
    void killWithinAPageLeavesCursorAndCasesTogether();
    void cleanup() { reportCase(PortalProcess::store()); }

private:
    void killAt(const QString &point, const QString &text);

    std::unique_ptr<PortalProcess> m_portal;
};

void TestKillDesk::initTestCase()
{
    m_portal = std::make_unique<PortalProcess>(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"));
    QVERIFY2(m_portal->start(12), qPrintable(m_portal->log()));
}

void TestKillDesk::killAt(const QString &point, const QString &text)
{
    const QTemporaryDir folder;
    DeskProcess desk(
        folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    QCOMPARE(desk.run({ QStringLiteral("sync") }), 0);
    const ProfilePaths paths{ Clerk::profileIn(folder.path()) };
    CaseId id;
    {
        const auto cache = *Cache::open(paths);
        const auto keys = cache->firstKeys(InboxOrder::Reference, Qt::AscendingOrder, 1);
        QVERIFY(!keys.isEmpty());
        id = cache->idOf(keys.first());
    }
    const QStringList steps{ QStringLiteral("draft=%1=%2").arg(id.text, text),
        QStringLiteral("note=%1=%2").arg(id.text, text), QStringLiteral("sync") };
    QCOMPARE(desk.run(steps, { { QStringLiteral("KONTOR_FAULT_AT"), point } }), 137);
    {
        SystemClock clock;
        const auto outbox = *Outbox::open(paths, clock);
        const bool committed = !outbox->all().isEmpty();
        // Before the commit the text is in the draft that was saved while it was written.
        QCOMPARE(committed, !point.startsWith(QLatin1String("outbox.append.commit:")));
        if (point.startsWith(
                QLatin1String("request.sent"))) // of the operations, not an earlier one
            QVERIFY(outbox->all().first().maybeArrived);
        if (!committed)
            QCOMPARE(outbox->drafts().list(id).first().content.value(u"text").toString(), text);
    }
    QCOMPARE(desk.run({ QStringLiteral("sync") }), 0); // a restart alone sends what waits
    QCOMPARE(desk.run(steps), 0);
    const auto cache = *Cache::open(paths);
    const std::optional<CaseFile> caseFile = cache->find(id);
    QVERIFY(caseFile);
    const History history = History::read(DeskDriver::logIn(folder.path()));
    const History::Act *act = history.find(text);
    QVERIFY(act);
    QCOMPARE(History::effects(*caseFile, *act), 1);
    SystemClock clock;
    QVERIFY((*Outbox::open(paths, clock))->all().isEmpty());
}

void TestKillDesk::case01_killBeforeOutboxCommit()
{
    killAt(QStringLiteral("outbox.append.commit:1"), QStringLiteral("vor dem Speichern"));
}

void TestKillDesk::case02_killAfterCommitBeforeSend()
{
    killAt(QStringLiteral("outbox.append.committed:1"), QStringLiteral("vor dem Senden"));
}

void TestKillDesk::case03_killDuringRequest()
{
    killAt(QStringLiteral("request.sent:3"), QStringLiteral("unterwegs"));
}

void TestKillDesk::case04_killAfterReplyBeforeLocalCommit()
{
    killAt(QStringLiteral("push.answered:1"), QStringLiteral("nach der Antwort"));
}

// A cursor that were ahead of its cases would skip them for good.
void TestKillDesk::killWithinAPageLeavesCursorAndCasesTogether()
{
    for (const bool committed : { false, true }) {
        const QTemporaryDir folder;
        DeskProcess desk(
            folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
        const QString mark = committed ? QStringLiteral("cache.page.committed")
                                       : QStringLiteral("cache.page.commit");
        QCOMPARE(
            desk.run({ QStringLiteral("sync") }, { { QStringLiteral("KONTOR_FAULT_AT"), mark } }),
            137);
        const auto cache = *Cache::open({ Clerk::profileIn(folder.path()) });
        QCOMPARE(cache->syncState()->cursor.isEmpty(), !committed);
        QCOMPARE(cache->caseCount() > 0, committed);
    }
}

DESK_TEST_MAIN(TestKillDesk)
#include "tst_killdesk.moc"
