#include "caseview.h"

#include "cachewriter.h"
#include "casetext.h"
#include "draftstore.h"
#include "filestore.h"
#include "germantext.h"

#include "models/domain/apply.h"

#include <QFileInfo>
#include <QLoggingCategory>

Q_LOGGING_CATEGORY(viewLog, "kontor.store.view")

namespace {

const int readAgainMs = 3000;
const qsizetype fewCases = 20; // whose words are taken one by one

} // namespace

CaseView::CaseView(const ProfilePaths &paths, Outbox &outbox, const Clock &clock,
    std::unique_ptr<Cache> cache, std::unique_ptr<Cache> worker, std::unique_ptr<Cache> words)
    : m_paths(paths)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_cache(std::move(cache))
    , m_searchCache(std::move(worker))
    , m_wordCache(std::move(words))
{
    m_reader.setMaxThreadCount(1);
    m_readAgain.setSingleShot(true);
    m_readAgain.setInterval(readAgainMs);
    connect(&m_readAgain, &QTimer::timeout, this, &CaseView::readWords);
    m_search.setMaxThreadCount(1);
    m_loader.setMaxThreadCount(1);
    if (const std::optional<Session> session = m_cache->session())
        m_session = *session;
    PageEffect before; // of a page that was taken just before the program ended
    for (const CaseId &id : m_outbox.namedCases()) {
        if (m_cache->hasLeft(id))
            before.removed.append(id);
    }
    releaseOutbox(before);
    for (const CaseId &id : m_outbox.touchedCases())
        refresh(id);
    connect(&m_outbox, &Outbox::changed, this, &CaseView::onOutboxChanged);
}

CaseView::~CaseView()
{
    ++m_searchNumber;
    m_searchCache->interrupt();
    m_wordCache->interrupt();
    m_reader.waitForDone();
    m_search.waitForDone();
    m_loader.waitForDone();
}

Result<std::unique_ptr<CaseView>> CaseView::open(
    const ProfilePaths &paths, Outbox &outbox, CacheWriter &writer, const Clock &clock)
{
    auto cache = Cache::open(paths);
    if (!cache)
        return cache.error();
    auto worker = Cache::open(paths);
    if (!worker)
        return worker.error();
    auto words = Cache::open(paths);
    if (!words)
        return words.error();
    std::unique_ptr<CaseView> view(new CaseView(
        paths, outbox, clock, *std::move(cache), *std::move(worker), *std::move(words)));
    connect(&writer, &CacheWriter::applied, view.get(), &CaseView::onApplied);
    connect(&writer, &CacheWriter::sessionSaved, view.get(),
        [view = view.get()](const Session &session) {
            view->m_session = session;
            for (const CaseId &id : view->m_touched.keys())
                view->refresh(id); // rights may have come or gone
            emit view->sessionChanged();
            emit view->listChanged();
        });
    return view;
}

void CaseView::onApplied(const PageEffect &effect)
{
    m_counts.reset();
    if (!effect.types.isEmpty())
        m_types.clear();
    releaseOutbox(effect);
    QList<qint64> changed;
    for (const CaseId &id : effect.changed) {
        if (m_touched.contains(id))
            refresh(id);
        changed.append(keyOf(id));
        emit caseChanged(id);
    }
    for (const CaseId &id : effect.removed + effect.hidden) {
        refresh(id);
        emit caseRemoved(id);
    }
    addWords(effect.changed);
    if (!changed.isEmpty() || !effect.removedKeys.isEmpty()) {
        emit rowsChanged(changed, effect.removedKeys);
        emit listChanged();
    }
}

// What the portal has taken away leaves the outbox, too. A complete read also shows what was taken
// while this program did not run, or was still writing when it ended.
void CaseView::releaseOutbox(const PageEffect &effect)
{
    QList<CaseId> taken = effect.removed;
    if (effect.complete) {
        for (const CaseId &id : m_outbox.namedCases()) {
            if (!m_cache->knows(id))
                taken.append(id);
        }
    }
    Status done = success();
    for (const CaseId &id : std::as_const(taken)) {
        if (const Status revoked = m_outbox.revoke(id); !revoked)
            done = revoked;
    }
    if (const Status back = m_outbox.bringBack(effect.changed); !back)
        done = back;
    if (!done) // the next complete read tries again
        qCWarning(viewLog) << "the outbox cannot follow a revocation:" << done.error().key;
}

void CaseView::onOutboxChanged(const CaseId &id)
{
    const qint64 before = m_newKeys.value(id);
    refresh(id);
    const qint64 key = keyOf(id);
    QList<qint64> changed;
    QList<qint64> removed;
    if (key != 0)
        changed.append(key);
    else if (before != 0)
        removed.append(before); // a new case that was withdrawn
    if (key != 0)
        emit caseChanged(id);
    else
        emit caseRemoved(id);
    emit rowsChanged(changed, removed);
    emit listChanged();
    emit outboxChanged();
}

void CaseView::refresh(const CaseId &id)
{
    m_touchedKeys.remove(m_touched.value(id).row.key);
    const std::optional<ViewedCase> viewed = project(id);
    const qint64 key = m_cache->keyOf(id);
    if (key > 0 && m_newKeys.contains(id))
        emit rowRenamed(m_newKeys.take(id), key);
    if (!viewed || viewed->pending.isEmpty()) {
        m_touched.remove(id);
        m_newKeys.remove(id);
        return;
    }
    Touched touched{ *viewed, inboxRow(viewed->caseFile, today()),
        folded(searchText(viewed->caseFile)) };
    touched.row.key = key > 0 ? key : m_newKeys.value(id);
    if (touched.row.key == 0)
        touched.row.key = m_newKeys[id] = --m_lastNewKey;
    for (const PendingOperation &entry : viewed->pending)
        touched.row.pending += entry.isOpen() ? 1 : 0;
    touched.row.attention = viewed->conflict() != nullptr;
    m_touchedKeys.insert(touched.row.key, id);
    m_touched.insert(id, touched);
}

namespace {

bool waitsForClerk(PendingState state)
{
    return state == PendingState::Conflict || state == PendingState::Rejected
        || state == PendingState::NeedsAttention;
}

// The portal had carried it out before its answer got lost: the case has come back with it.
bool isContained(const Operation &operation, const CaseFile &caseFile)
{
    const EventId first{ derivedUuid(operation.id.text, "event/1") };
    for (const TimelineEvent &event : caseFile.events) {
        if (event.id == first)
            return true;
    }
    for (const FieldChange &change : caseFile.changes) {
        if (change.operation == operation.id)
            return true;
    }
    return false;
}

} // namespace

std::optional<ViewedCase> CaseView::project(const CaseId &id) const
{
    ViewedCase viewed;
    if (std::optional<CaseFile> portal = m_cache->find(id))
        viewed.portal = *std::move(portal);
    viewed.caseFile = viewed.portal;
    viewed.baseVersion = viewed.portal.version;
    for (const PendingOperation &entry : m_outbox.pending(id, true)) {
        if (!entry.isOpen() && entry.version <= viewed.portal.version)
            continue;
        viewed.pending.append(entry);
        const auto *open = std::get_if<OpenCase>(&entry.operation.args);
        if ((waitsForClerk(entry.state) && !open) || isContained(entry.operation, viewed.portal))
            continue;
        ApplyContext context;
        context.actor = actor();
        context.now = entry.operation.createdAt;
        context.permissions = permissions(open ? open->department : viewed.caseFile.department);
        context.zone = m_session.authority.zone.toLatin1();
        // What cannot be carried out any more is shown by the portal's answer, not guessed here.
        if (auto after = apply(entry.operation, viewed.caseFile, context))
            viewed.caseFile = *std::move(after);
    }
    if (viewed.caseFile.id.isNull())
        return std::nullopt;
    return viewed;
}

std::optional<ViewedCase> CaseView::find(const CaseId &id) const
{
    const auto touched = m_touched.constFind(id);
    return touched != m_touched.constEnd() ? touched->viewed : project(id);
}

std::optional<CaseId> CaseView::findReference(const QString &reference) const
{
    for (const qint64 key : m_cache->search(reference, 5)) {
        const std::optional<InboxRow> found = m_cache->row(key);
        if (found && foldedReference(found->reference) == foldedReference(reference))
            return found->id;
    }
    return std::nullopt;
}

std::optional<InboxRow> CaseView::row(qint64 key) const
{
    const auto touched = m_touchedKeys.constFind(key);
    return touched != m_touchedKeys.constEnd() ? m_touched.value(*touched).row : m_cache->row(key);
}

qint64 CaseView::keyOf(const CaseId &id) const
{
    const qint64 fresh = m_newKeys.value(id);
    return fresh != 0 ? fresh : m_cache->keyOf(id);
}

CaseId CaseView::idOf(qint64 key) const
{
    const auto touched = m_touchedKeys.constFind(key);
    return touched != m_touchedKeys.constEnd() ? *touched : m_cache->idOf(key);
}

Operation CaseView::operation(const CaseId &id, OperationArgs args) const
{
    Operation operation;
    operation.id = newId<OperationId>(m_clock);
    operation.device = DeviceId{ m_outbox.fact(QStringLiteral("deviceId")) };
    operation.caseId = id;
    operation.createdAt = m_clock.now();
    if (const std::optional<InboxRow> row = m_cache->row(m_cache->keyOf(id)))
        operation.baseVersion = row->version;
    operation.args = std::move(args);
    return operation;
}
