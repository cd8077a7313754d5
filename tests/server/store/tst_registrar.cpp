#include "office.h"

#include "server/store/audit.h"
#include "server/store/citizenrecords.h"
#include "server/store/feed.h"

#include <QJsonArray>

using namespace portal;

class TestRegistrar : public QObject {
    Q_OBJECT

private slots:
    void shouldNumberCasesByDepartmentAndYearWithoutGaps()
    {
        Office office;
        QCOMPARE(office.filed("green").reference, QStringLiteral("LIN-67.1-2026-00001"));
        QCOMPARE(office.filed("tax").reference, QStringLiteral("LIN-21.3-2026-00001"));
        // A clerk without the right opens nothing, and takes no number.
        OpenCase open;
        open.type = { QStringLiteral("type-green") };
        open.department = { QStringLiteral("green") };
        open.title = QStringLiteral("Intern");
        open.internal = true;
        const auto refused
            = office.registrar->carryOut(office.operation(newId<CaseId>(office.clock), open),
                office.clerk("reader", "green", Role::Reader));
        QCOMPARE(refused->result.reason, QStringLiteral("operation.forbidden"));
        const auto opened = office.registrar->carryOut(
            office.operation(newId<CaseId>(office.clock), open), office.clerk("lead", "green"));
        QCOMPARE(opened->caseFile.reference, QStringLiteral("LIN-67.1-2026-00002"));
    }

    void shouldCarryOutARepeatedOperationOnce()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        const Author maren = office.clerk("maren", "green");
        const Operation note = office.operation(
            caseFile.id, AddNote{ newId<NoteId>(office.clock), QStringLiteral("Rückruf") }, 1);
        const auto first = office.registrar->carryOut(note, maren);
        const auto again = office.registrar->carryOut(note, maren);
        QCOMPARE(first->result.outcome, Outcome::Applied);
        QCOMPARE(again->result, first->result);
        QCOMPARE(office.now(caseFile.id).notes.size(), 1);
        QCOMPARE(office.now(caseFile.id).version, 2);
    }

    void shouldTakeAFilingOnceItsDepartmentIsThere()
    {
        Office office;
        FileApplication filing;
        filing.type = CaseTypeId{ QStringLiteral("type-parks") };
        filing.department = DepartmentId{ QStringLiteral("parks") };
        filing.title = QStringLiteral("Antrag");
        const Operation operation = office.operation(newId<CaseId>(office.clock), filing);
        const Author citizen = Author::draft(newId<DraftId>(office.clock), QStringLiteral("Ayşe"));
        QCOMPARE(office.registrar->carryOut(operation, citizen)->result.reason,
            QStringLiteral("caseType.unknown"));
        CaseType type;
        type.id = filing.type;
        type.name.de = QStringLiteral("Park");
        type.department = filing.department;
        QVERIFY(
            office.store->write([&](Writing &writing) { return CaseTypes::save(writing, type); }));
        QCOMPARE(office.registrar->carryOut(operation, citizen)->result.reason,
            QStringLiteral("department.unknown"));
        Department department;
        department.id = filing.department;
        department.code = QStringLiteral("67.9");
        QVERIFY(office.store->write(
            [&](Writing &writing) { return Directory::saveDepartment(writing, department); }));
        QCOMPARE(office.registrar->carryOut(operation, citizen)->result.outcome, Outcome::Applied);
    }

    void shouldRefuseTheSameIdForSomethingElse()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        const Author maren = office.clerk("maren", "green");
        Operation note = office.operation(
            caseFile.id, AddNote{ newId<NoteId>(office.clock), QStringLiteral("eins") }, 1);
        QVERIFY(office.registrar->carryOut(note, maren));
        note.args = AddNote{ newId<NoteId>(office.clock), QStringLiteral("zwei") };
        const auto reused = office.registrar->carryOut(note, maren);
        QCOMPARE(reused->result.outcome, Outcome::Rejected);
        QCOMPARE(reused->result.reason, QStringLiteral("operation.reused"));
        QCOMPARE(office.now(caseFile.id).notes.size(), 1);
    }

    void shouldWaitForTheOperationBefore()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        const Author maren = office.clerk("maren", "green");
        const Operation first = office.operation(caseFile.id, TakeOver{}, 1);
        const Operation second
            = office.operation(caseFile.id, ChangeState{ CaseState::InProgress }, 1, first.id);
        const auto early = office.registrar->carryOut(second, maren);
        QCOMPARE(early->result.outcome, Outcome::Retry);
        QCOMPARE(office.registrar->carryOut(first, maren)->result.outcome, Outcome::Applied);
        // Both write the state from the same base: the own chain is no conflict.
        QCOMPARE(office.registrar->carryOut(second, maren)->result.outcome, Outcome::Applied);
        QCOMPARE(office.now(caseFile.id).state, CaseState::InProgress);
    }

    void shouldTellAConflictWithSomebodyElse()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        const auto first = office.registrar->carryOut(
            office.operation(caseFile.id, TakeOver{}, 1), office.clerk("maren", "green"));
        QCOMPARE(first->result.outcome, Outcome::Applied);
        const Operation late = office.operation(caseFile.id, TakeOver{}, 1);
        const auto conflict = office.registrar->carryOut(late, office.clerk("jan", "green"));
        QCOMPARE(conflict->result.outcome, Outcome::Conflict);
        QCOMPARE(conflict->result.reason, QStringLiteral("conflict.field"));
        QVERIFY(conflict->result.params.value(QLatin1String("fields")).toArray().size() > 0);
        QCOMPARE(office.now(caseFile.id).assignee.text, QStringLiteral("maren"));
        // Asked again, the answer is the same.
        QCOMPARE(office.registrar->carryOut(late, office.clerk("jan", "green"))->result,
            conflict->result);
    }

    void shouldMergeWhatDoesNotTouch()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        QVERIFY(office.registrar->carryOut(
            office.operation(caseFile.id, TakeOver{}, 1), office.clerk("maren", "green")));
        const auto merged = office.registrar->carryOut(
            office.operation(
                caseFile.id, AddNote{ newId<NoteId>(office.clock), QStringLiteral("x") }, 1),
            office.clerk("jan", "green"));
        QCOMPARE(merged->result.outcome, Outcome::Merged);
    }

    void shouldHideCasesOfOtherDepartments()
    {
        Office office;
        const CaseFile caseFile = office.filed("green");
        const auto foreign = office.registrar->carryOut(
            office.operation(caseFile.id, TakeOver{}, 1), office.clerk("björn", "tax"));
        const auto nowhere = office.registrar->carryOut(
            office.operation(newId<CaseId>(office.clock), TakeOver{}, 1),
            office.clerk("björn", "tax"));
        QCOMPARE(foreign->result.reason, QStringLiteral("case.unknown"));
        QCOMPARE(foreign->result.reason, nowhere->result.reason);
        QCOMPARE(office.now(caseFile.id).version, 1);
    }

    void shouldAskForMissingFilesAndTakeOnlyOwnOnes()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        const Author maren = office.clerk("maren", "green");
        const NewAttachment foreign = office.file("%PDF- geheim", QStringLiteral("clerk:somebody"));
        Reply reply;
        reply.id = newId<MessageId>(office.clock);
        reply.text = QStringLiteral("anbei");
        reply.attachments = { foreign };
        const Operation operation = office.operation(caseFile.id, reply, 1);
        const auto missing = office.registrar->carryOut(operation, maren);
        QCOMPARE(missing->result.outcome, Outcome::MissingBlobs);
        QCOMPARE(missing->result.params.value(QLatin1String("sha256")).toArray().first(),
            QJsonValue(foreign.sha256));
        office.file("%PDF- geheim", maren.key); // now the clerk has uploaded it, too
        const auto done = office.registrar->carryOut(operation, maren);
        QCOMPARE(done->result.outcome, Outcome::Applied);
        QCOMPARE(done->caseFile.attachments.size(), 1);
    }

    void shouldKeepTheCitizenOutOfOtherCases()
    {
        Office office;
        const CaseFile own = office.filed();
        const CaseFile other = office.filed();
        const ReceiveMessage message{ newId<MessageId>(office.clock), QStringLiteral("Hallo") };
        const Author citizen = Author::applicant(own.id, QStringLiteral("Ayşe Yıldız"));
        QCOMPARE(
            office.registrar->carryOut(office.operation(own.id, message), citizen)->result.outcome,
            Outcome::Applied);
        QCOMPARE(
            office.registrar->carryOut(office.operation(other.id, message), citizen)->result.reason,
            QStringLiteral("case.unknown"));
    }

    void shouldUndoEverythingWhenWhatBelongsToItFails()
    {
        Office office;
        const CaseFile caseFile = office.filed();
        const qint64 before = *office.store->read([](Sql &sql) { return Feed(sql).last(); });
        const Operation operation = office.operation(caseFile.id, TakeOver{}, 1);
        const auto failed = office.registrar->carryOut(
            operation, office.clerk("maren", "green"), [](Writing &, const CaseFile &) -> Status {
                return error(ErrorCode::NoSpace, "store.full");
            });
        QVERIFY(!failed);
        QCOMPARE(office.now(caseFile.id).version, 1);
        QCOMPARE(*office.store->read([](Sql &sql) { return Feed(sql).last(); }), before);
        QCOMPARE(
            office.registrar->carryOut(operation, office.clerk("maren", "green"))->result.outcome,
            Outcome::Applied);
    }

    void shouldRefuseAPaymentReferenceTwice()
    {
        Office office;
        const Author maren = office.clerk("maren", "green");
        const auto charge = [&](const CaseFile &caseFile) {
            RequestFee fee;
            fee.id = newId<FeeId>(office.clock);
            fee.items
                = { FeeItem{ QStringLiteral("Gebühr"), Money{ 3070 }, QStringLiteral("Satzung") } };
            fee.due = QDate(2026, 12, 31);
            fee.reference = QStringLiteral("KS26-0000001-30");
            return office.registrar->carryOut(office.operation(caseFile.id, fee, 1), maren)->result;
        };
        QCOMPARE(charge(office.filed()).outcome, Outcome::Applied);
        QCOMPARE(charge(office.filed()).reason, QStringLiteral("fee.referenceUsed"));
    }
};

QTEST_GUILESS_MAIN(TestRegistrar)
#include "tst_registrar.moc"
