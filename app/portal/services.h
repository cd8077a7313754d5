#pragma once

#include "server/store/store.h"

namespace portal {

// The folder DIR/services is the one place of the definitions: what is changed or imported stands
// there, and the store follows it at each start.

// The definitions that come with the portal, into DIR/services, where a municipality changes them.
// Files that are there already stay.
Status placeServices(const QString &dataFolder);
// Reads DIR/services again: changed definitions become new versions. Defective files, and those for
// a department that this portal does not have, are named in the log and left out, so that one
// typing error does not keep the portal from starting.
Status loadServices(Store &store);

struct ImportedService {
    QString id; // of the case type
    int version = 0; // that it has now
};
// Takes one definition in, and its file into DIR/services in place of the one with the same id:
// otherwise the next start would bring the old one back. Running cases keep their version.
// Errors: casetype.file (Corrupt) with all defects, also an unknown department or an address that
// is taken; NoSpace "store.folder". Nothing is changed then.
Result<ImportedService> importService(Store &store, const QString &path);

} // namespace portal
