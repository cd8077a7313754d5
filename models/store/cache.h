#pragma once

#include "boardrows.h"
#include "profile.h"

#include "models/domain/pending.h"
#include "models/domain/protocol.h"

#include <optional>

namespace sqlite {
class Database;
}

class Erasure;
class FileStore;
class Vocabulary;

// What a page of the feed has done to the cache.
struct PageEffect {
    QList<CaseId> changed;
    QList<CaseId> removed; // tombstone, revoked, or left over after a full read
    QList<CaseId> revoked; // of those removed: no longer the clerk's; their unsent operations stop
    QList<CaseId> hidden; // too many revoked at once: hidden, erased only once confirmed
    QList<qint64> removedKeys; // local row numbers of those removed or hidden
    QList<CaseTypeId> types;
    bool more = false;
    bool complete = false; // nothing more to come: a case that is not here now is not the clerk's
};

struct SyncState {
    QString serverId;
    QString epoch;
    QString cursor; // opaque; empty: from the start
    Timestamp pulledAt; // last page that was applied
    bool resync = false; // a full read is under way
    int pulls = 0; // complete ones since the cache was last compared with the portal
};

// What the cache holds, to be compared with the portal's own word at the same cursor.
struct CacheDigest {
    QString cursor;
    qint64 cases = 0;
    QString sha256; // of the lines "id:version\n" in order of id
};

// What the portal has told us, and nothing else: no optimistic state ever gets in here, so it may
// be thrown away and read anew at any time. One object is one connection for one thread at a time;
// writers and readers open their own (WAL). A corrupt file is set aside and begun anew.
class Cache {
public:
    static Result<std::unique_ptr<Cache>> open(const ProfilePaths &paths);
    ~Cache();

    // One transaction with the cursor. A change is taken only if its version is newer, so pages may
    // come twice and in any order. Corrupt "feed.body" if a body cannot be read: nothing is
    // changed.
    Result<PageEffect> applyPage(const FeedPage &page, Timestamp now);
    // A full read begins (410, or another epoch): rows stay visible until endResync(), which
    // removes those that did not come again. The cursor is empty afterwards.
    Status beginResync(const QString &epoch);
    Result<PageEffect> endResync();
    QList<CaseId> hiddenCases() const; // revoked with too many others: erased once confirmed
    Result<PageEffect> eraseHidden(); // the portal has confirmed the revocation
    Result<PageEffect> showHidden(const QList<CaseId> &allowed); // of these it was a mistake
    // Without cases that were closed for good before `closedBefore`: the portal may have let them
    // go without a word.
    Result<CacheDigest> digest(Timestamp closedBefore) const;
    Status noteCompared();

    Result<SyncState> syncState() const;
    Status bindServer(const QString &serverId, const QString &epoch);
    Status saveSession(const Session &session);
    std::optional<Session> session() const;
    std::optional<CaseType> caseType(const CaseTypeId &id, int version = 0) const; // 0: newest
    QList<CaseType> caseTypes() const; // newest versions

    std::optional<CaseFile> find(const CaseId &id) const;
    std::optional<InboxRow> row(qint64 key) const;
    qint64 keyOf(const CaseId &id) const; // 0: not there, or hidden
    bool hasLeft(const CaseId &id) const; // it was here, and the portal has taken it away
    bool knows(const CaseId &id) const; // also while it is hidden until confirmed
    CaseId idOf(qint64 key) const;
    QList<qint64> firstKeys(InboxOrder order, Qt::SortOrder direction, int limit) const;
    InboxColumns columns() const;
    Result<BoardRows> boardRows() const;
    CaseCounts counts(const ClerkId &clerk, QDate today) const;
    // Cases in which every word begins a word of the case, newest first; a reference first of all.
    // Umlauts and ß are folded (Müller = Mueller). Empty for less than one letter or digit. With a
    // vocabulary a word of four letters or more may also stand inside of a word of the case.
    QList<qint64> search(
        const QString &text, int limit = -1, const Vocabulary *vocabulary = nullptr) const;
    void readWords(Vocabulary &vocabulary) const;
    int caseCount() const;

    const FileStore &files() const { return *m_files; }
    FileStore &files() { return *m_files; }
    void interrupt(); // from any thread: ends a running search
    // Verifies a download and keeps it, if a case of the clerk still names it: a revocation may
    // have been faster (NotFound "file.notNamed").
    Status finishFile(const QString &sha256);
    // One slice of idle work (erasing, full-text merge, checkpoint), mostly < 100 ms; false:
    // nothing left that can be done now.
    Result<bool> maintain();
    bool isErasing() const; // what was revoked is out of sight and not gone from the disk yet
    Timestamp checkedAt() const; // when DailyCheck last found the file sound
    Status noteChecked(Timestamp now);

private:
    friend struct StoreProbe; // of the tests: makes the disk full
    Cache(const ProfilePaths &paths, std::unique_ptr<sqlite::Database> database);
    Status prepare();
    Status take(const FeedChange &change, QDate today, PageEffect &effect);
    Status takeCase(const FeedChange &change, QDate today, PageEffect &effect);
    Status saveFiles(const FeedChange &change, const CaseFile &caseFile);
    Status dropCase(const FeedChange &change, PageEffect &effect);
    Status hideCase(const CaseId &id, PageEffect &effect);
    Result<bool> tooManyRevoked(const FeedPage &page) const;
    Result<PageEffect> removeWhere(const QByteArray &condition);
    QString state(const char *name) const;
    Status setState(const char *name, const QString &value);

    ProfilePaths m_paths;
    std::unique_ptr<sqlite::Database> m_database;
    std::unique_ptr<FileStore> m_files;
    std::unique_ptr<Erasure> m_erasure;
};
