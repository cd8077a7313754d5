#pragma once

#include "models/domain/result.h"

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <mutex>

namespace sqlite {
class Database;
}

// Reads the whole cache, once a day, for what lists and search do not touch would otherwise be
// missed only when somebody needs it. With a million cases that takes minutes, so it has a thread
// and a connection of its own and is ended at once where it would be waited for: when the program
// ends, and when the log must become empty, which it cannot while somebody reads.
class DailyCheck : public QObject {
    Q_OBJECT
public:
    explicit DailyCheck(const QString &path, QObject *parent = nullptr);
    ~DailyCheck() override; // stops, and returns when nothing is read any more

    void begin(); // does nothing while one is under way
    void stop(); // soon; called again it does no harm

signals:
    void cutShort(); // stopped: nothing is known, begin() again
    void ended(const Status &verdict); // sound, or Corrupt "store.corrupt"; else not readable now

private:
    Status read();

    QString m_path;
    QThreadPool m_thread;
    bool m_running = false;
    std::atomic<bool> m_stopped = false;
    std::mutex m_guard; // of the connection, which stop() interrupts from another thread
    std::unique_ptr<sqlite::Database> m_database;
};
