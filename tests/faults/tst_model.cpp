// rapidcheck has no use for Qt's keywords.
#include <rapidcheck.h>
#include <rapidcheck/state.h>

#include "casereport.h"
#include "world.h"

#include <QRandomGenerator>

// Three desks and a portal live through random days; at the end of each the invariants hold.
//   KONTOR_SEED=n        the days of that seed again, as it is printed
//   KONTOR_MODEL_RUNS=n  so many days, each longer than the one before
//   KONTOR_SHRINK=1      a day that fails is made shorter as long as it still fails
namespace {

// What is known of the world without looking at it.
struct Known {
    bool backedUp = false;
    QSet<int> revoked;
};

// The faults on the way to the portal that a day has.
const char *const faults[] = { "POST /sync/v1/operations drop", "POST /sync/v1/operations cut 0.5",
    "POST /sync/v1/operations duplicate", "POST /sync/v1/operations lose",
    "POST /sync/v1/operations after 504", "POST /sync/v1/operations flip 0.4",
    "PATCH /sync/v1/uploads cutup 0.4", "GET /sync/v1/changes drop",
    "GET /sync/v1/changes flip 0.3", "GET /sync/v1/changes end 0.8",
    "GET /sync/v1/changes duplicate", "GET /sync/v1/changes status 403",
    "GET /sync/v1/session html", "POST /sync/v1/token drop" };

enum class Event {
    Edit,
    Note,
    Reply,
    Sync,
    LoseReply,
    Duplicate,
    Fault,
    Kill,
    JumpClock,
    ApplicantWrites,
    Revoke,
    GiveBack,
    KillPortal,
    RestartPortal,
    BackUp,
    Restore
};

const char *const names[] = { "edit", "note", "reply", "sync", "lose reply", "duplicate", "fault",
    "kill", "jump clock", "applicant writes", "revoke", "give back", "kill portal",
    "restart portal", "back up", "restore backup" };

// One thing that happens: at a desk, to a case, with a number of which each event makes its own.
struct Happening : rc::state::Command<Known, World> {
    Happening()
        : event(*rc::gen::weightedElement<Event>(
            { { 3, Event::Edit }, { 6, Event::Note }, { 4, Event::Reply }, { 6, Event::Sync },
                { 3, Event::LoseReply }, { 2, Event::Duplicate }, { 5, Event::Fault },
                { 4, Event::Kill }, { 2, Event::JumpClock }, { 2, Event::ApplicantWrites },
                { 2, Event::Revoke }, { 2, Event::GiveBack }, { 2, Event::KillPortal },
                { 1, Event::RestartPortal }, { 1, Event::BackUp }, { 1, Event::Restore } }))
        , desk(*rc::gen::inRange(0, World::desks))
        , number(*rc::gen::inRange(0, World::cases))
        , any(*rc::gen::inRange(0, 1000))
    {
    }

    void checkPreconditions(const Known &known) const override
    {
        if (event == Event::Revoke)
            RC_PRE(!known.revoked.contains(number) && known.revoked.size() < 2);
        if (event == Event::GiveBack)
            RC_PRE(known.revoked.contains(number));
        // A desk keeps nothing of a case that it may not see any more, and so cannot say what a
        // portal has forgotten of it.
        if (event == Event::Restore)
            RC_PRE(known.backedUp);
    }
    void apply(Known &known) const override
    {
        if (event == Event::Revoke) {
            known.revoked.insert(number);
            known.backedUp = false;
        } else if (event == Event::GiveBack) {
            known.revoked.remove(number);
            known.backedUp = false;
        } else if (event == Event::BackUp) {
            known.backedUp = true;
        }
    }
    void run(const Known &, World &world) const override
    {
        switch (event) {
        case Event::Edit:
            return world.write(desk, QStringLiteral("draft"), number);
        case Event::Note:
            return world.write(desk, QStringLiteral("note"), number);
        case Event::Reply:
            return world.write(desk, QStringLiteral("reply"), number);
        case Event::Sync:
            return world.sync(desk);
        case Event::LoseReply:
            return world.syncUnder(desk, QStringLiteral("POST /sync/v1/operations drop"));
        case Event::Duplicate:
            return world.syncUnder(desk, QStringLiteral("POST /sync/v1/operations duplicate"));
        case Event::Fault:
            return world.syncUnder(desk, QString::fromLatin1(faults[any % std::size(faults)]));
        case Event::Kill:
            return world.kill(desk, any, 1 + number % 2);
        case Event::JumpClock:
            return world.jumpClock(desk, (any % 49 - 24) * 3600);
        case Event::ApplicantWrites:
            return world.applicantWrites(number);
        case Event::Revoke:
            return world.revoke(number);
        case Event::GiveBack:
            return world.giveBack(number);
        case Event::KillPortal:
            return world.killPortal();
        case Event::RestartPortal:
            return world.restartPortal();
        case Event::BackUp:
            return world.backUp();
        case Event::Restore:
            return world.restore();
        }
    }
    void show(std::ostream &out) const override
    {
        out << names[int(event)] << " (desk " << desk << ", case " << number << ", " << any << ')';
    }

    Event event;
    int desk;
    int number;
    int any;
};

} // namespace

class TestModel : public QObject {
    Q_OBJECT
private slots:
    void everyDayEndsWithAllInvariants()
    {
        std::unique_ptr<World> world;
        const bool held = rc::check("I1 to I5 hold at the end of each day", [&] {
            if (!world) {
                world = std::make_unique<World>();
                if (!world->begin())
                    qFatal("%s", qPrintable(world->complaint()));
            }
            world->beginDay();
            rc::state::check(Known(), *world, [](const Known &) {
                return rc::gen::exec([] {
                    return std::shared_ptr<const Happening::CommandType>(
                        std::make_shared<const Happening>());
                });
            });
            const QStringList found = world->settle();
            if (!found.isEmpty()) {
                world.reset(); // the next day begins in a sound one
                RC_FAIL(found.join(u'\n').toStdString());
            }
        });
        QVERIFY(held);
    }
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int asDesk = DeskDriver::runAsProcess(application.arguments());
    if (asDesk >= 0)
        return asDesk;
    const quint32 seed = qEnvironmentVariableIsSet("KONTOR_SEED")
        ? quint32(qEnvironmentVariableIntValue("KONTOR_SEED"))
        : QRandomGenerator::system()->bounded(1, 1'000'000);
    const int runs = qMax(3, qEnvironmentVariableIntValue("KONTOR_MODEL_RUNS"));
    qputenv("RC_PARAMS",
        QStringLiteral("seed=%1 max_success=%2 max_size=%3 noshrink=%4")
            .arg(seed)
            .arg(runs)
            .arg(qMin(16 + runs, 80))
            .arg(qEnvironmentVariableIsSet("KONTOR_SHRINK") ? 0 : 1)
            .toLatin1());
    qInfo("seed %u; the same again: KONTOR_SEED=%u KONTOR_MODEL_RUNS=%d ./dev test -R "
          "'faults/tst_model%s'",
        seed, seed, runs, PortalProcess::isPostgres() ? "@postgres" : "$");
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT")) // all days are one function
        qputenv("QTEST_FUNCTION_TIMEOUT", "36000000");
    TestModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_model.moc"
