#pragma once

#include "sql.h"

#include "models/domain/time.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

// What the portal keeps. SQL stands in this folder only; everybody else uses the repositories
// (Cases, Accounts, …), which are made on the spot from the connection they work with.
namespace portal {

class Engine;

// The running transaction of the one writer. Converts to the connection for reading.
struct Writing {
    Sql &sql;
    qint64 feedNumber = 0; // last number given in it; 0: the feed is unchanged
    operator Sql &() const { return sql; }
};

// The data folder: portal.db unless the database is elsewhere, files/ (bytes of attachments under
// random names), uploads/ (parts). Several processes on one PostgreSQL share the folder.
// All writing goes through one thread that commits whatever queued up during the previous fsync
// (at most 64 at once), each in a savepoint of its own; nobody is answered before COMMIT returned.
// Reading takes a read-only connection from a small pool. While the database is away every call
// fails with Unavailable; of one that failed in COMMIT nobody knows whether it was carried out, so
// whoever repeats it must do so under the same id. Thread-safe.
class Store {
public:
    // Creates and migrates. database: empty for portal.db in the folder, or "postgresql://…".
    // Errors: Unsupported "store.newer", NoSpace, Corrupt, Busy, Unavailable "store.away", Conflict
    // "data.otherPortal" (the folder holds the files of another one).
    static Result<std::unique_ptr<Store>> open(const QString &folder, const QString &database = {});
    ~Store(); // waits for queued work
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    // work: Result<T>(Writing &). Undone whole if it returns an error. Must not call write() again.
    template <class Work> auto write(Work work) -> std::invoke_result_t<Work, Writing &>
    {
        std::optional<std::invoke_result_t<Work, Writing &>> outcome;
        const Status committed = submit([&](Writing &writing) -> Status {
            outcome.emplace(work(writing));
            return outcome->ok() ? success() : Status(outcome->error());
        });
        if (!committed)
            return committed.error();
        return *std::move(outcome);
    }
    // work: Result<T>(Sql &), in one read transaction: sees one moment only. Keep it short.
    template <class Work> auto read(Work work) const -> std::invoke_result_t<Work, Sql &>
    {
        std::optional<std::invoke_result_t<Work, Sql &>> outcome;
        const Status done = reading([&](Sql &sql) -> Status {
            outcome.emplace(work(sql));
            return outcome->ok() ? success() : Status(outcome->error());
        });
        if (!done)
            return done.error();
        return *std::move(outcome);
    }

    // Called in the writer's thread after each commit that moved the feed. Set before serving.
    void onCommit(std::function<void(qint64 feedNumber)> listener);

    const QString &folder() const { return m_folder; }
    Engine &engine() const;
    // Names the portal whose files lie in the folder, where the database is elsewhere.
    static QString markPath(const QString &folder) { return folder + QStringLiteral("/portal.id"); }
    QString uploadFolder() const { return m_folder + QStringLiteral("/uploads"); }
    // Place of a file's bytes: files/ab/<id>. The folder is made if needed. id is a UUID of ours.
    QString filePath(const QString &fileId) const;

private:
    explicit Store(QString folder);
    using Work = std::function<Status(Writing &)>;
    Status submit(Work work);
    Status markFolder();
    Status reading(const std::function<Status(Sql &)> &work) const;

    struct Private;
    QString m_folder;
    std::unique_ptr<Private> d;
};

} // namespace portal
