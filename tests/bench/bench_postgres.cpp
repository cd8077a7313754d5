// The portal on PostgreSQL, one process and two, against the same portal on SQLite: all behind the
// same proxy. Run by tests/testing/with-postgres.
#include "balancer.h"
#include "serverfigures.h"

#include <QCoreApplication>

namespace {

using Load = std::function<double(int side)>; // how often in a second

enum Side { OnSqlite, One, Two };

// The sides take turns; the first one of a round changes.
void compare(
    bench::Figures &figures, const std::string &what, const bench::ServerSizes &sizes, Load load)
{
    bench::Pair pairs[2];
    QList<double> rates[3];
    for (int round = 0; round < sizes.rounds; ++round) {
        double rate[3] = {};
        for (int i = 0; i < 3; ++i) {
            const int side = (round + i) % 3;
            rate[side] = load(side);
            rates[side].append(rate[side]);
        }
        for (const Side side : { One, Two }) {
            pairs[side - One].ours.append(rate[side]);
            pairs[side - One].theirs.append(rate[OnSqlite]);
        }
    }
    std::printf("# %s: SQLite %.0f/s, PostgreSQL with one process %.0f/s, with two %.0f/s\n",
        what.c_str(), bench::median(rates[OnSqlite]), bench::median(rates[One]),
        bench::median(rates[Two]));
    figures.add(what + "_one_vs_sqlite", pairs[0].ratio());
    figures.add(what + "_two_vs_sqlite", pairs[1].ratio());
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const char variable[] = "KONTOR_TEST_DATABASE";
    const QByteArray server = qgetenv(variable);
    if (server.isEmpty())
        bench::giveUp("needs a PostgreSQL server: tests/testing/with-postgres");
    const bench::ServerSizes sizes = bench::ServerSizes::of(bench::isSmall(argc, argv));
    bench::Figures figures;
    qunsetenv(variable); // the first portal keeps its data in a file
    bench::BenchPortal file(bench::serveOptions());
    qputenv(variable, server);
    bench::BenchPortal database(bench::serveOptions());
    for (bench::BenchPortal *portal : { &file, &database }) {
        portal->fill(sample::Bulk(), { sizes.cases, 4, 2, 0 });
        portal->serve();
    }
    const bench::Target second = database.serveBeside();
    const bench::Balancer proxy(
        { { file.port() }, { database.port() }, { database.port(), second.port } });
    bench::Target sides[] = { file.target(), database.target(), database.target() };
    sides[Two].processes += second.processes;
    for (int side = 0; side < 3; ++side)
        sides[side].port = proxy.port(side);

    const bench::FeedPages pages[] = { bench::FeedPages(sides[OnSqlite].port),
        bench::FeedPages(sides[One].port), bench::FeedPages(sides[Two].port) };
    compare(figures, "changes_page", sizes,
        [&](int side) { return pages[side].perSecond(sizes.windowMs); });
    compare(figures, "durable_intake", sizes,
        [&](int side) { return bench::formsPerSecond(sides[side].port, sizes.windowMs); });
    for (const Side side : { One, Two }) {
        const std::string name = side == One ? "_one" : "_two";
        figures.add("upload_peak_rss_mb" + name, bench::uploadPeak(sides[side], sizes));
        const bench::HeldClerks held = bench::holdClerks(sides[side], sizes);
        figures.add("clerks_held" + name, held.told);
        figures.add("clerks_held_idle_cpu_percent" + name, held.idlePercent);
    }
    return 0;
}
