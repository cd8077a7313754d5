#include "models/sqlite/migrator.h"
#include "models/sqlite/transaction.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using sqlite::Database;
using sqlite::OpenMode;

class TestSqlite : public QObject {
    Q_OBJECT

private slots:
    void shouldReadWhatWasBound()
    {
        const auto database = open();
        QVERIFY(database->execute("CREATE TABLE t (a INTEGER, b TEXT, c BLOB, d REAL)"));
        const QByteArray blob("\0\x01\xff", 3);
        QVERIFY(database->run("INSERT INTO t VALUES (?1, ?2, ?3, ?4)", qint64(1) << 40,
            QStringLiteral("Änne Szczepańska"), blob, 0.5));
        QVERIFY(
            database->run("INSERT INTO t VALUES (?1, ?2, ?3, ?4)", 2, nullptr, QByteArray(), 1.0));
        auto rows = database->query("SELECT a, b, c, d FROM t ORDER BY a DESC");
        QVERIFY(rows.next());
        QCOMPARE(rows.integer(0), qint64(1) << 40);
        QCOMPARE(rows.text(1), QStringLiteral("Änne Szczepańska"));
        QCOMPARE(rows.bytes(2), blob);
        QCOMPARE(rows.real(3), 0.5);
        QVERIFY(rows.next());
        QVERIFY(rows.isNull(1));
        QVERIFY(!rows.next());
        QVERIFY(rows.status());
    }

    void shouldKeepTheFirstError()
    {
        const auto database = open();
        auto wrong = database->query("SELECT nothing FROM nowhere");
        QVERIFY(!wrong.next());
        QCOMPARE(wrong.text(0), QString());
        QCOMPARE(wrong.status().error().key, QStringLiteral("store.failed"));
    }

    void shouldRunTheSameStatementTwiceAtOnce()
    {
        const auto database = open();
        QVERIFY(database->execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2)"));
        int pairs = 0;
        auto outer = database->query("SELECT a FROM t");
        while (outer.next()) {
            auto inner = database->query("SELECT a FROM t");
            while (inner.next())
                ++pairs;
        }
        QCOMPARE(pairs, 4);
    }

    void shouldUndoOnlyTheSavepoint()
    {
        const auto database = open();
        QVERIFY(database->execute("CREATE TABLE t (a INTEGER PRIMARY KEY)"));
        sqlite::Transaction transaction(*database);
        QVERIFY(database->run("INSERT INTO t VALUES (1)"));
        {
            sqlite::Savepoint part(*database);
            QVERIFY(database->run("INSERT INTO t VALUES (2)"));
        }
        {
            sqlite::Savepoint part(*database);
            QVERIFY(database->run("INSERT INTO t VALUES (3)"));
            QVERIFY(part.keep());
        }
        QVERIFY(transaction.commit());
        QCOMPARE(*database->number("SELECT sum(a) FROM t"), 4);
    }

    void shouldRollBackWhatIsNotCommitted()
    {
        const auto database = open();
        QVERIFY(database->execute("CREATE TABLE t (a INTEGER)"));
        {
            sqlite::Transaction transaction(*database);
            QVERIFY(database->run("INSERT INTO t VALUES (1)"));
        }
        QCOMPARE(*database->number("SELECT count(*) FROM t"), 0);
    }

    void shouldNameConstraintAndFullDisk()
    {
        const auto database = open();
        QVERIFY(database->execute("CREATE TABLE t (a INTEGER PRIMARY KEY, b BLOB)"));
        QVERIFY(database->run("INSERT INTO t VALUES (1, NULL)"));
        QCOMPARE(database->run("INSERT INTO t VALUES (1, NULL)").error().code, ErrorCode::Conflict);
        QVERIFY(database->execute("PRAGMA max_page_count=8"));
        const Status full = database->run("INSERT INTO t VALUES (2, ?1)", QByteArray(200000, 'x'));
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::NoSpace);
        QCOMPARE(full.error().key, QStringLiteral("store.full"));
    }

    void shouldTellADamagedFile()
    {
        const QString path = m_folder.filePath(QStringLiteral("damaged.db"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        const auto database = Database::open(path, OpenMode::ReadWrite);
        QCOMPARE(database ? (*database)->quickCheck().error().code : database.error().code,
            ErrorCode::Corrupt);
    }

    void shouldNotCreateAFileThatMustBeThere()
    {
        const auto none
            = Database::open(m_folder.filePath(QStringLiteral("none.db")), OpenMode::ReadWrite);
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::NotFound);
    }

    void shouldMigrateStepByStepAndRefuseNewer()
    {
        QTemporaryDir scripts;
        write(scripts.filePath(QStringLiteral("0001_one.sql")), "CREATE TABLE one (a INTEGER);");
        const auto database = open();
        QCOMPARE(*sqlite::migrate(*database, scripts.path()), 1);
        write(scripts.filePath(QStringLiteral("0002_two.sql")),
            "ALTER TABLE one ADD COLUMN b INTEGER; INSERT INTO one VALUES (1, 2);");
        QCOMPARE(*sqlite::migrate(*database, scripts.path()), 2);
        QCOMPARE(*sqlite::migrate(*database, scripts.path()), 2);
        QCOMPARE(*database->number("SELECT sum(b) FROM one"), 2);
        QFile::remove(scripts.filePath(QStringLiteral("0002_two.sql")));
        const Result<int> newer = sqlite::migrate(*database, scripts.path());
        QVERIFY(!newer);
        QCOMPARE(newer.error().code, ErrorCode::Unsupported);
        QCOMPARE(*database->number("PRAGMA user_version"), 2);
    }

    void shouldKeepTheOldVersionWhenAScriptFails()
    {
        QTemporaryDir scripts;
        write(scripts.filePath(QStringLiteral("0001_one.sql")), "CREATE TABLE one (a INTEGER);");
        write(scripts.filePath(QStringLiteral("0002_two.sql")),
            "CREATE TABLE two (a INTEGER); nonsense;");
        const auto database = open();
        QVERIFY(!sqlite::migrate(*database, scripts.path()));
        QCOMPARE(*database->number("PRAGMA user_version"), 1);
        QCOMPARE(*database->number("SELECT count(*) FROM sqlite_master WHERE name = 'two'"), 0);
    }

    void shouldCopyWhileTheLogIsLong()
    {
        const auto database = open();
        QVERIFY(database->useWriteAheadLog(sqlite::Synchronous::Full));
        QVERIFY(database->execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (7)"));
        const QString copy = m_folder.filePath(QStringLiteral("copy.db"));
        QVERIFY(database->copyTo(copy));
        QVERIFY(!database->copyTo(copy));
        const auto read = Database::open(copy, OpenMode::ReadWrite);
        QCOMPARE(*(*read)->number("SELECT a FROM t"), 7);
    }

private:
    std::unique_ptr<Database> open()
    {
        auto database = Database::open(
            m_folder.filePath(QStringLiteral("%1.db").arg(++m_count)), OpenMode::Create);
        return database ? *std::move(database) : nullptr;
    }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

    QTemporaryDir m_folder;
    int m_count = 0;
};

QTEST_GUILESS_MAIN(TestSqlite)
#include "tst_sqlite.moc"
