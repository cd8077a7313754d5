#include "portalrun.h"

// What a portal does whose database is a file.
class TestSqlitePortal : public QObject, private PortalRun {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(begin());
        QCOMPARE(run({ u"init"_qs, u"--data"_qs, m_data }), 0);
    }

    void shouldServeOneFolderOnceAndRestoreOnlyWhatRests()
    {
        QProcess portal;
        QVERIFY(serve(portal));
        QCOMPARE(run({ u"serve"_qs, u"--data"_qs, m_data, u"--listen"_qs, u"127.0.0.1:0"_qs }), 1);
        const QString copy = m_folder.filePath(QStringLiteral("copy"));
        QCOMPARE(run({ u"backup"_qs, u"--data"_qs, m_data, u"--to"_qs, copy }), 0);
        QCOMPARE(run({ u"restore"_qs, u"--data"_qs, m_data, u"--from"_qs, copy }), 1);
        QCOMPARE(
            run({ u"restore"_qs, u"--data"_qs, m_data, u"--from"_qs, copy, u"--force"_qs }), 1);
        portal.terminate();
        QVERIFY(portal.waitForFinished(15000));
        QCOMPARE(
            run({ u"restore"_qs, u"--data"_qs, m_data, u"--from"_qs, copy, u"--force"_qs }), 0);
    }
};

QTEST_GUILESS_MAIN(TestSqlitePortal)
#include "tst_sqliteportal.moc"
