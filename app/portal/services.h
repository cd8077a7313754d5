#pragma once

#include "server/store/store.h"

namespace portal {

// The definitions that come with the portal, into DIR/services, where a municipality changes them.
// Files that are there already stay.
Status placeServices(const QString &dataFolder);
// Reads DIR/services again: changed definitions become new versions. Defective files are named in
// the log and left out, so that one typing error does not keep the portal from starting.
Status loadServices(Store &store);

} // namespace portal
