#pragma once

#include "server/store/store.h"

namespace portal {

// Stadt Lindenau, which does not exist: authority, departments, clerks with different rights and
// cases of the last weeks, carried out like real ones.
struct SampleTown {
    QString password; // of all clerks
    Timestamp now;
    int cases = 200;
};
Status buildSampleTown(Store &store, const SampleTown &town);

} // namespace portal
