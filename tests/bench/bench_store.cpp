// The client's cache against a loop over the C interface of SQLite, and against itself with ten
// times as many cases.
#include "barecache.h"
#include "bulkcache.h"
#include "measure.h"

#include "models/domain/wire.h"
#include "models/sqlite/database.h"
#include "models/store/storefile.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace {

using bench::giveUp;

// The cache whose full-text table takes nothing: the rest of the code is the product's own.
double loadPlain(const sample::Bulk &bulk, int cases)
{
    QTemporaryDir folder;
    const ProfilePaths paths{ folder.path() };
    bench::openCache(paths);
    {
        const auto file = openCacheFile(paths.cache());
        const Status emptied = (*file)->execute(
            "DROP TABLE search; CREATE VIEW search (search, rowid, text, rank) AS SELECT '', 0, '',"
            " ''; CREATE TRIGGER swallow INSTEAD OF INSERT ON search BEGIN SELECT 1; END;");
        if (!emptied)
            giveUp("plain cache", qPrintable(emptied.error().detail));
    }
    const auto cache = bench::openCache(paths);
    return bench::load(*cache, bulk, cases) + bench::settle(*cache);
}

double loadWithSearch(const sample::Bulk &bulk, int cases)
{
    QTemporaryDir folder;
    const auto cache = bench::openCache({ folder.path() });
    return bench::load(*cache, bulk, cases);
}

double loadBare(const sample::Bulk &bulk, int cases)
{
    QTemporaryDir folder;
    bench::BareCache cache(folder.filePath(QStringLiteral("bare.sqlite")).toStdString());
    const QDate today = localDate(bulk.newest);
    double total = 0;
    for (int first = 0; first < cases; first += 2000) {
        std::vector<bench::BareCache::Row> rows;
        for (int number = first; number < std::min(cases, first + 2000); ++number) {
            const CaseFile caseFile = bulk.caseFile(number);
            const QByteArray json = QJsonDocument(toJson(caseFile)).toJson(QJsonDocument::Compact);
            rows.push_back(bench::BareCache::rowOf(caseFile, json, today));
        }
        total += bench::milliseconds([&] {
            cache.begin();
            for (const auto &row : rows)
                cache.insert(row);
            cache.commit();
        });
    }
    return total + bench::milliseconds([&] { cache.finish(); });
}

void measureLoads(bench::Figures &figures, const sample::Bulk &bulk, int cases, int rounds)
{
    bench::Pair plain;
    bench::Pair search;
    for (int round = 0; round < rounds; ++round) {
        const double bare = loadBare(bulk, cases);
        const double without = loadPlain(bulk, cases);
        const double with = loadWithSearch(bulk, cases);
        plain.ours.append(bare);
        plain.theirs.append(without);
        search.ours.append(without);
        search.theirs.append(with);
    }
    std::printf(
        "# %d cases: bare loop %.0f ms, cache without search %.0f ms, with search %.0f ms\n", cases,
        bench::median(plain.ours), bench::median(plain.theirs), bench::median(search.theirs));
    figures.add("bulk_load_vs_ceiling", plain.ratio(), ">= 0.65");
    figures.add("bulk_load_fts_vs_plain", search.ratio(), ">= 0.35");
}

// One case of the cache changed and applied; milliseconds.
double delta(Cache &cache, const sample::Bulk &bulk, int cases, int salt)
{
    QRandomGenerator random{ quint32(salt) };
    const std::optional<CaseFile> known
        = cache.find({ bulk.id(int(random.bounded(quint32(cases)))) });
    if (!known)
        giveUp("a case is missing in the kept cache");
    CaseFile changed = *known;
    bulk.change(changed, salt);
    const FeedPage page = bench::pageOf(changed);
    return bench::milliseconds([&] { bench::apply(cache, page); });
}

void measureDeltas(
    bench::Figures &figures, const sample::Bulk &bulk, int medium, int large, int repeats)
{
    const QString folder = bench::dataFolder(repeats < 100);
    const auto middle = bench::openCache(bench::keptCache(folder, bulk, medium));
    const auto big = bench::openCache(bench::keptCache(folder, bulk, large));
    bench::Pair pair;
    for (int i = 0; i < repeats; ++i) {
        const int salt = int(QRandomGenerator::global()->bounded(1 << 30));
        pair.ours.append(delta(*big, bulk, large, salt));
        pair.theirs.append(delta(*middle, bulk, medium, salt));
    }
    std::printf("# one changed case: M p50 %.2f p95 %.2f ms, L p50 %.2f p95 %.2f ms\n",
        bench::median(pair.theirs), bench::percentile(pair.theirs, 0.95), bench::median(pair.ours),
        bench::percentile(pair.ours, 0.95));
    figures.add(
        "delta1_L_vs_M_p50", bench::median(pair.ours) / bench::median(pair.theirs), "<= 1.2");
    figures.add("delta1_L_max_ms", bench::percentile(pair.ours, 1), "<= 100");
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const bool small = bench::isSmall(argc, argv);
    bench::Figures figures;
    const sample::Bulk bulk;
    measureLoads(figures, bulk, small ? 300 : 20'000, small ? 1 : 5);
    measureDeltas(figures, bulk, small ? 100 : 100'000, small ? 300 : 1'000'000, small ? 5 : 300);
    return 0;
}
