#pragma once

#include "engine.h"

namespace portal {

// portal.db in the data folder.
class SqliteEngine : public Engine {
public:
    explicit SqliteEngine(QString path)
        : m_path(std::move(path))
    {
    }
    Result<bool> exists() override;
    Status prepare() override;
    Result<std::unique_ptr<Sql>> connect(Access access) override;
    // One for each thread that answers requests: opening one costs more than a page of the feed.
    size_t idleReaders() const override { return 16; }
    Status copyTo(const QString &path) override;
    Status fillFrom(const QString &path) override;

private:
    QString m_path;
};

} // namespace portal
