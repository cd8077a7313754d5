#include "models/domain/wire.h"
#include "tests/testing/casefixtures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QtTest>

// A page of the feed is taken apart as text: every way in which the text may be wrong.
class TestFeedPage : public QObject {
    Q_OBJECT
private slots:
    void shouldComeBackAsItWas();
    void shouldBeJsonThatOthersRead();
    void shouldReadJsonThatOthersWrote();
    void shouldSkipWhatIsNewer();
    void shouldRefuseEveryPagePartlyCutOff();
    void shouldSurviveEveryFlippedByte();
    void shouldRefuseWrongTypes_data();
    void shouldRefuseWrongTypes();
    void shouldNotRecurseIntoDeepText();

private:
    static FeedPage samplePage();
};

FeedPage TestFeedPage::samplePage()
{
    FeedPage page;
    page.epoch = QStringLiteral("epoch \"1\"");
    page.next = QStringLiteral("Mi4xLjI");
    page.more = true;
    CaseFile caseFile = sampleCase(1);
    caseFile.title = QStringLiteral("Linde \\ \"Änne\" {[,]}:\n\u2028 \U0001F333");
    FeedChange brought = upsert(caseFile);
    brought.version = 9'007'199'254'740'993; // more than a double holds
    brought.files = { { QStringLiteral("a"), QStringLiteral("AB+/cd==") },
        { QStringLiteral("b"), QStringLiteral("QUJD") } };
    FeedChange gone;
    gone.kind = AggregateKind::Case;
    gone.action = ChangeAction::Tombstone;
    gone.id = sampleCase(2).id.text;
    page.changes = { brought, gone };
    return page;
}

void TestFeedPage::shouldComeBackAsItWas()
{
    const FeedPage page = samplePage();
    const Result<FeedPage> read = feedPageFromText(toText(page));
    QVERIFY(read);
    QVERIFY(*read == page);
    const Result<CaseFile> body = caseFromJson(read->changes.first().body.object());
    QVERIFY(body);
    QCOMPARE(body->title, QStringLiteral("Linde \\ \"Änne\" {[,]}:\n\u2028 \U0001F333"));
    const Result<FeedPage> empty = feedPageFromText(toText(FeedPage()));
    QVERIFY(empty && *empty == FeedPage());
}

void TestFeedPage::shouldBeJsonThatOthersRead()
{
    QJsonParseError problem;
    const QJsonDocument json = QJsonDocument::fromJson(toText(samplePage()), &problem);
    QCOMPARE(problem.error, QJsonParseError::NoError);
    const QJsonArray changes = json.object().value(QLatin1String("changes")).toArray();
    QCOMPARE(changes.size(), 2);
    QCOMPARE(changes.at(0).toObject().value(QLatin1String("files")).toObject().size(), 2);
    QCOMPARE(json.object().value(QLatin1String("epoch")).toString(), samplePage().epoch);
}

void TestFeedPage::shouldReadJsonThatOthersWrote()
{
    const QJsonDocument json = QJsonDocument::fromJson(toText(samplePage()));
    const Result<FeedPage> read = feedPageFromText(json.toJson(QJsonDocument::Indented));
    QVERIFY(read);
    QCOMPARE(read->changes.size(), 2);
    QCOMPARE(read->epoch, samplePage().epoch);
    QCOMPARE(read->changes.first().files, samplePage().changes.first().files);
    QVERIFY(caseFromJson(read->changes.first().body.object()));
}

void TestFeedPage::shouldSkipWhatIsNewer()
{
    const Result<FeedPage> read = feedPageFromText(
        "{\"epoch\":\"e\",\"later\":{\"x\":[1,\"}\"]},\"changes\":[{\"kind\":\"hologram\","
        "\"action\":\"beam\",\"id\":\"1\",\"version\":1,\"news\":null}],\"next\":\"n\"}");
    QVERIFY(read);
    QCOMPARE(read->changes.first().kind, AggregateKind::Unknown);
    QCOMPARE(read->changes.first().action, ChangeAction::Unknown);
    QVERIFY(!read->more);
}

void TestFeedPage::shouldRefuseEveryPagePartlyCutOff()
{
    const QByteArray text = toText(samplePage());
    for (qsizetype size = 0; size < text.size(); ++size)
        QVERIFY2(!feedPageFromText(text.left(size)), qPrintable(QString::number(size)));
    QVERIFY(!feedPageFromText(text + '}'));
}

void TestFeedPage::shouldSurviveEveryFlippedByte()
{
    const QByteArray text = toText(samplePage());
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (const int flip : { 1, 2, 32, 128 }) {
            QByteArray broken = text;
            broken[at] = char(broken[at] ^ flip);
            const Result<FeedPage> read = feedPageFromText(broken);
            if (read && !read->changes.isEmpty()) // what is wrong inside, the body's reader finds
                (void)caseFromJson(read->changes.first().body.object());
        }
    }
}

void TestFeedPage::shouldRefuseWrongTypes_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : { "", "[]", "null", "\"page\"", "{\"epoch\":1}", "{\"more\":1}",
             "{\"changes\":{}}", "{\"changes\":[1]}", "{\"changes\":[{\"id\":1}]}",
             "{\"changes\":[{\"version\":\"1\"}]}", "{\"changes\":[{\"version\":1.5}]}",
             "{\"changes\":[{\"body\":[]}]}", "{\"changes\":[{\"files\":{\"a\":1}}]}",
             "{\"changes\":[,]}", "{\"changes\":[{}]}}", "{epoch:\"e\"}",
             "{\"epoch\":\"\\u00g1\"}" })
        QTest::newRow(text) << QByteArray(text);
}

void TestFeedPage::shouldRefuseWrongTypes()
{
    QFETCH(QByteArray, text);
    const Result<FeedPage> read = feedPageFromText(text);
    QVERIFY(!read);
    QCOMPARE(read.error().key, QStringLiteral("json.type"));
}

void TestFeedPage::shouldNotRecurseIntoDeepText()
{
    const QByteArray deep = "{\"later\":" + QByteArray(4'000'000, '[') + QByteArray(4'000'000, ']')
        + ",\"epoch\":\"e\"}";
    const Result<FeedPage> read = feedPageFromText(deep);
    QVERIFY(read);
    QCOMPARE(read->epoch, QStringLiteral("e"));
}

QTEST_APPLESS_MAIN(TestFeedPage)
#include "tst_feedpage.moc"
