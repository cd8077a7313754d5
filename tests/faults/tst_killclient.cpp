#include "canary.h"
#include "casereport.h"
#include "deskdriver.h"
#include "killsweep.h"

#include "models/store/cache.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"
#include "tests/testing/casefixtures.h"
#include "tests/testing/fakeportal.h"
#include "tests/testing/portalprocess.h"

#include <QTemporaryDir>

// The desk dies at each of its marked steps, is started again and finishes its day; nothing that it
// was told is lost, doubled, out of order or different from the portal, and nothing of the case
// that was taken from it is left. KONTOR_SWEEP=n kills at the first n passings of each mark.
class TestKillClient : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sweepOfEveryMarkedStep();
    void case01_killBeforeOutboxCommit();
    void case02_killAfterCommitBeforeSend();
    void case03_killDuringRequest();
    void case04_killAfterReplyBeforeLocalCommit();
    void cleanup() { reportCase(m_store); }

private:
    // One kill in a day at the real portal; what the history says at the end.
    void killAt(const QString &point, const QString &text);

    std::unique_ptr<PortalProcess> m_portal;
    const char *m_store = "client";
};

namespace {

const QString secretWord = QStringLiteral("Kanarienvögelchen");

// The fake portal with what one day needs, and how it looks at the end.
struct Day {
    Day()
        : portal(clock)
    {
        const QByteArray small(9'000, 's');
        const QByteArray large(120'000, 'l');
        CaseFile withFiles = sampleCase(2);
        withFiles.attachments = { sampleAttachment(1, small), sampleAttachment(2, large) };
        portal.add(sampleCase(1));
        portal.add(withFiles,
            { { withFiles.attachments[0].id.text, small },
                { withFiles.attachments[1].id.text, large } });
        const QByteArray secret = secretWord.toUtf8() + QByteArray(20'000, 'k');
        const QByteArray secretLarge = secretWord.toUtf8() + QByteArray(90'000, 'k');
        CaseFile taken = sampleCase(3);
        taken.title = secretWord;
        taken.attachments = { sampleAttachment(3, secret), sampleAttachment(4, secretLarge) };
        portal.add(taken,
            { { taken.attachments[0].id.text, secret },
                { taken.attachments[1].id.text, secretLarge } });
        hashes = { taken.attachments[0].sha256, taken.attachments[1].sha256 };
    }

    static QStringList steps()
    {
        const auto step = [](const char *verb, int n, const char *text) {
            return QStringLiteral("%1=%2=%3")
                .arg(QLatin1String(verb), sampleCase(n).id.text, QLatin1String(text));
        };
        return { QStringLiteral("sync"), QStringLiteral("fetch"), step("draft", 2, "Antwort eins"),
            step("note", 1, "Vermerk zwei"), step("note", 1, "Vermerk drei"),
            step("reply", 2, "Antwort eins"), step("note", 3, "Vermerk vier"),
            QStringLiteral("sync"), step("draft", 3, "Entwurf fünf"),
            step("reply", 3, "Antwort sechs"), QStringLiteral("pause"),
            step("note", 1, "Vermerk sieben"), QStringLiteral("sync"), QStringLiteral("erase") };
    }

    QStringList violations() const
    {
        History::End end;
        end.portal = portal.cases();
        const ProfilePaths paths{ DeskDriver::profileIn(folder.path()) };
        auto outbox = Outbox::open(paths, clock);
        auto cache = Cache::open(paths);
        if (!outbox || !cache)
            return { QStringLiteral("the profile cannot be opened any more") };
        end.outbox = (*outbox)->all() + (*outbox)->delivered({});
        end.drafts = (*outbox)->drafts().all();
        end.desk = casesIn(**cache);
        const History history = History::read(DeskDriver::logIn(folder.path()));
        QStringList found;
        for (const History::Act &act : history.acts()) {
            if (portal.effects(act.operation) > 0)
                end.carriedOut.insert(act.operation);
            if (portal.effects(act.operation) > 1)
                found.append(QStringLiteral("I2: carried out twice: ") + act.text);
        }
        found += history.violations(end);
        outbox->reset();
        cache->reset();
        // The clerk's own words of the revoked case may stay; the case may not.
        for (const QString &hit : Canary(QStringList{ secretWord } + hashes).hits(paths.root))
            found.append(QStringLiteral("I4: ") + hit);
        return found;
    }

    SystemClock clock;
    FakePortal portal;
    QTemporaryDir folder;
    QStringList hashes;
};

} // namespace

void TestKillClient::initTestCase()
{
    m_portal = std::make_unique<PortalProcess>(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"));
    QVERIFY2(m_portal->start(12), qPrintable(m_portal->log()));
}

void TestKillClient::sweepOfEveryMarkedStep()
{
    const QTemporaryDir logs;
    KillSweep sweep(logs.filePath(QStringLiteral("passed")),
        qMax(1, qEnvironmentVariableIntValue("KONTOR_SWEEP")));
    int violations = 0;
    QHash<QString, QString> variables = sweep.logOnly(); // the first day ends well
    do {
        Day day;
        DeskProcess desk(
            day.folder.path(), day.portal.url(), day.portal.login, day.portal.password);
        desk.onPause([&day] { day.portal.revoke(sampleCase(3).id); });
        int code = desk.run(Day::steps(), variables);
        sweep.note(desk.killedAt());
        if (code == 137)
            code = desk.run(Day::steps(), sweep.logOnly());
        QVERIFY2(code == 0, qPrintable(sweep.current() + QStringLiteral(": ") + desk.output()));
        sweep.readLog();
        for (const QString &violation : day.violations()) {
            qWarning().noquote() << sweep.current() << violation;
            ++violations;
        }
        variables = sweep.next();
    } while (!variables.isEmpty());
    qInfo("client: %d kill points hit in %d kills, %d violations", int(sweep.hit().size()),
        sweep.kills(), violations);
    QCOMPARE(violations, 0);
    QVERIFY(sweep.hit().size() >= 25);
}

void TestKillClient::killAt(const QString &point, const QString &text)
{
    m_store = "sqlite";
    const QTemporaryDir folder;
    DeskProcess desk(
        folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    QCOMPARE(desk.run({ QStringLiteral("sync") }), 0);
    const ProfilePaths paths{ DeskDriver::profileIn(folder.path()) };
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

void TestKillClient::case01_killBeforeOutboxCommit()
{
    killAt(QStringLiteral("outbox.append.commit:1"), QStringLiteral("vor dem Speichern"));
}

void TestKillClient::case02_killAfterCommitBeforeSend()
{
    killAt(QStringLiteral("outbox.append.committed:1"), QStringLiteral("vor dem Senden"));
}

void TestKillClient::case03_killDuringRequest()
{
    killAt(QStringLiteral("request.sent:3"), QStringLiteral("unterwegs"));
}

void TestKillClient::case04_killAfterReplyBeforeLocalCommit()
{
    killAt(QStringLiteral("push.answered:1"), QStringLiteral("nach der Antwort"));
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int asDesk = DeskDriver::runAsProcess(application.arguments());
    if (asDesk >= 0)
        return asDesk;
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT")) // one function kills many times
        qputenv("QTEST_FUNCTION_TIMEOUT", "1500000");
    TestKillClient test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killclient.moc"
