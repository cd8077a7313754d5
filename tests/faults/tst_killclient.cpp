#include "canary.h"
#include "deskdriver.h"
#include "killsweep.h"

#include "models/store/cache.h"
#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"
#include "tests/testing/casefixtures.h"
#include "tests/testing/fakeportal.h"

#include <QTemporaryDir>

// The desk dies at each of its marked steps, is started again and finishes its day; nothing that it
// was told is lost, doubled, out of order or different from the portal, and nothing of the cases
// that were taken from it is left.
class TestKillClient : public QObject {
    Q_OBJECT
private slots:
    void sweepOfEveryMarkedStep();
    void salvageGoesOn();
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
        CaseFile omitted = sampleCase(4);
        omitted.title = secretWord;
        portal.add(omitted);
    }

    // What happens at the portal while the desk pauses, once: a case is taken away by a page of the
    // feed, another one is missing in the full read that an expired cursor leads to.
    void happen(const QString &what)
    {
        if (happened.contains(what))
            return;
        happened.insert(what);
        if (what == QLatin1String("revocation"))
            return portal.revoke(sampleCase(3).id);
        portal.revoke(sampleCase(4).id);
        portal.expireCursors();
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
            step("reply", 3, "Antwort sechs"), QStringLiteral("pause==revocation"),
            step("note", 1, "Vermerk sieben"), QStringLiteral("sync"), QStringLiteral("erase"),
            QStringLiteral("pause==full read"), QStringLiteral("sync"), QStringLiteral("erase") };
    }

    QStringList violations() const
    {
        History::End end;
        end.portal = portal.cases();
        const ProfilePaths paths{ Clerk::profileIn(folder.path()) };
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
    QSet<QString> happened;
};

// Started again after each kill.
int runUntilItEnds(DeskProcess &desk, const QStringList &steps, KillSweep &sweep)
{
    int code = 137;
    while (code == 137) {
        code = desk.run(steps, sweep.arm());
        sweep.readLog(desk.killedAt());
    }
    return code;
}

} // namespace

void TestKillClient::sweepOfEveryMarkedStep()
{
    const QTemporaryDir logs;
    KillSweep sweep(logs.filePath(QStringLiteral("passed")));
    QStringList violations;
    while (sweep.beginDay()) {
        Day day;
        DeskProcess desk(
            day.folder.path(), day.portal.url(), day.portal.login, day.portal.password);
        desk.onPause([&day](const QString &what) { day.happen(what); });
        const int code = runUntilItEnds(desk, Day::steps(), sweep);
        QVERIFY2(code == 0, qPrintable(sweep.today() + QStringLiteral(": ") + desk.output()));
        for (const QString &violation : day.violations())
            violations.append(sweep.today() + QStringLiteral(": ") + violation);
    }
    qInfo("client: %d kill points hit in %d kills, %d violations", int(sweep.hit().size()),
        sweep.kills(), int(violations.size()));
    QVERIFY2(violations.isEmpty(), qPrintable(violations.join(u'\n')));
    QVERIFY(sweep.hit().size() >= 25);
}

// Killed while a damaged outbox is saved: what can be read of it is there in the end, and the
// damaged file is kept as it was.
void TestKillClient::salvageGoesOn()
{
    const QTemporaryDir origin;
    const ProfilePaths damaged{ Clerk::profileIn(origin.path()) };
    QVERIFY(QDir().mkpath(damaged.root));
    SystemClock clock;
    {
        const auto outbox = *Outbox::open(damaged, clock);
        for (int n = 1; n <= 40; ++n) {
            Operation operation;
            operation.caseId = sampleCase(n).id;
            operation.args = AddNote{ newId<NoteId>(clock), QStringLiteral("wartet").repeated(99) };
            QVERIFY(outbox->append(operation));
        }
        QVERIFY(outbox->tidy());
    }
    QFile file(damaged.outbox());
    QVERIFY(file.open(QIODevice::ReadWrite));
    for (qint64 page = 8; page * 4096 < file.size(); page += 4)
        QVERIFY(file.seek(page * 4096) && file.write(QByteArray(2048, '\x5a')) == 2048);
    file.close();
    const auto contentOf = [](const QString &path) {
        QFile content(path);
        return content.open(QIODevice::ReadOnly) ? content.readAll() : QByteArray();
    };

    const QTemporaryDir logs;
    KillSweep sweep(logs.filePath(QStringLiteral("passed")));
    qsizetype saved = 0;
    while (sweep.beginDay()) {
        const QTemporaryDir folder;
        const ProfilePaths paths{ Clerk::profileIn(folder.path()) };
        QVERIFY(QDir().mkpath(paths.root) && QFile::copy(damaged.outbox(), paths.outbox()));
        DeskProcess desk(folder.path(), QUrl(QStringLiteral("http://127.0.0.1:9")), {}, {});
        const int code = runUntilItEnds(desk, {}, sweep);
        QVERIFY2(code == 0, qPrintable(sweep.today() + QStringLiteral(": ") + desk.output()));
        const auto outbox = *Outbox::open(paths, clock);
        QVERIFY(outbox->wasSalvaged());
        const qsizetype kept = outbox->all().size();
        QVERIFY2(kept > 0 && (saved == 0 || kept == saved), qPrintable(sweep.today()));
        saved = kept;
        bool asItWas = false;
        const QDir root(paths.root);
        for (const QString &name : root.entryList({ QStringLiteral("outbox.sqlite.damaged-*") }))
            asItWas |= contentOf(root.filePath(name)) == contentOf(damaged.outbox());
        QVERIFY2(asItWas, qPrintable(sweep.today()));
    }
    qInfo("salvage: %d kill points hit, %d of 40 operations read each time",
        int(sweep.hit().size()), int(saved));
    QVERIFY(sweep.hit().contains(QStringLiteral("salvage.carried")));
}

DESK_TEST_MAIN(TestKillClient)
#include "tst_killclient.moc"
