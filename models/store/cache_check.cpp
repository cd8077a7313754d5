#include "cache.h"

#include "models/domain/wire.h"
#include "models/sqlite/transaction.h"

#include <QCryptographicHash>

// How the cache is held against what the portal says about itself, and against its own file.

static bool isOver(CaseState state)
{
    return !isOpen(state) && state != CaseState::Decided && state != CaseState::Unknown;
}

QList<CaseId> Cache::hiddenCases() const
{
    QList<CaseId> hidden;
    sqlite::Query rows = m_database->query("SELECT uuid FROM cases WHERE hidden = 1");
    while (rows.next())
        hidden.append(CaseId{ rows.text(0) });
    return hidden;
}

Result<PageEffect> Cache::showHidden(const QList<CaseId> &allowed)
{
    PageEffect effect;
    sqlite::Transaction transaction(*m_database);
    for (const CaseId &id : allowed) {
        const Status shown = m_database->run(
            "UPDATE cases SET hidden = 0 WHERE uuid = ?1 AND hidden = 1", id.text);
        if (!shown)
            return shown.error();
        if (m_database->changes() > 0)
            effect.changed.append(id);
    }
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    return effect;
}

Result<CacheDigest> Cache::digest(Timestamp closedBefore) const
{
    CacheDigest digest;
    digest.cursor = state("cursor");
    QCryptographicHash hash(QCryptographicHash::Sha256);
    sqlite::Query rows = m_database->query(
        "SELECT uuid, version, state, updated FROM cases WHERE hidden = 0 ORDER BY uuid");
    while (rows.next()) {
        const bool old = isOver(caseStateOf(rows.text(2))) && rows.integer(3) < closedBefore.ms;
        if (old)
            continue;
        hash.addData(rows.text(0).toLatin1() + ':' + QByteArray::number(rows.integer(1)) + '\n');
        ++digest.cases;
    }
    if (const Status read = rows.status(); !read)
        return read.error();
    digest.sha256 = QString::fromLatin1(hash.result().toHex());
    return digest;
}

Status Cache::noteCompared()
{
    return setState("pulls", QStringLiteral("0"));
}

Timestamp Cache::checkedAt() const
{
    return { state("checked").toLongLong() };
}

Status Cache::noteChecked(Timestamp now)
{
    return setState("checked", QString::number(now.ms));
}
