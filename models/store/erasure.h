#pragma once

#include "models/domain/result.h"

namespace sqlite {
class Database;
}
class FileStore;

// What was taken from the clerk leaves the disk without a trace: rows, files, the terms in the
// full-text index (SQLite keeps those of deleted entries until their segments are merged) and the
// old pages in the log. All of that takes seconds in a large cache, so the page of the feed only
// puts a case out of sight (cases.hidden = doomed), and the rest is a job in slices of mostly
// < 100 ms. How far it is stands in the cache itself: whatever ends the program, it goes on.
class Erasure {
public:
    static constexpr int doomed = 2; // value of cases.hidden

    Erasure(sqlite::Database &database, FileStore &files);

    // Begins the job, or begins it anew, in the transaction that dooms cases.
    Status begin();
    bool isDue() const;
    // One slice. True: there is more to do at once; false: done, or somebody reads and the log
    // cannot be truncated yet (isDue() is still true then).
    Result<bool> step();

private:
    QString stage() const;
    Status setStage(const char *stage);
    Result<bool> eraseRows();
    Result<bool> eraseFiles();
    Result<bool> beginMerge();
    Result<bool> merge();
    Result<bool> truncateLog();

    sqlite::Database &m_database;
    FileStore &m_files;
    bool m_resumed = true; // the job was begun by an earlier run of the program
};
