#include "misfits.h"

#include "server/store/casetypes.h"
#include "server/store/directory.h"

namespace catalogue {

Result<QStringList> misfits(portal::Sql &sql, const CaseType &type)
{
    QStringList found;
    const Result<std::optional<Department>> department
        = portal::Directory(sql).department(type.department);
    if (!department)
        return department.error();
    if (!*department)
        found.append(QStringLiteral("department: \"%1\" is unknown to this portal")
                         .arg(type.department.text));
    if (!type.service)
        return found;
    const Result<QList<CaseType>> others = portal::CaseTypes(sql).list();
    if (!others)
        return others.error();
    for (const CaseType &other : *others) {
        if (other.id != type.id && other.service && other.service->slug == type.service->slug)
            found.append(QStringLiteral("service.slug: \"%1\" is the address of \"%2\" already")
                             .arg(type.service->slug, other.id.text));
    }
    return found;
}

} // namespace catalogue
