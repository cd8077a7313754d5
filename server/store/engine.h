#pragma once

#include "sql.h"

#include <functional>

namespace portal {

// The database behind a Store: how it is made, reached and copied. One kind is a file in the data
// folder for one process, the other a PostgreSQL server for several. Thread-safe.
class Engine {
public:
    // database: empty for folder/portal.db, or "postgresql://…". Errors: InvalidInput
    // "database.address".
    static Result<std::unique_ptr<Engine>> create(const QString &folder, const QString &database);
    virtual ~Engine() = default;

    virtual Result<bool> exists() = 0; // whether a portal was ever made in it
    // Makes it if needed and brings it to the newest schema. Errors: Unsupported "store.newer".
    virtual Status prepare() = 0;
    virtual Result<std::unique_ptr<Sql>> connect(Access access) = 0;
    virtual size_t idleReaders() const = 0; // connections worth keeping
    // From now on told, in a thread of its own, of the feed number of each commit in any process;
    // an empty one ends it. Needless where only one process serves.
    virtual void listen(std::function<void(qint64 feedNumber)> /*listener*/) { }

    // The whole database as of one moment as an SQLite file with the same tables, while others
    // write: what a backup holds, whatever it was taken from. path must not exist.
    virtual Status copyTo(const QString &path) = 0;
    // From such a file, of this version or an older one, into a database where no portal is. The
    // file is not changed. Errors: Conflict "restore.notEmpty".
    virtual Status fillFrom(const QString &path) = 0;
};

} // namespace portal
