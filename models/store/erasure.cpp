#include "erasure.h"

#include "casetable.h"
#include "filestore.h"

#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QSet>
#include <sqlite3.h>

namespace {

constexpr int casesPerSlice = 20;
// The stages in their order. The last one is reached only when nothing is left but the old pages.
constexpr char rowsStage[] = "rows";
constexpr char filesStage[] = "files";
constexpr char mergeStage[] = "merge"; // to be begun
constexpr char mergingStage[] = "merging";
constexpr char logStage[] = "log";

} // namespace

Erasure::Erasure(sqlite::Database &database, FileStore &files)
    : m_database(database)
    , m_files(files)
{
}

QString Erasure::stage() const
{
    sqlite::Query query = m_database.query("SELECT value FROM state WHERE name = 'erase'");
    return query.next() ? query.text(0) : QString();
}

Status Erasure::setStage(const char *stage)
{
    return m_database.run("INSERT OR REPLACE INTO state (name, value) VALUES ('erase', ?1)",
        QString::fromLatin1(stage));
}

Status Erasure::begin()
{
    m_resumed = m_resumed && isDue();
    return setStage(rowsStage);
}

bool Erasure::isDue() const
{
    return !stage().isEmpty();
}

Result<bool> Erasure::step()
{
    const QString at = stage();
    if (at == QLatin1String(rowsStage))
        return eraseRows();
    if (at == QLatin1String(filesStage))
        return eraseFiles();
    if (at == QLatin1String(mergeStage))
        return beginMerge();
    if (at == QLatin1String(mergingStage))
        return merge();
    return at.isEmpty() ? Result<bool>(false) : truncateLog();
}

Result<bool> Erasure::eraseRows()
{
    sqlite::Transaction transaction(m_database);
    if (!transaction.status())
        return transaction.status().error();
    QList<qint64> keys;
    {
        sqlite::Query rows = m_database.query("SELECT id FROM cases WHERE hidden = ?1 LIMIT ?2");
        rows.bind(doomed, casesPerSlice);
        while (rows.next())
            keys.append(rows.integer(0));
        if (const Status read = rows.status(); !read)
            return read.error();
    }
    for (const qint64 key : keys) {
        if (const Status removed = casetable::remove(m_database, key); !removed)
            return removed.error();
    }
    if (keys.size() < casesPerSlice) {
        if (const Status set = setStage(filesStage); !set)
            return set.error();
    }
    faults::step("erase.rows");
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    faults::step("erase.rows.committed");
    return true;
}

Result<bool> Erasure::eraseFiles()
{
    QStringList hashes;
    {
        sqlite::Query rows = m_database.query("SELECT sha256 FROM doomed");
        while (rows.next())
            hashes.append(rows.text(0));
        if (const Status read = rows.status(); !read)
            return read.error();
    }
    if (m_resumed) { // a download may have ended in the moment in which the program did
        QSet<QString> named;
        sqlite::Query rows = m_database.query("SELECT DISTINCT sha256 FROM file");
        while (rows.next())
            named.insert(rows.text(0));
        if (const Status read = rows.status(); !read)
            return read.error();
        for (const QString &hash : m_files.list()) {
            if (!named.contains(hash))
                hashes.append(hash);
        }
    }
    for (const QString &hash : std::as_const(hashes)) {
        m_files.remove(hash);
        faults::step("erase.file");
    }
    sqlite::Transaction transaction(m_database);
    if (const Status cleared = m_database.execute("DELETE FROM doomed"); !cleared)
        return cleared.error();
    if (const Status set = setStage(mergeStage); !set)
        return set.error();
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    faults::step("erase.files.committed");
    m_resumed = false;
    return true;
}

// A negative number puts all segments of the index on one level; the steps after it work through
// them, and what was deleted is gone when the oldest has been rewritten.
Result<bool> Erasure::beginMerge()
{
    sqlite::Transaction transaction(m_database);
    const Status begun
        = m_database.execute("INSERT INTO search (search, rank) VALUES ('merge', -500)");
    if (!begun)
        return begun.error();
    if (const Status set = setStage(mergingStage); !set)
        return set.error();
    faults::step("erase.merge");
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    return true;
}

Result<bool> Erasure::merge()
{
    const int before = sqlite3_total_changes(m_database.handle());
    const Status merged
        = m_database.execute("INSERT INTO search (search, rank) VALUES ('merge', 500)");
    if (!merged)
        return merged.error();
    faults::step("erase.merging");
    if (sqlite3_total_changes(m_database.handle()) - before >= 2)
        return true;
    if (const Status set = setStage(logStage); !set)
        return set.error();
    faults::step("erase.merged");
    return true;
}

Result<bool> Erasure::truncateLog()
{
    if (const Status truncated = m_database.checkpoint(); !truncated)
        return truncated.error().code == ErrorCode::Busy ? Result<bool>(false) : truncated.error();
    faults::step("erase.log");
    const Status done = m_database.run("DELETE FROM state WHERE name = 'erase'");
    faults::step("erase.done");
    return done ? Result<bool>(false) : done.error();
}
