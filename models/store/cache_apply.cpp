#include "cache.h"

#include "casetable.h"
#include "erasure.h"
#include "filestore.h"
#include "storefile.h"

#include "models/domain/wire.h"
#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QFile>
#include <sqlite3.h>

// How the cache changes: pages of the feed, full reads, revocation.

namespace {

const int massRevocation = 20; // more than so many, and more than half of all, is confirmed first

Result<PageEffect> committed(sqlite::Transaction &transaction, const Result<PageEffect> &effect)
{
    if (!effect)
        return effect;
    faults::step("cache.remove.commit");
    if (const Status done = transaction.commit(); !done)
        return done.error();
    faults::step("cache.remove.committed");
    return effect;
}

} // namespace

Result<PageEffect> Cache::applyPage(const FeedPage &page, Timestamp now)
{
    PageEffect effect;
    effect.more = page.more;
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status().error();
    const Result<bool> hide = tooManyRevoked(page);
    if (!hide)
        return hide.error();
    const QDate today = localDate(now);
    for (const FeedChange &change : page.changes) {
        const bool revoked
            = change.action == ChangeAction::Revoke && change.kind == AggregateKind::Case;
        const Status taken = *hide && revoked ? hideCase(CaseId{ change.id }, effect)
                                              : take(change, today, effect);
        if (!taken)
            return taken.error();
    }
    const int pulls = state("pulls").toInt() + (page.more ? 0 : 1);
    const Status noted = m_database->run("INSERT OR REPLACE INTO state (name, value)"
                                         " VALUES ('cursor', ?1), ('pulledAt', ?2), ('pulls', ?3)",
        page.next, QString::number(now.ms), QString::number(pulls));
    if (!noted)
        return noted.error();
    if (const Status doomed = effect.removed.isEmpty() ? success() : m_erasure->begin(); !doomed)
        return doomed.error();
    faults::step("cache.page.commit");
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    faults::step("cache.page.committed");
    effect.complete = !page.more && state("resync") != QLatin1String("1");
    if (effect.complete)
        removeStoreFile(m_paths.cache() + QStringLiteral(".damaged"));
    return effect;
}

Status Cache::hideCase(const CaseId &id, PageEffect &effect)
{
    const qint64 key = keyOf(id);
    if (key == 0)
        return success();
    effect.hidden.append(id);
    effect.removedKeys.append(key);
    return m_database->run("UPDATE cases SET hidden = 1 WHERE id = ?1", key);
}

Result<bool> Cache::tooManyRevoked(const FeedPage &page) const
{
    int revoked = 0;
    for (const FeedChange &change : page.changes) {
        if (change.action == ChangeAction::Revoke && change.kind == AggregateKind::Case
            && keyOf(CaseId{ change.id }) != 0)
            ++revoked;
    }
    if (revoked == 0)
        return false; // counting reads the whole table
    // Rows hidden by an earlier page of the same flood count as revoked, too.
    const Result<qint64> all = m_database->number("SELECT count(*) FROM cases WHERE hidden < 2");
    const Result<qint64> hidden = m_database->number("SELECT count(*) FROM cases WHERE hidden = 1");
    if (!all || !hidden)
        return all ? hidden.error() : all.error();
    return revoked + *hidden > massRevocation && 2 * (revoked + *hidden) > *all;
}

Status Cache::take(const FeedChange &change, QDate today, PageEffect &effect)
{
    if (change.kind == AggregateKind::CaseType) {
        effect.types.append(CaseTypeId{ change.id });
        if (change.action != ChangeAction::Upsert)
            return success(); // running cases keep the version they began with
        const Result<CaseType> type = caseTypeFromJson(change.body.object());
        if (!type)
            return error(ErrorCode::Corrupt, "feed.body", type.error().params);
        return m_database->run("INSERT OR REPLACE INTO case_type (id, version, json) VALUES"
                               " (?1, ?2, ?3)",
            type->id.text, type->version, sqlite::Utf8{ change.body.text() });
    }
    if (change.kind != AggregateKind::Case)
        return success(); // of a newer portal
    if (change.action == ChangeAction::Upsert)
        return takeCase(change, today, effect);
    if (change.action == ChangeAction::Tombstone || change.action == ChangeAction::Revoke)
        return dropCase(change, effect);
    return success();
}

Status Cache::takeCase(const FeedChange &change, QDate today, PageEffect &effect)
{
    const Result<CaseFile> caseFile = caseFromJson(change.body.object());
    if (!caseFile || caseFile->id.text != change.id)
        return error(
            ErrorCode::Corrupt, "feed.body", caseFile ? QJsonObject() : caseFile.error().params);
    const Result<qint64> gone = m_database->number(
        "SELECT count(*) FROM gone WHERE uuid = ?1 AND (version > ?2 OR final)", change.id,
        change.version);
    if (!gone || *gone > 0)
        return gone ? success() : Status(gone.error());
    const qint64 generation = state("generation").toLongLong();
    sqlite::Query known
        = m_database->query("SELECT version, generation, hidden, id FROM cases WHERE uuid = ?1");
    known.bind(change.id);
    // A full read brings the truth, even an older version after a backup was restored.
    const bool seen = known.next();
    if (seen && known.integer(2) == 0 && known.integer(1) >= generation
        && known.integer(0) >= change.version)
        return success();
    const qint64 doomed = seen && known.integer(2) == Erasure::doomed ? known.integer(3) : 0;
    known.reset();
    // Assigned again before it was erased: it comes back as a new row, as if it had been.
    if (const Status removed = doomed ? casetable::remove(*m_database, doomed) : success();
        !removed)
        return removed;
    if (const Status saved = saveFiles(change, *caseFile); !saved)
        return saved;
    if (const Status written
        = casetable::write(*m_database, *caseFile, change.body.text(), generation, today);
        !written)
        return written;
    effect.changed.append(caseFile->id);
    return m_database->run("DELETE FROM gone WHERE uuid = ?1", change.id);
}

// Small files come with the case. Only those of a case that is taken may get to the disk.
Status Cache::saveFiles(const FeedChange &change, const CaseFile &caseFile)
{
    for (auto it = change.files.begin(); it != change.files.end(); ++it) {
        const Attachment *attachment = findAttachment(caseFile, AttachmentId{ it.key() });
        if (!attachment)
            continue;
        // A file that arrives damaged is fetched again when somebody opens it.
        const QByteArray bytes = QByteArray::fromBase64(it.value().toLatin1());
        const Status saved = m_files->save(attachment->sha256, bytes);
        if (!saved && saved.error().code == ErrorCode::NoSpace)
            return saved;
    }
    return success();
}

Status Cache::dropCase(const FeedChange &change, PageEffect &effect)
{
    const CaseId id{ change.id };
    sqlite::Query known
        = m_database->query("SELECT id, version FROM cases WHERE uuid = ?1 AND hidden < ?2");
    known.bind(change.id, Erasure::doomed);
    const bool seen = known.next();
    const qint64 key = seen ? known.integer(0) : 0;
    if (seen && change.version > 0 && change.version < known.integer(1))
        return success(); // of a late page
    known.reset();
    const Status noted = m_database->run("INSERT OR REPLACE INTO gone (uuid, version, final) VALUES"
                                         " (?1, ?2, ?3)",
        change.id, change.version, change.action == ChangeAction::Tombstone);
    if (!noted || !seen)
        return noted;
    const Status doomed
        = m_database->run("UPDATE cases SET hidden = ?2 WHERE id = ?1", key, Erasure::doomed);
    if (!doomed)
        return doomed;
    effect.removed.append(id);
    effect.removedKeys.append(key);
    if (change.action == ChangeAction::Revoke)
        effect.revoked.append(id);
    return success();
}

Status Cache::beginResync(const QString &epoch)
{
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status();
    const qint64 generation = state("generation").toLongLong() + 1;
    for (const auto &[name, value] : { std::pair("generation", QString::number(generation)),
             std::pair("resync", QStringLiteral("1")), std::pair("cursor", QString()),
             std::pair("pulls", QStringLiteral("0")), std::pair("epoch", epoch) }) {
        if (const Status set = setState(name, value); !set)
            return set;
    }
    if (const Status forgotten = m_database->execute("DELETE FROM gone"); !forgotten)
        return forgotten;
    faults::step("cache.resync.begin");
    return transaction.commit();
}

// One transaction: a read that counts as ended has put out of sight what it did not bring.
Result<PageEffect> Cache::endResync()
{
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status().error();
    faults::step("cache.resync.end");
    if (const Status set = setState("resync", QStringLiteral("0")); !set)
        return set.error();
    faults::step("cache.resync.ended");
    const qint64 generation = state("generation").toLongLong();
    const Result<qint64> all = m_database->number("SELECT count(*) FROM cases WHERE hidden < 2");
    const Result<qint64> left = m_database->number(
        "SELECT count(*) FROM cases WHERE generation < ?1 AND hidden < 2", generation);
    if (!all || !left)
        return all ? left.error() : all.error();
    if (*left > massRevocation && 2 * *left > *all) {
        PageEffect effect;
        sqlite::Query rows
            = m_database->query("SELECT uuid, id FROM cases WHERE generation < ?1 AND hidden < 2");
        rows.bind(generation);
        while (rows.next()) {
            effect.hidden.append(CaseId{ rows.text(0) });
            effect.removedKeys.append(rows.integer(1));
        }
        rows.reset();
        const Status hidden = m_database->run(
            "UPDATE cases SET hidden = 1 WHERE generation < ?1 AND hidden < 2", generation);
        effect.complete = true;
        return hidden ? committed(transaction, effect) : hidden.error();
    }
    return committed(transaction,
        removeWhere("generation < (SELECT cast(value AS INTEGER) FROM state WHERE"
                    " name = 'generation')"));
}

Result<PageEffect> Cache::eraseHidden()
{
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status().error();
    return committed(transaction, removeWhere("hidden = 1"));
}

// Within a transaction of the caller.
Result<PageEffect> Cache::removeWhere(const QByteArray &condition)
{
    PageEffect effect;
    effect.complete = true;
    const QByteArray where = " FROM cases WHERE hidden < 2 AND " + condition;
    {
        sqlite::Query rows = m_database->query("SELECT id, uuid" + where);
        while (rows.next()) {
            effect.removedKeys.append(rows.integer(0));
            effect.removed.append(CaseId{ rows.text(1) });
        }
        if (const Status read = rows.status(); !read)
            return read.error();
    }
    if (effect.removed.isEmpty())
        return effect;
    effect.revoked = effect.removed;
    for (const QByteArray &sql :
        { "INSERT OR REPLACE INTO gone (uuid, version, final) SELECT uuid, 0, 0" + where,
            "UPDATE cases SET hidden = 2 WHERE hidden < 2 AND " + condition }) {
        if (const Status done = m_database->execute(sql); !done)
            return done.error();
    }
    if (const Status begun = m_erasure->begin(); !begun)
        return begun.error();
    return effect;
}

Result<bool> Cache::maintain()
{
    if (m_erasure->isDue())
        return m_erasure->step();
    // Small steps keep a bulk load from ending in one merge of seconds in the middle of the work.
    const int before = sqlite3_total_changes(m_database->handle());
    const Status merged
        = m_database->execute("INSERT INTO search (search, rank) VALUES ('merge', 500)");
    if (!merged)
        return merged.error();
    if (sqlite3_total_changes(m_database->handle()) - before >= 2)
        return true;
    const Status truncated = m_database->checkpoint();
    return truncated || truncated.error().code == ErrorCode::Busy ? Result<bool>(false)
                                                                  : truncated.error();
}
