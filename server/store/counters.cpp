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

Status LeasedBlocks::add(Writing &writing, const LeasedBlock &block)
{
    return writing.sql.run(
        "INSERT INTO reference_block (request_id, device, clerk, prefix, first, last, at)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        block.requestId, block.device.text, block.clerk.text, block.prefix, block.first, block.last,
        block.at.ms);
}

} // namespace portal
