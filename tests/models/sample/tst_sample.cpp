#include "models/domain/apply.h"
#include "models/sample/sample.h"

#include <QCryptographicHash>
#include <QtTest>

class TestSample : public QObject {
    Q_OBJECT

private slots:
    void shouldTellTheSameStoriesAgain()
    {
        const QList<sample::Step> first = sample::steps(scenario());
        const QList<sample::Step> second = sample::steps(scenario());
        QCOMPARE(first.size(), second.size());
        QVERIFY(first.size() > 300);
        for (qsizetype i = 0; i < first.size(); ++i)
            QVERIFY(first[i].operation == second[i].operation);
    }

    void shouldTellOnlyWhatTheRulesAllow()
    {
        const sample::Scenario town = scenario();
        QHash<CaseId, CaseFile> cases;
        QSet<CaseState> states;
        Timestamp before;
        int messages = 0;
        int fees = 0;
        int followUps = 0;
        int overdue = 0;
        for (const sample::Step &step : sample::steps(town)) {
            QVERIFY(step.at >= before);
            QVERIFY(step.at <= town.now);
            before = step.at;
            ApplyContext context;
            context.actor = step.actor;
            context.now = step.at;
            context.permissions = permissionsOf(Role::TeamLead);
            for (const NewAttachment &file : filesOf(step.operation)) {
                const bool brought = std::any_of(step.files.begin(), step.files.end(),
                    [&](const sample::SampleFile &known) { return known.sha256 == file.sha256; });
                QVERIFY(brought);
            }
            for (const sample::SampleFile &file : step.files)
                QCOMPARE(file.sha256.toLatin1(),
                    QCryptographicHash::hash(file.bytes, QCryptographicHash::Sha256).toHex());
            CaseFile &caseFile = cases[step.operation.caseId];
            const auto after = apply(step.operation, caseFile, context);
            QVERIFY2(after,
                qPrintable(typeName(step.operation)
                    + (after ? QString() : QLatin1Char(' ') + after.error().key)));
            caseFile = *after;
        }
        QCOMPARE(cases.size(), town.cases);
        for (const CaseFile &caseFile : std::as_const(cases)) {
            states.insert(caseFile.state);
            messages += int(caseFile.messages.size());
            fees += int(caseFile.fees.size());
            followUps += int(caseFile.followUps.size());
            QVERIFY(applicant(caseFile));
            QVERIFY(!applicant(caseFile)->familyName.isEmpty());
            const QDate today = localDate(town.now);
            if (isOpen(caseFile.state) && effectiveDue(caseFile.target, today) < today)
                ++overdue;
        }
        QCOMPARE(states.size(), 8);
        QVERIFY(messages > 40 && fees > 5 && followUps > 10);
        QVERIFY2(overdue > 5, qPrintable(QString::number(overdue)));
    }

    void shouldMakeNothingOutOfNothing()
    {
        sample::Scenario empty = scenario();
        empty.types.clear();
        QVERIFY(sample::steps(empty).isEmpty());
    }

private:
    static sample::Scenario scenario()
    {
        FieldDefinition name;
        name.key = QStringLiteral("nachname");
        name.required = true;
        name.label.de = QStringLiteral("Nachname");
        FieldDefinition kind;
        kind.key = QStringLiteral("art");
        kind.type = FieldType::Choice;
        kind.required = true;
        kind.options = { FieldOption{ QStringLiteral("linde"), { QStringLiteral("Linde"), {} } } };
        FieldDefinition picture;
        picture.key = QStringLiteral("foto");
        picture.type = FieldType::File;
        picture.required = true;
        picture.label.de = QStringLiteral("Foto");
        FormStep step;
        step.key = QStringLiteral("person");
        step.fields = { name, kind, picture };
        CaseType type;
        type.id = { QStringLiteral("baum") };
        type.version = 1;
        type.name.de = QStringLiteral("Baumfällung");
        type.department = { QStringLiteral("green") };
        type.targetDays = 15;
        type.service.emplace();
        type.service->steps = { step };
        type.service->applicant.insert(
            QStringLiteral("familyName"), QStringLiteral("person.nachname"));
        sample::Scenario town;
        town.types = { type };
        town.clerks = {
            { Actor{ ActorKind::Clerk, QStringLiteral("maren"), QStringLiteral("Maren Kowalski") },
                { { type.department, permissionsOf(Role::TeamLead) } } }
        };
        town.now = Timestamp{ 1'795'000'000'000 };
        return town;
    }
};

QTEST_GUILESS_MAIN(TestSample)
#include "tst_sample.moc"
