#pragma once

#include "models/domain/pending.h"
#include "models/domain/result.h"

namespace sqlite {
class Database;
}

// What is being written. A draft is saved every few seconds, and never over a newer one: an editor
// that comes back with an old version is refused instead of blanking the text.
class DraftStore {
public:
    DraftStore(sqlite::Database &database, const Clock &clock);

    // Saves as version + 1 and returns it; a null id makes a new draft. Conflict "draft.newer".
    Result<Draft> save(Draft draft);
    std::optional<Draft> find(const DraftId &id) const;
    QList<Draft> list(const CaseId &id) const; // oldest first
    QList<Draft> all() const;
    Status remove(const DraftId &id);

private:
    sqlite::Database &m_database;
    const Clock &m_clock;
};
