#pragma once

#include "engine.h"

#include <chrono>
#include <mutex>

namespace portal {

class PostgresListener;
class PostgresSql;

// A PostgreSQL database that several portals serve at once. It may be away for a while: then each
// call fails with Unavailable at once or after the few seconds that a connection may take.
class PostgresEngine : public Engine {
public:
    // folder: where a copy may lie for the moment.
    PostgresEngine(QString folder, QString address);
    ~PostgresEngine() override;
    Result<bool> exists() override;
    Status prepare() override;
    Result<std::unique_ptr<Sql>> connect(Access access) override;
    size_t idleReaders() const override { return 8; }
    void listen(std::function<void(qint64 feedNumber)> listener) override;
    Status copyTo(const QString &path) override;
    Status fillFrom(const QString &path) override;

private:
    Status take(const QString &path);

    const QString m_folder;
    const QString m_address;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_notBefore; // of the next attempt
    bool m_trying = false;
    std::optional<Error> m_away;
    std::unique_ptr<PostgresListener> m_listener;
};

} // namespace portal
