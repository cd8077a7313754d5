#include "models/notice/noticecheck.h"
#include "samplenotice.h"

#include <QJsonArray>
#include <QtTest>
#include <functional>

using Change = std::function<void(NoticeContent &)>;
Q_DECLARE_METATYPE(Change)

class TestNoticeCheck : public QObject {
    Q_OBJECT

    static QStringList keys(const NoticeContent &content, bool blocking)
    {
        QStringList keys;
        for (const OpenPoint &point : check(content)) {
            if (point.blocks == blocking)
                keys << point.key.mid(int(qstrlen("notice.check.")));
        }
        return keys;
    }

private slots:
    void shouldFindNothingInACompleteNotice()
    {
        QCOMPARE(check(sampleNotice()), QVector<OpenPoint>());
        QVERIFY(isIssuable(sampleNotice()));
    }

    void shouldBlock_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *key, Change change) {
            QTest::newRow(key) << QString::fromLatin1(key) << change;
        };
        row("authority", [](auto &n) { n.authority.name = QStringLiteral(" "); });
        row("authorityAddress", [](auto &n) { n.authority.town.clear(); });
        row("letterDate", [](auto &n) { n.letterDate = {}; });
        row("channel", [](auto &n) { n.channel = QStringLiteral("pigeon"); });
        row("addressee", [](auto &n) { n.addressee.clear(); });
        row("addresseeAddress", [](auto &n) { n.addressee.removeLast(); });
        row("addresseeLines", [](auto &n) {
            n.addressee << QStringLiteral("a") << QStringLiteral("b") << QStringLiteral("c");
        });
        row("subject", [](auto &n) { n.subject.clear(); });
        row("decision", [](auto &n) { n.decisions.clear(); });
        row("decisionEmpty", [](auto &n) { n.decisions << QString(); });
        row("conditionEmpty", [](auto &n) { n.conditions << QStringLiteral("\n"); });
        row("facts", [](auto &n) { n.reasons.facts.clear(); });
        row("law", [](auto &n) { n.reasons.law.clear(); });
        row("discretionReasons", [](auto &n) { n.reasons.discretion.clear(); });
        row("discretion", [](auto &n) { n.discretion = {}; });
        row("hearing", [](auto &n) { n.hearing.reason.clear(); });
        row("feeBasis", [](auto &n) { n.fees[2].legalBasis.clear(); });
        row("feeText", [](auto &n) { n.fees[2].text.clear(); });
        row("feeTextLong", [](auto &n) { n.fees[2].text = QString(251, QLatin1Char('x')); });
        row("total", [](auto &n) { n.total.cents += 1; });
        row("payment", [](auto &n) { n.payment.reset(); });
        row("paymentWithoutFee", [](auto &n) { n.fees.clear(); });
        row("due", [](auto &n) { n.payment->due = {}; });
        row("dueTooEarly", [](auto &n) { n.payment->due = n.letterDate; });
        row("reference", [](auto &n) { n.payment->reference.clear(); });
        row("epc", [](auto &n) { n.payment->iban = QStringLiteral("DE00"); });
        row("remedy", [](auto &n) { n.remedy = {}; });
        row("signature", [](auto &n) { n.signature.name.clear(); });
        row("placeholder", [](auto &n) { n.decisions << QStringLiteral("bis {{validUntil}}"); });
        row("feeAmount", [](auto &n) {
            n.fees[0].amount.cents = 0;
            n.total = n.sumOfFees();
        });
        row("feeCount", [](auto &n) {
            n.fees.fill(n.fees.first(), 100);
            n.total = n.sumOfFees();
        });
    }
    void shouldBlock()
    {
        QFETCH(QString, key);
        QFETCH(Change, change);
        NoticeContent content = sampleNotice();
        change(content);
        QCOMPARE(keys(content, true), QStringList{ key });
        QVERIFY(!isIssuable(content));
    }

    void shouldWarn_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<Change>("change");
        const auto row = [](const char *key, Change change) {
            QTest::newRow(key) << QString::fromLatin1(key) << change;
        };
        row("contact", [](auto &n) { n.authority.contact.clear(); });
        row("place", [](auto &n) { n.place.clear(); });
        row("fileReference", [](auto &n) { n.fileReference.clear(); });
        row("salutation", [](auto &n) { n.salutation.clear(); });
        row("referenceForm", [](auto &n) { n.payment->reference = QStringLiteral("9100.1"); });
        row("referenceFollows", [](auto &n) {
            n.payment->reference.clear();
            n.payment->referenceFollows = true;
        });
        row("automated", [](auto &n) {
            n.automated = true;
            n.signature.name.clear();
        });
        row("template", [](auto &n) { n.basedOn = {}; });
    }
    void shouldWarn()
    {
        QFETCH(QString, key);
        QFETCH(Change, change);
        NoticeContent content = sampleNotice();
        change(content);
        QCOMPARE(keys(content, true), QStringList());
        QCOMPARE(keys(content, false), QStringList{ key });
        QVERIFY(isIssuable(content));
    }

    void shouldNameTheItem()
    {
        NoticeContent content = sampleNotice();
        content.fees[3].legalBasis.clear();
        QCOMPARE(check(content).first().params.value(QStringLiteral("item")).toInt(), 4);
    }

    void shouldNeedNoReasonsWhereTheClerkSaysWhy()
    {
        NoticeContent content = sampleNotice();
        content.reasons = {};
        QVERIFY(!isIssuable(content));
        content.reasonsWaived
            = { true, QStringLiteral("§ 39 Abs. 2 Nr. 1"), QStringLiteral("celik"), {} };
        QVERIFY(isIssuable(content));
    }

    void shouldNeedNoPostalAddressInThePortal()
    {
        NoticeContent content = sampleNotice();
        content.addressee = { QStringLiteral("Dr. Änne Größler-Łukasz") };
        QVERIFY(!isIssuable(content));
        content.channel = QStringLiteral("portal");
        QVERIFY(isIssuable(content));
    }

    void shouldNeverStartWithAStatementOfTheClerk()
    {
        const NoticeContent fresh;
        QVERIFY(!fresh.hearing.given && !fresh.discretion.given && !fresh.reasonsWaived.given);
        QVERIFY(!fresh.automated);
        QCOMPARE(fresh.channel, QStringLiteral("letter"));
    }

    void shouldKeepWhatNewerProgramsWrote()
    {
        QJsonObject object = toJson(sampleNotice());
        object.insert(QStringLiteral("future"), QStringLiteral("kept"));
        for (const char *part : { "template", "authority", "reasons", "payment", "remedy",
                 "signature", "hearing", "discretion", "reasonsWaived" }) {
            QJsonObject inner = object[QLatin1String(part)].toObject();
            inner.insert(QStringLiteral("future"), 1);
            object[QLatin1String(part)] = inner;
        }
        QJsonArray fees = object[QStringLiteral("fees")].toArray();
        QJsonObject fee = fees[0].toObject();
        fee.insert(QStringLiteral("future"), 2);
        fees[0] = fee;
        object[QStringLiteral("fees")] = fees;
        const auto content = noticeContentFromJson(object);
        QVERIFY(content.ok());
        QCOMPARE(toJson(*content), object);
        QCOMPARE(*noticeContentFromJson(toJson(*content)), *content);
    }

    void shouldRefuseOtherFormats()
    {
        QCOMPARE(noticeContentFromJson({}).error().code, ErrorCode::Corrupt);
        QJsonObject newer = toJson(sampleNotice());
        newer[QStringLiteral("format")] = QStringLiteral("kontor-notice/2");
        QCOMPARE(noticeContentFromJson(newer).error().code, ErrorCode::Unsupported);
    }

    void shouldPutTheReferenceFirst()
    {
        NoticeContent content = sampleNotice();
        QCOMPARE(epcPayment(content)->text, QStringLiteral("KS26-0004711-64 OA-32.4/2026-004711"));
        content.fileReference = QString(140, QLatin1Char('x'));
        QCOMPARE(epcPayment(content)->text, QStringLiteral("KS26-0004711-64"));
        content.payment->referenceFollows = true;
        QVERIFY(epcPayment(content)); // it is there already
        content.payment->reference.clear();
        QVERIFY(!epcPayment(content)); // a payment without it could not be matched
        content.payment->reference = QStringLiteral("KS26-0004711-64");
        content.fees.clear();
        QVERIFY(!epcPayment(content));
    }
};

QTEST_GUILESS_MAIN(TestNoticeCheck)
#include "tst_noticecheck.moc"
