#pragma once

#include "cache.h"
#include "outbox.h"
#include "vocabulary.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <atomic>

class CacheWriter;

// What the clerk sees: the cache with the outbox carried out on it. Only the few cases that waiting
// operations touch are projected, by the same apply() the portal uses; everything else is read from
// the cache as it is. Lives in the GUI thread; columns and searches come from a worker. A case that
// the portal takes from the clerk has its unsent operations held in the outbox.
class CaseView : public QObject {
    Q_OBJECT
public:
    static Result<std::unique_ptr<CaseView>> open(
        const ProfilePaths &paths, Outbox &outbox, CacheWriter &writer, const Clock &clock);
    ~CaseView() override;

    std::optional<ViewedCase> find(const CaseId &id) const;
    std::optional<CaseId> findReference(const QString &reference) const; // in any spelling
    std::optional<InboxRow> row(qint64 key) const;
    qint64 keyOf(const CaseId &id) const; // negative: only in the outbox; 0: not there
    CaseId idOf(qint64 key) const;
    // An operation on the case as it is seen now: id, device, baseVersion and createdAt filled.
    Operation operation(const CaseId &id, OperationArgs args) const;

    // Rows in the given order at once (without the outbox's cases), to fill the first screen.
    QList<qint64> firstKeys(InboxOrder order, Qt::SortOrder direction, int limit) const;
    QFuture<InboxColumns> columns(); // of the cache; the touched rows are patched by touchedRows()
    QList<InboxRow> touchedRows() const; // as projected
    QFuture<Result<SharedBoardRows>> boardRows(); // from the worker, the outbox's cases included
    CaseCounts counts() const;
    QList<CaseId> search(const QString &text, int limit = 200) const; // outbox included, blocking
    QFuture<QList<qint64>> searchKeys(const QString &text); // from the worker; ends the last one

    QFuture<QList<qint64>> matchingKeys(const QString &text); // the same beside it, none is ended

    const Session &session() const { return m_session; }
    Actor actor() const; // the signed-in clerk
    PermissionSet permissions(const DepartmentId &department) const;
    bool may(Permission permission, const DepartmentId &department) const;
    std::optional<CaseType> caseType(const CaseTypeId &id, int version = 0) const;
    QList<CaseType> caseTypes() const;
    QString typeName(const CaseTypeId &id, const QString &language) const;
    QString clerkName(const ClerkId &id) const; // empty: unknown
    QString departmentName(const DepartmentId &id, const QString &language) const;
    QDate today() const; // at the authority's seat
    SyncState syncState() const;
    QString filePath(const Attachment &attachment) const; // empty: not on this machine
    const Outbox &outbox() const { return m_outbox; }

signals:
    void caseChanged(const CaseId &id);
    void caseRemoved(const CaseId &id);
    void rowsChanged(const QList<qint64> &changed, const QList<qint64> &removed);
    void rowRenamed(qint64 from, qint64 to); // a new case has arrived at the portal and come back
    void listChanged(); // rows may have come, gone or moved
    void outboxChanged();
    void sessionChanged();
    void wordsRead(); // parts of words can be searched now, or new ones

private:
    struct Touched {
        ViewedCase viewed;
        InboxRow row;
        QString text; // folded, for the search
    };
    CaseView(const ProfilePaths &paths, Outbox &outbox, const Clock &clock,
        std::unique_ptr<Cache> cache, std::unique_ptr<Cache> worker, std::unique_ptr<Cache> words);
    void readWords();
    void addWords(const QList<CaseId> &ids);
    void onApplied(const PageEffect &effect);
    void releaseOutbox(const PageEffect &effect);
    void onOutboxChanged(const CaseId &id);
    void refresh(const CaseId &id); // projects one case anew
    std::optional<ViewedCase> project(const CaseId &id) const;
    QList<qint64> touchedMatches(const QString &text) const;

    ProfilePaths m_paths;
    Outbox &m_outbox;
    const Clock &m_clock;
    std::unique_ptr<Cache> m_cache;
    std::unique_ptr<Cache> m_searchCache; // used in m_search only
    std::unique_ptr<Cache> m_wordCache; // used in m_reader only
    Vocabulary m_vocabulary;
    QTimer m_readAgain; // the words, after many cases have come
    QThreadPool m_reader;
    QThreadPool m_search;
    QThreadPool m_loader;
    std::atomic<int> m_searchNumber = 0;
    Session m_session;
    QHash<CaseId, Touched> m_touched;
    QHash<qint64, CaseId> m_touchedKeys;
    QHash<CaseId, qint64> m_newKeys; // of the outbox's own cases: negative
    qint64 m_lastNewKey = 0;
    mutable QHash<CaseTypeId, CaseType> m_types; // newest versions
    mutable std::optional<CaseCounts> m_counts; // of the cache alone
    mutable QDate m_countedOn;
};
