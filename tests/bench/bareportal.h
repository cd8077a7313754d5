#pragma once

#include <QString>
#include <sqlite3.h>
#include <string>

// What a portal cannot be faster than: loops over SQLite in one thread, without HTTP, sign-in,
// rights or forms.
namespace bench {

// Reads pages out of the portal's own database and writes every column as JSON.
class BarePages {
public:
    explicit BarePages(const QString &database);
    ~BarePages();
    std::string page(qint64 since, int limit); // of feed rows behind a number

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_rows = nullptr;
};

// Takes small forms into two tables, each with a commit of its own that waits for the disk.
class BareIntake {
public:
    explicit BareIntake(const QString &database);
    ~BareIntake();
    void take(int number);

private:
    sqlite3 *m_database = nullptr;
    sqlite3_stmt *m_application = nullptr;
    sqlite3_stmt *m_change = nullptr;
};

} // namespace bench
