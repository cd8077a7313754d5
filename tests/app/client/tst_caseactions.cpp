#include "deskfixture.h"

#include "models/notice/noticecheck.h"

#include <QJsonArray>
#include <QSignalSpy>

// Every act of a clerk: on the disk before the method returns, seen at once, and the same at the
// portal later. What cannot work is refused with its reason and leaves nothing behind.
class TestCaseActions : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        fixture = std::make_unique<ClientFixture>();
        QVERIFY(fixture->ready());
        fixture->desk->actions().setUndoSeconds(0);
    }
    void cleanup() { fixture.reset(); }

    void shouldDoEverythingOfflineAndDeliverItOnce()
    {
        CaseActions &actions = fixture->desk->actions();
        QSignalSpy queued(&actions, &CaseActions::queued);
        fixture->portal.http().setAccepting(false);
        const CaseId id = fixture->id();
        QVERIFY(actions.takeOver(id));
        QVERIFY(actions.changeState(id, CaseState::InProgress, {}));
        const auto file
            = actions.stageFile(fixture->write(QStringLiteral("Plan.pdf"), "%PDF-1.4 plan"));
        QVERIFY(file);
        QVERIFY(actions.reply(id, QStringLiteral("Guten Tag"), { *file }));
        QVERIFY(actions.requestDocuments(id, QStringLiteral("Bitte nachreichen"),
            { QStringLiteral("Lageplan") }, QDate(2026, 12, 7)));
        QVERIFY(actions.addNote(id, QStringLiteral("Telefonat")));
        QVERIFY(actions.setFollowUp(id, QDate(2026, 12, 1), QStringLiteral("Antwort?")));
        const FollowUpId followUp = fixture->seen().followUps.first().id;
        QVERIFY(actions.completeFollowUp(id, followUp));
        FeeItem item;
        item.text = QStringLiteral("Gebühr");
        item.amount.cents = 3'000;
        item.legalBasis = QStringLiteral("§ 2");
        QVERIFY(actions.requestFee(id, { item }, QStringLiteral("Gebühr"), QDate(2026, 12, 23)));
        const FeeRequest fee = fixture->seen().fees.first();
        QVERIFY(!fee.reference.isEmpty()); // of the leased block, also without a network
        QVERIFY(actions.cancelFee(id, fee.id, QStringLiteral("Irrtum")));
        QVERIFY(actions.assign(id, {}));
        QCOMPARE(queued.count(), 10);
        QCOMPARE(fixture->desk->outbox().all().size(), 10);
        const CaseFile promised = fixture->seen();

        fixture->portal.http().setAccepting(true);
        QVERIFY(fixture->sync());
        QVERIFY(fixture->desk->outbox().all().isEmpty());
        const CaseFile truth = fixture->portal.caseOf(id);
        QCOMPARE(truth.messages, promised.messages);
        QCOMPARE(truth.fees, promised.fees);
        QCOMPARE(truth.state, promised.state);
        QCOMPARE(truth.notes.size(), 1);
        QCOMPARE(fixture->portal.blob(file->sha256), QByteArray("%PDF-1.4 plan"));
    }

    void shouldSurviveTheEndOfTheProgram()
    {
        fixture->portal.http().setAccepting(false);
        QVERIFY(fixture->desk->actions().addNote(fixture->id(), QStringLiteral("bleibt")));
        fixture->desk.reset();
        QVERIFY(fixture->open());
        QCOMPARE(fixture->desk->outbox().all().size(), 1);
        QCOMPARE(fixture->seen().notes.first().text, QStringLiteral("bleibt"));
    }

    void shouldRefuseWithTheReason_data()
    {
        using Act = std::function<Result<Operation>(CaseActions &, const CaseId &)>;
        QTest::addColumn<Act>("act");
        QTest::addColumn<QString>("key");
        const auto row = [](const char *key, Act act) {
            QTest::newRow(key) << act << QString::fromLatin1(key);
        };
        row("message.empty", [](auto &a, auto &id) { return a.reply(id, QStringLiteral(" ")); });
        row("note.empty", [](auto &a, auto &id) { return a.addNote(id, {}); });
        row("followUp.noDate", [](auto &a, auto &id) { return a.setFollowUp(id, {}, {}); });
        row("followUp.unknown", [](auto &a, auto &id) {
            return a.completeFollowUp(id, FollowUpId{ QStringLiteral("x") });
        });
        row("documentRequest.empty",
            [](auto &a, auto &id) { return a.requestDocuments(id, {}, {}, {}); });
        row("fee.items", [](auto &a, auto &id) { return a.requestFee(id, {}, {}, {}); });
        row("fee.unknown",
            [](auto &a, auto &id) { return a.cancelFee(id, FeeId{ QStringLiteral("x") }, {}); });
        row("case.transition.impossible",
            [](auto &a, auto &id) { return a.changeState(id, CaseState::Closed, {}); });
        row("case.nothingUnread", [](auto &a, auto &id) { return a.markRead(id); });
        row("answer.unknown",
            [](auto &a, auto &id) { return a.recordFinding(id, QStringLiteral("x.y"), {}); });
        row("case.notFound", [](auto &a, auto &) {
            return a.takeOver(CaseId{ QStringLiteral("0192ffff-0000-7000-8000-000000000001") });
        });
        row("notice.incomplete", [](auto &a, auto &id) { return a.issueNotice(id, {}); });
    }
    void shouldRefuseWithTheReason()
    {
        using Act = std::function<Result<Operation>(CaseActions &, const CaseId &)>;
        QFETCH(Act, act);
        QFETCH(QString, key);
        const CaseFile before = fixture->seen();
        const Result<Operation> done = act(fixture->desk->actions(), fixture->id());
        QVERIFY(!done);
        QCOMPARE(done.error().key, key);
        QVERIFY(fixture->desk->outbox().all().isEmpty());
        QCOMPARE(fixture->seen(), before);
    }

    void shouldTakeAReplyBackWithinTheUndoWindow()
    {
        CaseActions &actions = fixture->desk->actions();
        actions.setUndoSeconds(10);
        ActionOptions how;
        how.undoable = true;
        const auto sent = actions.reply(fixture->id(), QStringLiteral("zu früh"), {}, how);
        QVERIFY(sent);
        QVERIFY(fixture->sync());
        QVERIFY(fixture->portal.caseOf(fixture->id()).messages.isEmpty()); // it waits
        QVERIFY(actions.undo(sent->id));
        QVERIFY(fixture->seen().messages.isEmpty());
        QCOMPARE(actions.undo(sent->id).error().key, QStringLiteral("outbox.unknown"));
        const auto second = actions.reply(fixture->id(), QStringLiteral("jetzt"));
        QVERIFY(fixture->sync());
        QVERIFY(!actions.undo(second->id)); // it has arrived
        QCOMPARE(fixture->portal.caseOf(fixture->id()).messages.size(), 1);
    }

    void shouldSendTheCopyOfAFileWhateverHappensToTheOriginal()
    {
        CaseActions &actions = fixture->desk->actions();
        const QString path = fixture->write(QStringLiteral("a.txt"), "first");
        const auto file = actions.stageFile(path);
        QVERIFY(file);
        fixture->write(QStringLiteral("a.txt"), "changed");
        QFile::remove(path);
        QVERIFY(actions.reply(fixture->id(), {}, { *file }));
        QVERIFY(fixture->sync());
        QCOMPARE(fixture->portal.blob(file->sha256), QByteArray("first"));
        QVERIFY(!actions.stageFile(path));
    }

    void shouldStopAReplyThatANewerMessageHasOvertaken()
    {
        const Actor citizen{ ActorKind::Applicant, {}, QStringLiteral("Änne Szczepańska") };
        ReceiveMessage message;
        message.id = newId<MessageId>(fixture->clock);
        message.text = QStringLiteral("Ich ziehe zurück");
        QVERIFY(fixture->portal.act(fixture->id(), message, citizen));
        const auto sent
            = fixture->desk->actions().reply(fixture->id(), QStringLiteral("Genehmigt"));
        QVERIFY(fixture->sync());
        const auto kept = fixture->desk->outbox().find(sent->id);
        QCOMPARE(kept->state, PendingState::Conflict);
        QCOMPARE(std::get<Reply>(kept->operation.args).text, QStringLiteral("Genehmigt"));
    }

    void shouldIssueANoticeWithItsFeeAndForgetTheDraft()
    {
        Draft draft;
        draft.caseId = fixture->id();
        draft.kind = QStringLiteral("notice");
        const auto saved = fixture->desk->outbox().drafts().save(draft);
        NoticeContent content = notice(saved->id);
        content.decisions << QStringLiteral("gilt ab {{validFrom}}");
        QCOMPARE(blocking(content), QStringList{ QStringLiteral("notice.check.placeholder") });
        content.values.insert(QStringLiteral("validFrom"), QStringLiteral("01.12.2026"));
        ActionOptions how;
        how.draft = saved->id;
        const auto issued = fixture->desk->actions().issueNotice(fixture->id(), content, how);
        QVERIFY2(issued.ok(), issued ? "" : qPrintable(issued.error().key));
        QVERIFY(!fixture->desk->outbox().drafts().find(saved->id));
        QVERIFY(fixture->sync());
        const CaseFile truth = fixture->portal.caseOf(fixture->id());
        QCOMPARE(truth.state, CaseState::Decided);
        QCOMPARE(truth.fees.first().reference, content.payment->reference);
        const auto printed = noticeContentFromJson(truth.notices.first().content);
        QCOMPARE(printed->decisions.last(), QStringLiteral("gilt ab 01.12.2026"));
        QVERIFY(printed->values.isEmpty());
        QVERIFY(fixture->portal.blob(truth.attachments.first().sha256).startsWith("%PDF"));
    }

    void shouldIssueANoticeWhoseReferenceFollows()
    {
        fixture->portal.types.first().version = 2;
        fixture->portal.types.first().referenceSource = ReferenceSource::CashSystem;
        CaseFile other = sampleCase(7);
        other.typeVersion = 2;
        fixture->portal.add(other);
        fixture->portal.expireCursors();
        QVERIFY(fixture->sync());
        NoticeContent content = notice({}, 7);
        QVERIFY(content.payment->waitsForReference());
        const auto issued = fixture->desk->actions().issueNotice(other.id, content);
        QVERIFY2(issued.ok(), issued ? "" : qPrintable(issued.error().key));
        QVERIFY(fixture->sync());
        const FeeRequest fee = fixture->portal.caseOf(other.id).fees.first();
        QCOMPARE(fee.source, ReferenceSource::CashSystem);
        QVERIFY(fee.reference.isEmpty());
    }

    void shouldRefuseAChannelWithoutEvidence()
    {
        NoticeContent content = notice({});
        content.channel = QStringLiteral("portal");
        QCOMPARE(blocking(content), QStringList{ QStringLiteral("notice.check.channelEvidence") });
    }

    void shouldOpenAnInternalCaseOffline()
    {
        fixture->portal.http().setAccepting(false);
        OpenCase wanted;
        wanted.type = { QStringLiteral("baumfaellgenehmigung") };
        wanted.typeVersion = 1;
        wanted.department = { QStringLiteral("umweltamt") };
        wanted.title = QStringLiteral("Kontrolle der Ersatzpflanzungen");
        wanted.internal = true;
        const auto opened = fixture->desk->actions().openCase(wanted);
        QVERIFY(opened);
        const auto viewed = fixture->desk->view().find(opened->caseId);
        QVERIFY(viewed && viewed->isNew() && viewed->caseFile.reference.isEmpty());
        QVERIFY(fixture->desk->actions().addNote(opened->caseId, QStringLiteral("Ortstermin")));
        fixture->portal.http().setAccepting(true);
        QVERIFY(fixture->sync());
        QCOMPARE(fixture->portal.caseOf(opened->caseId).notes.size(), 1);
        wanted.department = { QStringLiteral("anderes") }; // not the clerk's
        QCOMPARE(fixture->desk->actions().openCase(wanted).error().code, ErrorCode::NotAllowed);
    }

private:
    NoticeContent notice(const DraftId &owner, int n = 1)
    {
        Desk::NoticeWish wish;
        wish.templateId = QStringLiteral("gebuehrenbescheid");
        wish.withFee = true;
        wish.owner = owner.isNull() ? newId<DraftId>(fixture->clock) : owner;
        wish.values.insert(QStringLiteral("facts"), QStringLiteral("Sie haben beantragt."));
        NoticeContent content
            = fixture->desk->prepareNotice(fixture->id(n), wish).valueOr(NoticeContent());
        content.hearing = { true, QStringLiteral("begünstigend"), QStringLiteral("Anna"), {} };
        return content;
    }
    QStringList blocking(const NoticeContent &content)
    {
        const auto issued = fixture->desk->actions().issueNotice(fixture->id(), content);
        QStringList keys;
        if (issued)
            return keys;
        for (const QJsonValue &point : issued.error().params.value(u"points").toArray())
            keys << point.toString();
        return keys;
    }

    std::unique_ptr<ClientFixture> fixture;
};

QTEST_GUILESS_MAIN(TestCaseActions)
#include "tst_caseactions.moc"
