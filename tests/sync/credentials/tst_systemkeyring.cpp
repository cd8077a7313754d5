#include "sync/credentials/keyringprobe.h"
#include "sync/credentials/systemkeyring.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTest>
#include <algorithm>
#include <csignal>

// Against a real GNOME keyring in the states that users have it in. Started plainly, this program
// runs itself again in each state.
class TestSystemKeyring : public QObject {
    Q_OBJECT
private slots:
    void shouldWorkInEachState_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unlocked") << QStringList();
        QTest::newRow("locked") << QStringList{ QStringLiteral("--locked") };
        QTest::newRow("absent") << QStringList{ QStringLiteral("--absent") };
    }
    void shouldWorkInEachState()
    {
        QFETCH(QStringList, arguments);
        QProcess inside;
        inside.setProcessChannelMode(QProcess::MergedChannels);
        arguments << QCoreApplication::applicationFilePath();
        inside.start(QStringLiteral(KONTOR_SOURCE_DIR "/tests/testing/with-keyring"), arguments);
        QVERIFY(inside.waitForFinished(60'000));
        QVERIFY2(inside.exitCode() == 0, inside.readAll().constData());
    }
};

template <class T> class Answer {
public:
    std::function<void(T)> taker()
    {
        return [this](T value) { m_value = std::move(value); };
    }
    const T &wait()
    {
        const bool came = QTest::qWaitFor([this] { return m_value.has_value(); }, 8'000);
        if (!came)
            qFatal("no answer");
        return *m_value;
    }

private:
    std::optional<T> m_value;
};

// A signal only asks: the service still answers while one of its threads runs on another core.
bool isStopped(int pid)
{
    const QDir threads(QStringLiteral("/proc/%1/task").arg(pid));
    const QStringList ids = threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return !ids.isEmpty() && std::all_of(ids.begin(), ids.end(), [&](const QString &id) {
        QFile stat(threads.filePath(id + QStringLiteral("/stat")));
        if (!stat.open(QIODevice::ReadOnly))
            return false;
        const QByteArray fields = stat.readAll();
        return fields.mid(fields.lastIndexOf(')') + 2).startsWith('T');
    });
}

class TestInKeyring : public QObject {
    Q_OBJECT
private slots:
    void shouldTellItsState()
    {
        const QByteArray mode = qgetenv("KEYRING_MODE");
        const KeyringState expected = mode == "unlocked" ? KeyringState::There
            : mode == "locked"                           ? KeyringState::Locked
                                                         : KeyringState::Absent;
        Answer<KeyringState> state;
        keyring.probe(this, state.taker());
        QCOMPARE(state.wait(), expected);
    }

    void shouldKeepASecret()
    {
        const bool open = qgetenv("KEYRING_MODE") == "unlocked";
        const QByteArray secret = QByteArray("r\0fresh-ä", 10);
        Answer<Status> written;
        keyring.write(key, secret, this, written.taker());
        QCOMPARE(written.wait().ok(), open);
        Answer<Result<QByteArray>> read;
        keyring.read(key, this, read.taker());
        QCOMPARE(read.wait().ok(), open);
        if (!open)
            return;
        QCOMPARE(*read.wait(), secret);
        Answer<Status> removed;
        keyring.remove(key, this, removed.taker());
        QVERIFY(removed.wait());
        Answer<Result<QByteArray>> gone;
        keyring.read(key, this, gone.taker());
        QCOMPARE(gone.wait().error().key, QStringLiteral("keyring.notFound"));
    }

    void shouldNotWaitForAFrozenService()
    {
        const int pid = qEnvironmentVariableIntValue("KEYRING_PID");
        if (pid == 0)
            return; // absent: nobody could be frozen
        QCOMPARE(kill(pid, SIGSTOP), 0);
        QTRY_VERIFY(isStopped(pid));
        QElapsedTimer waited;
        waited.start();
        Answer<KeyringState> state;
        keyring.probe(this, state.taker());
        QCOMPARE(state.wait(), KeyringState::Slow);
        Answer<KeyringState> timedOut; // the bus gives up by itself: that is not an open keyring
        probeKeyring(this, timedOut.taker());
        QCOMPARE(timedOut.wait(), KeyringState::Slow);
        Answer<Result<QByteArray>> read;
        keyring.read(key, this, read.taker());
        QCOMPARE(read.wait().error().key, QStringLiteral("keyring.slow"));
        QVERIFY(waited.elapsed() < 17'000);
        kill(pid, SIGCONT);
    }

private:
    const QString key = QStringLiteral("refresh-token/test");
    SystemKeyring keyring;
};

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (qEnvironmentVariableIsSet("KEYRING_MODE")) {
        TestInKeyring inside;
        return QTest::qExec(&inside, argc, argv);
    }
    TestSystemKeyring outside;
    return QTest::qExec(&outside, argc, argv);
}
#include "tst_systemkeyring.moc"
