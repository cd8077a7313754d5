#include "outbox.h"

#include "draftstore.h"
#include "filestore.h"
#include "operationrow.h"
#include "owntext.h"

#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

// What the outbox keeps, for how long, and what goes when a case is taken from the clerk.

namespace {

const qint64 day = 24 * 3600; // seconds
const qint64 keptDelivered = 30 * day;
const qint64 keptRevoked = 7 * day;
const qint64 keptDamaged = 30 * day; // copies for the support

const auto revokedReason = QStringLiteral("case.revoked");

} // namespace

QList<CaseId> Outbox::namedCases() const
{
    QList<CaseId> ids;
    sqlite::Query rows = m_database->query("SELECT case_id FROM operation WHERE case_id <> '' UNION"
                                           " SELECT case_id FROM draft WHERE case_id <> ''");
    while (rows.next())
        ids.append(CaseId{ rows.text(0) });
    ids.removeIf([this](const CaseId &id) {
        const QList<PendingOperation> entries = pending(id, true);
        return std::any_of(entries.begin(), entries.end(), [](const PendingOperation &entry) {
            return std::holds_alternative<OpenCase>(entry.operation.args);
        });
    });
    return ids;
}

Status Outbox::revoke(const CaseId &id)
{
    const Result<qint64> left = m_database->number(
        "SELECT (SELECT count(*) FROM operation WHERE case_id = ?1 AND (state <> 'attention' OR"
        " reason <> ?2)) + (SELECT count(*) FROM draft WHERE case_id = ?1 AND keep_until = 0)",
        id.text, revokedReason);
    if (!left || *left == 0)
        return left ? success() : Status(left.error());
    const QSet<QString> named = namedFiles();
    sqlite::Transaction transaction(*m_database);
    if (!transaction.status())
        return transaction.status();
    if (const Status reduced = reduce(id); !reduced)
        return reduced;
    faults::step("outbox.revoke.commit");
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    faults::step("outbox.revoke.committed");
    // A notice that was drawn for the case names its people; nobody names its file any more.
    for (const QString &hash : named - namedFiles())
        m_staged->remove(hash);
    faults::step("outbox.revoke.files");
    const Status truncated = m_database->checkpoint();
    emit changed(id);
    return truncated;
}

Status Outbox::reduce(const CaseId &id)
{
    const Timestamp now = m_clock.now();
    if (const Status gone = m_database->run(
            "DELETE FROM operation WHERE case_id = ?1 AND state = 'delivered'", id.text);
        !gone)
        return gone;
    for (const PendingOperation &entry : pending(id)) {
        const Status held = m_database->run(
            "UPDATE operation SET json = ?2, params = '', state = 'attention', settled = ?4,"
            " reason = ?3 WHERE id = ?1 AND (state <> 'attention' OR reason <> ?3)",
            entry.operation.id.text, sqlite::Utf8{ operationrow::json(ownText(entry.operation)) },
            revokedReason, now.ms);
        if (!held)
            return held;
    }
    for (const Draft &draft : m_drafts->list(id)) {
        const QByteArray own
            = QJsonDocument(ownText(draft.kind, draft.content)).toJson(QJsonDocument::Compact);
        const Status kept = m_database->run("UPDATE draft SET content = ?2, keep_until = ?3 WHERE"
                                            " id = ?1 AND keep_until = 0",
            draft.id.text, sqlite::Utf8{ own }, now.plusSeconds(keptRevoked).ms);
        if (!kept)
            return kept;
    }
    return success();
}

Status Outbox::bringBack(const QList<CaseId> &ids)
{
    QStringList waiting;
    {
        sqlite::Query rows
            = m_database->query("SELECT DISTINCT case_id FROM draft WHERE keep_until > 0");
        while (rows.next())
            waiting.append(rows.text(0));
    }
    for (const QString &caseId : std::as_const(waiting)) {
        if (!ids.contains(CaseId{ caseId }))
            continue;
        const Status kept
            = m_database->run("UPDATE draft SET keep_until = 0 WHERE case_id = ?1", caseId);
        if (!kept)
            return kept;
    }
    return success();
}

Status Outbox::tidy()
{
    const Timestamp now = m_clock.now();
    sqlite::Transaction transaction(*m_database);
    const Status delivered
        = m_database->run("DELETE FROM operation WHERE state = 'delivered' AND settled < ?1",
            now.plusSeconds(-keptDelivered).ms);
    if (!delivered)
        return delivered;
    const Status revoked = m_database->run(
        "DELETE FROM operation WHERE state = 'attention' AND reason = ?2 AND settled < ?1",
        now.plusSeconds(-keptRevoked).ms, revokedReason);
    if (!revoked)
        return revoked;
    const Status drafts
        = m_database->run("DELETE FROM draft WHERE keep_until > 0 AND keep_until < ?1", now.ms);
    if (!drafts)
        return drafts;
    faults::step("outbox.tidy.commit");
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    // A copy that was made today may belong to an editor that has not saved its draft yet.
    const QSet<QString> named = namedFiles();
    const auto isOld = [&](const QFileInfo &file) {
        return now.ms - file.lastModified().toMSecsSinceEpoch() > day * 1000;
    };
    for (const QString &hash : m_staged->list()) {
        const QFileInfo file(m_staged->pathOf(hash));
        if (!named.contains(hash) && (!file.exists() || isOld(file)))
            m_staged->remove(hash);
    }
    // Copies that the program did not get to the end with.
    for (const QFileInfo &part : QDir(m_paths.staged()).entryInfoList(QDir::Files)) {
        if (isOld(part))
            QFile::remove(part.filePath());
    }
    dropDamagedCopies();
    faults::step("outbox.tidy.files");
    return m_database->checkpoint();
}

void Outbox::dropDamagedCopies()
{
    const QDir root(m_paths.root);
    const qint64 before = m_clock.now().plusSeconds(-keptDamaged).ms;
    for (const QString &name :
        root.entryList({ QStringLiteral("outbox.sqlite.damaged-*") }, QDir::Files)) {
        const qint64 at = name.section(QLatin1Char('-'), 1, 1).toLongLong();
        if (at < before)
            QFile::remove(root.filePath(name));
    }
}

QSet<QString> Outbox::namedFiles() const
{
    QSet<QString> named;
    // Delivered ones, too: a portal restored from a backup may need the bytes once more.
    for (const PendingOperation &entry : select("TRUE")) {
        for (const NewAttachment &file : filesOf(entry.operation))
            named.insert(file.sha256);
    }
    for (const Draft &draft : m_drafts->all()) {
        for (const NewAttachment &file : draft.files)
            named.insert(file.sha256);
    }
    return named;
}
