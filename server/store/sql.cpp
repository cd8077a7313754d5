#include "sql.h"

namespace portal {

Transaction::~Transaction()
{
    // A full disk or a lost connection may have rolled back already.
    if (m_open && m_sql.inTransaction())
        (void)m_sql.execute("ROLLBACK");
}

Status Transaction::commit()
{
    const Status committed = m_sql.execute("COMMIT");
    if (committed)
        m_open = false;
    return committed;
}

Savepoint::Savepoint(Sql &sql)
    : m_sql(sql)
    , m_status(sql.execute("SAVEPOINT part"))
    , m_open(m_status.ok())
{
}

Savepoint::~Savepoint()
{
    if (m_open && m_sql.inTransaction())
        (void)m_sql.execute("ROLLBACK TO part; RELEASE part");
}

Status Savepoint::keep()
{
    if (!m_open)
        return m_status;
    const Status kept = m_sql.execute("RELEASE part");
    if (kept)
        m_open = false;
    return kept;
}

} // namespace portal
