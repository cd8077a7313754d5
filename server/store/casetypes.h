#pragma once

#include "store.h"

#include "models/domain/casetype.h"

#include <optional>

namespace portal {

// Case types with all their versions: a running case keeps the version it began with.
class CaseTypes {
public:
    explicit CaseTypes(Sql &sql)
        : m_sql(sql)
    {
    }
    Result<QList<CaseType>> list() const; // the newest version of each
    Result<std::optional<CaseType>> find(const CaseTypeId &id) const; // the newest
    Result<std::optional<CaseType>> find(const CaseTypeId &id, int version) const;

    // A content that is stored already changes nothing; a changed one of the same or a lower
    // number becomes the next version. Returns the stored version. Writes the feed.
    static Result<int> save(Writing &writing, const CaseType &type);

private:
    Sql &m_sql;
};

} // namespace portal
