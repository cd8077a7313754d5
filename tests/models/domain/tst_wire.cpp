#include "models/domain/wire.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace {

QJsonObject json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray(text).replace('\'', '"')).object();
}

} // namespace

class WireTest : public QObject {
    Q_OBJECT
private slots:
    void shouldKeepWhatANewerProgramWrote()
    {
        const QJsonObject sent
            = json("{'id':'c1','version':3,'state':'onHold','colour':'blue',"
                   "'parties':[{'id':'p1','roles':['applicant'],'shoeSize':43}]}");
        const auto read = caseFromJson(sent);
        QVERIFY(read.ok());
        QCOMPARE(read->state, CaseState::Unknown);
        const QJsonObject written = toJson(*read);
        QCOMPARE(written.value(QLatin1String("state")).toString(), QStringLiteral("onHold"));
        QCOMPARE(written.value(QLatin1String("colour")).toString(), QStringLiteral("blue"));
        QCOMPARE(written.value(QLatin1String("parties"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QLatin1String("shoeSize"))
                     .toInt(),
            43);
    }

    void shouldNameThePathOfAWrongType_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::newRow("number for text") << QByteArray("{'id':7}") << "id";
        QTest::newRow("in a list")
            << QByteArray("{'messages':[{'id':'m'},{'text':[]}]}") << "messages[1].text";
        QTest::newRow("object for list") << QByteArray("{'fees':{}}") << "fees";
        QTest::newRow("fraction of a version") << QByteArray("{'version':1.5}") << "version";
        QTest::newRow("a day that never was")
            << QByteArray("{'followUps':[{'on':'2026-02-30'}]}") << "followUps[0].on";
        QTest::newRow("no cents") << QByteArray("{'fees':[{'items':[{'amount':{'cents':'x'}}]}]}")
                                  << "fees[0].items[0].amount";
    }
    void shouldNameThePathOfAWrongType()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, path);
        const auto read = caseFromJson(json(text.constData()));
        QVERIFY(!read.ok());
        QCOMPARE(read.error().params.value(QLatin1String("path")).toString(), path);
    }

    void shouldCarryEveryTypeOfOperationBothWays_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type :
            { "takeOver", "assign", "changeState", "reply", "requestDocuments", "addNote",
                "setFollowUp", "completeFollowUp", "requestFee", "cancelFee", "issueNotice",
                "confirmFinality", "markRead", "recordFinding", "openCase", "fileApplication",
                "receiveMessage", "withdrawApplication", "settleFee", "recordRetrieval" })
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void shouldCarryEveryTypeOfOperationBothWays()
    {
        QFETCH(QString, type);
        QJsonObject sent = json(
            "{'opId':'o1','deviceId':'d1','kind':'case','id':'c1','baseVersion':4,'args':{}}");
        sent.insert(QStringLiteral("type"), type);
        const auto read = operationFromJson(sent);
        QVERIFY(read.ok());
        QVERIFY(!std::holds_alternative<UnknownOperation>(read->args));
        QCOMPARE(typeName(*read), type);
        const auto again = operationFromJson(toJson(*read));
        QVERIFY(again.ok() && *again == *read);
    }

    void shouldHandOnAnUnknownOperationUntouched()
    {
        const QJsonObject sent
            = json("{'opId':'o1','kind':'case','id':'c1','type':'teleport','args':{'to':'Mars'}}");
        const auto read = operationFromJson(sent);
        QVERIFY(read.ok());
        QVERIFY(std::holds_alternative<UnknownOperation>(read->args));
        QCOMPARE(toJson(*read), sent);
    }

    void shouldNameWhatAnOperationChanges()
    {
        Operation operation;
        operation.id = OperationId{ QStringLiteral("o1") };
        operation.caseId = CaseId{ QStringLiteral("c1") };
        operation.args = TakeOver{};
        const QJsonObject sent = toJson(operation);
        QCOMPARE(sent.value(QLatin1String("kind")).toString(), QStringLiteral("case"));
        QCOMPARE(sent.value(QLatin1String("id")).toString(), QStringLiteral("c1"));
        QVERIFY(!sent.contains(QLatin1String("caseId")));
    }

    void shouldReadOperationsWrittenBeforeTheyNamedTheirKind()
    {
        const auto read = operationFromJson(json("{'opId':'o1','caseId':'c1','type':'takeOver'}"));
        QVERIFY(read.ok());
        QCOMPARE(read->kind, AggregateKind::Case);
        QCOMPARE(read->caseId.text, QStringLiteral("c1"));
        QCOMPARE(toJson(*read),
            json("{'opId':'o1','kind':'case','id':'c1','type':'takeOver','args':{}}"));
    }

    void shouldHandOnOperationsOnOtherKindsUntouched_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("known kind") << QStringLiteral("referenceBlock");
        QTest::newRow("kind of a newer program") << QStringLiteral("starMap");
    }
    void shouldHandOnOperationsOnOtherKindsUntouched()
    {
        QFETCH(QString, kind);
        // Even a type that cases have: on another kind it means something else.
        QJsonObject sent = json("{'opId':'o1','id':'x','type':'assign','args':{'to':'Mars'}}");
        sent.insert(QStringLiteral("kind"), kind);
        const auto read = operationFromJson(sent);
        QVERIFY(read.ok());
        QVERIFY(std::holds_alternative<UnknownOperation>(read->args));
        QVERIFY(read->caseId.isNull());
        QCOMPARE(toJson(*read), sent);
        sent.remove(QStringLiteral("id"));
        QVERIFY(!operationFromJson(sent).ok());
    }

    void shouldKeepFalseAndZeroAsAnswers()
    {
        CaseFile caseFile;
        FormAnswer answer;
        answer.value = false;
        caseFile.answers.append(answer);
        answer.value = 0;
        caseFile.answers.append(answer);
        const auto read = caseFromJson(toJson(caseFile));
        QVERIFY(read->answers[0].value.isBool());
        QVERIFY(read->answers[1].value.isDouble());
        CaseType type;
        type.service.emplace();
        type.service->steps.append(FormStep{});
        type.service->steps[0].fields.append(FieldDefinition{});
        type.service->steps[0].fields[0].minimum = 0;
        const auto readType = caseTypeFromJson(toJson(type));
        QCOMPARE(readType->service->steps[0].fields[0].minimum, std::optional<double>(0));
    }

    void shouldReadAndWriteAmounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("cents");
        QTest::newRow("plain") << "30,70" << qint64(3070);
        QTest::newRow("euro") << "1.234,5 €" << qint64(123450);
        QTest::newRow("whole") << "12" << qint64(1200);
        QTest::newRow("negative") << "-3,00" << qint64(-1);
        QTest::newRow("three decimals") << "1,234" << qint64(-1);
        QTest::newRow("words") << "zehn" << qint64(-1);
    }
    void shouldReadAndWriteAmounts()
    {
        QFETCH(QString, text);
        QFETCH(qint64, cents);
        const auto money = parseMoney(text, QLocale(QLocale::German));
        QCOMPARE(money ? money->cents : -1, cents);
    }

    void shouldWordAmountsInBothLanguages()
    {
        QCOMPARE(formatMoney(Money{ 123456 }, QLocale(QLocale::German)),
            QStringLiteral("1.234,56\u00a0€"));
        QCOMPARE(formatMoney(Money{ -5 }, QLocale(QLocale::English)), QStringLiteral("-€0.05"));
    }
};

QTEST_GUILESS_MAIN(WireTest)
#include "tst_wire.moc"
