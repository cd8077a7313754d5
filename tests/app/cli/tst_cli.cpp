#include "tests/testing/portalprocess.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QTimeZone>

// The real command line against the real portal, with a real keyring: the program runs itself again
// inside one.
class TestCli : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY2(portal.start(), qPrintable(portal.log()));
        QFile file(folder.filePath(QStringLiteral("password")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(PortalProcess::password().toUtf8() + '\n');
    }

    void shouldSayHowItIsUsed()
    {
        QCOMPARE(run({ QStringLiteral("--help") }), 0);
        QCOMPARE(run({ QStringLiteral("nonsense") }), 2);
        QCOMPARE(run({ QStringLiteral("show") }), 2);
        QCOMPARE(
            run({ QStringLiteral("list"), QStringLiteral("--filter"), QStringLiteral("x") }), 2);
    }

    void shouldComputeDeadlinesWithoutAProfile()
    {
        QCOMPARE(
            run({ QStringLiteral("deadline"), QStringLiteral("--posted"),
                QStringLiteral("2026-11-20"), QStringLiteral("--land"), QStringLiteral("NW") }),
            0);
        QCOMPARE(said.value(QLatin1String("disclosed")).toString(), QStringLiteral("2026-11-24"));
        QCOMPARE(said.value(QLatin1String("ends")).toString(), QStringLiteral("2026-12-24"));
    }

    void shouldNotSyncSignedOut()
    {
        QCOMPARE(
            run({ QStringLiteral("--server"), portal.url().toString(), QStringLiteral("sync") }),
            4);
    }

    void shouldRefuseAWrongPassword()
    {
        QFile file(folder.filePath(QStringLiteral("wrong")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nicht das Kennwort\n");
        file.close();
        QCOMPARE(signIn(file.fileName()), 4);
        QCOMPARE(errorKey(), QStringLiteral("signin.refused"));
    }

    void shouldSignInAndStaySignedIn()
    {
        QCOMPARE(signIn(folder.filePath(QStringLiteral("password"))), 0);
        QCOMPARE(said.value(QLatin1String("keyring")).toString(), QStringLiteral("there"));
        QVERIFY(said.value(QLatin1String("persistent")).toBool());
        for (int again = 0; again < 2; ++again) { // the refresh token rotates each time
            QCOMPARE(run({ QStringLiteral("sync") }), 0);
            QCOMPARE(
                said.value(QLatin1String("reachability")).toString(), QStringLiteral("online"));
        }
        const QJsonObject first = openCase();
        QVERIFY(!first.isEmpty());
        reference = first.value(QLatin1String("reference")).toString();
        QVERIFY(!reference.isEmpty());
    }

    void shouldWorkOnACase()
    {
        QCOMPARE(act({ QStringLiteral("take"), reference }), QStringLiteral("delivered"));
        if (state() != QLatin1String("inProgress"))
            QCOMPARE(act({ QStringLiteral("status"), reference, QStringLiteral("inProgress") }),
                QStringLiteral("delivered"));
        QCOMPARE(act({ QStringLiteral("note"), reference, QStringLiteral("--text"),
                     QStringLiteral("Ortstermin am Montag") }),
            QStringLiteral("delivered"));
        QFile file(folder.filePath(QStringLiteral("Lageplan ä.pdf")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("%PDF-1.4\n" + QByteArray(1'300'000, '%') + "\n%%EOF\n");
        file.close();
        QCOMPARE(act({ QStringLiteral("reply"), reference, QStringLiteral("--text"),
                     QStringLiteral("Anbei der Lageplan."), QStringLiteral("--attach"),
                     file.fileName() }),
            QStringLiteral("delivered"));
        QCOMPARE(run({ QStringLiteral("outbox") }), 0);
        QVERIFY(said.value(QLatin1String("operations")).toArray().isEmpty());
    }

    void shouldIssueANoticeWithFee()
    {
        QStringList arguments{ QStringLiteral("notice"), reference, QStringLiteral("--template"),
            QStringLiteral("gebuehrenbescheid"), QStringLiteral("--fee"),
            QStringLiteral("--hearing"), QStringLiteral("begünstigend, § 28 Abs. 1 VwVfG") };
        const QStringList values{ QStringLiteral("facts=Sie haben den Antrag gestellt."),
            QStringLiteral("feeRules=der Verwaltungsgebührensatzung") };
        for (const QString &value : values)
            arguments << QStringLiteral("--value") << value;
        QCOMPARE(run(arguments + QStringList{ QStringLiteral("--check") }), 0);
        const QJsonArray points = said.value(QLatin1String("points")).toArray();
        QVERIFY2(said.value(QLatin1String("issuable")).toBool(),
            QJsonDocument(points).toJson().constData());
        QCOMPARE(act(arguments), QStringLiteral("delivered"));
        QCOMPARE(run({ QStringLiteral("fee"), QStringLiteral("list"), reference }), 0);
        const QJsonObject fee = said.value(QLatin1String("fees")).toArray().last().toObject();
        QCOMPARE(fee.value(QLatin1String("state")).toString(), QStringLiteral("open"));
        QVERIFY(!fee.value(QLatin1String("reference")).toString().isEmpty());
        const QJsonObject notice
            = shown().value(QLatin1String("notices")).toArray().last().toObject();
        const QString to = folder.filePath(QStringLiteral("bescheid.pdf"));
        QCOMPARE(
            run({ QStringLiteral("attachment"), reference,
                notice.value(QLatin1String("document")).toString(), QStringLiteral("--to"), to }),
            0);
        QFile saved(to);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        QVERIFY(saved.readAll().startsWith("%PDF"));
        // Days later a person states that nobody can contest it any more.
        QVERIFY(!notice.contains(QLatin1String("finalOn")));
        const QTimeZone seat("Europe/Berlin");
        const QString day
            = QDateTime::currentDateTimeUtc().toTimeZone(seat).date().toString(Qt::ISODate);
        QCOMPARE(act({ QStringLiteral("final"), reference, QStringLiteral("--on"), day }),
            QStringLiteral("delivered"));
        const QJsonArray after = shown().value(QLatin1String("notices")).toArray();
        QCOMPARE(after.last().toObject().value(QLatin1String("finalOn")).toString(), day);
    }

    void shouldKeepWhatIsDoneWithoutThePortal()
    {
        portal.stop();
        QCOMPARE(act({ QStringLiteral("note"), reference, QStringLiteral("--text"),
                     QStringLiteral("ohne Netz geschrieben") }),
            QStringLiteral("waiting"));
        QCOMPARE(run({ QStringLiteral("sync") }), 3);
        QCOMPARE(run({ QStringLiteral("--offline"), QStringLiteral("outbox") }), 0);
        QCOMPARE(said.value(QLatin1String("operations")).toArray().size(), 1);
        QVERIFY2(portal.serve(), qPrintable(portal.log()));
        QCOMPARE(run({ QStringLiteral("sync") }), 0);
        QCOMPARE(said.value(QLatin1String("pending")).toInt(), 0);
        int found = 0;
        for (const QJsonValue &note : shown().value(QLatin1String("notes")).toArray())
            found += note.toObject().value(QLatin1String("text")).toString()
                == QLatin1String("ohne Netz geschrieben");
        QCOMPARE(found, 1);
    }

    void shouldShowTheSameToANewDesk()
    {
        const QJsonObject before = shown();
        const QString same = std::exchange(profile, folder.filePath(QStringLiteral("second")));
        QCOMPARE(signIn(folder.filePath(QStringLiteral("password"))), 0);
        QCOMPARE(run({ QStringLiteral("sync") }), 0);
        QCOMPARE(shown(), before);
        profile = same;
        QCOMPARE(run({ QStringLiteral("sync") }), 0);
        QCOMPARE(shown(), before);
    }

    void shouldServeCommandsAndHoldTheProfile()
    {
        QProcess service;
        service.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-cli"),
            { QStringLiteral("--profile"), profile, QStringLiteral("run") });
        QVERIFY(service.waitForStarted());
        service.write("{\"id\":1,\"command\":\"list\",\"limit\":1}\n");
        const QJsonObject answer = answerOf(service, 1);
        QCOMPARE(answer.value(QLatin1String("result"))
                     .toObject()
                     .value(QLatin1String("cases"))
                     .toArray()
                     .size(),
            1);
        QCOMPARE(run({ QStringLiteral("list") }), 6);
        QCOMPARE(errorKey(), QStringLiteral("store.inUse"));
        service.write("{\"id\":2,\"command\":\"note\",\"case\":\"" + reference.toUtf8()
            + "\",\"text\":\"aus dem Dienst\"}\n");
        QVERIFY(answerOf(service, 2).contains(QLatin1String("result")));
        QVERIFY(eventOf(service, QStringLiteral("settled")));
        service.write("{\"id\":3,\"command\":\"fly\"}\n");
        QVERIFY(answerOf(service, 3).contains(QLatin1String("error")));
        service.closeWriteChannel();
        QVERIFY(service.waitForFinished(10'000));
        QCOMPARE(service.exitCode(), 0);
    }

    void shouldSignOut()
    {
        QCOMPARE(run({ QStringLiteral("sign-out") }), 0);
        QCOMPARE(run({ QStringLiteral("sync") }), 4);
        QCOMPARE(run({ QStringLiteral("--offline"), QStringLiteral("list") }), 0);
        QVERIFY(!said.value(QLatin1String("cases")).toArray().isEmpty()); // work stays readable
    }

    void shouldKeepActsWhileTheServiceSignsIn()
    {
        QProcess service;
        service.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-cli"),
            { QStringLiteral("--profile"), profile, QStringLiteral("--server"),
                portal.url().toString(), QStringLiteral("--login"), PortalProcess::login(),
                QStringLiteral("--password-file"), folder.filePath(QStringLiteral("password")),
                QStringLiteral("run") });
        QVERIFY(service.waitForStarted());
        for (const int id : { 1, 2 }) {
            service.write("{\"id\":" + QByteArray::number(id) + ",\"command\":\"note\",\"case\":\""
                + reference.toUtf8() + "\",\"text\":\"beim Anmelden\"}\n");
        }
        for (const int id : { 1, 2 })
            QVERIFY(answerOf(service, id).contains(QLatin1String("result")));
        service.closeWriteChannel();
        QVERIFY(service.waitForFinished(10'000));
    }

private:
    int run(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral(KONTOR_BIN_DIR "/kontor-cli"),
            QStringList{ QStringLiteral("--profile"), profile } + arguments);
        if (!process.waitForFinished(60'000))
            return -1;
        const QByteArray out = process.readAllStandardOutput();
        said = QJsonDocument::fromJson(out).object();
        if (QTest::currentTestFailed())
            qInfo("%s", out.constData());
        return process.exitCode();
    }
    int signIn(const QString &passwordFile)
    {
        return run({ QStringLiteral("--server"), portal.url().toString(), QStringLiteral("--login"),
            PortalProcess::login(), QStringLiteral("--password-file"), passwordFile,
            QStringLiteral("sign-in") });
    }
    QString act(const QStringList &arguments)
    {
        const int code = run(arguments);
        if (code != 0)
            return QString::number(code) + QString::fromUtf8(QJsonDocument(said).toJson());
        return said.value(QLatin1String("state")).toString();
    }
    QString errorKey() const
    {
        return said.value(QLatin1String("error")).toObject().value(QLatin1String("key")).toString();
    }
    // A new case of the clerk's departments.
    QJsonObject openCase()
    {
        for (const char *state : { "new", "accepted" }) {
            if (run({ QStringLiteral("list"), QStringLiteral("--filter"),
                    QStringLiteral("state=") + QString::fromLatin1(state) })
                != 0)
                return {};
            for (const QJsonValue &entry : said.value(QLatin1String("cases")).toArray()) {
                if (!entry.toObject().value(QLatin1String("applicant")).toString().isEmpty())
                    return entry.toObject();
            }
        }
        return {};
    }
    QJsonObject shown()
    {
        if (run({ QStringLiteral("--offline"), QStringLiteral("show"), reference }) != 0)
            return {};
        return said.value(QLatin1String("case")).toObject();
    }
    QString state() { return shown().value(QLatin1String("state")).toString(); }
    QJsonObject next(QProcess &service)
    {
        while (!service.canReadLine()) {
            if (!service.waitForReadyRead(20'000))
                return {};
        }
        return QJsonDocument::fromJson(service.readLine()).object();
    }
    QJsonObject answerOf(QProcess &service, int id)
    {
        for (QJsonObject line = next(service); !line.isEmpty(); line = next(service)) {
            if (line.value(QLatin1String("id")).toInt() == id)
                return line;
        }
        return {};
    }
    bool eventOf(QProcess &service, const QString &event)
    {
        for (QJsonObject line = next(service); !line.isEmpty(); line = next(service)) {
            if (line.value(QLatin1String("event")).toString() == event)
                return true;
        }
        return false;
    }

    PortalProcess portal{ QStringLiteral(KONTOR_BIN_DIR "/kontor-portal") };
    QTemporaryDir folder;
    QString profile = folder.filePath(QStringLiteral("first"));
    QString reference;
    QJsonObject said;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (!qEnvironmentVariableIsSet("KEYRING_MODE")) {
        QProcess inside;
        inside.setProcessChannelMode(QProcess::ForwardedChannels);
        inside.start(QStringLiteral(KONTOR_SOURCE_DIR "/tests/testing/with-keyring"),
            application.arguments());
        return inside.waitForFinished(-1) ? inside.exitCode() : 1;
    }
    TestCli test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_cli.moc"
