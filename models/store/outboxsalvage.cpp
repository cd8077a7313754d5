#include "outboxsalvage.h"

#include "storefile.h"

#include "models/faults/faults.h"
#include "models/sqlite/transaction.h"

#include <QFile>
#include <QLoggingCategory>
#include <QtEndian>
#include <filesystem>
#include <limits>

Q_LOGGING_CATEGORY(salvageLog, "kontor.store.outbox")

namespace {

struct Table {
    const char *name;
    int columns;
};
constexpr Table tables[] = { { "fact", 2 }, { "operation", 13 }, { "draft", 8 },
    { "reference_block", 5 }, { "reference", 5 } };

// Copies what can be read of one table. A page that cannot be read costs the rows on it, and only
// those: rows are looked for behind it, in steps that double, and from there backwards.
class TableSalvage {
public:
    TableSalvage(sqlite::Database &from, sqlite::Database &to, const Table &table)
        : m_from(from)
        , m_table(table.name)
        , m_columns(table.columns)
        , m_insert(to.query(
              "INSERT OR IGNORE INTO " + m_table + " VALUES (?1" + places(table.columns) + ')'))
    {
    }

    void carryOver()
    {
        if (m_table == "fact") { // small, and without row numbers
            copy(m_from.query("SELECT *, 0 FROM fact"));
            return;
        }
        qint64 next = std::numeric_limits<qint64>::min();
        while (!copy(numbered("rowid >= ?1 ORDER BY rowid", next))) {
            const std::optional<qint64> behind = firstBehind(qMax<qint64>(m_last + 1, 1));
            copy(numbered("rowid < ?1 ORDER BY rowid DESC",
                behind.value_or(std::numeric_limits<qint64>::max())));
            if (!behind)
                return;
            next = *behind;
        }
    }

private:
    static QByteArray places(int columns)
    {
        QByteArray places;
        for (int i = 2; i <= columns; ++i)
            places += ",?" + QByteArray::number(i);
        return places;
    }
    sqlite::Query numbered(const char *condition, qint64 number)
    {
        sqlite::Query rows
            = m_from.query("SELECT *, rowid FROM " + m_table + " WHERE " + condition);
        rows.bind(number);
        return rows;
    }
    // True: to the end.
    bool copy(sqlite::Query rows)
    {
        while (rows.next()) {
            for (int i = 0; i < m_columns; ++i)
                m_insert.bindAt(i + 1, sqlite::Utf8{ rows.bytes(i) });
            m_last = rows.integer(m_columns);
            if (!m_insert.run())
                return true; // a disk that is full shows when it is committed
            m_insert.reset();
        }
        return rows.status().ok();
    }
    // Number of a row that can be read again, at or behind `from`; nothing if there is none.
    std::optional<qint64> firstBehind(qint64 from)
    {
        for (qint64 step = 1; step < qint64(1) << 40; step *= 2) {
            sqlite::Query row = numbered("rowid >= ?1 ORDER BY rowid LIMIT 1", from + step);
            if (row.next())
                return row.integer(m_columns);
            if (row.status())
                return {};
        }
        return {};
    }

    sqlite::Database &m_from;
    QByteArray m_table;
    int m_columns;
    sqlite::Query m_insert;
    qint64 m_last = 0; // number of the row that was copied last
};

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
        TableSalvage(**damaged, **fresh, table).carryOver();
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
