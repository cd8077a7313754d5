#include "migrator.h"

#include "transaction.h"

#include "models/faults/faults.h"

#include <QDir>
#include <QFile>

namespace sqlite {

Result<QStringList> migrations(const QString &folder)
{
    const QStringList scripts
        = QDir(folder).entryList({ QStringLiteral("*.sql") }, QDir::Files, QDir::Name);
    QStringList paths;
    for (int i = 0; i < scripts.size(); ++i) {
        if (scripts[i].left(4).toInt() != i + 1)
            return error(ErrorCode::Internal, "store.migrations", {}, scripts[i]);
        paths.append(folder + QLatin1Char('/') + scripts[i]);
    }
    if (scripts.isEmpty())
        return error(ErrorCode::Internal, "store.migrations", {}, folder);
    return paths;
}

Result<int> migrate(Database &database, const QString &folder)
{
    const Result<QStringList> paths = migrations(folder);
    if (!paths)
        return paths.error();
    const QStringList &scripts = *paths;
    const Result<qint64> version = database.number("PRAGMA user_version");
    if (!version)
        return version.error();
    if (*version > scripts.size()) {
        return error(ErrorCode::Unsupported, "store.newer",
            { { QStringLiteral("found"), *version },
                { QStringLiteral("known"), int(scripts.size()) } });
    }
    for (int i = int(*version); i < scripts.size(); ++i) {
        QFile file(scripts[i]);
        if (!file.open(QIODevice::ReadOnly))
            return error(ErrorCode::Internal, "store.migrations", {}, scripts[i]);
        Transaction transaction(database);
        if (!transaction.status())
            return transaction.status().error();
        // Another process may have come first while we waited for the lock.
        const Result<qint64> now = database.number("PRAGMA user_version");
        if (!now)
            return now.error();
        if (*now > i)
            continue;
        if (const Status done = database.execute(file.readAll()); !done)
            return done.error();
        faults::step("migrate.script");
        const QByteArray mark = "PRAGMA user_version=" + QByteArray::number(i + 1);
        if (const Status marked = database.execute(mark); !marked)
            return marked.error();
        if (const Status committed = transaction.commit(); !committed)
            return committed.error();
        faults::step("migrate.committed");
    }
    return int(scripts.size());
}

} // namespace sqlite
