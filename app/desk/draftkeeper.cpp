#include "draftkeeper.h"

#include "models/store/draftstore.h"

namespace {
constexpr int pauseMs = 700;
}

DraftKeeper::DraftKeeper(DraftStore &store, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::saveNow);
}

DraftKeeper::~DraftKeeper()
{
    const QSignalBlocker quiet(this);
    saveNow();
}

std::optional<Draft> DraftKeeper::find(const CaseId &id, const QString &kind) const
{
    std::optional<Draft> newest;
    for (const Draft &draft : m_store.list(id)) {
        if (draft.kind == kind)
            newest = draft;
    }
    return newest;
}

Result<DraftId> DraftKeeper::ensure(const CaseId &id, const QString &kind)
{
    if (const auto draft = find(id, kind))
        return draft->id;
    Draft draft;
    draft.caseId = id;
    draft.kind = kind;
    const Result<Draft> saved = m_store.save(draft);
    if (!saved)
        return saved.error();
    return saved->id;
}

void DraftKeeper::change(const CaseId &id, const QString &kind, const QJsonObject &content,
    const QList<NewAttachment> &files)
{
    for (Entry &entry : m_waiting) {
        if (entry.caseId == id && entry.kind == kind) {
            entry.content = content;
            entry.files = files;
            m_timer.start();
            return;
        }
    }
    m_waiting.append({ id, kind, content, files });
    m_timer.start();
}

void DraftKeeper::saveNow()
{
    m_timer.stop();
    const QList<Entry> entries = std::exchange(m_waiting, {});
    for (const Entry &entry : entries) {
        Draft draft = find(entry.caseId, entry.kind).value_or(Draft{});
        draft.caseId = entry.caseId;
        draft.kind = entry.kind;
        draft.content = entry.content;
        draft.files = entry.files;
        const Result<Draft> stored = m_store.save(draft);
        if (stored)
            emit saved(entry.caseId, entry.kind, m_clock.now());
        else
            emit failed(stored.error());
    }
}

void DraftKeeper::forget(const CaseId &id, const QString &kind)
{
    m_waiting.removeIf(
        [&](const Entry &entry) { return entry.caseId == id && entry.kind == kind; });
}

void DraftKeeper::remove(const CaseId &id, const QString &kind)
{
    forget(id, kind);
    if (const auto draft = find(id, kind)) {
        if (const Status removed = m_store.remove(draft->id); !removed)
            emit failed(removed.error());
    }
}
