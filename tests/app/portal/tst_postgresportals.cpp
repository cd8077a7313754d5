#include "portalrun.h"

#include <QRegularExpression>

// Several portals on one PostgreSQL, and what an administrator does with them.
class TestPostgresPortals : public QObject, private PortalRun {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(begin());
        QCOMPARE(run({ u"init"_qs, u"--data"_qs, m_data, u"--sample"_qs, u"--cases"_qs, u"5"_qs,
                     u"--password"_qs, u"Lindenblüte-26"_qs }),
            0);
        QCOMPARE(run({ u"init"_qs, u"--data"_qs, m_data }), 1);
        QCOMPARE(run({ u"init"_qs, u"--data"_qs, m_data, u"--if-missing"_qs }), 0);
    }

    // A clerk is connected to one portal, a colleague's change goes through the other.
    void shouldTellWhatAnotherPortalCommitted()
    {
        QProcess one;
        QVERIFY(serve(one));
        const QString oneUrl = m_url;
        QProcess other;
        QVERIFY(serve(other));
        const QString otherUrl = m_url;
        m_url = oneUrl;
        const QByteArray token = signIn();

        QNetworkAccessManager network;
        QNetworkRequest request(QUrl(otherUrl + u"/sync/v1/events"_qs));
        request.setRawHeader("Authorization", "Bearer " + token);
        const std::unique_ptr<QNetworkReply> events(network.get(request));
        qint64 told = -1;
        connect(events.get(), &QNetworkReply::readyRead, this, [&] {
            static const QRegularExpression number(QStringLiteral("\"feed\":(\\d+)"));
            auto match = number.globalMatch(QString::fromUtf8(events->readAll()));
            while (match.hasNext())
                told = match.next().captured(1).toLongLong();
        });
        QTRY_VERIFY(told > 0);
        // Each begins when the one before was told. Looking into the database now and then, as a
        // portal does also, would take the whole pause each time.
        const int rounds = 4;
        QElapsedTimer all;
        all.start();
        for (int round = 0; round < rounds; ++round) {
            const qint64 before = told;
            const QString note = QStringLiteral("Runde %1").arg(round);
            m_url = oneUrl;
            QVERIFY(addNote(token, note).contains("\"applied\""));
            QTRY_VERIFY_WITH_TIMEOUT(told > before, 5000);
            m_url = otherUrl;
            QVERIFY(ask("GET", "/sync/v1/changes", token).contains(note.toUtf8()));
        }
        QVERIFY2(all.elapsed() < rounds * 1000, QByteArray::number(all.elapsed()).constData());
        events->abort();
        for (QProcess *portal : { &one, &other }) {
            portal->terminate();
            QVERIFY(portal->waitForFinished(15000));
            QCOMPARE(portal->exitCode(), 0);
        }
    }

    void shouldTakePasswordsFromFilesOnly()
    {
        const QString name = m_database.address();
        const QString given = QString(name).replace(u"test@"_qs, u"test:Geheimnis-7@"_qs);
        QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data, u"--database"_qs, given }), 1);
        QVERIFY(m_output.contains("PGPASSFILE"));
        QVERIFY(!m_output.contains("Geheimnis"));
        QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data, u"--database"_qs, name }), 0);
        QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data, u"--database"_qs,
                     u"postgresql://127.0.0.1:1/none"_qs }),
            1);
        QVERIFY(m_output.contains("The database does not answer"));
        QCOMPARE(run({ u"user"_qs, u"list"_qs, u"--data"_qs, m_data, u"--database"_qs,
                     u"mysql://localhost/x"_qs }),
            1);
    }

    // A share that is not mounted must not become a portal without files.
    void shouldRefuseAFolderThatIsNotItsOwn()
    {
        const QString empty = m_folder.filePath(u"unmounted"_qs);
        QVERIFY(QDir().mkpath(empty));
        const QString name = m_database.address();
        QCOMPARE(run({ u"serve"_qs, u"--data"_qs, empty, u"--database"_qs, name, u"--listen"_qs,
                     u"127.0.0.1:0"_qs }),
            1);
        QVERIFY(m_output.contains("is the share mounted"));
        QFile mark(empty + u"/portal.id"_qs);
        QVERIFY(mark.open(QIODevice::WriteOnly) && mark.write("another\n") > 0);
        mark.close();
        QCOMPARE(run({ u"serve"_qs, u"--data"_qs, empty, u"--database"_qs, name, u"--listen"_qs,
                     u"127.0.0.1:0"_qs }),
            1);
        QVERIFY(m_output.contains("another portal"));
    }

    void shouldRestoreIntoANewDatabaseOnly()
    {
        const QString copy = m_folder.filePath(u"copy"_qs);
        QCOMPARE(run({ u"backup"_qs, u"--data"_qs, m_data, u"--to"_qs, copy }), 0);
        const QString folder = m_folder.filePath(u"restored"_qs);
        const auto restoreTo = [&](const QString &database) {
            return run({ u"restore"_qs, u"--data"_qs, folder, u"--from"_qs, copy, u"--database"_qs,
                database });
        };
        QCOMPARE(restoreTo(m_database.address()), 1);
        QVERIFY(m_output.contains("createdb"));
        const TestDatabase target(TestDatabase::Nothing);
        QCOMPARE(restoreTo(target.address()), 0);
        QCOMPARE(run({ u"audit"_qs, u"verify"_qs, u"--data"_qs, folder, u"--database"_qs,
                     target.address() }),
            0);
        QVERIFY(QFile::exists(folder + u"/services/hundesteuer.json"_qs));
        QVERIFY(!QFile::exists(folder + u"/restoring.db"_qs));
        QCOMPARE(run({ u"restore"_qs, u"--data"_qs, folder, u"--announce-only"_qs, u"--database"_qs,
                     target.address() }),
            0);
    }

private:
    QByteArray addNote(const QByteArray &token, const QString &text)
    {
        const QJsonObject caseFile = firstCase(token);
        const QJsonObject operation{ { u"opId"_qs, uuid() }, { u"kind"_qs, u"case"_qs },
            { u"id"_qs, caseFile.value(u"id"_qs) }, { u"type"_qs, u"addNote"_qs },
            { u"baseVersion"_qs, caseFile.value(u"version"_qs) },
            { u"args"_qs, QJsonObject{ { u"id"_qs, uuid() }, { u"text"_qs, text } } } };
        return ask("POST", "/sync/v1/operations", token,
            QJsonDocument(QJsonObject{ { u"operations"_qs, QJsonArray{ operation } } }).toJson());
    }
};

QTEST_GUILESS_MAIN(TestPostgresPortals)
#include "tst_postgresportals.moc"
