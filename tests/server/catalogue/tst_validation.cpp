#include "server/catalogue/seeds.h"
#include "server/catalogue/validation.h"

#include <QJsonArray>
#include <QtTest>

using namespace catalogue;

Q_DECLARE_METATYPE(FieldDefinition)

namespace {

FieldDefinition field(FieldType type)
{
    FieldDefinition definition;
    definition.key = QStringLiteral("f");
    definition.type = type;
    definition.label = { QStringLiteral("Feld"), QStringLiteral("Field") };
    definition.required = true;
    return definition;
}

PublicService serviceWith(const QList<FieldDefinition> &fields)
{
    PublicService service;
    FormStep step;
    step.key = QStringLiteral("s");
    step.fields = fields;
    service.steps = { step };
    return service;
}

FormCheck checked(const PublicService &service, const FormData &data,
    const QString &language = QStringLiteral("de"))
{
    return checkForm(
        service, data, {}, { language, QDate(2026, 11, 21), true, u"Ja"_qs, u"Nein"_qs });
}

QString keyOf(const FormCheck &check)
{
    return check.errors.isEmpty() ? QString() : check.errors.first().key;
}

} // namespace

class TestValidation : public QObject {
    Q_OBJECT
private slots:
    void values_data();
    void values();
    void dates_data();
    void dates();
    void optionalMayBeEmpty();
    void conditionsDecide();
    void unaskedIsIgnored();
    void groupsRepeat();
    void itemsMoveUp();
    void filesAreCounted();
    void draftSurvivesJson();
    void dogBothWays();
    void applicantIsMapped();
};

void TestValidation::values_data()
{
    QTest::addColumn<FieldDefinition>("definition");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QJsonValue>("value"); // undefined: refused
    QTest::addColumn<QString>("shown"); // or the key of the error
    const auto good = [](const char *name, const FieldDefinition &definition, const QString &typed,
                          const QJsonValue &value, const QString &shown) {
        QTest::newRow(name) << definition << typed << value << shown;
    };
    const auto bad = [](const char *name, const FieldDefinition &definition, const QString &typed,
                         const char *key) {
        QTest::newRow(name) << definition << typed << QJsonValue(QJsonValue::Undefined)
                            << QString::fromLatin1(key);
    };
    const FieldDefinition text = field(FieldType::Text);
    good("text", text, u" Stieleiche  (Quercus) "_qs, u"Stieleiche (Quercus)"_qs,
        u"Stieleiche (Quercus)"_qs);
    good("decomposed", text, u"Ba\u0308ume"_qs, u"Bäume"_qs, u"Bäume"_qs);
    good("direction marks go", text, u"a\u202eb\u2066c"_qs, u"abc"_qs, u"abc"_qs);
    good("control goes", text, u"a\u0007b\nc"_qs, u"ab c"_qs, u"ab c"_qs);
    bad("only invisible", text, u"\u200b\u202e "_qs, "form.required.text");
    good("markup is text", text, u"<b>{{x}}</b>"_qs, u"<b>{{x}}</b>"_qs, u"<b>{{x}}</b>"_qs);
    bad("long", text, QString(201, u'ä'), "form.tooLong");
    good("emoji count once", text,
        QString(400, u' ').replace(u" "_qs, u""_qs) + u"\U0001f333"_qs.repeated(200),
        u"\U0001f333"_qs.repeated(200), u"\U0001f333"_qs.repeated(200));
    const FieldDefinition area = field(FieldType::TextArea);
    good("lines stay", area, u"a\r\nb\rc\n"_qs, u"a\nb\nc"_qs, u"a\nb\nc"_qs);
    bad("area too long", area, QString(4001, u'a'), "form.tooLong");
    FieldDefinition postcode = text;
    postcode.pattern = QStringLiteral("\\d{5}");
    postcode.patternError = { QStringLiteral("Fünf Ziffern"), QStringLiteral("Five digits") };
    good("pattern", postcode, u"04177"_qs, u"04177"_qs, u"04177"_qs);
    bad("pattern is for the whole", postcode, u"x04177"_qs, "form.own");
    bad("pattern, more", postcode, u"041770"_qs, "form.own");
    FieldDefinition number = field(FieldType::Number);
    number.minimum = 10;
    number.maximum = 1500;
    number.unit = QStringLiteral("cm");
    good("number", number, u"120"_qs, 120, u"120\u00a0cm"_qs);
    good("number with unit", number, u"120 cm"_qs, 120, u"120\u00a0cm"_qs);
    bad("number, decimals", number, u"12,5"_qs, "form.number");
    bad("number, words", number, u"zwölf"_qs, "form.number");
    bad("number, small", number, u"9"_qs, "form.tooSmall");
    bad("number, large", number, u"1501"_qs, "form.tooLarge");
    bad("number, huge", number, u"99999999999999999999"_qs, "form.number");
    bad("number, hexadecimal", number, u"0x20"_qs, "form.number");
    const FieldDefinition decimal = field(FieldType::Decimal);
    good("decimal comma", decimal, u"14,5"_qs, 14.5, u"14,5"_qs);
    good("decimal point", decimal, u"14.5"_qs, 14.5, u"14,5"_qs);
    bad("not a number", decimal, u"nan"_qs, "form.decimal");
    bad("infinite", decimal, u"inf"_qs, "form.decimal");
    bad("exponent", decimal, u"1e9"_qs, "form.decimal");
    const FieldDefinition email = field(FieldType::Email);
    good("mail", email, u" kim@beispiel.de "_qs, u"kim@beispiel.de"_qs, u"kim@beispiel.de"_qs);
    good("mail, umlaut domain", email, u"kim@größe.de"_qs, u"kim@größe.de"_qs, u"kim@größe.de"_qs);
    bad("mail without at", email, u"kim.beispiel.de"_qs, "form.email");
    bad("two mails", email, u"a@b.de,c@d.de"_qs, "form.email");
    bad("mail with a line", email, u"a@b.de\nBcc: c@d.de"_qs, "form.email");
    bad("mail without domain end", email, u"a@localhost"_qs, "form.email");
    bad("mail too long", email, QString(250, u'a') + u"@b.de"_qs, "form.email");
    const FieldDefinition phone = field(FieldType::Phone);
    good("phone", phone, u"+49 (341) 123-456"_qs, u"+49 (341) 123-456"_qs, u"+49 (341) 123-456"_qs);
    bad("phone, short", phone, u"110"_qs, "form.phone");
    bad("phone, letters", phone, u"0341 RUFMICH"_qs, "form.phone");
    const FieldDefinition iban = field(FieldType::Iban);
    good("iban", iban, u"de02 1203 0000 0000 2020 51"_qs, u"DE02120300000000202051"_qs,
        u"DE02 1203 0000 0000 2020 51"_qs);
    bad("iban, check digits", iban, u"DE03120300000000202051"_qs, "form.iban");
    bad("iban, short", iban, u"DE0212030000"_qs, "form.iban");
    const FieldDefinition money = field(FieldType::Money);
    good("money", money, u"1.234,50 €"_qs, 123450, u"1.234,50\u00a0€"_qs);
    good("money, point", money, u"12.50"_qs, 1250, u"12,50\u00a0€"_qs);
    good("money, whole", money, u"12"_qs, 1200, u"12,00\u00a0€"_qs);
    bad("money, three decimals", money, u"12,505"_qs, "form.money");
    bad("money, negative", money, u"-3,00"_qs, "form.money");
    FieldDefinition choice = field(FieldType::Choice);
    choice.options = { { u"a"_qs, { u"Eins"_qs, u"One"_qs }, {} },
        { u"b"_qs, { u"Zwei"_qs, u"Two"_qs }, {} } };
    good("choice", choice, u"b"_qs, u"b"_qs, u"Zwei"_qs);
    bad("choice, none", choice, QString(), "form.required.choice");
    bad("choice, invented", choice, u"c"_qs, "form.choice");
    FieldDefinition many = choice;
    many.type = FieldType::MultiChoice;
    good("several", many, u"b|a"_qs, QJsonArray{ u"a"_qs, u"b"_qs }, u"Eins, Zwei"_qs);
    bad("several, one invented", many, u"a|c"_qs, "form.choice");
    bad("choice, two", choice, u"a|b"_qs, "form.choice");
    const FieldDefinition yesNo = field(FieldType::Boolean);
    good("yes", yesNo, u"true"_qs, true, u"Ja"_qs);
    good("no", yesNo, u"false"_qs, false, u"Nein"_qs);
    good("no", yesNo, u"false"_qs, false, u"Nein"_qs);
    bad("neither", yesNo, u"1"_qs, "form.choice");
    FieldDefinition confirm = yesNo;
    confirm.pattern = QStringLiteral("true");
    confirm.patternError = { QStringLiteral("Bestätigen Sie"), QStringLiteral("Confirm") };
    good("confirmed", confirm, u"true"_qs, true, u"Ja"_qs);
    bad("not confirmed", confirm, QString(), "form.own");
    bad("denied", confirm, u"false"_qs, "form.own");
}

void TestValidation::values()
{
    QFETCH(FieldDefinition, definition);
    QFETCH(QString, typed);
    QFETCH(QJsonValue, value);
    QFETCH(QString, shown);
    FormData data;
    if (!typed.isEmpty())
        data.set(u"s.f"_qs, typed.split(QLatin1Char('|')));
    const FormCheck check = checked(serviceWith({ definition }), data);
    if (value.isUndefined()) {
        QCOMPARE(keyOf(check), shown);
        QCOMPARE(check.errors.first().path, u"s.f"_qs);
        return;
    }
    QCOMPARE(keyOf(check), QString());
    const FormAnswer *answer = findAnswer(check.answers, u"s.f");
    QVERIFY(answer);
    QCOMPARE(answer->value, value);
    QCOMPARE(answer->display, shown);
    QCOMPARE(answer->label, u"Feld"_qs);
}

void TestValidation::dates_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("outcome"); // ISO date or key
    QTest::newRow("good") << u"1 12 2026"_qs << u"2026-12-01"_qs;
    QTest::newRow("zeroes") << u"01 02 2027"_qs << u"2027-02-01"_qs;
    QTest::newRow("leap day") << u"29 2 2028"_qs << u"2028-02-29"_qs;
    QTest::newRow("no leap day") << u"29 2 2027"_qs << u"form.dateUnknown"_qs;
    QTest::newRow("month 13") << u"1 13 2026"_qs << u"form.dateUnknown"_qs;
    QTest::newRow("short year") << u"1 12 26"_qs << u"form.date"_qs;
    QTest::newRow("words") << u"1 Dez 2026"_qs << u"form.date"_qs;
    QTest::newRow("part missing") << u"1 - 2026"_qs << u"form.date"_qs;
    QTest::newRow("today") << u"21 11 2026"_qs << u"2026-11-21"_qs;
    QTest::newRow("too early") << u"20 11 2026"_qs << u"form.dateEarly"_qs;
    QTest::newRow("last day") << u"20 11 2028"_qs << u"2028-11-20"_qs;
    QTest::newRow("too late") << u"21 11 2028"_qs << u"form.dateLate"_qs;
    QTest::newRow("nothing") << u"- - -"_qs << u"form.required.date"_qs;
}

void TestValidation::dates()
{
    QFETCH(QString, typed);
    QFETCH(QString, outcome);
    FieldDefinition date = field(FieldType::Date);
    date.earliest = QStringLiteral("today");
    date.latest = QStringLiteral("today+730");
    const QStringList parts = typed.split(QLatin1Char(' '));
    FormData data;
    const char *names[] = { "day", "month", "year" };
    for (int i = 0; i < 3; ++i) {
        if (parts[i] != QLatin1String("-"))
            data.set(u"s.f."_qs + QLatin1String(names[i]), { parts[i] });
    }
    const FormCheck check = checked(serviceWith({ date }), data);
    if (check.errors.isEmpty())
        QCOMPARE(findAnswer(check.answers, u"s.f")->value.toString(), outcome);
    else
        QCOMPARE(keyOf(check), outcome);
}

void TestValidation::optionalMayBeEmpty()
{
    for (const FieldType type : { FieldType::Text, FieldType::Number, FieldType::Date,
             FieldType::Iban, FieldType::Choice, FieldType::Boolean, FieldType::File }) {
        FieldDefinition optional = field(type);
        optional.required = false;
        const FormCheck check = checked(serviceWith({ optional }), {});
        QVERIFY(check.errors.isEmpty());
        QVERIFY(check.answers.isEmpty());
    }
}

void TestValidation::conditionsDecide()
{
    FieldDefinition decider = field(FieldType::Boolean);
    decider.key = QStringLiteral("a");
    FieldDefinition next = decider;
    next.key = QStringLiteral("b");
    next.visibleWhen = { QStringLiteral("a"), { QStringLiteral("true") }, {} };
    FieldDefinition last = field(FieldType::Text);
    last.key = QStringLiteral("c");
    last.visibleWhen = { QStringLiteral("b"), { QStringLiteral("true") }, {} };
    const PublicService service = serviceWith({ decider, next, last });
    FormData data;
    data.set(u"s.a"_qs, { u"true"_qs });
    QCOMPARE(keyOf(checked(service, data)), u"form.required.choice"_qs);
    data.set(u"s.b"_qs, { u"true"_qs });
    QCOMPARE(keyOf(checked(service, data)), u"form.required.text"_qs);
    // The answer in between is not asked any more, so what hangs on it is not either.
    data.set(u"s.a"_qs, { u"false"_qs });
    const FormCheck check = checked(service, data);
    QVERIFY(check.errors.isEmpty());
    QCOMPARE(check.answers.first().children.size(), 1);
}

void TestValidation::unaskedIsIgnored()
{
    FormData data;
    data.set(u"s.f"_qs, { u"x"_qs });
    data.set(u"s.evil"_qs, { u"y"_qs });
    data.set(u"other.f"_qs, { u"z"_qs });
    const FormCheck check = checked(serviceWith({ field(FieldType::Text) }), data);
    QCOMPARE(check.answers.size(), 1);
    QCOMPARE(check.answers.first().children.size(), 1);
}

void TestValidation::groupsRepeat()
{
    FieldDefinition group = field(FieldType::Group);
    group.key = QStringLiteral("g");
    group.minItems = 1;
    group.maxItems = 3;
    group.fields = { field(FieldType::Text) };
    const PublicService service = serviceWith({ group });
    FormData data;
    QCOMPARE(checked(service, data).errors.first().path, u"s.g.1.f"_qs);
    data.setItems(u"s.g"_qs, 3);
    data.set(u"s.g.1.f"_qs, { u"eins"_qs });
    data.set(u"s.g.3.f"_qs, { u"drei"_qs });
    data.set(u"s.g.4.f"_qs, { u"vier"_qs });
    const FormCheck check = checked(service, data);
    QVERIFY(check.errors.isEmpty()); // the second was added and left empty
    const FormAnswer *answer = findAnswer(check.answers, u"s.g");
    QCOMPARE(answer->children.size(), 2);
    QCOMPARE(answer->children[1].key, u"3"_qs);
    QVERIFY(!findAnswer(check.answers, u"s.g.4"));
}

void TestValidation::itemsMoveUp()
{
    FormData data;
    data.setItems(u"s.g"_qs, 3);
    for (int i = 1; i <= 3; ++i)
        data.set(u"s.g.%1.f"_qs.arg(i), { QString::number(i) });
    data.set(u"s.g2.1.f"_qs, { u"other"_qs });
    data.removeItem(u"s.g"_qs, 2);
    QCOMPARE(data.items(u"s.g"_qs), 2);
    QCOMPARE(data.value(u"s.g.2.f"_qs), u"3"_qs);
    QCOMPARE(data.value(u"s.g.3.f"_qs), QString());
    QCOMPARE(data.value(u"s.g2.1.f"_qs), u"other"_qs);
    data.removeItem(u"s.g"_qs, 9);
    QCOMPARE(data.items(u"s.g"_qs), 2);
}

void TestValidation::filesAreCounted()
{
    FieldDefinition file = field(FieldType::File);
    file.maxFiles = 1;
    const PublicService service = serviceWith({ file });
    const FormRules rules{ u"de"_qs, QDate(2026, 11, 21), true };
    QCOMPARE(checkForm(service, {}, {}, rules).errors.first().key, u"form.required.file"_qs);
    UploadedFile upload{ AttachmentId{ u"0190a000-0000-7000-8000-000000000000"_qs }, u"s.f"_qs,
        u"a.pdf"_qs, u"application/pdf"_qs, 3, QString(64, u'a') };
    const FormCheck one = checkForm(service, {}, { upload }, rules);
    QVERIFY(one.errors.isEmpty());
    QCOMPARE(findAnswer(one.answers, u"s.f")->value.toArray().size(), 1);
    QCOMPARE(
        checkForm(service, {}, { upload, upload }, rules).errors.first().key, u"upload.tooMany"_qs);
    QVERIFY(checkForm(service, {}, {}, { u"de"_qs, QDate(2026, 11, 21), false }).errors.isEmpty());
}

void TestValidation::draftSurvivesJson()
{
    FormData data;
    data.set(u"s.f"_qs, { u"a"_qs, u"b"_qs });
    data.setItems(u"s.g"_qs, 2);
    const auto read = FormData::fromJson(data.toJson());
    QVERIFY(read.ok());
    QCOMPARE(*read, data);
}

void TestValidation::dogBothWays()
{
    const auto dog
        = readSeed(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services/hundesteuer.json"));
    QVERIFY(dog.ok());
    const PublicService &service = *dog->service;
    const FormRules rules{ u"en"_qs, QDate(2026, 11, 21), false };
    FormData data;
    data.set(u"hund.name"_qs, { u"Bella"_qs });
    const auto hund = [&] { return checkStep(service, service.steps[1], data, {}, rules); };
    data.set(u"hund.vorgang"_qs, { u"abmeldung"_qs });
    data.set(u"hund.marke"_qs, { u"4711"_qs });
    data.set(u"hund.grund"_qs, { u"tod"_qs });
    data.set(u"hund.ende.day"_qs, { u"1"_qs });
    data.set(u"hund.ende.month"_qs, { u"11"_qs });
    data.set(u"hund.ende.year"_qs, { u"2026"_qs });
    data.set(u"hund.rasse"_qs, { u"left over from the other way"_qs });
    StepCheck check = hund();
    QVERIFY(check.errors.isEmpty());
    QVERIFY(!findAnswer(check.answer.children, u"rasse"));
    QCOMPARE(findAnswer(check.answer.children, u"ende")->display, u"1 November 2026"_qs);
    data.set(u"hund.vorgang"_qs, { u"anmeldung"_qs });
    check = hund();
    QVERIFY(findAnswer(check.answer.children, u"rasse"));
    QVERIFY(!findAnswer(check.answer.children, u"marke"));
    QVERIFY(!check.errors.isEmpty());
}

void TestValidation::applicantIsMapped()
{
    const auto dog
        = readSeed(QStringLiteral(KONTOR_SOURCE_DIR "/resources/services/hundesteuer.json"));
    FormData data;
    const QHash<QString, QString> typed{ { u"anrede"_qs, u"Frau"_qs },
        { u"vorname"_qs, u"Änne"_qs }, { u"nachname"_qs, u"Szczepańska"_qs },
        { u"strasse"_qs, u"Lindenstraße 12"_qs }, { u"plz"_qs, u"04177"_qs },
        { u"ort"_qs, u"Lindenau"_qs }, { u"telefon"_qs, u"0341 123456"_qs } };
    for (auto it = typed.begin(); it != typed.end(); ++it)
        data.set(u"person."_qs + it.key(), { it.value() });
    const FormCheck check
        = checkForm(*dog->service, data, {}, { u"de"_qs, QDate(2026, 11, 21), false });
    const Party party = applicantOf(*dog->service, check.answers);
    QCOMPARE(displayName(party), u"Änne Szczepańska"_qs);
    QCOMPARE(party.address.street, u"Lindenstraße 12"_qs);
    QCOMPARE(party.address.postalCode, u"04177"_qs);
    QCOMPARE(party.phone, u"0341 123456"_qs);
    QVERIFY(party.roles.contains(PartyRole::Applicant));
}

QTEST_GUILESS_MAIN(TestValidation)
#include "tst_validation.moc"
