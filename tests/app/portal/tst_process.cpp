#include "portalrun.h"

#include "tests/server/http/selfsigned.h"

#include <QDirIterator>
#include <QSslCertificate>
#include <QSslSocket>

#include <csignal>

// What the system does to the process: it ends in the middle of init, and is told of a new
// certificate.
class TestProcess : public QObject, private PortalRun {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(begin()); }

    void shouldLeaveNoHalfPortalWhenInitIsKilled()
    {
        const QString part = m_data + u"/init.part"_qs;
        const QStringList init{ u"init"_qs, u"--data"_qs, m_data, u"--sample"_qs, u"--password"_qs,
            u"Lindenblüte-26"_qs };
        // Early, and when cases with files are there already.
        const QList<std::function<bool()>> moments{ [&] { return QFile::exists(part); },
            [&] {
                return QDirIterator(part + u"/files"_qs, QDir::Files, QDirIterator::Subdirectories)
                    .hasNext();
            } };
        for (const auto &moment : moments) {
            QProcess process;
            process.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"), init);
            QVERIFY(process.waitForStarted());
            QTRY_VERIFY_WITH_TIMEOUT(moment(), 30000);
            process.kill();
            QVERIFY(process.waitForFinished());
            QCOMPARE(process.exitStatus(), QProcess::CrashExit); // it had not finished
            QVERIFY(!QFile::exists(m_data + u"/portal.db"_qs));
            QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data }), 1);
            QVERIFY2(m_output.contains("There is no portal"), m_output.constData());
        }
        // It is simply repeated, and what was begun before leaves nothing.
        QCOMPARE(run(init + QStringList{ u"--cases"_qs, u"12"_qs }), 0);
        QVERIFY(!QFile::exists(part));
        QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data }), 0);
        QVERIFY(m_output.contains("maren.kowalski"));
        QCOMPARE(run({ u"audit"_qs, u"verify"_qs, u"--data"_qs, m_data }), 0);
        // A backup finds every file that a case names.
        const QString copy = m_folder.filePath(u"copy"_qs);
        QCOMPARE(run({ u"backup"_qs, u"--data"_qs, m_data, u"--to"_qs, copy }), 0);
        QVERIFY(
            QDirIterator(copy + u"/files"_qs, QDir::Files, QDirIterator::Subdirectories).hasNext());
        QCOMPARE(run(init), 1); // there is one
        QCOMPARE(run(init + QStringList{ u"--if-missing"_qs }), 0);
    }

    void shouldKeepDefinitionsThatWereThereBeforeInit()
    {
        QTemporaryDir folder;
        const TestDatabase database(TestDatabase::Nothing);
        QVERIFY(!TestDatabase::isPostgres() || writeDatabase(folder.path(), database));
        const QString place = folder.filePath(u"services/hundesteuer.json"_qs);
        QVERIFY(QDir(folder.path()).mkdir(u"services"_qs));
        QFile own(place);
        QVERIFY(own.open(QIODevice::WriteOnly) && own.write("{\"id\": \"hundesteuer\"}") > 0);
        own.close();
        // The folder may be named as seen from here.
        const QString here = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const int code = run({ u"init"_qs, u"--data"_qs, u"."_qs });
        QVERIFY(QDir::setCurrent(here));
        QCOMPARE(code, 0);
        QVERIFY(own.open(QIODevice::ReadOnly));
        QCOMPARE(own.readAll(), QByteArray("{\"id\": \"hundesteuer\"}"));
        QVERIFY(QFile::exists(folder.filePath(u"services/sperrmuellabholung.json"_qs)));
    }

#ifdef Q_OS_UNIX
    // As an administrator or a certificate tool does it: kill -HUP.
    void shouldTakeANewCertificateOnHangUp()
    {
        const QString certificate = m_folder.filePath(u"cert.pem"_qs);
        const QString key = m_folder.filePath(u"key.pem"_qs);
        QVERIFY(writeSelfSigned(certificate, key, "first"));
        QProcess portal;
        portal.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-portal"),
            { u"serve"_qs, u"--data"_qs, m_data, u"--listen"_qs, u"127.0.0.1:0"_qs,
                u"--certificate"_qs, certificate, u"--key"_qs, key });
        while (!portal.canReadLine())
            QVERIFY(portal.waitForReadyRead(20000));
        const QUrl url(QString::fromLatin1(portal.readLine().trimmed().split(' ').last()));
        QCOMPARE(url.scheme(), u"https"_qs);
        const auto name = [&] {
            QSslSocket socket;
            socket.setPeerVerifyMode(QSslSocket::VerifyNone);
            socket.connectToHostEncrypted(url.host(), quint16(url.port()));
            return socket.waitForEncrypted(10000)
                ? socket.peerCertificate().subjectInfo(QSslCertificate::CommonName).value(0)
                : socket.errorString();
        };
        QCOMPARE(name(), u"first"_qs);
        QVERIFY(writeSelfSigned(certificate, key, "second"));
        QCOMPARE(::kill(pid_t(portal.processId()), SIGHUP), 0);
        QTRY_COMPARE(name(), u"second"_qs);
        // One that cannot be read changes nothing, and is said.
        QVERIFY(QFile::remove(key));
        QCOMPARE(::kill(pid_t(portal.processId()), SIGHUP), 0);
        QByteArray log;
        QTRY_VERIFY((log += portal.readAllStandardError()).contains("certificate not reloaded"));
        QCOMPARE(name(), u"second"_qs);
        portal.terminate();
        QVERIFY(portal.waitForFinished(15000));
        QCOMPARE(portal.exitCode(), 0);
    }
#endif
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
