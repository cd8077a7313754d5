#include "models/items/hits.h"
#include "models/items/inboxquery.h"
#include "models/items/querywords.h"

#include <QTest>

using Field = InboxTerm::Field;
using Relation = InboxTerm::Relation;

Q_DECLARE_METATYPE(InboxTerm)

// What a clerk writes into the search field, in either language.
class TestInboxQuery : public QObject {
    Q_OBJECT
private slots:
    void shouldRead_data();
    void shouldRead();
    void shouldKeepWordsBesideTerms();
    void shouldTellWhatIsWrong_data();
    void shouldTellWhatIsWrong();
    void shouldLeaveUnfinishedTermsAlone();
    void shouldPrintWhatItReads();
    void shouldReadEveryWordItPrints();
    void shouldOffer_data();
    void shouldOffer();
    void shouldReplaceOnlyTheWordAtTheCursor();
    void shouldSayFiltersInWords();
    void shouldFindHits_data();
    void shouldFindHits();
    void shouldCutAnExcerptAroundTheHit();

private:
    static QueryLanguage language(const char *code = "de")
    {
        return { { { { QStringLiteral("umwelt"), QStringLiteral("Umweltamt") },
                       { QStringLiteral("ordnung"), QStringLiteral("Ordnungsamt") } },
                     { { QStringLiteral("c-1"), QStringLiteral("Jana Sommer") },
                         { QStringLiteral("c-2"), QStringLiteral("Jörg Müller") } },
                     { { QStringLiteral("baum"), QStringLiteral("Baumfällgenehmigung") },
                         { QStringLiteral("hund"), QStringLiteral("Hundesteuer, Anmeldung") },
                         { QStringLiteral("hund2"), QStringLiteral("Hundesteuer, Abmeldung") } } },
            QString::fromLatin1(code), QDate(2026, 11, 22) };
    }
    static InboxTerm term(Field field, const QStringList &values, Relation relation = Relation::Is,
        bool negated = false)
    {
        return { field, relation, negated, values };
    }
    static QStringList list(std::initializer_list<const char *> values)
    {
        QStringList list;
        for (const char *value : values)
            list.append(QString::fromUtf8(value));
        return list;
    }
};

void TestInboxQuery::shouldRead_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<InboxTerm>("expected");
    const auto row = [](const char *line, const InboxTerm &expected) {
        QTest::newRow(line) << QString::fromUtf8(line) << expected;
    };
    row("status:neu", term(Field::Status, list({ "new" })));
    row("status:new,in-progress", term(Field::Status, list({ "new", "inProgress" })));
    row("status: \"in Bearbeitung\"", term(Field::Status, list({ "inProgress" })));
    row("-status:offen", term(Field::Status, list({ "open" }), Relation::Is, true));
    row("STATE:Wartet", term(Field::Status, list({ "waitingForApplicant" })));
    row("zuständig:ich", term(Field::Assignee, list({ "me" })));
    row("zustaendig:niemand", term(Field::Assignee, list({ "none" })));
    row("assignee:\"Jana Sommer\"", term(Field::Assignee, list({ "c-1" })));
    row("assignee:mueller", term(Field::Assignee, list({ "c-2" })));
    row("fachbereich:ordnung", term(Field::Department, list({ "ordnung" })));
    row("leistung:fällgenehmigung", term(Field::Service, list({ "baum" })));
    row("leistung:hundesteuer", term(Field::Service, list({ "hund", "hund2" })));
    row("service:\"Hundesteuer, Anmeldung\"", term(Field::Service, list({ "hund" })));
    row("fällig:überfällig", term(Field::Due, list({ "overdue" })));
    row("due:week", term(Field::Due, list({ "week" })));
    row("due<2026-12-01", term(Field::Due, list({ "2026-12-01" }), Relation::Before));
    row("fällig<=1.12.2026", term(Field::Due, list({ "2026-12-01" }), Relation::UpTo));
    row("fällig:>1.12.", term(Field::Due, list({ "2026-12-01" }), Relation::After));
    row("due>=today", term(Field::Due, list({ "today" }), Relation::From));
    row("due<+7", term(Field::Due, list({ "+7" }), Relation::Before));
    row("wiedervorlage:heute", term(Field::FollowUp, list({ "today" })));
    row("frist:woche", term(Field::Period, list({ "week" })));
    row("eingang:gestern", term(Field::Filed, list({ "yesterday" })));
    row("gebühr:offen", term(Field::Fee, list({ "open" })));
    row("fee:charged-back", term(Field::Fee, list({ "chargedBack" })));
    row("vertrauensniveau:hoch", term(Field::Assurance, list({ "high" })));
    row("wartet:bürger", term(Field::Waiting, list({ "applicant" })));
    row("ungelesen:ja", term(Field::Unread, list({ "yes" })));
    row("fehler:zahlung,zustellung", term(Field::Error, list({ "payment", "delivery" })));
    row("ist:ungelesen", term(Field::Is, list({ "unread" })));
}

void TestInboxQuery::shouldRead()
{
    QFETCH(QString, line);
    QFETCH(InboxTerm, expected);
    const InboxQuery query = language().parse(line);
    QVERIFY2(query.problems.isEmpty(), qPrintable(query.problems.value(0).text));
    QCOMPARE(query.parts.size(), 1);
    QCOMPARE(query.parts.first().term, expected);
    QCOMPARE(query.text, QString());
    QCOMPARE(line.mid(query.parts.first().from, query.parts.first().length), line);
}

void TestInboxQuery::shouldKeepWordsBesideTerms()
{
    const QString line = QStringLiteral("  Linde \"Am Markt\" status:neu -wartet:ja 10:30 ");
    const InboxQuery query = language().parse(line);
    QCOMPARE(query.text, QStringLiteral("Linde Am Markt 10:30"));
    QCOMPARE(query.parts.size(), 2);
    QCOMPARE(line.mid(query.parts[0].from, query.parts[0].length), QStringLiteral("status:neu"));
    QCOMPARE(line.mid(query.parts[1].from, query.parts[1].length), QStringLiteral("-wartet:ja"));
    QVERIFY(query.problems.isEmpty());
    QVERIFY(language().parse({}).text.isEmpty());
    QVERIFY(language().parse(QStringLiteral("https://lindenau.de")).problems.isEmpty());
}

void TestInboxQuery::shouldTellWhatIsWrong_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *line, const char *words) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(words);
    };
    row("stauts:neu", "There is no field “stauts”. It is searched as a word.");
    row("status:fertig", "“fertig” is not known for “status”.");
    row("assignee:Nobody-Else", "“Nobody-Else” is not known for “assignee”.");
    row("due:32.13.2026", "“32.13.2026” is not a day. Write 24.12.2026, today or +7.");
    row("due<week", "“week” is not a day. Write 24.12.2026, today or +7.");
    row("status<new", "“status” cannot be compared. Write status:value.");
}

void TestInboxQuery::shouldTellWhatIsWrong()
{
    QFETCH(QString, line);
    QFETCH(QString, words);
    const InboxQuery query = language().parse(line);
    QVERIFY(query.parts.isEmpty());
    QCOMPARE(query.problems.size(), 1);
    QCOMPARE(query.problems.first().text, words);
    QCOMPARE(query.problems.first().length, int(line.size()));
}

void TestInboxQuery::shouldLeaveUnfinishedTermsAlone()
{
    for (const char *line : { "status:", "-status:", "due<", "status: due:", "-", "\"", ":" }) {
        const InboxQuery query = language().parse(QString::fromLatin1(line));
        QVERIFY2(query.parts.isEmpty() && query.problems.isEmpty(), line);
    }
}

void TestInboxQuery::shouldPrintWhatItReads()
{
    const QStringList german{ QStringLiteral("status:neu,in-bearbeitung"),
        QStringLiteral("-zuständig:\"Jana Sommer\""), QStringLiteral("fällig<01.12.2026"),
        QStringLiteral("leistung:\"Hundesteuer, Anmeldung\""), QStringLiteral("fällig>=heute") };
    for (const QString &line : german)
        QCOMPARE(language("de").print(language().parse(line).parts.value(0).term), line);
    QCOMPARE(language("en").print(language().parse(german[2]).parts.value(0).term),
        QStringLiteral("due<2026-12-01"));
}

void TestInboxQuery::shouldReadEveryWordItPrints()
{
    for (const char *code : { "de", "en" }) {
        const QueryLanguage speaks = language(code);
        for (const querywords::FieldWord &field : querywords::fields()) {
            for (const querywords::ValueWord &value : querywords::values(field.field)) {
                const InboxTerm wanted = term(field.field, { QString::fromLatin1(value.value) });
                const InboxQuery query = speaks.parse(speaks.print(wanted));
                QVERIFY2(query.problems.isEmpty(), value.english);
                QCOMPARE(query.terms(), QList<InboxTerm>{ wanted });
            }
        }
    }
}

void TestInboxQuery::shouldOffer_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("field") << QStringLiteral("Linde sta") << list({ "status:" });
    QTest::newRow("field by its other name")
        << QStringLiteral("ass") << list({ "zuständig:", "vertrauensniveau:" });
    QTest::newRow("turned round") << QStringLiteral("-wa") << list({ "-wartet:" });
    QTest::newRow("value") << QStringLiteral("status:ab")
                           << list({ "abgeschlossen ", "abgegeben " });
    QTest::newRow("second value") << QStringLiteral("status:neu,ent") << list({ "entschieden " });
    QTest::newRow("name") << QStringLiteral("zuständig:som") << list({ "\"Jana Sommer\" " });
    QTest::newRow("quoted name") << QStringLiteral("zuständig:\"Jana S")
                                 << list({ "\"Jana Sommer\" " });
    QTest::newRow("day") << QStringLiteral("fällig:w") << list({ "woche " });
    QTest::newRow("no field") << QStringLiteral("stauts:n") << QStringList();
    QTest::newRow("nothing typed") << QStringLiteral("status:neu ") << QStringList();
}

void TestInboxQuery::shouldOffer()
{
    QFETCH(QString, line);
    QFETCH(QStringList, offered);
    QStringList texts;
    for (const auto &suggestion : language().complete(line, int(line.size())).suggestions)
        texts.append(suggestion.text);
    QCOMPARE(texts, offered);
}

void TestInboxQuery::shouldReplaceOnlyTheWordAtTheCursor()
{
    const QString line = QStringLiteral("Linde stat:alt wartet:ja");
    const auto completion = language().complete(line, 8);
    QCOMPARE(line.mid(completion.from, completion.length), QStringLiteral("stat:alt"));
    QCOMPARE(completion.suggestions.size(), 1);
    const auto all = language().complete({}, 0, true);
    QCOMPARE(all.suggestions.size(), qsizetype(querywords::fields().size()));
}

void TestInboxQuery::shouldSayFiltersInWords()
{
    const auto words = [](const char *line) {
        return language().words(language().parse(QString::fromUtf8(line)).parts.value(0).term);
    };
    QCOMPARE(words("status:neu,angenommen"), QStringLiteral("Status: neu, angenommen"));
    QCOMPARE(words("-zuständig:jana"), QStringLiteral("Not zuständig: Jana Sommer"));
    QCOMPARE(words("due<1.12.2026"), QStringLiteral("Fällig < 01.12.2026"));
}

void TestInboxQuery::shouldFindHits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("hits");
    QTest::newRow("umlaut") << QStringLiteral("Änne Müller-Groß") << QStringLiteral("muller gross")
                            << list({ "Müller", "Groß" });
    QTest::newRow("part of a word") << QStringLiteral("Baumfällgenehmigung")
                                    << QStringLiteral("fallgen") << list({ "fällgen" });
    QTest::newRow("beginning") << QStringLiteral("Straßenfest") << QStringLiteral("strasse")
                               << list({ "Straße" });
    QTest::newRow("none") << QStringLiteral("Linde") << QStringLiteral("eiche") << QStringList();
}

void TestInboxQuery::shouldFindHits()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    QFETCH(QStringList, hits);
    QStringList found;
    for (const TextSpan &span : hitsIn(text, words.split(u' ')))
        found.append(text.mid(span.from, span.length));
    QCOMPARE(found, hits);
}

void TestInboxQuery::shouldCutAnExcerptAroundTheHit()
{
    const QString text = QStringLiteral("Erste Zeile\n") + QStringLiteral("Wort ").repeated(60)
        + QStringLiteral("Lageplan ") + QStringLiteral("Ende ").repeated(60);
    const QString excerpt = excerptOf(text, list({ "lageplan" }), 60);
    QVERIFY(excerpt.contains(QLatin1String("Lageplan")));
    QVERIFY(excerpt.size() < 80);
    QVERIFY(excerpt.startsWith(u'…') && excerpt.endsWith(u'…'));
    QCOMPARE(excerptOf(text, list({ "fehlt" })), QString());
}

QTEST_GUILESS_MAIN(TestInboxQuery)
#include "tst_inboxquery.moc"
