#pragma once

#include "assets.h"
#include "citizen.h"
#include "models/law/lawtable.h"
#include "server/catalogue/cataloguesource.h"
#include "server/store/directory.h"
#include "templates.h"
#include "texts.h"

#include <mutex>

namespace citizen {

// What an authority is and has, as pages show it.
struct Office {
    Authority authority;
    QList<Department> departments;
    QByteArray secret; // of the portal, for hashes of codes
    const Department *department(const DepartmentId &id) const;
};

// Everything the pages share, made once. Thread-safe.
class Site {
public:
    Site(const Context &context, Texts texts, Templates templates, Assets assets, LawTable law);

    const Context context;
    const Texts texts;
    const Templates templates;
    const Assets assets;
    const LawTable law; // holidays, for working days
    catalogue::CatalogueSource &catalogue() const { return m_catalogue; }
    Result<std::shared_ptr<const Office>> office() const; // of the last minute
    std::shared_ptr<const Office> knownOffice() const; // null before the first page; never waits
    QDate today() const;
    Timestamp now() const { return context.clock.now(); }

private:
    mutable catalogue::CatalogueSource m_catalogue;
    mutable std::mutex m_mutex;
    mutable QElapsedTimer m_age;
    mutable std::shared_ptr<const Office> m_office;
};
using SitePtr = std::shared_ptr<const Site>;

} // namespace citizen
