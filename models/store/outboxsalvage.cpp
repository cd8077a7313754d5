#include "outboxsalvage.h"

#include "storefile.h"

#include "models/sqlite/transaction.h"

#include <QLoggingCategory>

Q_LOGGING_CATEGORY(salvageLog, "kontor.store.outbox")

namespace {

struct Table {
    const char *name;
    int columns;
};
constexpr Table tables[] = { { "fact", 2 }, { "operation", 13 }, { "draft", 8 },
    { "reference_block", 5 }, { "reference", 5 } };

// Row by row in both directions, so that one unreadable page in the middle costs only itself.
void carryOver(sqlite::Database &from, sqlite::Database &to, const Table &table, bool backwards)
{
    const bool hasRowId = qstrcmp(table.name, "fact") != 0;
    QByteArray places = "?1";
    for (int i = 2; i <= table.columns; ++i)
        places += ",?" + QByteArray::number(i);
    const QByteArray order = hasRowId && backwards ? " ORDER BY rowid DESC" : "";
    sqlite::Query rows = from.query(QByteArray("SELECT * FROM ") + table.name + order);
    sqlite::Query insert
        = to.query(QByteArray("INSERT OR IGNORE INTO ") + table.name + " VALUES (" + places + ')');
    while (rows.next()) {
        for (int i = 0; i < table.columns; ++i)
            insert.bindAt(i + 1, sqlite::Utf8{ rows.bytes(i) });
        if (!insert.run())
            return;
        insert.reset();
    }
}

} // namespace

Result<std::unique_ptr<sqlite::Database>> openOrSalvageOutbox(
    const QString &path, qint64 nowMs, bool &salvaged)
{
    auto database = openOutboxFile(path);
    const Status checked = database ? (*database)->quickCheck() : Status(database.error());
    if (checked)
        return database;
    if (checked.error().code != ErrorCode::Corrupt)
        return checked.error();
    if (database)
        database->reset();
    const QString suffix = QStringLiteral(".damaged-") + QString::number(nowMs);
    qCWarning(salvageLog) << "outbox is damaged: a copy is kept, saving what can be read";
    if (const Status aside = setAside(path, suffix); !aside)
        return aside.error();
    salvaged = true;
    auto fresh = openOutboxFile(path);
    if (!fresh)
        return fresh;
    const auto damaged = sqlite::Database::open(path + suffix, sqlite::OpenMode::ReadWrite);
    if (!damaged)
        return fresh; // not a database at all any more
    sqlite::Transaction transaction(**fresh);
    for (const Table &table : tables) {
        carryOver(**damaged, **fresh, table, false);
        carryOver(**damaged, **fresh, table, true);
    }
    if (const Status committed = transaction.commit(); !committed)
        return committed.error();
    return fresh;
}
