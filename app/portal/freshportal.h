#pragma once

#include "server/store/store.h"

namespace portal {

// Makes a portal where none is: what `fill` writes, and the definitions that come with it.
// Built apart, in PLACE/init.part, and put in place with the database as the last and one step:
// an init that is broken off leaves no half portal behind and can simply be repeated.
// Definitions that lie in PLACE/services already stay as they are.
// Errors: of Store::open(), of fill, Busy "init.running", Conflict "data.otherPortal", NoSpace
// "store.folder".
Status makeFreshPortal(
    const QString &place, const QString &database, const std::function<Status(Store &)> &fill);

} // namespace portal
