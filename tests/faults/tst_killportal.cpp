#include "casereport.h"
#include "citizenform.h"
#include "deskdriver.h"
#include "killsweep.h"
#include "mailsink.h"

#include "models/domain/wire.h"
#include "models/sqlite/database.h"
#include "models/store/cache.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"
#include "tests/testing/portalprocess.h"

#include <QJsonDocument>
#include <QTemporaryDir>

// The portal dies at each of its marked steps while a citizen files with a picture and a clerk
// works, is started again, and both go on: nothing that was told is lost or doubled, desk and
// portal are equal, every file is there and the log of the portal is unbroken. KONTOR_SWEEP=n kills
// at the first n passings of each mark.
class TestKillPortal : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void sweepOfEveryMarkedStep();
    void migrationGoesOn_data();
    void migrationGoesOn();
    void case06_killBetweenEffectAndResult_data();
    void case06_killBetweenEffectAndResult();
    void cleanup() { reportCase("sqlite"); }

private:
    // One citizen and one desk, from the beginning to the end.
    struct Day {
        QTemporaryDir folder;
        QString name;
        bool filed = false;
    };
    bool carryOut(Day &day, const QHash<QString, QString> &variables);
    bool restart();
    QStringList violations(const Day &day);
    QStringList brokenFiles();
    CaseId someCase(const QString &profile);

    std::unique_ptr<PortalProcess> m_portal;
    MailSink m_mail;
    QTemporaryDir m_reader; // of a desk that works only while nothing goes wrong
    QString m_killedAt;
    QString m_log;
    int m_day = 0;
};

namespace {

const char *const binary = KONTOR_BIN_DIR "/kontor-portal";

int runPortal(const QStringList &arguments, const QHash<QString, QString> &variables = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    process.setProcessEnvironment(environment);
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
    m_portal->serveOptions = { QStringLiteral("--smtp"), m_mail.url(),
        QStringLiteral("--mail-from"), QStringLiteral("rathaus@lindenau.example") };
    QVERIFY2(m_portal->start(6), qPrintable(m_portal->log()));
}

bool TestKillPortal::restart()
{
    if (m_portal->isRunning())
        return true;
    m_killedAt = nameOfMark(m_portal->log());
    m_portal->variables = { { QStringLiteral("KONTOR_FAULT_LOG"), m_log } };
    return m_portal->serve();
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

bool TestKillPortal::carryOut(Day &day, const QHash<QString, QString> &variables)
{
    m_killedAt.clear();
    m_portal->stop();
    m_portal->variables = variables;
    if (!m_portal->serve() && !restart())
        return false;
    day.name = QStringLiteral("Probename%1").arg(++m_day);
    CitizenForm citizen(m_portal->url(), day.name, picture + day.name.toUtf8());
    for (int attempt = 0; attempt < 3 && !day.filed; ++attempt) {
        day.filed = citizen.goOn();
        if (!day.filed && !citizen.wasCutOff() && m_portal->isRunning()) {
            qWarning().noquote() << citizen.complaint();
            return false;
        }
        if (!day.filed && !restart())
            return false;
    }
    DeskProcess desk(
        day.folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    QStringList steps{ QStringLiteral("sync") };
    int ended = -1;
    for (int attempt = 0; attempt < 6 && ended != 0; ++attempt) {
        ended = desk.run(steps);
        if (ended != 0 && m_portal->isRunning()) {
            qWarning().noquote() << desk.output();
            return false;
        }
        if (!restart())
            return false;
        if (ended == 0 && steps.size() == 1) { // the second part, on a case that is there now
            const QString id = someCase(DeskDriver::profileIn(day.folder.path())).text;
            steps += { QStringLiteral("note=%1=Vermerk zu %2").arg(id, day.name),
                QStringLiteral("reply=%1=Antwort zu %2").arg(id, day.name), QStringLiteral("sync"),
                QStringLiteral("sync"), QStringLiteral("fetch") };
            ended = -1;
        }
    }
    // The notification is sent, or was sent when the portal died and is sent once more.
    const auto waiting = [&] {
        const auto sql = sqlite::Database::open(
            m_portal->folder() + QStringLiteral("/portal/portal.db"), sqlite::OpenMode::ReadOnly);
        return sql ? (*sql)->number("SELECT count(*) FROM mail WHERE state = 0").valueOr(-1) : -1;
    };
    const bool sent = QTest::qWaitFor(
        [&] {
            if (!m_portal->isRunning())
                return restart() && false;
            return waiting() == 0 && m_mail.mails() > 0;
        },
        30'000);
    return ended == 0 && sent;
}

QStringList TestKillPortal::brokenFiles()
{
    QStringList found;
    const QString folder = m_portal->folder() + QStringLiteral("/portal");
    const auto sql
        = sqlite::Database::open(folder + QStringLiteral("/portal.db"), sqlite::OpenMode::ReadOnly);
    if (!sql)
        return { QStringLiteral("the database cannot be opened") };
    auto files = (*sql)->query("SELECT id, size FROM file");
    while (files.next()) {
        const QString id = files.text(0);
        const QFileInfo file(folder + QStringLiteral("/files/") + id.right(2) + u'/' + id);
        if (file.size() != files.integer(1))
            found.append(QStringLiteral("file without its bytes: ") + id);
    }
    if (!(*sql)->quickCheck())
        found.append(QStringLiteral("the database is damaged"));
    return found;
}

QStringList TestKillPortal::violations(const Day &day)
{
    const ProfilePaths paths{ DeskDriver::profileIn(day.folder.path()) };
    // What the portal has is what a desk reads that has seen nothing go wrong.
    DeskProcess reader(
        m_reader.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    if (reader.run({ QStringLiteral("sync") }) != 0)
        return { reader.output() };
    QStringList found;
    History::End end;
    SystemClock clock;
    int filed = 0;
    const auto portal = Cache::open({ DeskDriver::profileIn(m_reader.path()) });
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
    found += History::read(DeskDriver::logIn(day.folder.path())).violations(end) + brokenFiles();
    if (filed != 1)
        found.append(QStringLiteral("I2: %1 cases of one application").arg(filed));
    return found;
}

void TestKillPortal::sweepOfEveryMarkedStep()
{
    const QTemporaryDir logs;
    m_log = logs.filePath(QStringLiteral("passed"));
    KillSweep sweep(m_log, qMax(1, qEnvironmentVariableIntValue("KONTOR_SWEEP")));
    int violations = 0;
    QHash<QString, QString> variables = sweep.logOnly();
    do {
        Day day;
        QVERIFY2(carryOut(day, variables), qPrintable(sweep.current() + m_portal->log()));
        sweep.note(m_killedAt);
        sweep.readLog();
        for (const QString &violation : this->violations(day)) {
            qWarning().noquote() << sweep.current() << violation;
            ++violations;
        }
        variables = sweep.next();
    } while (!variables.isEmpty());
    m_portal->stop();
    QCOMPARE(runPortal({ QStringLiteral("audit"), QStringLiteral("verify"),
                 QStringLiteral("--data"), m_portal->folder() + QStringLiteral("/portal") }),
        0);
    qInfo("portal: %d kill points hit in %d kills, %d violations", int(sweep.hit().size()),
        sweep.kills(), violations);
    QCOMPARE(violations, 0);
    QVERIFY(sweep.hit().size() >= 15);
}

void TestKillPortal::migrationGoesOn_data()
{
    QTest::addColumn<QString>("mark");
    QTest::newRow("within") << QStringLiteral("migrate.script");
    QTest::newRow("after") << QStringLiteral("migrate.committed");
}

void TestKillPortal::migrationGoesOn()
{
    QFETCH(const QString, mark);
    const QTemporaryDir folder;
    const QStringList data{ QStringLiteral("--data"), folder.filePath(QStringLiteral("portal")) };
    QCOMPARE(runPortal(QStringList{ QStringLiteral("init") } + data,
                 { { QStringLiteral("KONTOR_FAULT_AT"), mark } }),
        137);
    QCOMPARE(runPortal(QStringList{ QStringLiteral("audit"), QStringLiteral("verify") } + data),
        0); // opens and migrates
    QCOMPARE(runPortal(QStringList{ QStringLiteral("user"), QStringLiteral("list") } + data), 0);
}

void TestKillPortal::case06_killBetweenEffectAndResult_data()
{
    QTest::addColumn<QString>("mark");
    QTest::newRow("case saved") << QStringLiteral("portal.afterCase");
    QTest::newRow("result saved") << QStringLiteral("portal.afterResult");
    QTest::newRow("before commit") << QStringLiteral("portal.beforeCommit");
    QTest::newRow("after commit") << QStringLiteral("portal.operations.done");
}

void TestKillPortal::case06_killBetweenEffectAndResult()
{
    QFETCH(const QString, mark);
    m_portal->stop();
    m_portal->variables = {};
    QVERIFY(m_portal->serve());
    const QTemporaryDir folder;
    DeskProcess desk(
        folder.path(), m_portal->url(), PortalProcess::login(), PortalProcess::password());
    QCOMPARE(desk.run({ QStringLiteral("sync") }), 0);
    const CaseId id = someCase(DeskDriver::profileIn(folder.path()));
    QVERIFY(!id.isNull());
    const QString text = QStringLiteral("Vermerk bei ") + mark;
    const QStringList steps{ QStringLiteral("note=%1=%2").arg(id.text, text),
        QStringLiteral("sync") };
    m_portal->stop();
    // The commits of the sign-in come first.
    const bool commit = mark == QLatin1String("portal.beforeCommit");
    m_portal->variables = { { QStringLiteral("KONTOR_FAULT_AT"),
        mark + (commit ? QStringLiteral(":2") : QString()) } };
    QVERIFY(m_portal->serve());
    const int first = desk.run(steps);
    QVERIFY(!m_portal->isRunning());
    QVERIFY(first != 0);
    QCOMPARE(nameOfMark(m_portal->log()), mark);
    m_portal->variables = {};
    QVERIFY(m_portal->serve());
    QCOMPARE(desk.run(steps), 0);
    const auto cache = *Cache::open({ DeskDriver::profileIn(folder.path()) });
    const History history = History::read(DeskDriver::logIn(folder.path()));
    QVERIFY(history.find(text));
    QCOMPARE(History::effects(*cache->find(id), *history.find(text)), 1);
    SystemClock clock;
    QVERIFY((*Outbox::open({ DeskDriver::profileIn(folder.path()) }, clock))->all().isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int asDesk = DeskDriver::runAsProcess(application.arguments());
    if (asDesk >= 0)
        return asDesk;
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT")) // one function kills many times
        qputenv("QTEST_FUNCTION_TIMEOUT", "1500000");
    TestKillPortal test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killportal.moc"
