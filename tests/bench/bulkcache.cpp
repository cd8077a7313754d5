#include "bulkcache.h"

#include "measure.h"

#include "tests/testing/casefixtures.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace bench {

const char epoch[] = "bench";

namespace {

constexpr int perPage = 500;
const char kept[] = "bulk-2"; // another one when cases or schema change

FeedPage emptyPage()
{
    FeedPage page;
    page.epoch = QString::fromLatin1(epoch);
    page.next = QStringLiteral("cursor");
    return page;
}

} // namespace

FeedPage pageOf(const sample::Bulk &bulk, int first, int count, bool more)
{
    FeedPage page = emptyPage();
    for (int number = first; number < first + count; ++number)
        page.changes.append(upsert(bulk.caseFile(number)));
    page.more = more;
    return page;
}

FeedPage pageOf(const CaseFile &changed)
{
    FeedPage page = emptyPage();
    page.changes = { upsert(changed) };
    return page;
}

std::unique_ptr<Cache> openCache(const ProfilePaths &paths)
{
    QDir().mkpath(paths.files());
    auto cache = Cache::open(paths);
    if (!cache)
        giveUp("cache", qPrintable(cache.error().key));
    return *std::move(cache);
}

void apply(Cache &cache, const FeedPage &page)
{
    const Result<PageEffect> effect = cache.applyPage(page, SystemClock().now());
    if (!effect || effect->changed.size() != page.changes.size())
        giveUp("page", effect ? "not taken" : qPrintable(effect.error().key));
}

double load(Cache &cache, const sample::Bulk &bulk, int cases)
{
    double total = 0;
    for (int first = 0; first < cases; first += perPage) {
        const int count = std::min(perPage, cases - first);
        const FeedPage page = pageOf(bulk, first, count, first + count < cases);
        total += milliseconds([&] { apply(cache, page); });
    }
    return total;
}

double settle(Cache &cache)
{
    return milliseconds([&] {
        for (;;) {
            const Result<bool> more = cache.maintain();
            if (!more)
                giveUp("maintain", qPrintable(more.error().key));
            if (!*more)
                return;
        }
    });
}

ProfilePaths keptCache(const QString &root, const sample::Bulk &bulk, int cases)
{
    const ProfilePaths paths{
        QStringLiteral("%1/%2-%3").arg(root, QLatin1String(kept), QString::number(cases))
    };
    QFile done(paths.root + QStringLiteral("/complete"));
    if (done.exists())
        return paths;
    std::printf("# making a cache of %d cases\n", cases);
    std::fflush(stdout);
    QDir(paths.root).removeRecursively();
    const auto cache = openCache(paths);
    load(*cache, bulk, cases);
    settle(*cache);
    if (!done.open(QIODevice::WriteOnly))
        giveUp("cannot keep", qPrintable(paths.root));
    return paths;
}

QString dataFolder(bool small)
{
    static QTemporaryDir temporary;
    return small ? temporary.path() : QDir::current().filePath(QStringLiteral("build/bench/data"));
}

} // namespace bench
