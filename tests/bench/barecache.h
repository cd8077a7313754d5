#pragma once

#include "models/store/inboxrow.h"

#include <sqlite3.h>
#include <string>
#include <vector>

// The ceiling of the cache: a loop over the C interface that writes the same rows into the same
// columns, but knows nothing: no index, no search, no look whether a case is there already, and
// all values ready in memory.
namespace bench {

class BareCache {
public:
    explicit BareCache(const std::string &path);
    ~BareCache();
    BareCache(const BareCache &) = delete;
    BareCache &operator=(const BareCache &) = delete;

    struct Row {
        std::vector<std::string> texts; // uuid … department
        std::vector<qint64> numbers; // version … updated
        std::string json;
        std::vector<std::string> hashes;
    };
    static Row rowOf(const CaseFile &caseFile, const QByteArray &json, QDate today);

    void begin() { run("BEGIN"); }
    void insert(const Row &row);
    void commit() { run("COMMIT"); }
    void finish() { run("PRAGMA wal_checkpoint(TRUNCATE)"); }

private:
    void run(const char *sql);
    sqlite3_stmt *prepared(const char *sql);
    void step(sqlite3_stmt *statement);

    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_case = nullptr;
    sqlite3_stmt *m_body = nullptr;
    sqlite3_stmt *m_file = nullptr;
};

} // namespace bench
