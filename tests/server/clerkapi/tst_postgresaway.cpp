#include "desk.h"

#include "models/domain/wire.h"
#include "server/store/feed.h"

#include <QJsonArray>

// A clerk's program while the database is away: it is told when to come again, and what it sends
// then is carried out once.
class TestPostgresAway : public QObject {
    Q_OBJECT

private slots:
    void shouldSayLaterAndTakeTheSameOperationThen()
    {
        Desk desk;
        const QByteArray token = desk.token("maren", "green");
        const CaseFile caseFile = desk.filed();
        const QJsonObject operations{ { QStringLiteral("operations"),
            QJsonArray{ toJson(desk.operation(caseFile.id, TakeOver{}, 1)) } } };
        desk.database.leave();
        for (const http::Response &answer : { desk.get("/sync/v1/changes", token),
                 desk.post("/sync/v1/operations", operations, token) }) {
            QCOMPARE(answer.status, 503);
            QVERIFY(answer.headers.value("Retry-After").toInt() > 0);
            QCOMPARE(Desk::key(answer), QStringLiteral("store.away"));
        }
        desk.database.comeBack();
        QTRY_COMPARE(desk.get("/sync/v1/changes", token).status, 200);
        for (int again = 0; again < 2; ++again) {
            const http::Response answer = desk.post("/sync/v1/operations", operations, token);
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.body.contains("\"applied\""));
        }
        QCOMPARE(desk.now(caseFile.id).version, 2);
    }
};

QTEST_GUILESS_MAIN(TestPostgresAway)
#include "tst_postgresaway.moc"
