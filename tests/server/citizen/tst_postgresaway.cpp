#include "portalfixture.h"

// A citizen while the database is away: the page says so, and nothing that was written is lost.
class TestPostgresAway : public QObject {
    Q_OBJECT

private slots:
    void shouldSayLaterAndFileTheApplicationThen()
    {
        TestPortal portal;
        TestBrowser browser(portal);
        const QString review = browser.writeWaste();
        QCOMPARE(browser.get(review).status, 200);
        portal.database.leave();
        const http::Response later = browser.post(review, { { "confirm", "true" } });
        QCOMPARE(later.status, 503);
        QVERIFY(later.headers.value("Retry-After").toInt() > 0);
        QVERIFY(later.body.contains("Ihre gespeicherten Eingaben bleiben erhalten"));
        portal.database.comeBack();
        QTRY_COMPARE(browser.get(review).status, 200);
        QVERIFY(portal.cases().isEmpty());
        QCOMPARE(browser.post(review, { { "confirm", "true" } }).status, 303);
        QCOMPARE(portal.cases().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPostgresAway)
#include "tst_postgresaway.moc"
