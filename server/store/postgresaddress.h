#pragma once

#include <QString>

namespace portal {

// Whether a database is named as "postgresql://…" with nothing in it that libpq does not know. What
// is not named (host, user, password) libpq takes from the environment and from PGPASSFILE.
bool isPostgresAddress(const QString &address);
bool namesPassword(const QString &address);

} // namespace portal
