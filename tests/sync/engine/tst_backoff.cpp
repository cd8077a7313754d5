#include "sync/engine/backoff.h"
#include "sync/engine/syncengine.h"
#include "sync/portal/transportsettings.h"

#include <QTest>

class TestBackoff : public QObject {
    Q_OBJECT
private slots:
    void shouldDoubleFromFiveSecondsToFifteenMinutes()
    {
        Backoff backoff([] { return 0.5; });
        const QList<qint64> expected{ 5'000, 10'000, 20'000, 40'000, 80'000, 160'000, 320'000,
            640'000, 900'000, 900'000 };
        for (const qint64 wait : expected)
            QCOMPARE(backoff.nextMs(), wait);
        backoff.reset();
        QCOMPARE(backoff.nextMs(), 5'000);
    }

    void shouldSpreadByTwentyPercent()
    {
        QCOMPARE(Backoff::waitMs(1, 0.0), 4'000);
        QVERIFY(Backoff::waitMs(1, 0.999) < 6'000);
    }

    void shouldNeverComeEarlierThanAsked()
    {
        QVERIFY(Backoff::waitMs(1, 0.0, 300) >= 300'000);
        QVERIFY(Backoff::waitMs(1, 0.999, 300) >= 300'000);
        QCOMPARE(Backoff::waitMs(9, 0.5, 1), 900'000);
    }

    void shouldComeBackWithinAMinuteWhileSomethingWaits()
    {
        // The worst moment to heal: a request hangs, and its failure is followed by a wait.
        const qint64 left = 60'000 - TransportSettings().transferTimeoutMs;
        for (int failures = 1; failures < 30; ++failures)
            QVERIFY(Backoff::waitMs(failures, 0.999, 0, SyncEngine::pendingRetrySeconds) < left);
        QVERIFY(Backoff::waitMs(3, 0.5, 300, 40) >= 300'000); // but the portal's word counts
    }
};

QTEST_GUILESS_MAIN(TestBackoff)
#include "tst_backoff.moc"
