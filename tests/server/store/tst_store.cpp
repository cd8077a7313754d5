#include "office.h"

#include "server/store/audit.h"
#include "server/store/backup.h"
#include "server/store/counters.h"
#include "server/store/feed.h"
#include "server/store/sqlitesql.h"

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

    void shouldRefuseAFolderOfANewerVersionUntouched()
    {
        Office office;
        const QString folder = office.store->folder();
        office.registrar.reset();
        office.store.reset();
        const QString path = folder + QStringLiteral("/portal.db");
        {
            const auto sql = SqliteSql::open(path, sqlite::OpenMode::ReadWrite);
            QVERIFY((*sql)->execute("PRAGMA user_version=999; PRAGMA journal_mode=DELETE"));
        }
        const QByteArray before = contents(path);
        const auto opened = Store::open(folder);
        QVERIFY(!opened);
        QCOMPARE(opened.error().key, QStringLiteral("store.newer"));
        QCOMPARE(contents(path), before);
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
        const auto sql = SqliteSql::open(
            office.store->folder() + QStringLiteral("/portal.db"), sqlite::OpenMode::ReadWrite);
        if (!tampering.isEmpty()) {
            QVERIFY(!(*sql)->execute(tampering.split(';').first())); // the triggers
            QVERIFY((*sql)->execute("DROP TRIGGER audit_keeps_rows; DROP TRIGGER audit_keeps_all"));
            QVERIFY((*sql)->execute(tampering));
        }
        const auto verified = audit::verify(**sql);
        QCOMPARE(verified ? QString() : verified.error().key, found);
        QCOMPARE(bool(audit::verify(**sql, *head)), found.isEmpty());
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
        QVERIFY(backup::restore(copy, target, {}, false));
        QCOMPARE(backup::restore(copy, target, {}, false).error().key,
            QStringLiteral("restore.notEmpty"));
        QVERIFY(backup::restore(copy, target, {}, true));
        const auto restored = Store::open(target);
        QVERIFY(restored);
        QVERIFY(*(*restored)->read([](Sql &sql) { return Directory(sql).epoch(); }) != epoch);
        const auto stored = (*restored)->read(
            [&](Sql &sql) { return Files(sql).findAttached(withFile.id, file.id); });
        QCOMPARE(contents((*restored)->filePath((*stored)->id)), QByteArray("%PDF-1.4 Lageplan"));
        QVERIFY((*restored)->read([](Sql &sql) { return audit::verify(sql); }));
        // Every case has its feed row and its stored answer: nothing is half there.
        const auto orphans = (*restored)->read([](Sql &sql) {
            return sql.number(
                "SELECT count(*) FROM aggregate a WHERE kind = 'case' AND NOT EXISTS"
                " (SELECT 1 FROM feed f WHERE f.id = a.id AND f.version = a.version)");
        });
        QCOMPARE(*orphans, 0);
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
