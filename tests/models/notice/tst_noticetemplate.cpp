#include "models/notice/noticecheck.h"
#include "models/notice/noticetemplate.h"

#include <QtTest>

class TestNoticeTemplate : public QObject {
    Q_OBJECT

    // JSON with apostrophes for quotation marks: moc 6.4 loses its way in raw strings.
    static QByteArray quoted(QByteArray json) { return json.replace('\'', '"'); }
    static QByteArray withBlock(const QByteArray &block)
    {
        return quoted("{'format':'kontor-template/"
                      "1','id':'x','version':1,'title':{'de':'X','en':'X'},'kind':'Bescheid','"
                      "caseTypes':['*'],'remedy':'widerspruch','placeholders':{'name':{'de':'Name',"
                      "'en':'Name','required':true}},'blocks':[")
            + block + "]}";
    }

private slots:
    void shouldLoadTheTemplatesOfTheProgram()
    {
        const auto templates = builtInTemplates();
        QVERIFY2(templates.ok(), templates.ok() ? "" : qPrintable(templates.error().key));
        const auto law = loadLawTable();
        QStringList ids;
        for (const NoticeTemplate &one : *templates) {
            ids << one.ref.id;
            QCOMPARE(one.ref.hash.size(), 64);
            QVERIFY(one.allows(QStringLiteral("baumfaellgenehmigung")));
            for (const TemplatePlaceholder &placeholder : one.placeholders)
                QVERIFY(!placeholder.german.isEmpty() && !placeholder.english.isEmpty());
            NoticeContent content;
            const QMap<QString, QString> values{
                { QStringLiteral("authorityName"), QStringLiteral("der Stadt Musterhausen") },
                { QStringLiteral("authorityAddress"), QStringLiteral("Rathausplatz 1") },
            };
            QVERIFY(setRemedy(content, *law, one.remedyId, values).ok());
            QVERIFY(content.remedy.text.contains(QStringLiteral("der Stadt Musterhausen")));
        }
        QCOMPARE(ids,
            (QStringList{ QStringLiteral("ablehnung"), QStringLiteral("bewilligung"),
                QStringLiteral("gebuehrenbescheid") }));
    }

    void shouldFillBlocksIntoTheirPlaces()
    {
        const auto source = noticeTemplateFromJson(
            withBlock(quoted("{'type':'subject','text':'Für "
                             "{{name}}'},{'type':'decision','text':'Eins'},{'type':'decision','"
                             "text':'Zwei'},{'type':'condition','text':'Drei','optional':true},{'"
                             "type':'facts','text':'A'},{'type':'facts','text':'B'}")));
        QVERIFY(source.ok());
        const NoticeContent content
            = fillTemplate(*source, { { QStringLiteral("name"), QStringLiteral("{{name}} <b>") } });
        QCOMPARE(content.subject, QStringLiteral("Für {{name}} <b>")); // a value is only text
        QCOMPARE(
            content.decisions, (QStringList{ QStringLiteral("Eins"), QStringLiteral("Zwei") }));
        QCOMPARE(content.reasons.facts, QStringLiteral("A\n\nB"));
        QVERIFY(content.conditions.isEmpty());
        QCOMPARE(content.basedOn.id, QStringLiteral("x"));
        QVERIFY(!content.discretion.given && !content.hearing.given);
    }

    void shouldLeaveMissingValuesVisibleAndBlocked()
    {
        const auto source
            = noticeTemplateFromJson(withBlock(quoted("{'type':'subject','text':'Für {{name}}'}")));
        const NoticeContent content = fillTemplate(*source, {});
        QCOMPARE(content.subject, QStringLiteral("Für {{name}}"));
        const auto points = check(content);
        QVERIFY(std::any_of(points.begin(), points.end(), [](const OpenPoint &point) {
            return point.key == QLatin1String("notice.check.placeholder") && point.blocks;
        }));
    }

    void shouldAskForWholeTextsByEmptyFields()
    {
        const auto source = noticeTemplateFromJson(withBlock(
            quoted("{'type':'facts','text':'{{name}}'},{'type':'law','text':'{{name}}'}")));
        const NoticeContent open = fillTemplate(*source, {});
        QCOMPARE(open.reasons.facts, QString());
        QCOMPARE(open.reasons.law, QStringLiteral("{{name}}"));
        const NoticeContent known
            = fillTemplate(*source, { { QStringLiteral("name"), QStringLiteral("Weil") } });
        QCOMPARE(known.reasons.facts, QStringLiteral("Weil"));
    }

    void shouldRefuseBrokenTemplates_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *name, const QByteArray &json, const char *key) {
            QTest::newRow(name) << json << QString::fromLatin1(key);
        };
        const QByteArray good = quoted("{'type':'subject','text':'Für {{name}}'}");
        row("no JSON", "{", "template.format");
        row("unknown placeholder", withBlock(quoted("{'type':'subject','text':'{{other}}'}")),
            "template.placeholder");
        row("half a placeholder", withBlock(quoted("{'type':'subject','text':'{{name'}")),
            "template.placeholder");
        row("odd characters", withBlock(quoted("{'type':'subject','text':'{{na me}}'}")),
            "template.placeholder");
        row("unknown block", withBlock(quoted("{'type':'poem','text':'x'}")), "template.block");
        row("empty block", withBlock(quoted("{'type':'subject'}")), "template.block");
        QByteArray noRemedy = withBlock(good);
        row("no remedy", noRemedy.replace("widerspruch", ""), "template.field");
    }
    void shouldRefuseBrokenTemplates()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const auto read = noticeTemplateFromJson(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().key, key);
    }
};

QTEST_GUILESS_MAIN(TestNoticeTemplate)
#include "tst_noticetemplate.moc"
