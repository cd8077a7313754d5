// Search as one types, over a hundred thousand cases; and against notmuch over the same texts.
#include "bulkcache.h"
#include "measure.h"

#include "models/items/inboxmodel.h"
#include "models/store/cachewriter.h"
#include "models/store/casetext.h"
#include "models/store/caseview.h"

#include <QCoreApplication>
#include <QDir>
#include <QEventLoop>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

namespace {

using bench::giveUp;

// Words of the bulk: names, offices' words, umlauts in both spellings, parts of compounds, two
// words, a reference.
QStringList queries()
{
    return { u"Müller"_qs, u"Mueller"_qs, u"Straßenreinigung"_qs, u"strassenreinigung"_qs,
        u"Lageplan"_qs, u"Bescheid"_qs, u"Ersatzpflanzung"_qs, u"Stammumfang"_qs, u"Gebühr"_qs,
        u"Verkehrssicherungspflicht"_qs, u"Baumfällverfahren"_qs, u"genehmigung"_qs, u"schutz"_qs,
        u"denkmal"_qs, u"prüfung"_qs, u"Sperrmüll"_qs, u"Hundesteuer"_qs, u"Lageplan Gebühr"_qs,
        u"Anhörung Frist"_qs, u"Nachweis Vollmacht"_qs, u"Friedhofs"_qs, u"Abfallgebühren"_qs,
        u"Wohngeld"_qs, u"Eigentümer"_qs, u"Rückfrage"_qs, u"Schmidt"_qs, u"Schneider"_qs,
        u"ordnung"_qs, u"steuer"_qs, u"antrag"_qs };
}

struct Desk {
    explicit Desk(const ProfilePaths &paths)
        : clock(sample::Bulk().newest)
        , outbox(*Outbox::open(paths, clock))
        , writer(paths, clock)
        , view(*CaseView::open(paths, *outbox, writer, clock))
        , inbox(*view)
    {
    }
    // With the words that parts are searched in.
    void load()
    {
        QEventLoop loop;
        int waits = 2;
        const auto done = [&] {
            if (--waits == 0)
                loop.quit();
        };
        QObject::connect(&inbox, &InboxModel::loaded, &loop, done);
        QObject::connect(view.get(), &CaseView::wordsRead, &loop, done);
        inbox.load();
        loop.exec();
    }
    double search(const QString &text)
    {
        QEventLoop loop;
        bool shown = false; // at once, if the words are the same
        QObject::connect(&inbox, &InboxModel::filtered, &loop, [&] {
            shown = true;
            loop.quit();
        });
        InboxFilter filter;
        filter.text = text;
        return bench::milliseconds([&] {
            inbox.setFilter(filter);
            if (!shown)
                loop.exec();
        });
    }

    FixedClock clock;
    std::unique_ptr<Outbox> outbox;
    CacheWriter writer;
    std::unique_ptr<CaseView> view;
    InboxModel inbox;
};

// Every letter from the third on: key press until the list shows what is found.
void measureKeystrokes(bench::Figures &figures, Desk &desk, int rounds)
{
    QList<double> times;
    for (int round = 0; round < rounds; ++round) {
        for (const QString &query : queries()) {
            double slowest = 0;
            for (qsizetype letters = 3; letters <= query.size(); ++letters) {
                times.append(desk.search(query.left(letters)));
                slowest = std::max(slowest, times.last());
            }
            if (round == 0)
                std::printf("# %s: %d cases, slowest letter %.1f ms\n", qPrintable(query),
                    desk.inbox.rowCount(), slowest);
        }
    }
    std::printf("# keystroke p50 %.1f ms, max %.1f ms\n", bench::median(times),
        bench::percentile(times, 1));
    figures.add("keystroke_p95_ms", bench::percentile(times, 0.95), "<= 20");
}

// --- notmuch: each case a mail of the same text, searched by its program; ours in a process of
// its own as well, since starting counts ---

int searchOnce(const QString &folder, const QString &text)
{
    const auto cache = bench::openCache({ folder });
    for (const qint64 key : cache->search(text, 50))
        std::printf("%s\n", qPrintable(cache->idOf(key).text));
    return 0;
}

void run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(3'600'000) || process.exitCode() != 0)
        giveUp(qPrintable(program), qPrintable(arguments.join(u' ')));
    process.readAllStandardOutput();
}

void writeMails(const QString &folder, const sample::Bulk &bulk, int cases)
{
    for (const char *part : { "cur", "new", "tmp" })
        QDir().mkpath(folder + u'/' + QString::fromLatin1(part));
    for (int number = 0; number < cases; ++number) {
        const CaseFile caseFile = bulk.caseFile(number);
        QFile mail(QStringLiteral("%1/cur/%2:2,S").arg(folder).arg(number));
        if (!mail.open(QIODevice::WriteOnly))
            giveUp("mail");
        mail.write("From: a@example.org\nTo: b@example.org\nSubject: Vorgang\nMessage-ID: <"
            + caseFile.id.text.toLatin1()
            + "@example.org>\nDate: Sat, 21 Nov 2026 12:00:00 +0100\nMIME-Version: 1.0\n"
              "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
            + searchText(caseFile).toUtf8() + '\n');
    }
}

void measureNotmuch(
    bench::Figures &figures, const ProfilePaths &paths, const sample::Bulk &bulk, int cases)
{
    if (QStandardPaths::findExecutable(QStringLiteral("notmuch")).isEmpty()) {
        std::printf("# notmuch is not installed: vs_notmuch_p50 was not taken\n");
        return;
    }
    QTemporaryDir mails;
    writeMails(mails.path() + QStringLiteral("/mail"), bulk, cases);
    QFile config(mails.filePath(QStringLiteral("config")));
    if (!config.open(QIODevice::WriteOnly))
        giveUp("config");
    config.write("[database]\npath=" + mails.path().toUtf8()
        + "/mail\n[user]\nname=a\nprimary_email=a@example.org\n[new]\ntags=\n");
    config.close();
    qputenv("NOTMUCH_CONFIG", config.fileName().toUtf8());
    run(QStringLiteral("notmuch"), { QStringLiteral("new") });
    bench::Pair pair;
    for (int round = 0; round < 5; ++round) {
        for (const QString &query : queries()) {
            pair.ours.append(bench::milliseconds([&] {
                run(QCoreApplication::applicationFilePath(),
                    { QStringLiteral("--search"), paths.root, query });
            }));
            pair.theirs.append(bench::milliseconds([&] {
                run(QStringLiteral("notmuch"),
                    { QStringLiteral("search"), QStringLiteral("--limit=50"),
                        QStringLiteral("--output=messages"), query });
            }));
        }
    }
    std::printf("# one search: ours %.1f ms, notmuch %.1f ms\n", bench::median(pair.ours),
        bench::median(pair.theirs));
    figures.add("vs_notmuch_p50", bench::median(pair.ours) / bench::median(pair.theirs), "<= 0.4");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--search"))
        return searchOnce(arguments.value(2), arguments.value(3));
    const bool small = bench::isSmall(argc, argv);
    const int cases = small ? 300 : 100'000;
    bench::Figures figures;
    const sample::Bulk bulk;
    const ProfilePaths paths = bench::keptCache(bench::dataFolder(small), bulk, cases);
    {
        Desk desk(paths);
        desk.load();
        measureKeystrokes(figures, desk, small ? 1 : 5);
    }
    measureNotmuch(figures, paths, bulk, cases);
    return 0;
}
