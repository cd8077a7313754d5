#include "world.h"

#include "canary.h"

#include "models/store/cache.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"

#include <QSet>

World::World()
    : m_portal(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"))
{
    for (int i = 0; i < desks; ++i)
        m_seats[i].login = i == 1 ? QStringLiteral("joerg.weiss") : PortalProcess::login();
}

World::~World() = default;

bool World::begin()
{
    if (!m_portal.start(48)) {
        m_complaint = m_portal.log();
        return false;
    }
    m_proxy = std::make_unique<FaultProxy>(m_portal.url());
    m_office = std::make_unique<BackOffice>(m_portal);
    for (int i = 0; i < desks; ++i) {
        if (!carryOut(i, { QStringLiteral("sync") }))
            return false;
    }
    const auto cache = Cache::open({ Clerk::profileIn(m_seats[1].folder.path()) });
    for (const CaseFile &caseFile : casesIn(**cache)) {
        if (isOpen(caseFile.state) && !caseFile.internal && m_cases.size() < cases
            && caseFile.department.text == QLatin1String("ordnung"))
            m_cases.append(caseFile.id);
    }
    // Which steps there are to die at is what a day passes.
    const QString log = m_seats[0].folder.filePath(QStringLiteral("marks"));
    DeskProcess desk(
        m_seats[0].folder.path(), m_proxy->url(), m_seats[0].login, PortalProcess::password());
    const QString day = QStringLiteral("%1=%2=Der erste Tag");
    desk.run({ QStringLiteral("sync"), day.arg(QStringLiteral("draft"), m_cases.value(0).text),
                 day.arg(QStringLiteral("reply"), m_cases.value(0).text), QStringLiteral("sync") },
        { { QStringLiteral("KONTOR_FAULT_LOG"), log } });
    QFile file(log);
    if (file.open(QIODevice::ReadOnly))
        m_marks = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    m_marks.removeDuplicates();
    m_complaint = QStringLiteral("%1 cases, %2 marks").arg(m_cases.size()).arg(m_marks.size());
    return m_cases.size() == cases && !m_marks.isEmpty();
}

QStringList World::stepsOf(int desk, const QStringList &steps) const
{
    return QStringList{ QStringLiteral("clock==%1").arg(m_seats[desk].aheadSeconds) } + steps;
}

bool World::carryOut(int desk, const QStringList &steps)
{
    const Seat &seat = m_seats[desk];
    const QUrl portal = m_proxy->url();
    DeskDriver driver(seat.folder.path(), portal, seat.login, PortalProcess::password());
    const bool done = driver.carryOut(stepsOf(desk, steps));
    m_complaint = driver.complaint();
    return done;
}

QString World::newText(const QString &kind, int desk)
{
    return QStringLiteral("%1 Nr. %2 von Tisch %3").arg(kind).arg(++m_texts).arg(desk);
}

void World::beginDay()
{
    for (const int number : QSet<int>(m_taken))
        giveBack(number);
    m_canaries.clear();
    for (int desk = 0; desk < desks; ++desk)
        carryOut(
            desk, { QStringLiteral("sync"), QStringLiteral("decide"), QStringLiteral("sync") });
}

void World::write(int desk, const QString &kind, int number)
{
    carryOut(
        desk, { QStringLiteral("%1=%2=%3").arg(kind, m_cases[number].text, newText(kind, desk)) });
}

void World::sync(int desk)
{
    carryOut(desk, { QStringLiteral("sync") });
}

void World::syncUnder(int desk, const QString &fault)
{
    m_proxy->fault(fault.section(u' ', 0, 0), fault.section(u' ', 1, 1), fault.section(u' ', 2), 1);
    sync(desk);
    m_proxy->clear();
}

void World::jumpClock(int desk, int seconds)
{
    m_seats[desk].aheadSeconds += seconds;
}

void World::kill(int desk, int mark, int passing)
{
    const Seat &seat = m_seats[desk];
    const QString at = m_marks[mark % m_marks.size()];
    const QString note
        = QStringLiteral("note=%1=%2")
              .arg(m_cases[mark % cases].text, newText(QStringLiteral("note"), desk));
    DeskProcess process(seat.folder.path(), m_proxy->url(), seat.login, PortalProcess::password());
    process.run(stepsOf(desk, { note, QStringLiteral("sync") }),
        { { QStringLiteral("KONTOR_FAULT_AT"), QStringLiteral("%1:%2").arg(at).arg(passing) } });
    carryOut(desk, { note }); // who looks at the screen again knows what was saved
}

void World::applicantWrites(int number)
{
    m_office->applicantWrites(m_cases[number], newText(QStringLiteral("Nachfrage"), 9));
}

void World::revoke(int number)
{
    const QString word = QStringLiteral("Kanarienvogel%1").arg(++m_texts);
    m_office->applicantWrites(m_cases[number], word);
    for (int desk = 0; desk < desks; ++desk)
        sync(desk);
    m_canaries.insert(word, m_cases[number]);
    m_office->transfer({ m_cases[number] }, QStringLiteral("steuern"));
    m_taken.insert(number);
}

void World::giveBack(int number)
{
    m_office->transfer({ m_cases[number] }, QStringLiteral("ordnung"));
    m_taken.remove(number);
}

void World::serve()
{
    if (!m_portal.serve())
        qFatal("the portal does not start: %s", qPrintable(m_portal.log()));
}

void World::killPortal()
{
    m_portal.kill();
    serve();
}

void World::restartPortal()
{
    m_portal.stop();
    serve();
}

void World::run(const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(
        QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"), arguments + m_portal.whichData());
    if (!process.waitForFinished(60'000) || process.exitCode() != 0)
        qFatal("%s", process.readAll().constData());
}

void World::backUp()
{
    m_backup = m_portal.folder() + QStringLiteral("/backup%1").arg(++m_texts);
    run({ QStringLiteral("backup"), QStringLiteral("--to"), m_backup });
}

void World::restore()
{
    m_office.reset();
    m_portal.stop();
    if (m_portal.useNewDatabase() != PortalProcess::isPostgres())
        qFatal("%s", qPrintable(m_portal.log()));
    run({ QStringLiteral("restore"), QStringLiteral("--from"), m_backup,
        QStringLiteral("--force") });
    serve();
    m_office = std::make_unique<BackOffice>(m_portal);
}

QStringList World::settle()
{
    m_proxy->tell(QStringLiteral("fresh"));
    const QString sync = QStringLiteral("sync");
    QStringList found;
    // What one desk sends may be news for another, and a decision of a clerk is sent in the next
    // round.
    for (int round = 0; round < 3; ++round) {
        for (int desk = 0; desk < desks; ++desk) {
            if (!carryOut(desk, { sync, QStringLiteral("decide"), sync, QStringLiteral("erase") }))
                found.append(QStringLiteral("desk %1: %2").arg(desk).arg(m_complaint));
        }
    }
    QMap<QString, QMap<QString, CaseFile>> truth;
    for (int desk = 0; desk < desks && found.isEmpty(); ++desk) {
        const QString login = m_seats[desk].login;
        if (!truth.contains(login))
            truth.insert(login, truthFor(login));
        found += violations(desk, truth.value(login)) + traces(desk);
    }
    return found;
}

// What a desk reads for which nothing ever went wrong.
QMap<QString, CaseFile> World::truthFor(const QString &login)
{
    const QTemporaryDir folder;
    DeskDriver driver(folder.path(), m_portal.url(), login, PortalProcess::password());
    if (!driver.carryOut(QStringList{ QStringLiteral("sync") }))
        return {};
    const auto cache = Cache::open({ Clerk::profileIn(folder.path()) });
    return cache ? casesIn(**cache) : QMap<QString, CaseFile>();
}

QStringList World::violations(int desk, const QMap<QString, CaseFile> &truth)
{
    const QString folder = m_seats[desk].folder.path();
    const ProfilePaths paths{ Clerk::profileIn(folder) };
    const SystemClock clock;
    const auto cache = Cache::open(paths);
    const auto outbox = Outbox::open(paths, clock);
    if (!cache || !outbox)
        return { QStringLiteral("the profile cannot be opened any more") };
    const History history = History::read(DeskDriver::logIn(folder));
    History::End end;
    end.portal = truth;
    end.desk = casesIn(**cache);
    end.outbox = (*outbox)->all() + (*outbox)->delivered({});
    end.drafts = (*outbox)->drafts().all();
    for (const History::Act &act : history.acts()) { // of cases that others have now
        if (History::effects(m_office->caseOf(act.caseId), act) > 0)
            end.carriedOut.insert(act.operation);
    }
    QStringList found;
    for (const QString &violation : history.violations(end))
        found.append(QStringLiteral("desk %1: %2").arg(desk).arg(violation));
    return found;
}

QStringList World::traces(int desk)
{
    QStringList gone;
    for (auto it = m_canaries.begin(); it != m_canaries.end(); ++it) {
        if (m_taken.contains(int(m_cases.indexOf(it.value()))))
            gone.append(it.key());
    }
    QStringList found;
    for (const QString &hit : Canary(gone).hits(Clerk::profileIn(m_seats[desk].folder.path())))
        found.append(QStringLiteral("desk %1: I4: %2").arg(desk).arg(hit));
    return found;
}
