#include "tests/faults/casereport.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QProcess>
#include <QTemporaryDir>

// Two starts of the window on one profile, as two sessions of one user on a terminal server make.
class TestSecondWindow : public QObject {
    Q_OBJECT
private slots:
    void cleanup() { reportCase(); }

    void case44_secondStartRaisesTheFirstWindow()
    {
        const QTemporaryDir folder;
        const QString profile = folder.filePath(QStringLiteral("profile"));
        QProcess first;
        start(first, profile);
        const QByteArray hash
            = QCryptographicHash::hash(profile.toUtf8(), QCryptographicHash::Sha256);
        const QString name = QStringLiteral("kontor-") + QString::fromLatin1(hash.toHex().left(16));
        QTRY_VERIFY_WITH_TIMEOUT(isListening(name), 30'000);
        QProcess second;
        start(second, profile);
        QVERIFY(second.waitForFinished(30'000));
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0); // it has raised the other one and is gone
        QCOMPARE(first.state(), QProcess::Running);

        first.kill(); // a crash gives the profile back
        QVERIFY(first.waitForFinished());
        QProcess third;
        start(third, profile);
        QTRY_VERIFY_WITH_TIMEOUT(isListening(name), 30'000);
        QCOMPARE(third.state(), QProcess::Running);
        third.kill();
        QVERIFY(third.waitForFinished());
    }

private:
    static void start(QProcess &process, const QString &profile)
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(
            QStringLiteral(KONTOR_BIN_DIR "/kontor"), { QStringLiteral("--profile"), profile });
    }
    static bool isListening(const QString &name)
    {
        QLocalSocket socket;
        socket.connectToServer(name, QIODevice::WriteOnly);
        return socket.waitForConnected(500);
    }
};

QTEST_GUILESS_MAIN(TestSecondWindow)
#include "tst_secondwindow.moc"
