#include "transaction.h"

namespace sqlite {

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_status(database.execute("BEGIN IMMEDIATE"))
    , m_open(m_status.ok())
{
}

Transaction::~Transaction()
{
    // A full disk may have rolled back already.
    if (m_open && m_database.inTransaction())
        (void)m_database.execute("ROLLBACK");
}

Status Transaction::commit()
{
    if (!m_open)
        return m_status;
    const Status committed = m_database.execute("COMMIT");
    if (committed)
        m_open = false;
    return committed;
}

Savepoint::Savepoint(Database &database)
    : m_database(database)
    , m_status(database.execute("SAVEPOINT part"))
    , m_open(m_status.ok())
{
}

Savepoint::~Savepoint()
{
    if (m_open && m_database.inTransaction())
        (void)m_database.execute("ROLLBACK TO part; RELEASE part");
}

Status Savepoint::keep()
{
    if (!m_open)
        return m_status;
    const Status kept = m_database.execute("RELEASE part");
    if (kept)
        m_open = false;
    return kept;
}

} // namespace sqlite
