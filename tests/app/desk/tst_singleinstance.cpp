#include "app/desk/singleinstance.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestSingleInstance : public QObject {
    Q_OBJECT
private slots:
    void shouldRaiseTheFirstWindowOfTheSameProfile()
    {
        const QTemporaryDir profile;
        SingleInstance first(profile.path());
        QVERIFY(!first.raiseOther()); // nobody is there
        first.listen();
        QSignalSpy raised(&first, &SingleInstance::raiseRequested);
        const SingleInstance second(profile.path());
        QVERIFY(second.raiseOther());
        QTRY_COMPARE(raised.count(), 1);
        QVERIFY(SingleInstance(profile.path()).raiseOther());
        QTRY_COMPARE(raised.count(), 2);
    }

    void shouldLeaveOtherProfilesAlone()
    {
        const QTemporaryDir one;
        const QTemporaryDir two;
        SingleInstance first(one.path());
        first.listen();
        QVERIFY(!SingleInstance(two.path()).raiseOther());
    }

    void shouldListenAgainAfterAProgramThatWasKilled()
    {
        const QTemporaryDir profile;
        {
            SingleInstance gone(profile.path());
            gone.listen();
        }
        SingleInstance next(profile.path());
        QVERIFY(!next.raiseOther());
        next.listen();
        QSignalSpy raised(&next, &SingleInstance::raiseRequested);
        QVERIFY(SingleInstance(profile.path()).raiseOther());
        QTRY_COMPARE(raised.count(), 1);
    }

    // The real program, twice on one profile: the second ends at once and well.
    void shouldEndASecondStartOfTheProgram()
    {
        const QTemporaryDir folder;
        const QString program = QStringLiteral(KONTOR_BIN_DIR "/kontor");
        const QStringList arguments{ QStringLiteral("--profile"), folder.path() };
        QProcess first;
        first.start(program, arguments);
        QVERIFY(first.waitForStarted());
        const SingleInstance probe(folder.path());
        QTRY_VERIFY_WITH_TIMEOUT(first.state() != QProcess::Running || probe.raiseOther(), 20'000);
        QCOMPARE(first.state(), QProcess::Running);
        QCOMPARE(QProcess::execute(program, arguments), 0);
        QCOMPARE(first.state(), QProcess::Running);
        first.terminate();
        QVERIFY(first.waitForFinished());
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
