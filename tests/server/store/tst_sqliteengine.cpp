#include "office.h"

#include "server/store/sqlitesql.h"

#include <QFile>

using namespace portal;

// What only the file portal.db has.
class TestSqliteEngine : public QObject {
    Q_OBJECT

private slots:
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

private:
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestSqliteEngine)
#include "tst_sqliteengine.moc"
