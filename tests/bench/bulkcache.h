#pragma once

#include "models/domain/protocol.h"
#include "models/sample/bulk.h"
#include "models/store/cache.h"

#include <QStringList>

// The client's cache with very many cases of sample::Bulk in it.
namespace bench {

extern const char epoch[]; // of the pages

// A page of the feed as it comes from the network, with the cases first…first + count - 1.
FeedPage pageOf(const sample::Bulk &bulk, int first, int count, bool more);
FeedPage pageOf(const CaseFile &changed);

std::unique_ptr<Cache> openCache(const ProfilePaths &paths);
// Puts the cases 0…cases - 1 into the cache and returns the milliseconds it took: making the pages
// does not count. The last page ends the pull.
double load(Cache &cache, const sample::Bulk &bulk, int cases);
// What a quiet moment does: merges the search index and empties the log. Milliseconds.
double settle(Cache &cache);
void apply(Cache &cache, const FeedPage &page);

// A folder with a settled cache of this size; made once and kept below `root` for the next run,
// since a million cases take minutes. The cache is changed by whoever measures with it.
ProfilePaths keptCache(const QString &root, const sample::Bulk &bulk, int cases);
// The folder of kept data: build/bench/data of the project, or a temporary one for small runs.
QString dataFolder(bool small);

} // namespace bench
