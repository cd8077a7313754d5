#pragma once

#include "catalogue.h"
#include "server/store/store.h"

#include <QElapsedTimer>
#include <mutex>

namespace catalogue {

// The catalogue as the store has it now. Case types change a few times a year but are asked for
// with every page, also when another process imported one: hence read again after a moment.
// Thread-safe.
class CatalogueSource {
public:
    explicit CatalogueSource(const portal::Store &store, int keepMs = 1000);
    // Errors: of the store, only if nothing was ever read; later the last good one is used.
    Result<std::shared_ptr<const Catalogue>> current();
    // The version a case began with, else the newest; nothing if the type is unknown.
    Result<std::optional<CaseType>> pinned(const CaseTypeId &id, int version) const;

private:
    const portal::Store &m_store;
    int m_keepMs;
    std::mutex m_mutex;
    QElapsedTimer m_age;
    std::shared_ptr<const Catalogue> m_current;
};

} // namespace catalogue
