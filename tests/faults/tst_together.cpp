#include "faulttest.h"

#include "models/domain/apply.h"
#include "models/store/referencestore.h"

#include <QFile>
#include <QJsonArray>

// Cases 28 to 32: several people at one case.
class TestTogether : public FaultTest {
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(startPortal(40)); }
    void init()
    {
        QVERIFY(startCase());
        colleague = std::make_unique<Clerk>(portal->url(), QStringLiteral("joerg.weiss"));
        QVERIFY(colleague->signIn());
        id = caseInProgress();
        QVERIFY(colleague->sync());
    }
    void cleanup()
    {
        colleague.reset();
        endCase();
    }

    void case28_differentFields()
    {
        const ClerkId joerg = colleague->view().session().clerk.id;
        const Operation mine = clerk->act(id, ChangeState{ CaseState::WaitingForApplicant, {} });
        const Operation theirs = colleague->act(id, Assign{ joerg, QStringLiteral("Jörg Weiß") });
        QVERIFY(colleague->sync());
        QVERIFY(clerk->sync());
        QCOMPARE(office->resultOf(theirs.id)->outcome, Outcome::Applied);
        QCOMPARE(office->resultOf(mine.id)->outcome, Outcome::Merged);
        const CaseFile merged = office->caseOf(id);
        QCOMPARE(merged.state, CaseState::WaitingForApplicant);
        QCOMPARE(merged.assignee, joerg);
        QCOMPARE(office->effects(mine) + office->effects(theirs), 2); // both in the history
        QVERIFY(isAtRest(*clerk));
        QVERIFY(isAtRest(*colleague));
        QCOMPARE(clerk->shown(id), colleague->shown(id));
    }

    void case29_sameField()
    {
        const ClerkId joerg = colleague->view().session().clerk.id;
        const ClerkId maren = clerk->view().session().clerk.id;
        const Operation mine = clerk->act(id, TakeOver{});
        colleague->act(id, TakeOver{});
        QVERIFY(colleague->sync());
        QVERIFY(clerk->sync());
        const PendingOperation entry = clerk->entry(mine.id);
        QCOMPARE(entry.state, PendingState::Conflict);
        QCOMPARE(entry.reason, QStringLiteral("conflict.field"));
        QVERIFY(!entry.params.value(QLatin1String("fields")).toArray().isEmpty());
        QCOMPARE(office->caseOf(id).assignee, joerg); // nobody won silently
        QCOMPARE(clerk->shown(id)->assignee, joerg);
        QVERIFY(clerk->sync());
        QCOMPARE(office->effects(mine), 0); // and nothing is tried again by itself
        // The clerk insists: a new operation on the version that is there now.
        const Result<Operation> renewed
            = clerk->outbox().replace(mine.id, clerk->view().operation(id, TakeOver{}));
        QVERIFY(renewed);
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->caseOf(id).assignee, maren);
        QCOMPARE(office->effects(*renewed), 1);
    }

    void case30_closedWhileNoticeQueued()
    {
        const QByteArray pdf = "%PDF-1.7 Bescheid";
        IssueNotice notice;
        notice.id = newId<NoticeId>(clerk->clock);
        notice.title = QStringLiteral("Bescheid");
        notice.document = clerk->stage(pdf, QStringLiteral("Bescheid.pdf"));
        notice.letterDate = QDate(2026, 11, 23);
        notice.lastSeen = lastApplicantMessage(*clerk->shown(id));
        const Operation queued = clerk->act(id, notice);
        office->withdraw(id);
        const qsizetype notices = office->caseOf(id).notices.size();
        QVERIFY(clerk->sync());
        QCOMPARE(clerk->entry(queued.id).state, PendingState::Conflict);
        QCOMPARE(clerk->entry(queued.id).reason, QStringLiteral("conflict.review.closed"));
        QCOMPARE(office->caseOf(id).notices.size(), notices);
        QFile kept(clerk->outbox().stagedPath(notice.document.sha256));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), pdf);
    }

    void case31_feeRequestedOnTwoMachines()
    {
        Clerk second(portal->url()); // the same clerk at the other desk
        QVERIFY(second.signIn());
        QVERIFY(second.sync());
        const qsizetype fees = office->caseOf(id).fees.size();
        QList<Operation> requests;
        for (Clerk *machine : { clerk.get(), &second }) {
            QVERIFY(machine->outbox().references().left() > 0); // leased ahead
            RequestFee fee;
            fee.id = newId<FeeId>(machine->clock);
            fee.items = { { QStringLiteral("Verwaltungsgebühr"), { 4500, QStringLiteral("EUR") },
                QStringLiteral("§ 1 VwGebS"), {} } };
            fee.due = QDate(2026, 12, 24);
            requests.append(machine->act(id, fee));
        }
        QVERIFY(std::get<RequestFee>(requests[0].args).reference
            != std::get<RequestFee>(requests[1].args).reference);
        QVERIFY(clerk->sync());
        QVERIFY(second.sync());
        QCOMPARE(office->resultOf(requests[0].id)->outcome, Outcome::Applied);
        QCOMPARE(second.entry(requests[1].id).state, PendingState::Conflict);
        QCOMPARE(office->caseOf(id).fees.size(), fees + 1);
        QVERIFY(second.outbox().withdraw(requests[1].id)); // one was enough
        QVERIFY(isAtRest(second));
    }

    void case32_applicantWritesWhileReplyWaits()
    {
        const Operation reply = clerk->reply(id, QStringLiteral("Ihr Antrag ist vollständig."));
        const MessageId news
            = office->applicantWrites(id, QStringLiteral("Ich ziehe den Plan zurück."));
        QVERIFY(clerk->sync());
        QCOMPARE(clerk->entry(reply.id).state, PendingState::Conflict);
        QCOMPARE(clerk->entry(reply.id).reason, QStringLiteral("conflict.review.newerMessage"));
        QCOMPARE(office->caseOf(id).messages.last().id, news); // nothing was sent
        QCOMPARE(clerk->shown(id)->messages.last().id, news); // and the clerk can read why
        Reply renewed = std::get<Reply>(reply.args);
        renewed.lastSeen = news;
        QVERIFY(clerk->outbox().replace(reply.id, clerk->view().operation(id, renewed)));
        QVERIFY(isAtRest(*clerk));
        QCOMPARE(office->caseOf(id).messages.last().text, renewed.text);
    }

private:
    std::unique_ptr<Clerk> colleague;
    CaseId id;
};

QTEST_GUILESS_MAIN(TestTogether)
#include "tst_together.moc"
