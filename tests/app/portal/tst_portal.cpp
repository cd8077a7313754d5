#include "portalrun.h"

#include <QTcpServer>
#include <QTemporaryFile>

// The real program: its exit codes, and what a killed process must not lose.
class TestPortal : public QObject, private PortalRun {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(begin());
        QCOMPARE(run({ u"init"_qs, u"--data"_qs, m_data, u"--sample"_qs, u"--cases"_qs, u"12"_qs,
                     u"--password"_qs, u"Lindenblüte-26"_qs }),
            0);
    }

    void shouldExplainItselfAndRefuseWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("help") << QStringList{ u"--help"_qs } << 0;
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{ u"dance"_qs } << 2;
        for (const char *command : { "init", "serve", "backup", "restore", "mail" }) {
            const QString name = QString::fromLatin1(command);
            QTest::newRow(command) << QStringList{ name, u"--help"_qs } << 0;
            QTest::addRow("%s without folder", command) << QStringList{ name } << 2;
        }
        QTest::newRow("user") << QStringList{ u"user"_qs, u"add"_qs, u"--help"_qs } << 0;
        QTest::newRow("audit") << QStringList{ u"audit"_qs, u"verify"_qs, u"--help"_qs } << 0;
        QTest::newRow("fee") << QStringList{ u"fee"_qs, u"paid"_qs, u"--help"_qs } << 0;
        QTest::newRow("no portal there")
            << QStringList{ u"user"_qs, u"list"_qs, u"--data"_qs, u"/nonexistent"_qs } << 1;
    }

    void shouldExplainItselfAndRefuseWrongUsage()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QCOMPARE(run(arguments), code);
    }

    void shouldKeepAccountsAndTheAuditLog()
    {
        QCOMPARE(run({ u"init"_qs, u"--data"_qs, m_data }), 1); // there is one
        QCOMPARE(run({ u"user"_qs, u"add"_qs, u"neu"_qs, u"--data"_qs, m_data, u"--name"_qs,
                     u"Neu"_qs, u"--role"_qs, u"ordnung:clerk"_qs }),
            0);
        QVERIFY(m_output.contains("Password: "));
        QTemporaryFile secret;
        QVERIFY(secret.open() && secret.write("Linde\nzweite Zeile\n") > 0 && secret.flush());
        const QStringList password{ u"user"_qs, u"password"_qs, u"neu"_qs, u"--data"_qs, m_data,
            u"--password-file"_qs };
        QCOMPARE(run(password + QStringList{ secret.fileName() }), 1); // too short
        QVERIFY(secret.seek(0) && secret.write("Lindenbaum-27\n") > 0 && secret.flush());
        QCOMPARE(run(password + QStringList{ secret.fileName() }), 0);
        QVERIFY(!m_output.contains("Password: "));
        QCOMPARE(run(password + QStringList{ u"-"_qs }, "Lindenbaum-28\n"), 0);
        QCOMPARE(run(password + QStringList{ u"-"_qs }, "\n"), 1); // none is made silently
        QCOMPARE(run({ u"user"_qs, u"disable"_qs, u"neu"_qs, u"--data"_qs, m_data }), 0);
        QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data }), 0);
        QVERIFY(m_output.contains("neu\tNeu\tordnung:clerk\tdisabled"));
        QCOMPARE(run({ u"audit"_qs, u"verify"_qs, u"--data"_qs, m_data }), 0);
        const QString head = QString::fromLatin1(m_output.trimmed());
        QCOMPARE(run({ u"audit"_qs, u"verify"_qs, u"--data"_qs, m_data, u"--expect"_qs, head }), 0);
        QCOMPARE(run({ u"audit"_qs, u"verify"_qs, u"--data"_qs, m_data, u"--expect"_qs,
                     u"999999:00"_qs }),
            1);
        QCOMPARE(run({ u"fee"_qs, u"paid"_qs, u"KS26-0000001-00"_qs, u"--data"_qs, m_data }), 1);
    }

    // The applicants of the sample are nobody's: a mail server must never hear of them.
    void shouldSendNoMailsOfTheSample()
    {
        QTcpServer mailServer;
        QVERIFY(mailServer.listen(QHostAddress::LocalHost));
        QCOMPARE(
            run({ u"mail"_qs, u"--data"_qs, m_data, u"--mail-from"_qs, u"a@lindenau.example"_qs,
                u"--smtp"_qs, u"smtp+plain://127.0.0.1:%1"_qs.arg(mailServer.serverPort()) }),
            0);
        QCOMPARE(m_output, QByteArray("0 sent\n"));
        QVERIFY(!mailServer.waitForNewConnection(0));
    }

    // S29: the programs of a clerk are known and each can be signed out alone.
    void shouldSignOneDeviceOut()
    {
        QProcess portal;
        QVERIFY(serve(portal));
        const QByteArray lost = signIn();
        QCOMPARE(run({ u"user"_qs, u"devices"_qs, u"maren.kowalski"_qs, u"--data"_qs, m_data }), 0);
        const QByteArray newest = m_output.left(m_output.indexOf('\n'));
        QVERIFY2(newest.contains("\tsigned in 20"), newest.constData());
        const QString device = QString::fromLatin1(newest.left(newest.indexOf('\t')));
        const auto revoke = [&](const QString &login) {
            return run({ u"user"_qs, u"revoke"_qs, login, device, u"--data"_qs, m_data });
        };
        const QByteArray kept = signIn();
        QCOMPARE(revoke(u"joerg.weiss"_qs), 1); // not the device of this clerk
        QVERIFY(ask("GET", "/sync/v1/session", lost).contains("serverId"));
        QCOMPARE(revoke(u"maren.kowalski"_qs), 0);
        QVERIFY(ask("GET", "/sync/v1/session", lost).contains("signin.expired"));
        QVERIFY(ask("GET", "/sync/v1/session", kept).contains("serverId"));
        portal.terminate();
        QVERIFY(portal.waitForFinished());
    }

    // What was answered with 200 is there after the process was killed in the same moment.
    void shouldLoseNothingThatWasAnswered()
    {
        for (int round = 0; round < 3; ++round) {
            QProcess portal;
            QVERIFY(serve(portal));
            const QByteArray token = signIn();
            QVERIFY(!token.isEmpty());
            const QJsonObject before = firstCase(token);
            const QString id = before.value(QLatin1String("id")).toString();
            const QString note = QStringLiteral("Nach dem Absturz %1").arg(round);
            const QJsonObject operation{ { u"opId"_qs, uuid() }, { u"kind"_qs, u"case"_qs },
                { u"id"_qs, id }, { u"type"_qs, u"addNote"_qs },
                { u"baseVersion"_qs, before.value(QLatin1String("version")) },
                { u"args"_qs, QJsonObject{ { u"id"_qs, uuid() }, { u"text"_qs, note } } } };
            const QByteArray answer = ask("POST", "/sync/v1/operations", token,
                QJsonDocument(QJsonObject{ { u"operations"_qs, QJsonArray{ operation } } })
                    .toJson());
            portal.kill();
            QVERIFY(portal.waitForFinished());
            QVERIFY2(answer.contains("\"applied\""), answer.constData());
            QVERIFY(serve(portal));
            const QByteArray again = signIn();
            const QByteArray page = ask("GET", "/sync/v1/changes", again);
            QVERIFY(page.contains(note.toUtf8()));
            // The same operation once more is the same answer.
            const QByteArray repeated = ask("POST", "/sync/v1/operations", again,
                QJsonDocument(QJsonObject{ { u"operations"_qs, QJsonArray{ operation } } })
                    .toJson());
            QCOMPARE(repeated, answer);
            portal.terminate();
            QVERIFY(portal.waitForFinished(15000));
            QCOMPARE(portal.exitStatus(), QProcess::NormalExit);
            QCOMPARE(portal.exitCode(), 0);
        }
        QCOMPARE(run({ u"audit"_qs, u"verify"_qs, u"--data"_qs, m_data }), 0);
    }

    // The file in DIR/services is the one truth: a restart must not bring the old text back.
    void shouldKeepAnImportedServiceOverARestart()
    {
        const QString file = m_folder.filePath(u"neu.json"_qs);
        QVERIFY(
            writeService(file, u"sperrmuellabholung"_qs, [](QJsonObject &, QJsonObject &service) {
                service.insert(u"summary"_qs,
                    QJsonObject{
                        { u"de"_qs, u"Ganz neuer Text"_qs }, { u"en"_qs, u"New text"_qs } });
            }));
        QCOMPARE(run({ u"casetype"_qs, u"import"_qs, file, u"--data"_qs, m_data }), 0);
        QCOMPARE(m_output.trimmed(), QByteArray("sperrmuellabholung version 2"));
        for (int round = 0; round < 2; ++round) {
            QProcess portal;
            QVERIFY(serve(portal));
            QVERIFY(ask("GET", "/de/leistung/sperrmuell", {}).contains("Ganz neuer Text"));
            portal.terminate();
            QVERIFY(portal.waitForFinished(15000));
        }
        QCOMPARE(run({ u"casetype"_qs, u"import"_qs, file, u"--data"_qs, m_data }), 0);
        QCOMPARE(m_output.trimmed(), QByteArray("sperrmuellabholung version 2"));
        const QDir services(m_data + u"/services"_qs);
        const QDir ours(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services"));
        QCOMPARE(services.entryList({ u"*.json"_qs }, QDir::Files),
            ours.entryList({ u"*.json"_qs }, QDir::Files));
    }

    void shouldNameWhatKeepsADefinitionOut()
    {
        const QString file = m_folder.filePath(u"fremd.json"_qs);
        const auto import = [&] {
            return run({ u"casetype"_qs, u"import"_qs, file, u"--data"_qs, m_data });
        };
        QVERIFY(writeService(file, u"hundesteuer"_qs, [](QJsonObject &type, QJsonObject &service) {
            type.insert(u"id"_qs, u"katzensteuer"_qs);
            type.insert(u"department"_qs, u"raumfahrt"_qs);
            service.insert(u"slug"_qs, u"katzensteuer"_qs);
        }));
        QCOMPARE(import(), 1);
        QVERIFY2(m_output.contains("fremd.json: department: \"raumfahrt\""), m_output.constData());
        QVERIFY(writeService(file, u"hundesteuer"_qs,
            [](QJsonObject &type, QJsonObject &) { type.insert(u"id"_qs, u"katzensteuer"_qs); }));
        QCOMPARE(import(), 1);
        QVERIFY2(m_output.contains("service.slug: \"hundesteuer\""), m_output.constData());
        // A file that was put into the folder by hand waits until its department is there.
        QVERIFY(writeService(m_data + u"/services/katzensteuer.json"_qs, u"hundesteuer"_qs,
            [](QJsonObject &type, QJsonObject &service) {
                type.insert(u"id"_qs, u"katzensteuer"_qs);
                type.insert(u"department"_qs, u"katzen"_qs);
                service.insert(u"slug"_qs, u"katzensteuer"_qs);
            }));
        QProcess portal;
        QVERIFY(serve(portal));
        QVERIFY(!ask("GET", "/de/", {}).contains("/de/leistung/katzensteuer"));
        QCOMPARE(run({ u"office"_qs, u"show"_qs, u"--data"_qs, m_data }), 0);
        QJsonObject office = QJsonDocument::fromJson(m_output).object();
        QJsonArray departments = office.value(u"departments"_qs).toArray();
        QJsonObject cats = departments.first().toObject();
        cats.insert(u"id"_qs, u"katzen"_qs);
        departments.append(cats);
        office.insert(u"departments"_qs, departments);
        QVERIFY(writeJson(m_folder.filePath(u"office.json"_qs), office));
        QCOMPARE(run({ u"office"_qs, u"import"_qs, m_folder.filePath(u"office.json"_qs),
                     u"--data"_qs, m_data }),
            0);
        QTRY_VERIFY(ask("GET", "/de/", {}).contains("/de/leistung/katzensteuer"));
        portal.terminate();
        QVERIFY(portal.waitForFinished(15000));
    }

private:
    static bool writeJson(const QString &path, const QJsonObject &json)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(json).toJson()) > 0;
    }

    // A definition made from one that comes with the portal.
    static bool writeService(const QString &path, const QString &from,
        const std::function<void(QJsonObject &type, QJsonObject &service)> &change)
    {
        QFile file(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services/%1.json").arg(from));
        if (!file.open(QIODevice::ReadOnly))
            return false;
        QJsonObject type = QJsonDocument::fromJson(file.readAll()).object();
        QJsonObject service = type.value(u"service"_qs).toObject();
        change(type, service);
        type.insert(u"service"_qs, service);
        return writeJson(path, type);
    }
};

QTEST_GUILESS_MAIN(TestPortal)
#include "tst_portal.moc"
