#include "counters.h"

#include "directory.h"

namespace portal {

Result<qint64> counters::next(Writing &writing, const QString &name, qint64 howMany)
{
    const Result<qint64> known
        = writing.sql.number("SELECT next FROM reference_counter WHERE name = ?1", name);
    if (!known)
        return known.error();
    const qint64 first = qMax<qint64>(1, *known);
    const Status kept = writing.sql.run("INSERT INTO reference_counter (name, next) VALUES (?1, ?2)"
                                        " ON CONFLICT (name) DO UPDATE SET next = excluded.next",
        name, first + howMany);
    if (!kept)
        return kept.error();
    return first;
}

Result<QString> counters::fileReference(Writing &writing, const DepartmentId &department, QDate day)
{
    const Result<Authority> authority = Directory(writing.sql).authority();
    if (!authority)
        return authority.error();
    const Result<std::optional<Department>> known = Directory(writing.sql).department(department);
    if (!known)
        return known.error();
    if (!*known)
        return error(ErrorCode::InvalidInput, "department.unknown");
    const QString series = QStringLiteral("%1-%2-%3")
                               .arg(authority->referencePrefix, (*known)->code)
                               .arg(day.year());
    const Result<qint64> number = next(writing, QStringLiteral("case/") + series);
    if (!number)
        return number.error();
    return QStringLiteral("%1-%2").arg(series).arg(*number, 5, 10, QLatin1Char('0'));
}

Result<std::optional<LeasedBlock>> LeasedBlocks::find(const QString &requestId) const
{
    auto row = m_sql.query("SELECT request_id, device, clerk, prefix, first, last, at"
                           " FROM reference_block WHERE request_id = ?1");
    row.bind(requestId);
    if (row.next()) {
        return std::optional<LeasedBlock>(
            LeasedBlock{ row.text(0), DeviceId{ row.text(1) }, ClerkId{ row.text(2) }, row.text(3),
                row.integer(4), row.integer(5), Timestamp{ row.integer(6) } });
    }
    if (const Status read = row.status(); !read)
        return read.error();
    return std::optional<LeasedBlock>();
}

Result<bool> LeasedBlocks::holds(const ClerkId &clerk, const QString &prefix, qint64 number) const
{
    const Result<qint64> blocks
        = m_sql.number("SELECT count(*) FROM reference_block WHERE clerk = ?1 AND prefix = ?2"
                       " AND first <= ?3 AND last >= ?3",
            clerk.text, prefix, number);
    return blocks ? Result<bool>(*blocks > 0) : blocks.error();
}

Status LeasedBlocks::giveBack(Writing &writing, const LeasedBlock &block, qint64 first)
{
    const Status shortened = writing.sql.run(
        "UPDATE reference_block SET last = ?2 WHERE request_id = ?1", block.requestId, first - 1);
    if (!shortened)
        return shortened;
    return writing.sql.run("INSERT INTO reference_free (prefix, first, last) VALUES (?1, ?2, ?3)",
        block.prefix, first, block.last);
}

Result<std::optional<LeasedBlock>> LeasedBlocks::takeFree(Writing &writing, const QString &prefix)
{
    LeasedBlock range;
    {
        auto row = writing.sql.query("SELECT prefix, first, last FROM reference_free"
                                     " WHERE prefix = ?1 ORDER BY first LIMIT 1");
        row.bind(prefix);
        if (!row.next()) {
            if (const Status read = row.status(); !read)
                return read.error();
            return std::optional<LeasedBlock>();
        }
        range.prefix = row.text(0);
        range.first = row.integer(1);
        range.last = row.integer(2);
    }
    const Status taken = writing.sql.run(
        "DELETE FROM reference_free WHERE prefix = ?1 AND first = ?2", prefix, range.first);
    if (!taken)
        return taken.error();
    return std::optional<LeasedBlock>(range);
}

Status LeasedBlocks::add(Writing &writing, const LeasedBlock &block)
{
    return writing.sql.run(
        "INSERT INTO reference_block (request_id, device, clerk, prefix, first, last, at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        block.requestId, block.device.text, block.clerk.text, block.prefix, block.first, block.last,
        block.at.ms);
}

} // namespace portal
