#include "backoffice.h"
#include "casereport.h"
#include "citizenform.h"
#include "deskdriver.h"
#include "killsweep.h"

#include "models/store/cache.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"
#include "server/store/store.h"
#include "tests/testing/portalprocess.h"
#include "tests/testing/smtpsink.h"

#include <QTemporaryDir>

// The portal dies at each of its marked steps while a citizen files with a picture and a clerk
// works, is started again, and both go on: nothing that was told is lost or doubled, desk and
// portal are equal, every file is there and the log of the portal is unbroken.
class TestKillPortal : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sweepOfEveryMarkedStep();
    void migrationGoesOn_data();
    void migrationGoesOn();
    void case06_killBetweenEffectAndResult_data();
    void case06_killBetweenEffectAndResult();
    void cleanup() { reportCase(PortalProcess::store()); }

private:
    // One citizen and one desk, from the beginning to the end.
    struct Day {
        QTemporaryDir folder;
        QString name;
        bool filed = false;
    };
    bool carryOut(Day &day);
    bool serve(); // armed by the sweep, until it stays
    bool isKilled(); // connections break off a little before the process has ended
    bool restart(); // if it was killed
    QStringList violations(const Day &day);
    CaseId someCase(const QString &profile);

    std::unique_ptr<PortalProcess> m_portal;
    SmtpSink m_mail{ { QStringLiteral("--plain") } };
    QTemporaryDir m_reader; // of a desk that works only while nothing goes wrong
    std::unique_ptr<KillSweep> m_sweep;
    QString m_complaint; // why a day did not end
    int m_day = 0;
};

namespace {

const char *const binary = KONTOR_BIN_DIR "/kontor-portal";

int runPortal(const QStringList &arguments, const QHash<QString, QString> &variables = {})
{
    QProcess process;
    process.setProcessEnvironment(environmentWith(variables));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QString::fromLatin1(binary), arguments);
    if (!process.waitForFinished(60'000))
        return -1;
    return process.exitCode();
}

QString nameOfMark(const QString &log)
{
    const qsizetype at = log.indexOf(QLatin1String("fault step"));
    return at < 0 ? QString()
                  : log.mid(at).section(QStringLiteral(": "), 1).section(QLatin1Char('\n'), 0, 0);
}

const QByteArray picture = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(70'000, 'x');

} // namespace

void TestKillPortal::initTestCase()
{
    m_portal = std::make_unique<PortalProcess>(QString::fromLatin1(binary));
    m_portal->serveOptions
        = { QStringLiteral("--smtp"), QStringLiteral("smtp+plain://127.0.0.1:%1").arg(m_mail.port),
              QStringLiteral("--mail-from"), QStringLiteral("rathaus@lindenau.example") };
    QVERIFY2(m_portal->start(6), qPrintable(m_portal->log()));
}

bool TestKillPortal::serve()
{
    for (;;) {
        m_portal->variables = m_sweep->arm();
        if (m_portal->serve())
            return true;
        const QString killedAt = nameOfMark(m_portal->log());
        if (m_portal->isRunning() || killedAt.isEmpty())
            return false;
        m_sweep->readLog(killedAt);
    }
}

bool TestKillPortal::isKilled()
{
    return QTest::qWaitFor([this] { return !m_portal->isRunning(); }, 5'000);
}

bool TestKillPortal::restart()
{
    if (m_portal->isRunning())
        return true;
    const QString killedAt = nameOfMark(m_portal->log());
    m_sweep->readLog(killedAt);
    if (killedAt.startsWith(QLatin1String("portal.mail.")))
        BackOffice(*m_portal).releaseMails(); // as three minutes later, when its claim has ended
    return !killedAt.isEmpty() && serve();
}

CaseId TestKillPortal::someCase(const QString &profile)
{
    const auto cache = Cache::open({ profile });
    if (!cache)
        return {};
    for (const qint64 key : (*cache)->firstKeys(InboxOrder::Reference, Qt::AscendingOrder, 20)) {
        if (!(*cache)->row(key)->internal)
            return (*cache)->idOf(key);
    }
    return {};
}

bool TestKillPortal::carryOut(Day &day)
{
    m_portal->stop();
    if (!serve())
        return false;
    day.name = QStringLiteral("Probename%1").arg(++m_day);
    CitizenForm citizen(m_portal->url(), day.name, picture + day.name.toUtf8());
    for (int attempt = 0; attempt < 8 && !day.filed; ++attempt) {
        day.filed = citizen.goOn();
        if (!day.filed && !(citizen.wasCutOff() && isKilled())) {
            m_complaint = citizen.complaint();
            return false;
        }
        if (!day.filed && !restart())
            return false;
    }
    if (!day.filed)
        return false;
    DeskProcess desk(
        day.folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    QStringList steps{ QStringLiteral("sync") };
    int ended = -1;
    for (int attempt = 0; attempt < 12 && ended != 0; ++attempt) {
        ended = desk.run(steps);
        if (ended != 0 && !isKilled()) {
            m_complaint = desk.output();
            return false;
        }
        if (!restart())
            return false;
        if (ended == 0 && steps.size() == 1) { // the second part, on a case that is there now
            const QString id = someCase(Clerk::profileIn(day.folder.path())).text;
            steps += { QStringLiteral("note=%1=Vermerk zu %2").arg(id, day.name),
                QStringLiteral("reply=%1=Antwort zu %2").arg(id, day.name), QStringLiteral("sync"),
                QStringLiteral("sync"), QStringLiteral("fetch") };
            ended = -1;
        }
    }
    // The notification is sent, or was sent when the portal died and is sent once more.
    const BackOffice office(*m_portal);
    const bool sent = QTest::qWaitFor(
        [&] {
            if (!m_portal->isRunning())
                return restart() && false;
            return office.mailsWaiting() == 0 && !m_mail.mails().isEmpty();
        },
        30'000);
    m_portal->stop();
    m_sweep->readLog({});
    m_portal->variables = {};
    return ended == 0 && sent && m_portal->serve();
}

QStringList TestKillPortal::violations(const Day &day)
{
    const ProfilePaths paths{ Clerk::profileIn(day.folder.path()) };
    // What the portal has is what a desk reads that has seen nothing go wrong.
    DeskProcess reader(
        m_reader.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    if (reader.run({ QStringLiteral("sync") }) != 0)
        return { reader.output() };
    QStringList found;
    History::End end;
    SystemClock clock;
    int filed = 0;
    const auto portal = Cache::open({ Clerk::profileIn(m_reader.path()) });
    const auto desk = Cache::open(paths);
    const auto outbox = Outbox::open(paths, clock);
    if (!portal || !desk || !outbox)
        return { QStringLiteral("a store cannot be opened") };
    end.portal = casesIn(**portal);
    end.desk = casesIn(**desk);
    for (const CaseFile &caseFile : std::as_const(end.portal)) {
        if (caseFile.parties.isEmpty() || caseFile.parties[0].familyName != day.name)
            continue;
        ++filed;
        int pictures = 0;
        for (const Attachment &file : caseFile.attachments)
            pictures += file.name == QLatin1String("foto.png");
        if (pictures != 1)
            found.append(QStringLiteral("%1 pictures").arg(pictures));
    }
    end.outbox = (*outbox)->all() + (*outbox)->delivered({});
    end.drafts = (*outbox)->drafts().all();
    found += History::read(DeskDriver::logIn(day.folder.path())).violations(end)
        + BackOffice(*m_portal).damages();
    if (filed != 1)
        found.append(QStringLiteral("I2: %1 cases of one application").arg(filed));
    return found;
}

void TestKillPortal::sweepOfEveryMarkedStep()
{
    const QTemporaryDir logs;
    m_sweep = std::make_unique<KillSweep>(logs.filePath(QStringLiteral("passed")));
    QStringList violations;
    while (m_sweep->beginDay()) {
        Day day;
        QVERIFY2(carryOut(day), qPrintable(m_sweep->today() + m_complaint + m_portal->log()));
        for (const QString &violation : this->violations(day))
            violations.append(m_sweep->today() + QStringLiteral(": ") + violation);
    }
    m_portal->stop();
    QCOMPARE(runPortal(QStringList{ QStringLiteral("audit"), QStringLiteral("verify") }
                 + m_portal->whichData()),
        0);
    qInfo("portal: %d kill points hit in %d kills, %d violations", int(m_sweep->hit().size()),
        m_sweep->kills(), int(violations.size()));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    QVERIFY(m_sweep->hit().size() >= 15);
}

void TestKillPortal::migrationGoesOn_data()
{
    QTest::addColumn<QString>("mark");
    QTest::newRow("within") << QStringLiteral("migrate.script");
    QTest::newRow("after") << QStringLiteral("migrate.committed");
}

// Of a database that the version before has written.
void TestKillPortal::migrationGoesOn()
{
    QFETCH(const QString, mark);
    m_portal->stop();
    {
        const auto store = *portal::Store::open(m_portal->data(), m_portal->database());
        const Status older = store->write([](portal::Writing &writing) -> Status {
            for (const char *sql : { "DROP INDEX refresh_token_replaces",
                     "ALTER TABLE refresh_token DROP COLUMN replaces",
                     "ALTER TABLE access_token DROP COLUMN refresh",
                     PortalProcess::isPostgres() ? "DELETE FROM kontor_schema WHERE version = 2"
                                                 : "PRAGMA user_version = 1" }) {
                if (const Status done = writing.sql.run(sql); !done)
                    return done;
            }
            return success();
        });
        QVERIFY2(older, older ? "" : qPrintable(older.error().detail));
    }
    const auto runOn = [this](const char *command, const char *verb, const QString &point) {
        return runPortal(
            QStringList{ QLatin1String(command), QLatin1String(verb) } + m_portal->whichData(),
            { { QStringLiteral("KONTOR_FAULT_AT"), point } });
    };
    QCOMPARE(runOn("user", "list", mark), 137);
    QCOMPARE(runOn("user", "list", {}), 0);
    QCOMPARE(runOn("audit", "verify", {}), 0);
}

void TestKillPortal::case06_killBetweenEffectAndResult_data()
{
    QTest::addColumn<QString>("mark"); // the first passing while the case changes
    QTest::addColumn<bool>("committed");
    QTest::newRow("case saved") << QStringLiteral("portal.afterCase") << false;
    QTest::newRow("result saved") << QStringLiteral("portal.afterResult") << false;
    QTest::newRow("before commit") << QStringLiteral("portal.beforeCommit") << false;
    QTest::newRow("after commit") << QStringLiteral("portal.afterCommit") << true;
    QTest::newRow("before the answer") << QStringLiteral("portal.operations.done") << true;
}

void TestKillPortal::case06_killBetweenEffectAndResult()
{
    QFETCH(const QString, mark);
    QFETCH(const bool, committed);
    m_portal->stop();
    m_portal->variables = {};
    QVERIFY(m_portal->serve());
    const QTemporaryDir folder;
    DeskProcess desk(
        folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    QCOMPARE(desk.run({ QStringLiteral("sync") }), 0);
    const CaseId id = someCase(Clerk::profileIn(folder.path()));
    QVERIFY(!id.isNull());
    const QString text = QStringLiteral("Vermerk bei ") + mark;
    const QStringList steps{ QStringLiteral("note=%1=%2").arg(id.text, text),
        QStringLiteral("sync") };
    m_portal->stop();
    m_portal->variables = { { QStringLiteral("KONTOR_FAULT_AT"), mark },
        { QStringLiteral("KONTOR_FAULT_AFTER"), QStringLiteral("portal.feed.number") } };
    QVERIFY(m_portal->serve());
    const int first = desk.run(steps);
    QVERIFY(!m_portal->isRunning());
    QVERIFY(first != 0);
    QCOMPARE(nameOfMark(m_portal->log()), mark);
    SystemClock clock;
    const ProfilePaths paths{ Clerk::profileIn(folder.path()) };
    { // both or none
        const Operation note = (*Outbox::open(paths, clock))->all().first().operation;
        const BackOffice office(*m_portal);
        QCOMPARE(office.effects(note), committed ? 1 : 0);
        QCOMPARE(office.resultOf(note.id).has_value(), committed);
    }
    m_portal->variables = {};
    QVERIFY(m_portal->serve());
    QCOMPARE(desk.run(steps), 0);
    const auto cache = *Cache::open(paths);
    const History history = History::read(DeskDriver::logIn(folder.path()));
    QVERIFY(history.find(text));
    QCOMPARE(History::effects(*cache->find(id), *history.find(text)), 1);
    QVERIFY((*Outbox::open(paths, clock))->all().isEmpty());
}

DESK_TEST_MAIN(TestKillPortal)
#include "tst_killportal.moc"
