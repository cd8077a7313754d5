#pragma once

#include "models/domain/casetype.h"

#include <QHash>
#include <memory>

namespace catalogue {

// The service behind the page on which barriers are reported: an authority shapes it like any
// other, but it has its own page and stands in no list of what can be applied for.
inline constexpr char barrierSlug[] = "barriere-melden";
inline bool reportsBarriers(const PublicService &service)
{
    return service.slug == QLatin1String(barrierSlug);
}

// The case types of the authority and its public services, ready to be asked by the citizens'
// pages. A value of one moment: it is made anew when a case type changes, and shared by threads.
class Catalogue {
public:
    explicit Catalogue(QList<CaseType> types);

    const QList<CaseType> &types() const { return m_types; }
    const CaseType *type(const CaseTypeId &id) const; // newest version; null if there is none
    const CaseType *service(const QString &slug) const; // null for internal case types too
    // Case types with a public service, by title.
    QList<const CaseType *> services(const QString &language) const;
    // Keys that at least one service names, in the order in which the pages show them.
    QStringList lifeSituations() const;
    QList<const CaseType *> inLifeSituation(const QString &key, const QString &language) const;
    // Services in which every word of the query occurs, the best first; see spellings().
    QList<const CaseType *> search(const QString &query, const QString &language) const;

private:
    QList<CaseType> m_types;
};

// All life situations that the pages can name.
const QStringList &knownLifeSituations();

} // namespace catalogue
