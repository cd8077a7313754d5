#pragma once

#include "profile.h"

#include "models/domain/pending.h"

#include <QObject>
#include <QSet>
#include <optional>

namespace sqlite {
class Database;
}

class DraftStore;
class FileStore;
class ReferenceStore;
class SteadyClock;

// What the clerk has done and the portal does not have yet. Irreplaceable: every change is on the
// disk (synchronous=FULL) before the call returns, nothing is ever reset silently, and a corrupt
// file is copied before what can be read is saved out of it. Lives in the GUI thread.
class Outbox : public QObject {
    Q_OBJECT
public:
    // steady: what waiting goes by; null: the clock.
    static Result<std::unique_ptr<Outbox>> open(
        const ProfilePaths &paths, const Clock &clock, const SteadyClock *steady = nullptr);
    ~Outbox() override;

    struct Append {
        DraftId draft; // deleted in the same transaction; null: none
        Timestamp notBefore; // end of the undo window; null: send at once
    };
    // Durable once it returns. Fills id, device, after and createdAt where they are empty; a fee of
    // source LeasedBlock without reference gets the next one (TooMany "reference.exhausted").
    // NotFound "outbox.fileMissing" if a file of the operation is not staged.
    Result<Operation> append(Operation operation, const Append &how = {});

    // Of one case in order; open ones and, with `delivered`, those kept since.
    QList<PendingOperation> pending(const CaseId &id, bool delivered = false) const;
    QList<PendingOperation> all() const; // open ones, oldest first
    QList<PendingOperation> notSent() const; // Conflict, Rejected, NeedsAttention
    // Of the open ones: under way, and in notSent(). Costs the same however long the texts are:
    // asked at every change.
    struct Counts {
        int moving = 0;
        int attention = 0;
    };
    Counts counts() const;
    QList<PendingOperation> delivered(Timestamp since) const; // of the last 30 days
    std::optional<PendingOperation> find(const OperationId &id) const;
    QList<CaseId> touchedCases() const; // open operations, or delivered in the last day
    // What may be sent now, oldest first: of each case only its first, because the portal must not
    // carry out the second while the first is in conflict.
    QList<PendingOperation> sendable(Timestamp now, int limit = 50) const;
    Timestamp nextAttempt() const; // of what waits; null: nothing waits

    Status markSending(const QList<OperationId> &ids);
    // No answer: back to Waiting. `reason` is the error's key. certainlyNot: the connection was
    // never made, so the operations cannot have arrived.
    Status markUnsent(const QList<OperationId> &ids, Timestamp nextAttempt, const QString &reason,
        bool certainlyNot = false);
    // The portal's word. Retry and MissingBlobs wait for `nextAttempt`.
    Status markResult(const OperationResult &result, Timestamp nextAttempt = {});
    Status hold(const OperationId &id, const QString &reason); // NeedsAttention
    // The portal was restored from a backup and has forgotten these: the clerk decides whether they
    // go once more, under the same id (release) or not at all (withdraw).
    Status holdForgotten(const QList<OperationId> &ids);
    // What has waited for half a year is held: the world has gone on, the clerk looks at it first.
    Status holdOld();
    Status release(const OperationId &id); // held: send it after all; waiting: send it now
    // In the place of one in conflict or rejected: the clerk's choice on the new version, with an
    // id of its own (the portal has answered the old one for good).
    Result<Operation> replace(const OperationId &id, Operation renewed);
    // Gone for good, the chain is closed behind it. Conflict "outbox.maybeSent" if it may have
    // arrived already, "outbox.hasSuccessors" for a new case that others build on.
    Status withdraw(const OperationId &id);
    // The case is no longer the clerk's: what was delivered goes at once; what was not sent is held
    // with "case.revoked", reduced to the clerk's own words and files, and deleted 7 days later.
    // So are drafts. Doing it again changes nothing.
    Status revoke(const CaseId &id);
    Status bringBack(const QList<CaseId> &ids); // those are the clerk's again: drafts stay
    // Cases of the portal that operations or drafts name; not those that were opened here.
    QList<CaseId> namedCases() const;
    Status tidy(); // removes what is kept no longer, and staged files nobody names

    // Copies of files to be sent; what a clerk does to the original afterwards changes nothing.
    Result<NewAttachment> stageFile(const QString &path); // id, name, type, size, sha256 filled
    Result<NewAttachment> stageData(
        const QString &name, const QString &type, const QByteArray &data);
    QString stagedPath(const QString &sha256) const; // empty: not there

    DraftStore &drafts() { return *m_drafts; }
    const DraftStore &drafts() const { return *m_drafts; }
    ReferenceStore &references() { return *m_references; }

    // Small facts that must survive the cache: "deviceId", "serverId", "clerkId", "login" …
    QString fact(const QString &name) const;
    Status setFact(const QString &name, const QString &value);
    // The file was damaged and saved as far as it could be read; the copy is kept. Told to the
    // clerk at every start until they have taken note.
    bool wasSalvaged() const;
    Status acknowledgeSalvage();

signals:
    void changed(const CaseId &id);

private:
    friend struct StoreProbe; // of the tests: makes the disk full
    Outbox(
        const ProfilePaths &paths, const Clock &clock, std::unique_ptr<sqlite::Database> database);
    QList<PendingOperation> select(const QByteArray &where, const QString &value = {}) const;
    Status complete(Operation &operation);
    Status bindReference(Operation &operation);
    Status insert(const Operation &operation, Timestamp notBefore);
    Status relink(const OperationId &from, const OperationId &to);
    Status settle(const OperationId &id, PendingState state, const QString &reason,
        const QJsonObject &params, qint64 version, Timestamp nextAttempt);
    Status reduce(const CaseId &id);
    qint64 steadyMs() const;
    void wait(const OperationId &id, Timestamp until);
    void dropFiles(const Operation &operation);
    void dropDamagedCopies();
    QSet<QString> namedFiles() const;

    std::unique_ptr<sqlite::Database> m_database;
    std::unique_ptr<FileStore> m_staged;
    std::unique_ptr<DraftStore> m_drafts;
    std::unique_ptr<ReferenceStore> m_references;
    ProfilePaths m_paths;
    const Clock &m_clock;
    const SteadyClock *m_steady = nullptr;
    // When each operation is due, by the steady clock: the wall clock may jump in either direction.
    // After a restart everything is due.
    QHash<OperationId, qint64> m_due;
};
