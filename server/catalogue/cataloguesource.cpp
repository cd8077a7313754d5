#include "cataloguesource.h"

#include "seeds.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"

#include <QLoggingCategory>
#include <algorithm>

Q_LOGGING_CATEGORY(lcCatalogue, "kontor.catalogue")

namespace catalogue {

namespace {

// A type that a newer program or an import by hand left defective must not break the pages, and
// nobody shall fill in a form for a department that is not there.
Result<QList<CaseType>> usableTypes(portal::Sql &sql)
{
    Result<QList<CaseType>> types = portal::CaseTypes(sql).list();
    const Result<QList<Department>> departments = portal::Directory(sql).departments();
    if (!types || !departments)
        return types ? departments.error() : types.error();
    types->removeIf([&](const CaseType &type) {
        QStringList found = serviceDefects(type);
        if (std::none_of(departments->begin(), departments->end(),
                [&](const Department &known) { return known.id == type.department; }))
            found.append(QStringLiteral("department: is unknown to this portal"));
        for (const QString &defect : found)
            qCWarning(lcCatalogue).noquote()
                << "case type" << type.id.text << "is left out:" << defect;
        return !found.isEmpty();
    });
    return types;
}

} // namespace

CatalogueSource::CatalogueSource(const portal::Store &store, int keepMs)
    : m_store(store)
    , m_keepMs(keepMs)
{
}

Result<std::shared_ptr<const Catalogue>> CatalogueSource::current()
{
    const std::lock_guard lock(m_mutex);
    if (m_current && m_age.isValid() && m_age.elapsed() < m_keepMs)
        return m_current;
    Result<QList<CaseType>> types = m_store.read(usableTypes);
    if (!types) {
        if (!m_current)
            return types.error();
        qCWarning(lcCatalogue) << "case types could not be read:" << types.error().key;
        m_age.start();
        return m_current;
    }
    m_current = std::make_shared<const Catalogue>(*std::move(types));
    m_age.start();
    return m_current;
}

Result<std::optional<CaseType>> CatalogueSource::pinned(const CaseTypeId &id, int version) const
{
    return m_store.read([&](portal::Sql &sql) -> Result<std::optional<CaseType>> {
        const Result<std::optional<CaseType>> exact = portal::CaseTypes(sql).find(id, version);
        if (!exact || *exact)
            return exact;
        return portal::CaseTypes(sql).find(id);
    });
}

} // namespace catalogue
