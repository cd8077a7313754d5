#pragma once

#include "engine.h"

#include <mutex>
#include <vector>

namespace portal {

// Connections for one kind of work, kept between uses: making one costs more than most queries. As
// many are open as threads use at once. Thread-safe.
class Connections {
public:
    Connections(Engine &engine, Access access, size_t kept); // kept while idle, at most

    // A connection whose transaction has just begun. A kept one that died meanwhile (the database
    // was restarted) is replaced here, before anything was done with it, so nobody notices.
    Result<std::unique_ptr<Sql>> begin();
    // Committed or rolled back; a dead one is dropped.
    void giveBack(std::unique_ptr<Sql> sql);

private:
    std::unique_ptr<Sql> idleOne();

    Engine &m_engine;
    const Access m_access;
    const size_t m_kept;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Sql>> m_idle;
};

} // namespace portal
