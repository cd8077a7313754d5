// The portal on SQLite: pages of the feed, durable forms, uploads and listening clerks.
#include "bareportal.h"
#include "serverfigures.h"

#include <QCoreApplication>
#include <QTemporaryDir>

namespace {

// How often one thread does it in a second.
template <class Work> double perSecond(int windowMs, Work work)
{
    QElapsedTimer timer;
    timer.start();
    int count = 0;
    while (timer.elapsed() < windowMs)
        work(count++);
    return count * 1000.0 / double(timer.elapsed());
}

void measureChangesPage(
    bench::Figures &figures, const bench::BenchPortal &portal, const bench::ServerSizes &sizes)
{
    const bench::FeedPages pages(portal.port());
    bench::BarePages bare(portal.data() + QStringLiteral("/portal.db"));
    bench::Pair pair;
    for (int round = 0; round < sizes.rounds; ++round) {
        pair.ours.append(pages.perSecond(sizes.windowMs));
        pair.theirs.append(perSecond(sizes.windowMs, [&](int at) {
            if (bare.page(at % pages.count() * pages.limit(), pages.limit()).empty())
                bench::giveUp("bare pages are empty");
        }));
    }
    std::printf("# pages of %d cases and %lld bytes: %.0f/s, bare loop %.0f/s\n", pages.limit(),
        qlonglong(pages.bytes()), bench::median(pair.ours), bench::median(pair.theirs));
    figures.add("changes_page_vs_sqlite_loop", pair.ratio(), ">= 0.8");
}

void measureIntake(
    bench::Figures &figures, const bench::BenchPortal &portal, const bench::ServerSizes &sizes)
{
    // On the same disk.
    const QTemporaryDir folder(portal.data() + QStringLiteral("/bare-XXXXXX"));
    bench::BareIntake bare(folder.filePath(QStringLiteral("bare.db")));
    bench::Pair pair;
    for (int round = 0; round < sizes.rounds; ++round) {
        pair.ours.append(bench::formsPerSecond(portal.port(), sizes.windowMs));
        pair.theirs.append(perSecond(sizes.windowMs, [&](int number) { bare.take(number); }));
    }
    std::printf("# forms taken: %.0f/s, bare loop %.0f commits/s\n", bench::median(pair.ours),
        bench::median(pair.theirs));
    figures.add("durable_intake_vs_one_commit_loop", pair.ratio(), ">= 1.3");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bench::ServerSizes sizes = bench::ServerSizes::of(bench::isSmall(argc, argv));
    bench::Figures figures;
    bench::BenchPortal portal(bench::serveOptions());
    portal.fill(sample::Bulk(), { sizes.cases, 4, 2, 0 });
    portal.serve();
    // First: what other work leaves in the portal's heap is not about uploads.
    figures.add("upload_peak_rss_mb", bench::uploadPeak(portal.target(), sizes), "<= 40");
    measureChangesPage(figures, portal, sizes);
    const bench::HeldClerks held = bench::holdClerks(portal.target(), sizes);
    figures.add("clerks_held", held.told, ">= 2000");
    figures.add("clerks_held_idle_cpu_percent", held.idlePercent);
    measureIntake(figures, portal, sizes);
    return 0;
}
