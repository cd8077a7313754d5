#include "office.h"

#include "server/store/audit.h"
#include "server/store/backup.h"
#include "server/store/counters.h"
#include "server/store/feed.h"

#include <QFile>
#include <atomic>
#include <thread>
#include <vector>

using namespace portal;

class TestStore : public QObject {
    Q_OBJECT

private slots:
    void shouldKeepEveryAnsweredWriteOfManyThreads()
    {
        Office office;
        std::atomic<qint64> highest{ 0 };
        office.store->onCommit([&](qint64 number) { highest = number; });
        std::vector<std::thread> threads;
        std::atomic<int> kept{ 0 };
        for (int thread = 0; thread < 8; ++thread) {
            threads.emplace_back([&, thread] {
                for (int i = 0; i < 25; ++i) {
                    const Status done = office.store->write([&](Writing &writing) -> Status {
                        const auto next = counters::next(writing, QStringLiteral("test"));
                        if (!next)
                            return next.error();
                        // Every fifth fails alone and leaves no gap.
                        if (i % 5 == thread % 5)
                            return error(ErrorCode::InvalidInput, "test");
                        return success();
                    });
                    kept += done ? 1 : 0;
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(kept.load(), 8 * 20);
        const auto next = office.store->write(
            [](Writing &writing) { return counters::next(writing, QStringLiteral("test")); });
        QCOMPARE(*next, 8 * 20 + 1);
        (void)office.filed();
        QTRY_VERIFY(highest > 0);
    }

    void shouldRevokeFromThoseWhoCouldSeeIt()
    {
        Office office;
        const CaseFile caseFile = office.filed("green");
        CaseFile moved = caseFile;
        moved.department = { QStringLiteral("tax") };
        ++moved.version;
        QVERIFY(office.store->write([&](Writing &writing) { return Cases::save(writing, moved); }));
        const auto entries = office.store->read([](Sql &sql) { return Feed(sql).since(0, 100); });
        const FeedEntry last = entries->last();
        QCOMPARE(last.id, caseFile.id.text);
        QCOMPARE(last.departments, QList<DepartmentId>{ moved.department });
        QCOMPARE(last.former, QList<DepartmentId>{ caseFile.department });
        // Back again: nothing is revoked from the first department any more.
        QVERIFY(
            office.store->write([&](Writing &writing) { return Cases::save(writing, caseFile); }));
        const auto back = office.store->read([](Sql &sql) { return Feed(sql).since(0, 100); });
        QCOMPARE(back->last().former, QList<DepartmentId>{ moved.department });
        QCOMPARE(back->size(), entries->size()); // one row per aggregate
    }

    void shouldGiveAChangedCaseTypeTheNextVersion()
    {
        Office office;
        CaseType type = **office.store->read([](Sql &sql) {
            return CaseTypes(sql).find(CaseTypeId{ QStringLiteral("type-green") });
        });
        const auto save = [&] {
            return *office.store->write(
                [&](Writing &writing) { return CaseTypes::save(writing, type); });
        };
        QCOMPARE(save(), 1);
        type.name.de = QStringLiteral("Anders");
        QCOMPARE(save(), 2);
        QCOMPARE(save(), 2);
        const auto first
            = office.store->read([&](Sql &sql) { return CaseTypes(sql).find(type.id, 1); });
        QCOMPARE((*first)->name.de, QStringLiteral("Antrag"));
    }

    void shouldFindWhatWasDoneToTheAuditLog_data()
    {
        QTest::addColumn<QByteArray>("tampering");
        QTest::addColumn<QString>("found");
        QTest::newRow("nothing") << QByteArray() << QString();
        QTest::newRow("edit") << QByteArray("UPDATE audit SET actor = 'x' WHERE number = 2")
                              << QStringLiteral("audit.changed");
        QTest::newRow("delete") << QByteArray("DELETE FROM audit WHERE number = 2")
                                << QStringLiteral("audit.gap");
        QTest::newRow("truncate") << QByteArray("DELETE FROM audit WHERE number > 2")
                                  << QStringLiteral("audit.cut");
        QTest::newRow("truncate with its mark")
            << QByteArray("DELETE FROM audit WHERE number > 2;"
                          "DELETE FROM meta WHERE name = 'auditHead'")
            << QStringLiteral("audit.cut");
    }

    void shouldFindWhatWasDoneToTheAuditLog()
    {
        QFETCH(QByteArray, tampering);
        QFETCH(QString, found);
        Office office;
        for (int i = 0; i < 4; ++i)
            (void)office.filed();
        const auto head = office.store->read([](Sql &sql) { return audit::verify(sql); });
        QVERIFY(head);
        const auto tamper = [&](const QByteArray &statements) {
            return office.store->write(
                [&](Writing &writing) { return writing.sql.execute(statements); });
        };
        if (!tampering.isEmpty()) {
            const Status refused = tamper(tampering.split(';').first()); // by the triggers
            QCOMPARE(refused.error().code, ErrorCode::Conflict);
            const QByteArray unguarded = TestDatabase::isPostgres()
                ? "SET LOCAL session_replication_role = replica;"
                : "DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_all;";
            QVERIFY(tamper(unguarded + tampering));
        }
        const auto verified = office.store->read([](Sql &sql) { return audit::verify(sql); });
        QCOMPARE(verified ? QString() : verified.error().key, found);
        const auto expected
            = office.store->read([&](Sql &sql) { return audit::verify(sql, *head); });
        QCOMPARE(expected.ok(), found.isEmpty());
    }

    void shouldRestoreAWholeMomentWithANewEpoch()
    {
        Office office;
        const DraftId draft = newId<DraftId>(office.clock);
        const NewAttachment file
            = office.file("%PDF-1.4 Lageplan", QStringLiteral("draft:") + draft.text);
        const CaseFile withFile = office.filed("green", { file }, draft);
        const QString epoch = *office.store->read([](Sql &sql) { return Directory(sql).epoch(); });
        // Filing goes on while the copy is taken.
        std::atomic<bool> ending{ false };
        std::thread others([&] {
            while (!ending)
                (void)office.filed("tax");
        });
        const QString copy = office.folder.filePath(QStringLiteral("copy"));
        const Status taken = backup::take(*office.store, copy);
        ending = true;
        others.join();
        QVERIFY2(taken, taken ? "" : qPrintable(taken.error().key));
        QCOMPARE(backup::take(*office.store, copy).error().key, QStringLiteral("backup.exists"));

        const QString target = office.folder.filePath(QStringLiteral("restored"));
        const TestDatabase first(TestDatabase::Nothing);
        const TestDatabase second(TestDatabase::Nothing);
        QVERIFY(backup::restore(copy, target, first.address(), false));
        QCOMPARE(backup::restore(copy, target, second.address(), false).error().key,
            QStringLiteral("restore.notEmpty"));
        const Status forced = backup::restore(copy, target, second.address(), true);
        QVERIFY2(forced, forced ? "" : qPrintable(forced.error().detail));
        const auto restored = Store::open(target, second.address());
        QVERIFY(restored);
        QVERIFY(*(*restored)->read([](Sql &sql) { return Directory(sql).epoch(); }) != epoch);
        const auto stored = (*restored)->read(
            [&](Sql &sql) { return Files(sql).findAttached(withFile.id, file.id); });
        QCOMPARE(contents((*restored)->filePath((*stored)->id)), QByteArray("%PDF-1.4 Lageplan"));
        QVERIFY((*restored)->read([](Sql &sql) { return audit::verify(sql); }));
        const QString raised = *(*restored)->read([](Sql &sql) { return Directory(sql).epoch(); });
        QVERIFY(backup::announceRestored(**restored));
        QVERIFY(*(*restored)->read([](Sql &sql) { return Directory(sql).epoch(); }) != raised);
        // Every case has its feed row and its stored answer: nothing is half there.
        const auto orphans = (*restored)->read([](Sql &sql) {
            return sql.number(
                "SELECT count(*) FROM aggregate a WHERE kind = 'case' AND NOT EXISTS"
                " (SELECT 1 FROM feed f WHERE f.id = a.id AND f.version = a.version)");
        });
        QCOMPARE(*orphans, 0);
    }

    void shouldRemoveBytesWithoutARow()
    {
        Office office;
        const NewAttachment known = office.file("%PDF-1.4 A", QStringLiteral("system"));
        const auto kept = office.store->read(
            [&](Sql &sql) { return Files(sql).findOwn(QStringLiteral("system"), known.sha256); });
        const QString knownPath = office.store->filePath((*kept)->id);
        const QString lost = office.store->filePath(newUuid7(office.clock));
        QVERIFY(QFile::copy(knownPath, lost));
        const Timestamp past{ QDateTime::currentMSecsSinceEpoch() - 60'000 };
        QCOMPARE(*removeOrphans(*office.store, past), 0); // it may be on its way into a row
        QCOMPARE(*removeOrphans(*office.store, past.plusSeconds(120)), 1);
        QVERIFY(QFile::exists(knownPath));
        QVERIFY(!QFile::exists(lost));
        // Where the commit may have been carried out, the bytes stay.
        dropBytes(*office.store, { (*kept)->id }, error(ErrorCode::Unavailable, "store.away"));
        QVERIFY(QFile::exists(knownPath));
        dropBytes(*office.store, { (*kept)->id }, error(ErrorCode::NoSpace, "store.full"));
        QVERIFY(!QFile::exists(knownPath));
    }

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
