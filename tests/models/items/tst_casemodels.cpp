#include "models/items/attachmentmodel.h"
#include "models/items/messagemodel.h"
#include "models/items/outboxmodel.h"
#include "models/items/timelinemodel.h"

#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/whendone.h"
#include "tests/models/store/cases.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace testcases;

class TestCaseModels : public QObject {
    Q_OBJECT
private slots:
    void shouldShowWaitingEventsAtTheEnd();
    void shouldShowMessagesWithTheirWay();
    void shouldKeepTextOfRefusedReply();
    void shouldListFiles();
    void shouldListOutbox();
    void shouldPatchInsteadOfReset();

private:
    ViewedCase viewed(const CaseFile &portal, const QList<PendingOperation> &pending) const;
    static PendingOperation reply(const QString &text, PendingState state);
};

PendingOperation TestCaseModels::reply(const QString &text, PendingState state)
{
    PendingOperation entry;
    entry.operation.id = OperationId{ uuid(40) };
    entry.operation.caseId = makeCase(1).id;
    entry.operation.createdAt = noon;
    entry.operation.args = Reply{ MessageId{ uuid(41) }, text, {}, {} };
    entry.state = state;
    entry.reason = QStringLiteral("unreachable");
    return entry;
}

ViewedCase TestCaseModels::viewed(
    const CaseFile &portal, const QList<PendingOperation> &pending) const
{
    ViewedCase viewed;
    viewed.portal = portal;
    viewed.caseFile = portal;
    viewed.pending = pending;
    ApplyContext context;
    context.actor = Actor{ ActorKind::Clerk, uuid(900001), QStringLiteral("Jana Sommer"), {} };
    context.now = noon;
    context.permissions = permissionsOf(Role::SeniorClerk);
    for (const PendingOperation &entry : pending) {
        const auto after = apply(entry.operation, viewed.caseFile, context);
        if (after && entry.state == PendingState::Waiting)
            viewed.caseFile = *after;
    }
    return viewed;
}

void TestCaseModels::shouldShowWaitingEventsAtTheEnd()
{
    TimelineModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CaseFile portal = makeCase(1);
    TimelineEvent filed;
    filed.id = EventId{ uuid(3) };
    filed.code = QStringLiteral("case.filed");
    filed.at = noon;
    filed.shownToApplicant = true;
    portal.events = { filed };
    model.setCase(viewed(portal, { reply(QStringLiteral("Guten Tag"), PendingState::Waiting) }));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(0).data(TimelineModel::CodeRole).toString(), filed.code);
    QVERIFY(!model.index(0).data(TimelineModel::PendingRole).toBool());
    QCOMPARE(model.index(0).data(TimelineModel::AtRole).toDateTime().toMSecsSinceEpoch(), noon.ms);
    QCOMPARE(
        model.index(1).data(TimelineModel::CodeRole).toString(), QStringLiteral("message.sent"));
    QVERIFY(model.index(1).data(TimelineModel::PendingRole).toBool());
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestCaseModels::shouldShowMessagesWithTheirWay()
{
    MessageModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CaseFile portal = makeCase(1);
    portal.messages = { fromApplicant(1, QStringLiteral("Wann?")) };
    model.setCase(viewed(portal, { reply(QStringLiteral("Bald."), PendingState::Waiting) }));
    QCOMPARE(model.rowCount(), 2);
    QVERIFY(model.index(0).data(MessageModel::FromApplicantRole).toBool());
    QCOMPARE(
        model.index(0).data(MessageModel::PendingStateRole).toInt(), int(PendingState::Delivered));
    QCOMPARE(model.index(1).data().toString(), QStringLiteral("Bald."));
    QCOMPARE(
        model.index(1).data(MessageModel::PendingStateRole).toInt(), int(PendingState::Waiting));
    QCOMPARE(model.index(1).data(MessageModel::OperationRole).toString(), uuid(40));
}

void TestCaseModels::shouldKeepTextOfRefusedReply()
{
    MessageModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCase(viewed(makeCase(1), { reply(QStringLiteral("Bald."), PendingState::Conflict) }));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(MessageModel::TextRole).toString(), QStringLiteral("Bald."));
    QCOMPARE(
        model.index(0).data(MessageModel::PendingStateRole).toInt(), int(PendingState::Conflict));
}

void TestCaseModels::shouldListFiles()
{
    QString here;
    AttachmentModel model([&](const Attachment &) { return here; });
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CaseFile portal = makeCase(1);
    Attachment attachment;
    attachment.id = AttachmentId{ uuid(5) };
    attachment.name = QStringLiteral("lageplan.pdf");
    attachment.size = 1234;
    attachment.sha256 = QStringLiteral("ab");
    portal.attachments = { attachment };
    model.setCase(viewed(portal, {}));
    QCOMPARE(model.index(0).data().toString(), attachment.name);
    QCOMPARE(model.index(0).data(AttachmentModel::SizeRole).toLongLong(), 1234);
    QVERIFY(model.index(0).data(AttachmentModel::PathRole).toString().isEmpty());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    here = QStringLiteral("/there");
    model.onFileSaved(QStringLiteral("cd"));
    QCOMPARE(changed.size(), 0);
    model.onFileSaved(attachment.sha256);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.index(0).data(AttachmentModel::PathRole).toString(), here);
}

void TestCaseModels::shouldListOutbox()
{
    const Folder folder;
    const FixedClock clock(noon);
    const auto outbox = *Outbox::open(folder.paths, clock);
    CacheWriter writer(folder.paths, clock);
    const auto view = *CaseView::open(folder.paths, *outbox, writer, clock);
    writer.saveSession(session());
    writer.applyPage(page({ upsert(makeCase(1)), upsert(makeCase(2)) }));
    QTRY_VERIFY(view->keyOf(makeCase(2).id) != 0 && !view->session().clerk.id.isNull());
    OutboxModel model(*view);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto first = outbox->append(view->operation(
        makeCase(1).id, AddNote{ NoteId{ uuid(6) }, QStringLiteral("Anruf\nam Abend") }));
    const auto second = outbox->append(view->operation(makeCase(2).id, TakeOver{}));
    QVERIFY(first && second);
    QCOMPARE(model.rowCount(), 2);
    const QPersistentModelIndex kept = model.index(1);
    QCOMPARE(model.index(0).data(OutboxModel::TypeRole).toString(), QStringLiteral("addNote"));
    QCOMPARE(model.index(0).data().toString(), QStringLiteral("Anruf am Abend"));
    QCOMPARE(model.index(0).data(OutboxModel::ReferenceRole).toString(), makeCase(1).reference);
    QVERIFY(model.index(0).data(OutboxModel::MayWithdrawRole).toBool());
    QVERIFY(outbox->markSending({ first->id }));
    QCOMPARE(model.index(0).data(OutboxModel::StateRole).toInt(), int(PendingState::Sending));
    QVERIFY(!model.index(0).data(OutboxModel::MayWithdrawRole).toBool());
    OperationResult done;
    done.operation = first->id;
    done.outcome = Outcome::Applied;
    done.version = 2;
    QVERIFY(outbox->markResult(done));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(kept.data(OutboxModel::OperationRole).toString(), second->id.text);
}

void TestCaseModels::shouldPatchInsteadOfReset()
{
    MessageModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CaseFile portal = makeCase(1);
    portal.messages
        = { fromApplicant(1, QStringLiteral("a")), fromApplicant(2, QStringLiteral("b")) };
    model.setCase(viewed(portal, {}));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    portal.messages[0].readByOffice = noon;
    portal.messages.append(fromApplicant(3, QStringLiteral("c")));
    model.setCase(viewed(portal, {}));
    QCOMPARE(reset.size() + removed.size(), 0);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(changed.size(), 1);
    portal.messages.removeAt(1);
    model.setCase(viewed(portal, {}));
    QCOMPARE(removed.size(), 1);
    QCOMPARE(model.rowCount(), 2);
}

QTEST_GUILESS_MAIN(TestCaseModels)
#include "tst_casemodels.moc"
