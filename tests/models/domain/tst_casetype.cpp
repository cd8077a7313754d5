#include "models/domain/casetype.h"
#include "models/domain/ids.h"

#include <QTest>

namespace {

FieldDefinition field(const char *key, FieldType type = FieldType::Text)
{
    FieldDefinition made;
    made.key = QString::fromLatin1(key);
    made.type = type;
    made.label = { QStringLiteral("Feld"), QStringLiteral("Field") };
    return made;
}

CaseType soundType()
{
    CaseType type;
    type.id = CaseTypeId{ QStringLiteral("fundsache") };
    type.version = 1;
    type.name = { QStringLiteral("Fundsache"), QStringLiteral("Lost property") };
    type.department = DepartmentId{ QStringLiteral("ordnung") };
    PublicService service;
    service.slug = QStringLiteral("fundsache");
    service.title = service.summary = type.name;
    FormStep step;
    step.key = QStringLiteral("fund");
    step.title = type.name;
    step.fields = { field("sache"), field("ort") };
    service.steps = { step };
    type.service = service;
    return type;
}

} // namespace

class CaseTypeTest : public QObject {
    Q_OBJECT
private slots:
    void shouldFindNoDefectInASoundDefinition() { QCOMPARE(defects(soundType()), QStringList{}); }

    void shouldNameEachDefectWithItsPath()
    {
        CaseType type = soundType();
        FormStep &step = type.service->steps[0];
        step.fields[1].key = QStringLiteral("sache");
        step.fields[1].pattern = QStringLiteral("[");
        step.fields.append(field("wahl", FieldType::Choice));
        step.fields[2].visibleWhen = { QStringLiteral("fehlt"), { QStringLiteral("ja") }, {} };
        type.needsApproval = true; // what is not carried out is refused, not ignored
        type.service->applicant.insert(QStringLiteral("familyName"), QStringLiteral("fund.name"));
        const QStringList found = defects(type);
        for (const char *path : { "needsApproval", "service.steps[0].fields[1].key",
                 "service.steps[0].fields[1].pattern", "service.steps[0].fields[2].options",
                 "service.steps[0].fields[2].visibleWhen.field", "service.applicant.familyName" })
            QVERIFY2(std::any_of(found.begin(), found.end(),
                         [&](const QString &line) { return line.startsWith(QLatin1String(path)); }),
                path);
    }

    void shouldMakeATitleFromAnswersAndNothingElse()
    {
        CaseType type = soundType();
        type.titleTemplate = QStringLiteral("Fund: {fund.sache}, {fund.ort}");
        FormAnswer step;
        step.key = QStringLiteral("fund");
        FormAnswer thing;
        thing.key = QStringLiteral("sache");
        thing.display = QStringLiteral("{fund.sache} Regenschirm");
        step.children = { thing };
        QCOMPARE(makeTitle(type, { step }, QStringLiteral("de")),
            QStringLiteral("Fund: fund.sache Regenschirm"));
    }

    void shouldMakeIdsThatAreUuidsOfVersion7()
    {
        const FixedClock clock({ 0x0190f5fe1234 });
        const QString id = newUuid7(clock);
        QVERIFY(isUuid(id));
        QVERIFY(id.startsWith(QLatin1String("0190f5fe-1234-7")));
        QVERIFY(newUuid7(clock) != id);
        QCOMPARE(derivedUuid(id, "event/1"), derivedUuid(id, "event/1"));
        QVERIFY(derivedUuid(id, "event/1") != derivedUuid(id, "event/2"));
        QVERIFY(!isUuid(u"0190F5FE-1234-7000-8000-000000000000"));
    }
};

QTEST_GUILESS_MAIN(CaseTypeTest)
#include "tst_casetype.moc"
