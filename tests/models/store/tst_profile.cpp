#include "models/store/profile.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

class TestProfile : public QObject {
    Q_OBJECT
private slots:
    void shouldRefuseSecondOpenerWithHolder();
    void shouldBePrivate();
};

void TestProfile::shouldRefuseSecondOpenerWithHolder()
{
    const QTemporaryDir dir;
    const ProfilePaths paths{ dir.filePath(QStringLiteral("stadt")) };
    {
        const auto first = Profile::open(paths);
        QVERIFY(first);
        const auto second = Profile::open(paths);
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Busy);
        QCOMPARE(second.error().key, QStringLiteral("store.inUse"));
        QCOMPARE(second.error().params.value(QLatin1String("program")).toString(),
            QCoreApplication::applicationName());
        QCOMPARE(second.error().params.value(QLatin1String("pid")).toInteger(),
            QCoreApplication::applicationPid());
    }
    QVERIFY(Profile::open(paths));
}

void TestProfile::shouldBePrivate()
{
    const QTemporaryDir dir;
    const ProfilePaths paths{ dir.filePath(QStringLiteral("stadt")) };
    const auto profile = Profile::open(paths);
    QVERIFY(profile);
    for (const QString &folder : { paths.root, paths.files(), paths.staged() })
        QCOMPARE(QFile(folder).permissions() & 0x0077, QFile::Permissions());
}

QTEST_GUILESS_MAIN(TestProfile)
#include "tst_profile.moc"
