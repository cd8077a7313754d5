#pragma once

#include <QString>
#include <functional>
#include <memory>

class QThread;

namespace portal {

// Waits on a connection of its own for what other portals commit (LISTEN/NOTIFY). News that came
// while it had no connection are told when it has one again.
class PostgresListener {
public:
    PostgresListener(QString address, std::function<void(qint64 feedNumber)> listener);
    ~PostgresListener(); // nothing is told after it

private:
    std::unique_ptr<QThread> m_thread;
};

} // namespace portal
