#include "outbox.h"

#include "draftstore.h"
#include "filestore.h"
#include "operationrow.h"
#include "outboxsalvage.h"
#include "referencestore.h"

#include "models/domain/steadyclock.h"
#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QMimeDatabase>

Outbox::Outbox(
    const ProfilePaths &paths, const Clock &clock, std::unique_ptr<sqlite::Database> database)
    : m_database(std::move(database))
    , m_staged(std::make_unique<FileStore>(paths.staged()))
    , m_drafts(std::make_unique<DraftStore>(*m_database, clock))
    , m_references(std::make_unique<ReferenceStore>(*m_database))
    , m_paths(paths)
    , m_clock(clock)
{
}

Outbox::~Outbox() = default;

Result<std::unique_ptr<Outbox>> Outbox::open(
    const ProfilePaths &paths, const Clock &clock, const SteadyClock *steady)
{
    auto database = openOrSalvageOutbox(paths.outbox(), clock.now().ms);
    if (!database)
        return database.error();
    std::unique_ptr<Outbox> outbox(new Outbox(paths, clock, *std::move(database)));
    outbox->m_steady = steady;
    // The program ended while these were on their way: they are sent again under the same id.
    const Status resumed
        = outbox->m_database->run("UPDATE operation SET state = 'waiting' WHERE state = 'sending'");
    if (!resumed)
        return resumed.error();
    return outbox;
}

Result<Operation> Outbox::append(Operation operation, const Append &how)
{
    for (const NewAttachment &file : filesOf(operation)) {
        if (!m_staged->contains(file.sha256))
            return error(ErrorCode::NotFound, "outbox.fileMissing",
                { { QStringLiteral("name"), file.name } });
    }
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status().error();
    if (const Status completed = complete(operation); !completed)
        return completed.error();
    if (const Status bound = bindReference(operation); !bound)
        return bound.error();
    if (const Status inserted = insert(operation, how.notBefore); !inserted)
        return inserted.error();
    if (!how.draft.isNull()) {
        if (const Status removed = m_drafts->remove(how.draft); !removed)
            return removed.error();
    }
    faults::step("outbox.append.commit");
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    faults::step("outbox.append.committed");
    wait(operation.id, how.notBefore);
    emit changed(operation.caseId);
    return operation;
}

Status Outbox::complete(Operation &operation)
{
    if (operation.id.isNull())
        operation.id = newId<OperationId>(m_clock);
    if (operation.device.isNull())
        operation.device = DeviceId{ fact(QStringLiteral("deviceId")) };
    if (operation.createdAt.isNull())
        operation.createdAt = m_clock.now();
    // The chain names what the author built on: everything that still waits, and what the portal
    // has carried out but the author had not seen come back.
    sqlite::Query last = m_database->query(
        "SELECT id FROM operation WHERE case_id = ?1 AND (state <> 'delivered' OR version > ?2)"
        " ORDER BY position DESC LIMIT 1");
    last.bind(operation.caseId.text, operation.baseVersion);
    operation.after = last.next() ? OperationId{ last.text(0) } : OperationId();
    return last.status();
}

Status Outbox::bindReference(Operation &operation)
{
    RequestFee *fee = operationrow::feeOf(operation);
    if (!fee || fee->source != ReferenceSource::LeasedBlock)
        return success();
    if (fee->reference.isEmpty()) {
        const Result<QString> reference = m_references->reserve(fee->id.text);
        if (!reference)
            return reference.error();
        fee->reference = *reference;
    }
    return m_references->markUsed(fee->reference);
}

Status Outbox::insert(const Operation &operation, Timestamp notBefore)
{
    return m_database->run("INSERT INTO operation (id, case_id, json, state, queued, next_attempt)"
                           " VALUES (?1, ?2, ?3, 'waiting', ?4, ?5)",
        operation.id.text, operation.caseId.text, sqlite::Utf8{ operationrow::json(operation) },
        m_clock.now().ms, notBefore.ms);
}

QList<PendingOperation> Outbox::select(const QByteArray &where, const QString &value) const
{
    QList<PendingOperation> entries;
    sqlite::Query rows = m_database->query(QByteArray("SELECT") + operationrow::columns
        + "FROM operation WHERE " + where + " ORDER BY position");
    if (where.contains("?1"))
        rows.bind(value);
    const qint64 offset = m_clock.now().ms - steadyMs();
    while (rows.next()) {
        auto entry = operationrow::read(rows);
        if (!entry)
            continue;
        const qint64 due = m_due.value(entry->operation.id);
        entry->nextAttempt = Timestamp{ due == 0 ? 0 : due + offset };
        entries.append(*std::move(entry));
    }
    return entries;
}

qint64 Outbox::steadyMs() const
{
    return m_steady ? m_steady->ms() : m_clock.now().ms;
}

void Outbox::wait(const OperationId &id, Timestamp until)
{
    if (until.isNull())
        m_due.remove(id);
    else
        m_due.insert(id, steadyMs() + until.ms - m_clock.now().ms);
}

QList<PendingOperation> Outbox::pending(const CaseId &id, bool delivered) const
{
    return select(delivered ? "case_id = ?1" : "case_id = ?1 AND state <> 'delivered'", id.text);
}

QList<PendingOperation> Outbox::all() const
{
    return select("state <> 'delivered'");
}

Outbox::Counts Outbox::counts() const
{
    Counts counts;
    sqlite::Query rows
        = m_database->query("SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending')),"
                            " count(*) FROM operation WHERE state <> 'delivered'");
    if (rows.next()) {
        counts.moving = int(rows.integer(0));
        counts.attention = int(rows.integer(1)) - counts.moving;
    }
    return counts;
}

QList<PendingOperation> Outbox::notSent() const
{
    return select("state IN ('conflict', 'rejected', 'attention')");
}

QList<PendingOperation> Outbox::delivered(Timestamp since) const
{
    return select(
        "state = 'delivered' AND settled >= CAST(?1 AS INTEGER)", QString::number(since.ms));
}

std::optional<PendingOperation> Outbox::find(const OperationId &id) const
{
    const QList<PendingOperation> found = select("id = ?1", id.text);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

QList<CaseId> Outbox::touchedCases() const
{
    QList<CaseId> ids;
    sqlite::Query rows = m_database->query("SELECT DISTINCT case_id FROM operation WHERE state <>"
                                           " 'delivered' OR settled > ?1");
    rows.bind(m_clock.now().plusSeconds(-24 * 3600).ms);
    while (rows.next())
        ids.append(CaseId{ rows.text(0) });
    return ids;
}

Result<NewAttachment> Outbox::stageFile(const QString &path)
{
    const Result<FileStore::Copy> copy = m_staged->copyFrom(path);
    if (!copy)
        return copy.error();
    NewAttachment file;
    file.id = newId<AttachmentId>(m_clock);
    file.name = QFileInfo(path).fileName();
    file.type = QMimeDatabase()
                    .mimeTypeForFile(stagedPath(copy->sha256), QMimeDatabase::MatchContent)
                    .name();
    file.size = copy->size;
    file.sha256 = copy->sha256;
    return file;
}

Result<NewAttachment> Outbox::stageData(
    const QString &name, const QString &type, const QByteArray &data)
{
    const QString hash
        = QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
    const Result<QString> part = m_staged->prepare(hash);
    if (!part)
        return part.error();
    QFile out(*part);
    if (!out.open(QIODevice::WriteOnly) || out.write(data) != data.size() || !out.flush()) {
        out.remove();
        return error(ErrorCode::NoSpace, "store.full", {}, out.errorString());
    }
    out.close();
    if (const Status finished = m_staged->finish(hash); !finished)
        return finished.error();
    NewAttachment file;
    file.id = newId<AttachmentId>(m_clock);
    file.name = name;
    file.type = type;
    file.size = data.size();
    file.sha256 = hash;
    return file;
}

QString Outbox::stagedPath(const QString &sha256) const
{
    return m_staged->contains(sha256) ? m_staged->pathOf(sha256) : QString();
}

QString Outbox::fact(const QString &name) const
{
    sqlite::Query query = m_database->query("SELECT value FROM fact WHERE name = ?1");
    query.bind(name);
    return query.next() ? query.text(0) : QString();
}

bool Outbox::wasSalvaged() const
{
    return !fact(QString::fromLatin1(salvagedFact)).isEmpty();
}

Status Outbox::acknowledgeSalvage()
{
    return setFact(QString::fromLatin1(salvagedFact), {});
}

Status Outbox::setFact(const QString &name, const QString &value)
{
    faults::step("outbox.fact");
    return m_database->run(
        "INSERT OR REPLACE INTO fact (name, value) VALUES (?1, ?2)", name, value);
}
