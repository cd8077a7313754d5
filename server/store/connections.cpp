#include "connections.h"

namespace portal {

Connections::Connections(Engine &engine, Access access, size_t kept)
    : m_engine(engine)
    , m_access(access)
    , m_kept(kept)
{
}

std::unique_ptr<Sql> Connections::idleOne()
{
    const std::lock_guard lock(m_mutex);
    if (m_idle.empty())
        return {};
    std::unique_ptr<Sql> sql = std::move(m_idle.back());
    m_idle.pop_back();
    return sql;
}

Result<std::unique_ptr<Sql>> Connections::begin()
{
    while (std::unique_ptr<Sql> sql = idleOne()) {
        const Status begun = sql->begin(m_access);
        if (begun)
            return sql;
        if (sql->isUsable()) {
            giveBack(std::move(sql));
            return begun.error();
        }
    }
    Result<std::unique_ptr<Sql>> sql = m_engine.connect(m_access);
    if (!sql)
        return sql.error();
    if (const Status begun = (*sql)->begin(m_access); !begun)
        return begun.error();
    return sql;
}

void Connections::giveBack(std::unique_ptr<Sql> sql)
{
    if (!sql->isUsable() || sql->inTransaction())
        return;
    const std::lock_guard lock(m_mutex);
    if (m_idle.size() < m_kept)
        m_idle.push_back(std::move(sql));
}

} // namespace portal
