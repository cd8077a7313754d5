#include "engine.h"

#include "postgresaddress.h"
#include "postgresengine.h"
#include "sqliteengine.h"

namespace portal {

Result<std::unique_ptr<Engine>> Engine::create(const QString &folder, const QString &database)
{
    if (database.isEmpty())
        return std::unique_ptr<Engine>(
            std::make_unique<SqliteEngine>(folder + QStringLiteral("/portal.db")));
    if (isPostgresAddress(database))
        return std::unique_ptr<Engine>(std::make_unique<PostgresEngine>(folder, database));
    return error(ErrorCode::InvalidInput, "database.address");
}

} // namespace portal
