#include "outboxsalvage.h"

#include "storefile.h"

#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QFile>
#include <QLoggingCategory>
#include <QtEndian>
#include <filesystem>

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

// Bytes as they are: opening the damaged file, even to read it, may change it.
Status keepCopy(const QString &path, qint64 nowMs)
{
    const QString copy = path + QStringLiteral(".damaged-") + QString::number(nowMs);
    for (const char *sidecar : { "", "-wal" }) {
        const QString from = path + QLatin1String(sidecar);
        const QString to = copy + QLatin1String(sidecar);
        QFile::remove(to); // of an attempt in the same millisecond that a crash ended
        if (QFile::exists(from) && !QFile::copy(from, to))
            return error(ErrorCode::NoSpace, "store.full");
        QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner);
    }
    return success();
}

// SQLite reads nothing of a file that is shorter than its head says. With zeros in their place the
// missing pages cost only themselves.
void fillUp(const QString &path)
{
    constexpr qint64 most = qint64(1) << 30; // an outbox is far smaller: the head is nonsense
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return;
    const QByteArray head = file.read(100); // https://sqlite.org/fileformat2.html, 1.3
    if (head.size() < 100 || !head.startsWith("SQLite format 3"))
        return;
    const qint64 page = qFromBigEndian<quint16>(head.constData() + 16);
    const qint64 wanted = page * qFromBigEndian<quint32>(head.constData() + 28);
    if (page >= 512 && wanted > file.size() && wanted <= most)
        file.resize(wanted);
}

Status carryOverTo(const QString &saved, const QString &path, qint64 nowMs)
{
    removeStoreFile(saved);
    auto fresh = openOutboxFile(saved);
    if (!fresh)
        return fresh.error();
    fillUp(path);
    const auto damaged = sqlite::Database::open(path, sqlite::OpenMode::ReadWrite);
    sqlite::Transaction transaction(**fresh);
    for (const Table &table : tables) {
        if (!damaged)
            break; // not a database at all any more
        carryOver(**damaged, **fresh, table, false);
        carryOver(**damaged, **fresh, table, true);
    }
    const Status noted = (*fresh)->run("INSERT OR REPLACE INTO fact (name, value) VALUES (?1, ?2)",
        QString::fromLatin1(salvagedFact), QString::number(nowMs));
    if (!noted)
        return noted;
    if (const Status committed = transaction.commit(); !committed)
        return committed;
    return (*fresh)->execute("PRAGMA journal_mode=DELETE"); // one file, without a log beside it
}

// The saved file is whole: the damaged one goes. Its log goes first, since it would be taken for
// the log of the saved one.
Status putInPlace(const QString &saved, const QString &path)
{
    QFile::remove(path + QStringLiteral("-wal"));
    QFile::remove(path + QStringLiteral("-shm"));
    faults::step("salvage.place");
    std::error_code failed;
    std::filesystem::rename(std::filesystem::path(saved.toStdU16String()),
        std::filesystem::path(path.toStdU16String()), failed);
    return failed ? Status(error(ErrorCode::Internal, "store.cannotSetAside")) : success();
}

} // namespace

Result<std::unique_ptr<sqlite::Database>> openOrSalvageOutbox(const QString &path, qint64 nowMs)
{
    const QString part = path + QStringLiteral(".salvage-part");
    const QString saved = path + QStringLiteral(".salvage");
    if (QFile::exists(saved)) { // the program ended when only this was left to do
        if (const Status placed = putInPlace(saved, path); !placed)
            return placed.error();
    }
    {
        auto database = openOutboxFile(path);
        const Status checked = database ? (*database)->quickCheck() : Status(database.error());
        if (checked)
            return database;
        if (checked.error().code != ErrorCode::Corrupt)
            return checked.error();
    }
    qCWarning(salvageLog) << "outbox is damaged: a copy is kept, saving what can be read";
    if (const Status kept = keepCopy(path, nowMs); !kept)
        return kept.error();
    faults::step("salvage.copied");
    if (const Status carried = carryOverTo(part, path, nowMs); !carried)
        return carried.error();
    faults::step("salvage.carried");
    if (!QFile::rename(part, saved))
        return error(ErrorCode::Internal, "store.cannotSetAside");
    faults::step("salvage.saved");
    if (const Status placed = putInPlace(saved, path); !placed)
        return placed.error();
    return openOutboxFile(path);
}
