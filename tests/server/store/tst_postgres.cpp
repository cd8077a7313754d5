#include "office.h"

#include "server/store/audit.h"
#include "server/store/backup.h"
#include "server/store/counters.h"
#include "server/store/feed.h"
#include "server/store/mails.h"
#include "tests/faults/casereport.h"

#include <QSemaphore>
#include <atomic>
#include <thread>
#include <vector>

using namespace portal;

// What only PostgreSQL has: several portals at once, and a connection that may go.
class TestPostgres : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { reportCase("postgres"); }

    // The trap: the transaction that began first commits last. A reader between the two commits
    // must not move its place past the change that is still to come.
    void case19_reverseCommitOrderSkipsNothing()
    {
        Office office;
        const CaseFile early = office.filed();
        const CaseFile late = office.filed();
        const auto other = *Store::open(
            office.folder.filePath(QStringLiteral("other")), office.database.address());
        qint64 place = *other->read([](Sql &sql) { return Feed(sql).last(); });
        QSet<QString> seen;
        const auto readOn = [&] {
            const auto page = *other->read([&](Sql &sql) { return Feed(sql).since(place, 100); });
            for (const FeedEntry &entry : page) {
                seen.insert(entry.id);
                place = entry.number;
            }
        };
        const auto change = [](Writing &writing, CaseFile caseFile) {
            ++caseFile.version;
            return Cases::save(writing, caseFile);
        };

        QSemaphore changed, commit;
        std::atomic<bool> secondDone{ false };
        Status firstOutcome = success();
        Status secondOutcome = success();
        std::thread first([&] {
            firstOutcome = office.store->write([&](Writing &writing) {
                const Status saved = change(writing, early);
                changed.release();
                commit.acquire();
                return saved;
            });
        });
        changed.acquire();
        std::thread second([&] {
            secondOutcome = other->write([&](Writing &writing) { return change(writing, late); });
            secondDone = true;
        });
        // Either it is through, ahead of the first one, or it waits for it.
        QTRY_VERIFY(secondDone || waitingForTheirTurn(office) == 1);
        readOn();
        commit.release();
        first.join();
        second.join();
        QVERIFY(firstOutcome);
        QVERIFY(secondOutcome);
        readOn();
        QCOMPARE(seen, QSet<QString>({ early.id.text, late.id.text }));
    }

    void shouldGiveEveryNumberOnceToSeveralPortals()
    {
        Office office;
        const auto other = *Store::open(office.store->folder(), office.database.address());
        std::atomic<int> kept{ 0 };
        std::vector<std::thread> threads;
        for (Store *store : { office.store.get(), other.get() }) {
            for (int thread = 0; thread < 3; ++thread) {
                threads.emplace_back([&, store] {
                    for (int i = 0; i < 20; ++i) {
                        const Status done = store->write([&](Writing &writing) -> Status {
                            const auto next = counters::next(writing, QStringLiteral("test"));
                            if (!next)
                                return next.error();
                            return audit::append(writing,
                                AuditEntry{ 0, Timestamp{ 1 }, QStringLiteral("system"),
                                    QStringLiteral("test") });
                        });
                        kept += done ? 1 : 0;
                    }
                });
            }
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(kept.load(), 120);
        QCOMPARE(*other->write([](Writing &writing) {
            return counters::next(writing, QStringLiteral("test"));
        }),
            121);
        QCOMPARE(other->read([](Sql &sql) { return audit::verify(sql); })->number, 120);
    }

    void shouldMakeItsTablesOnceWhenPortalsStartTogether()
    {
        const TestDatabase database(TestDatabase::Nothing);
        const QTemporaryDir folder;
        std::atomic<int> opened{ 0 };
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(
                [&] { opened += Store::open(folder.path(), database.address()) ? 1 : 0; });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(opened.load(), 4);
    }

    void shouldRefuseADatabaseOfANewerVersion()
    {
        const TestDatabase database(TestDatabase::Nothing); // of no use to other tests afterwards
        QVERIFY((*Engine::create({}, database.address()))->prepare());
        const auto sql = *PostgresSql::open(database.address());
        QVERIFY(sql->execute("UPDATE kontor_schema SET version = 999 WHERE version = 1"));
        const QTemporaryDir folder;
        QCOMPARE(Store::open(folder.path(), database.address()).error().key,
            QStringLiteral("store.newer"));
        QCOMPARE(*sql->number("SELECT count(*) FROM meta"), 0);
    }

    void shouldHearOfWhatOthersCommit()
    {
        Office office;
        const auto other = *Store::open(office.store->folder(), office.database.address());
        std::atomic<qint64> heard{ 0 };
        other->onCommit([&](qint64 number) { heard = number; });
        (void)office.filed();
        const qint64 first = *other->read([](Sql &sql) { return Feed(sql).last(); });
        QTRY_COMPARE_WITH_TIMEOUT(heard.load(), first, 5000); // the listener has its connection
        (void)office.filed();
        QTRY_COMPARE_WITH_TIMEOUT(heard.load(), first + 1, 1000);
        // Also what was committed while it had no connection, by a store without listener.
        office.database.endConnections();
        (void)office.filed();
        QTRY_COMPARE_WITH_TIMEOUT(heard.load(), first + 2, 5000);
        other->onCommit({});
        (void)office.filed();
        QCOMPARE(heard.load(), first + 2);
    }

    void shouldNotNoticeARestartBetweenTwoRequests()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        office.database.endConnections();
        QCOMPARE(office.now(caseFile.id).version, 1);
        office.database.endConnections();
        const auto done = office.registrar->carryOut(
            office.operation(caseFile.id, TakeOver{}, 1), office.clerk("maren", "green"));
        QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
        QCOMPARE(done->result.outcome, Outcome::Applied);
    }

    void shouldKeepNothingOfATransactionWhoseConnectionWent_data()
    {
        QTest::addColumn<bool>("reads");
        QTest::newRow("noticed by a statement") << true;
        QTest::newRow("noticed by the commit") << false;
    }

    void shouldKeepNothingOfATransactionWhoseConnectionWent()
    {
        QFETCH(bool, reads);
        Office office;
        const CaseFile caseFile = office.filed();
        const qint64 before = *office.store->read([](Sql &sql) { return Feed(sql).last(); });
        const Operation operation = office.operation(caseFile.id, TakeOver{}, 1);
        const Author maren = office.clerk("maren", "green");
        const auto lost = office.registrar->carryOut(
            operation, maren, [&](Writing &writing, const CaseFile &) -> Status {
                office.database.endConnections();
                if (!reads)
                    return success();
                const Result<qint64> read = Feed(writing.sql).last();
                return read ? success() : Status(read.error());
            });
        QVERIFY(!lost);
        QCOMPARE(lost.error().code, ErrorCode::Unavailable);
        QCOMPARE(office.now(caseFile.id).version, 1);
        QCOMPARE(*office.store->read([](Sql &sql) { return Feed(sql).last(); }), before);
        // The same operation once more.
        QCOMPARE(office.registrar->carryOut(operation, maren)->result.outcome, Outcome::Applied);
        QCOMPARE(office.now(caseFile.id).version, 2);
    }

    void shouldSayLaterWhileTheDatabaseIsAwayAndGoOnThen()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        office.database.leave();
        const auto read
            = office.store->read([&](Sql &sql) { return Cases(sql).find(caseFile.id); });
        QCOMPARE(read.error().code, ErrorCode::Unavailable);
        QCOMPARE(read.error().key, QStringLiteral("store.away"));
        const Operation operation = office.operation(caseFile.id, TakeOver{}, 1);
        const auto late = office.registrar->carryOut(operation, office.clerk("maren", "green"));
        QCOMPARE(late.error().code, ErrorCode::Unavailable);
        office.database.comeBack();
        QTRY_COMPARE(office.now(caseFile.id).version, 1);
        QCOMPARE(
            office.registrar->carryOut(operation, office.clerk("maren", "green"))->result.outcome,
            Outcome::Applied);
    }

    void shouldTellErrorsApart()
    {
        Office office;
        const auto twice = office.store->write([](Writing &writing) {
            return writing.sql.run("INSERT INTO meta (name, value) VALUES (?1, ?2)",
                QStringLiteral("epoch"), QByteArray("x"));
        });
        QCOMPARE(twice.error().code, ErrorCode::Conflict);
        QVERIFY(!twice.error().detail.contains(QLatin1String("epoch"))); // no values in the log
        const auto nul = office.store->read([](Sql &sql) {
            return sql.number("SELECT count(*) FROM account WHERE login = ?1",
                QString(QStringLiteral("maren") + QChar(u'\0') + QStringLiteral("x")));
        });
        QCOMPARE(nul.error().code, ErrorCode::InvalidInput);
        const auto wrong
            = office.store->read([](Sql &sql) { return sql.number("SELECT 1 FROM nothing"); });
        QCOMPARE(wrong.error().code, ErrorCode::Internal);
        const QTemporaryDir folder;
        QCOMPARE(
            Store::open(folder.path(), QStringLiteral("postgresql://127.0.0.1:1/none")).error().key,
            QStringLiteral("store.away"));
        QCOMPARE(Store::open(folder.path(), QStringLiteral("mysql://x")).error().key,
            QStringLiteral("database.address"));
    }

    void shouldGiveBackWhatItWasGiven()
    {
        Office office;
        QByteArray bytes(256, Qt::Uninitialized);
        for (int i = 0; i < 256; ++i)
            bytes[i] = char(i);
        const QString text = QStringLiteral("Ä'?1 \\x41 \"%s\"");
        const Status kept = office.store->write([&](Writing &writing) {
            return writing.sql.run(
                "INSERT INTO meta (name, value) VALUES (?1, ?2), ('a?b', ?3), ('none', ?4)", text,
                bytes, QByteArray(""), QByteArray::number(-1));
        });
        QVERIFY2(kept, kept ? "" : qPrintable(kept.error().detail));
        const Status read = office.store->read([&](Sql &sql) -> Status {
            Query row = sql.query("SELECT name, value, NULL, -9223372036854775807, 0.5, 1 = 1"
                                  " FROM meta WHERE name = ?1");
            row.bind(text);
            if (!row.next())
                return row.status();
            const bool same = row.text(0) == text && row.bytes(1) == bytes && row.isNull(2)
                && row.integer(2) == 0 && row.integer(3) == -9223372036854775807
                && row.real(4) == 0.5 && row.integer(5) == 1 && !row.next();
            return same ? success() : Status(error(ErrorCode::Internal, "test"));
        });
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    }

    // Through a backup, there and back again: the same portal on either store.
    void shouldMoveBetweenBothStores()
    {
        Office office;
        const DraftId draft = newId<DraftId>(office.clock);
        const NewAttachment file
            = office.file("%PDF-1.4 Lageplan", QStringLiteral("draft:") + draft.text);
        const CaseFile caseFile = office.filed("green", { file }, draft);
        const auto addMail = [](Store &store) {
            return *store.write([](Writing &writing) { return Mails::enqueue(writing, Mail{}); });
        };
        const qint64 mail = addMail(*office.store);
        const QString copy = office.folder.filePath(QStringLiteral("copy"));
        const Status taken = backup::take(*office.store, copy);
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().detail));

        const QString file1 = office.folder.filePath(QStringLiteral("sqlite"));
        const Status toSqlite = backup::restore(copy, file1, {}, false);
        QVERIFY2(toSqlite, toSqlite ? "" : qPrintable(toSqlite.error().detail));
        const QString second = office.folder.filePath(QStringLiteral("second"));
        {
            const auto store = *Store::open(file1);
            QCOMPARE(addMail(*store), mail + 1);
            QVERIFY(backup::take(*store, second));
        }
        const TestDatabase target(TestDatabase::Nothing);
        const QString folder = office.folder.filePath(QStringLiteral("back"));
        const Status back = backup::restore(second, folder, target.address(), false);
        QVERIFY2(back, back ? "" : qPrintable(back.error().detail));
        QCOMPARE(backup::restore(second, folder, target.address(), true).error().key,
            QStringLiteral("restore.databaseNotEmpty"));

        const auto store = *Store::open(folder, target.address());
        QCOMPARE(addMail(*store), mail + 2);
        auto kept = store->read([&](Sql &sql) { return Cases(sql).find(caseFile.id); });
        QVERIFY((*kept)->version > caseFile.version); // each restore raises it
        (*kept)->version = caseFile.version;
        QCOMPARE(**kept, caseFile);
        const auto stored
            = store->read([&](Sql &sql) { return Files(sql).findAttached(caseFile.id, file.id); });
        QVERIFY(QFile::exists(store->filePath((*stored)->id)));
        const auto verified = store->read([](Sql &sql) { return audit::verify(sql); });
        QVERIFY(verified);
        // One entry a restore.
        QCOMPARE(verified->number,
            office.store->read([](Sql &sql) { return audit::verify(sql); })->number + 2);
    }

private:
    // Portals that wait until another has committed.
    static qint64 waitingForTheirTurn(const Office &office)
    {
        const auto sql = *PostgresSql::open(office.database.address());
        return *sql->number(
            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
            " WHERE d.datname = current_database() AND l.locktype = 'advisory'"
            " AND NOT l.granted");
    }
};

QTEST_GUILESS_MAIN(TestPostgres)
#include "tst_postgres.moc"
