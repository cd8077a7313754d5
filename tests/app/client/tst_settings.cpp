#include "app/client/settings.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestSettings : public QObject {
    Q_OBJECT
private slots:
    void shouldTakePolicyThenUserThenDefault()
    {
        QTemporaryDir folder;
        const Settings::Files files{ folder.filePath(QStringLiteral("policy.ini")),
            folder.filePath(QStringLiteral("user.ini")) };
        QFile policy(files.policy);
        QVERIFY(policy.open(QIODevice::WriteOnly));
        policy.write("[server]\nurl=https://portal.lindenau.example\n[proxy]\nmode=none\n");
        policy.close();
        Settings settings(files);
        QCOMPARE(settings.number(Settings::undoSeconds, 10), 10);
        QSignalSpy changed(&settings, &Settings::changed);
        QVERIFY(settings.set(Settings::undoSeconds, 5));
        QVERIFY(settings.set(Settings::undoSeconds, 5)); // no news
        QCOMPARE(changed.count(), 1);
        QCOMPARE(Settings(files).number(Settings::undoSeconds, 10), 5);

        QVERIFY(settings.isLocked(Settings::serverUrl));
        QVERIFY(!settings.isLocked(Settings::undoSeconds));
        const Status refused = settings.setServer(QUrl(QStringLiteral("https://other.example")));
        QCOMPARE(refused.error().key, QStringLiteral("settings.locked"));
        const TransportSettings transport = settings.transport();
        QCOMPARE(transport.baseUrl, QUrl(QStringLiteral("https://portal.lindenau.example")));
        QCOMPARE(transport.proxy, TransportSettings::Proxy::None);
    }

    void shouldReadAManualProxy()
    {
        QTemporaryDir folder;
        Settings settings({ QString(), folder.filePath(QStringLiteral("user.ini")) });
        QVERIFY(settings.set(Settings::proxyMode, QStringLiteral("manual")));
        QVERIFY(settings.set(Settings::proxyHost, QStringLiteral("proxy.lindenau.example")));
        QVERIFY(settings.set(Settings::proxyPort, 3128));
        const TransportSettings transport = settings.transport();
        QCOMPARE(transport.proxy, TransportSettings::Proxy::Manual);
        QCOMPARE(transport.proxyPort, 3128);
    }
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
