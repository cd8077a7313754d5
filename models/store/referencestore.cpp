#include "referencestore.h"

#include "models/sqlite/database.h"
#include "models/sqlite/transaction.h"

ReferenceStore::ReferenceStore(sqlite::Database &database)
    : m_database(database)
    , m_format(
          [](const QString &prefix, qint64 number) { return prefix + QString::number(number); })
{
}

Status ReferenceStore::add(const NumberBlock &block)
{
    if (block.request.isEmpty() || block.first > block.last)
        return error(ErrorCode::InvalidInput, "reference.block");
    return m_database.run("INSERT OR IGNORE INTO reference_block (request, prefix, first, last,"
                          " next) VALUES (?1, ?2, ?3, ?4, ?3)",
        block.request, block.prefix, block.first, block.last);
}

int ReferenceStore::left() const
{
    return int(m_database
                   .number("SELECT (SELECT coalesce(sum(last - next + 1), 0) FROM reference_block)"
                           " + (SELECT count(*) FROM reference WHERE owner = '')")
                   .valueOr(0));
}

Result<QString> ReferenceStore::reserve(const QString &owner)
{
    sqlite::Savepoint savepoint(m_database); // within the outbox's transaction or alone
    if (!savepoint.status())
        return savepoint.status().error();
    const Result<QString> reference = take(owner);
    if (!reference)
        return reference;
    if (const Status kept = savepoint.keep(); !kept)
        return kept.error();
    return reference;
}

Result<QString> ReferenceStore::take(const QString &owner)
{
    sqlite::Query bound = m_database.query("SELECT reference FROM reference WHERE owner = ?1");
    bound.bind(owner);
    if (bound.next())
        return bound.text(0);
    sqlite::Query returned = m_database.query(
        "SELECT reference FROM reference WHERE owner = '' ORDER BY number LIMIT 1");
    if (returned.next()) {
        const QString reference = returned.text(0);
        const Status taken = m_database.run(
            "UPDATE reference SET owner = ?2, used = 0 WHERE reference = ?1", reference, owner);
        return taken ? Result<QString>(reference) : taken.error();
    }
    sqlite::Query block = m_database.query("SELECT request, prefix, next FROM reference_block WHERE"
                                           " next <= last ORDER BY first LIMIT 1");
    if (!block.next())
        return error(ErrorCode::TooMany, "reference.exhausted");
    const QString request = block.text(0);
    const qint64 number = block.integer(2);
    const QString reference = m_format(block.text(1), number);
    const Status advanced
        = m_database.run("UPDATE reference_block SET next = next + 1 WHERE request = ?1", request);
    if (!advanced)
        return advanced.error();
    const Status given = m_database.run("INSERT INTO reference (reference, request, number, owner)"
                                        " VALUES (?1, ?2, ?3, ?4)",
        reference, request, number, owner);
    return given ? Result<QString>(reference) : given.error();
}

Status ReferenceStore::giveBack(const QString &owner)
{
    return m_database.run("UPDATE reference SET owner = '' WHERE owner = ?1 AND used = 0", owner);
}

Status ReferenceStore::markUsed(const QString &reference)
{
    return m_database.run("UPDATE reference SET used = 1 WHERE reference = ?1", reference);
}

Status ReferenceStore::free(const QString &reference)
{
    return m_database.run(
        "UPDATE reference SET used = 0, owner = '' WHERE reference = ?1", reference);
}

QList<NumberBlock> ReferenceStore::unused() const
{
    QList<NumberBlock> rests;
    sqlite::Query rows = m_database.query("SELECT request, prefix, next, last FROM reference_block "
                                          "WHERE next <= last ORDER BY first");
    while (rows.next())
        rests.append({ rows.text(0), rows.text(1), rows.integer(2), rows.integer(3) });
    return rests;
}

Status ReferenceStore::forgetUnused()
{
    return m_database.run("UPDATE reference_block SET last = next - 1");
}
