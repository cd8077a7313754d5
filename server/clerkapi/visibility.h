#pragma once

#include "caller.h"
#include "cursor.h"

#include "server/store/feed.h"

// Which rows of the feed a clerk's program is meant to hold: asked by the feed itself and by the
// digest that checks it.
namespace portal {

bool isVisible(const FeedEntry &entry, const Caller &caller);
// Closed long ago: no longer kept by clerks' programs.
bool isForgotten(const FeedEntry &entry, Timestamp closedBefore);
Timestamp closedBefore(Timestamp now);
// Of the caller's cursors.
Result<CursorBinding> bindingOf(Sql &sql, const Caller &caller);

} // namespace portal
