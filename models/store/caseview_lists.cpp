#include "caseview.h"

#include "casetext.h"
#include "filestore.h"
#include "germantext.h"
#include "whendone.h"

#include <QFileInfo>
#include <algorithm>

// Lists, search, and the words for ids.

QList<qint64> CaseView::firstKeys(InboxOrder order, Qt::SortOrder direction, int limit) const
{
    return m_cache->firstKeys(order, direction, limit);
}

QFuture<InboxColumns> CaseView::columns()
{
    if (!m_vocabulary.isRead() && m_reader.activeThreadCount() == 0)
        readWords();
    return runIn(m_loader, [paths = m_paths]() -> InboxColumns {
        const auto cache = Cache::open(paths);
        return cache ? (*cache)->columns() : InboxColumns();
    });
}

QFuture<Result<SharedBoardRows>> CaseView::boardRows()
{
    return runIn(m_loader, [paths = m_paths, touched = touchedRows()]() -> Result<SharedBoardRows> {
        const auto cache = Cache::open(paths);
        if (!cache)
            return cache.error();
        Result<BoardRows> rows = (*cache)->boardRows();
        if (!rows)
            return rows.error();
        rows->patch(touched);
        return std::make_shared<const BoardRows>(*std::move(rows));
    });
}

void CaseView::readWords()
{
    if (m_reader.activeThreadCount() > 0) { // with very many cases a reading takes long
        m_readAgain.start();
        return;
    }
    whenDone(runIn(m_reader,
                 [this]() -> bool {
                     m_wordCache->readWords(m_vocabulary);
                     return true;
                 }),
        this, [this](bool) { emit wordsRead(); });
}

void CaseView::addWords(const QList<CaseId> &ids)
{
    if (ids.size() > fewCases) {
        m_readAgain.start();
        return;
    }
    for (const CaseId &id : ids) {
        if (const std::optional<CaseFile> caseFile = m_cache->find(id))
            m_vocabulary.add(folded(searchText(*caseFile)));
    }
}

QList<InboxRow> CaseView::touchedRows() const
{
    QList<InboxRow> rows;
    for (const Touched &touched : m_touched)
        rows.append(touched.row);
    return rows;
}

namespace {

// Adds the row to the counts, or takes it out again.
void count(CaseCounts &counts, const InboxRow &row, const ClerkId &clerk, QDate today, int sign)
{
    if (!isOpen(row.state))
        return;
    counts.inbox += sign;
    counts.mine += !clerk.isNull() && row.assignee == clerk ? sign : 0;
    counts.fresh += row.state == CaseState::New ? sign : 0;
    counts.unassigned += row.assignee.isNull() ? sign : 0;
    counts.waiting += row.state == CaseState::WaitingForApplicant ? sign : 0;
    counts.unread += row.unread ? sign : 0;
    counts.followUps += !row.followUp.isNull() && row.followUp <= today ? sign : 0;
    counts.overdue += !row.due.isNull() && row.due < today && !row.paused ? sign : 0;
}

} // namespace

CaseCounts CaseView::counts() const
{
    const ClerkId clerk = m_session.clerk.id;
    const QDate day = today();
    if (!m_counts || m_countedOn != day) {
        m_counts = m_cache->counts(clerk, day);
        m_countedOn = day;
    }
    CaseCounts counts = *m_counts;
    for (const Touched &touched : m_touched) {
        if (const std::optional<InboxRow> cached = m_cache->row(touched.row.key))
            count(counts, *cached, clerk, day, -1);
        count(counts, touched.row, clerk, day, 1);
    }
    const Outbox::Counts open = m_outbox.counts();
    counts.pendingOperations = open.moving + open.attention;
    counts.needAttention = open.attention;
    return counts;
}

QList<qint64> CaseView::touchedMatches(const QString &text) const
{
    QList<qint64> keys;
    const QStringList words = folded(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return keys;
    for (const Touched &touched : m_touched) {
        const QString padded = QLatin1Char(' ') + touched.text;
        if (std::all_of(words.begin(), words.end(), [&](const QString &word) {
                return padded.contains(word.size() < 4 ? QLatin1Char(' ') + word : word);
            }))
            keys.append(touched.row.key);
    }
    return keys;
}

QList<CaseId> CaseView::search(const QString &text, int limit) const
{
    QList<CaseId> ids;
    for (const qint64 key : m_cache->search(text, limit, &m_vocabulary) + touchedMatches(text)) {
        const CaseId id = idOf(key);
        if (!id.isNull() && !ids.contains(id))
            ids.append(id);
    }
    if (limit >= 0 && ids.size() > limit)
        ids.resize(limit);
    return ids;
}

QFuture<QList<qint64>> CaseView::searchKeys(const QString &text)
{
    const int number = ++m_searchNumber;
    m_searchCache->interrupt(); // the last keystroke is stale
    return runIn(m_search, [this, number, text, more = touchedMatches(text)]() -> QList<qint64> {
        return number == m_searchNumber ? m_searchCache->search(text, -1, &m_vocabulary) + more
                                        : QList<qint64>();
    });
}

QFuture<QList<qint64>> CaseView::matchingKeys(const QString &text)
{
    return runIn(m_loader, [this, text, more = touchedMatches(text)]() -> QList<qint64> {
        const auto cache = Cache::open(m_paths);
        return cache ? (*cache)->search(text, -1, &m_vocabulary) + more : more;
    });
}

Actor CaseView::actor() const
{
    return Actor{ ActorKind::Clerk, m_session.clerk.id.text, m_session.clerk.name, {} };
}

PermissionSet CaseView::permissions(const DepartmentId &department) const
{
    const QList<Permission> granted = m_session.grants.value(department);
    return PermissionSet(granted.begin(), granted.end());
}

bool CaseView::may(Permission permission, const DepartmentId &department) const
{
    return m_session.grants.value(department).contains(permission);
}

std::optional<CaseType> CaseView::caseType(const CaseTypeId &id, int version) const
{
    if (version != 0)
        return m_cache->caseType(id, version);
    const auto known = m_types.constFind(id);
    if (known != m_types.constEnd())
        return *known;
    const std::optional<CaseType> type = m_cache->caseType(id);
    if (type)
        m_types.insert(id, *type);
    return type;
}

QList<CaseType> CaseView::caseTypes() const
{
    return m_cache->caseTypes();
}

QString CaseView::typeName(const CaseTypeId &id, const QString &language) const
{
    const std::optional<CaseType> type = caseType(id);
    return type ? type->name.in(language) : id.text;
}

QString CaseView::clerkName(const ClerkId &id) const
{
    if (id == m_session.clerk.id)
        return m_session.clerk.name;
    for (const Colleague &colleague : m_session.colleagues) {
        if (colleague.id == id)
            return colleague.name;
    }
    return {};
}

QString CaseView::departmentName(const DepartmentId &id, const QString &language) const
{
    for (const Department &department : m_session.departments) {
        if (department.id == id)
            return department.name.in(language);
    }
    return id.text;
}

QDate CaseView::today() const
{
    return localDate(m_clock.now(), m_session.authority.zone.toLatin1());
}

SyncState CaseView::syncState() const
{
    return m_cache->syncState().valueOr({});
}

QString CaseView::filePath(const Attachment &attachment) const
{
    const QString cached = m_cache->files().pathOf(attachment.sha256);
    if (QFileInfo(cached).size() == attachment.size && QFileInfo::exists(cached))
        return cached;
    return m_outbox.stagedPath(attachment.sha256);
}
