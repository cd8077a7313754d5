#include "app/desk/deskwindow.h"
#include "models/store/draftstore.h"
#include "tests/app/client/deskfixture.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/composer.h"
#include "ui/common/kontorstyle.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/inbox/inboxpane.h"
#include "ui/outbox/notsentlist.h"
#include "ui/outbox/outboxpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

// The window on a whole desk at the fake portal: what a clerk does about actions that do not simply
// arrive, and that no word is lost on the way.
class TestTransfer : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { KontorStyle::install(*qApp, false); }
    void init()
    {
        fixture = std::make_unique<ClientFixture>();
        QVERIFY(fixture->ready());
        fixture->desk->actions().setUndoSeconds(0);
        deskWindow = std::make_unique<DeskWindow>(*fixture->desk, nullptr);
        window = nullptr;
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            if (auto *main = qobject_cast<MainWindow *>(widget))
                window = main;
        }
        QVERIFY(window);
        window->resize(1440, 900);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window));
    }
    void cleanup()
    {
        deskWindow.reset();
        fixture.reset();
    }

    void shouldCarryOutMineOnTheNewVersion()
    {
        const OperationId id = conflict();
        ConflictDialog *dialog = decide();
        QVERIFY(dialog);
        dialog->findChild<QRadioButton *>(QStringLiteral("mine"))->click();
        dialog->primary()->click();
        QTRY_VERIFY_WITH_TIMEOUT(fixture->desk->outbox().all().isEmpty(), 20000);
        QCOMPARE(fixture->portal.caseOf(fixture->id()).state, CaseState::Withdrawn);
        QCOMPARE(fixture->portal.effects(id), 0); // the choice is a new operation
    }

    void shouldSayWhyWhatNowAndUnderWhichReference()
    {
        conflict();
        window->showPlace(4);
        window->outbox()->view()->selectRow(0);
        QString told;
        for (const QLabel *label : window->outbox()->findChildren<QLabel *>())
            told += label->text() + QLatin1Char('\n');
        for (const char *part : { "Change of state · Conflict", "Somebody else has changed",
                 "Decide which version", "Reference: conflict.field" })
            QVERIFY2(told.contains(QString::fromUtf8(part)), qPrintable(told));
    }

    void shouldLeaveTheirs()
    {
        conflict();
        ConflictDialog *dialog = decide();
        dialog->findChild<QRadioButton *>(QStringLiteral("theirs"))->click();
        dialog->primary()->click();
        QVERIFY(fixture->desk->outbox().all().isEmpty());
        QVERIFY(fixture->sync());
        QCOMPARE(fixture->portal.caseOf(fixture->id()).state, CaseState::WaitingForApplicant);
    }

    void shouldEditAReplyThatAMessageHasOvertaken()
    {
        const Actor citizen{ ActorKind::Applicant, {}, QStringLiteral("Änne Szczepańska"), {} };
        ReceiveMessage message;
        message.id = newId<MessageId>(fixture->clock);
        message.text = QStringLiteral("Noch etwas");
        QVERIFY(fixture->portal.act(fixture->id(), message, citizen));
        const auto file
            = fixture->desk->actions().stageFile(fixture->write(QStringLiteral("a.txt"), "Anlage"));
        QVERIFY(
            fixture->desk->actions().reply(fixture->id(), QStringLiteral("Mein Text"), { *file }));
        QVERIFY(fixture->sync());
        ConflictDialog *dialog = decide();
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(QStringLiteral("editConflict"))->click();
        for (const PendingOperation &entry :
            fixture->desk->outbox().all()) // the message is read now
            QCOMPARE(typeName(entry.operation), QStringLiteral("markRead"));
        QCOMPARE(window->shownCase(), fixture->id());
        Composer *composer = window->casePage()->composer();
        QCOMPARE(composer->text(), QStringLiteral("Mein Text"));
        QCOMPARE(composer->files().size(), 1);
        QVERIFY(!fixture->desk->outbox().stagedPath(file->sha256).isEmpty()); // named by the draft
        composer->findChild<QPushButton *>(QStringLiteral("send"))->click();
        QVERIFY(fixture->sync());
        QCOMPARE(fixture->portal.caseOf(fixture->id()).messages.last().text,
            QStringLiteral("Mein Text"));
        QCOMPARE(fixture->portal.blob(file->sha256), QByteArray("Anlage"));
    }

    void shouldKeepOwnWordsWhenTheCaseIsTakenAway()
    {
        window->showCase(*fixture->desk->view().find(fixture->id()));
        window->casePage()->setTab(CasePage::Messages);
        auto *editor = window->casePage()->composer()->findChild<QPlainTextEdit *>();
        editor->setFocus();
        QTest::keyClicks(editor, QStringLiteral("halb fertig"));
        fixture->portal.http().setAccepting(false);
        QVERIFY(fixture->desk->actions().addNote(fixture->id(), QStringLiteral("Vermerk")));
        fixture->portal.revoke(fixture->id());
        fixture->portal.http().setAccepting(true);
        // The portal takes the note no more, since the case is no longer the clerk's.
        static_cast<void>(fixture->sync().ok());
        QTRY_VERIFY_WITH_TIMEOUT(window->shownCase().isNull(), 20000);
        QAbstractItemModel *model = window->outbox()->notSent()->view()->model();
        QTRY_VERIFY(model->rowCount() >= 1);
        QStringList texts;
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->index(row, 0).data(OutboxModel::TextRole).toString();
        QVERIFY2(texts.contains(QStringLiteral("halb fertig")), qPrintable(texts.join(u';')));
        window->showPlace(4);
        window->outbox()->setTab(OutboxPage::NotSent);
        window->outbox()->notSent()->view()->selectRow(
            int(texts.indexOf(QStringLiteral("halb fertig"))));
        window->outbox()->findChild<QPushButton *>(QStringLiteral("copyText"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("halb fertig"));
    }

    void shouldWriteDownWhatHappened()
    {
        QVERIFY(fixture->desk->actions().addNote(fixture->id(), QStringLiteral("geheim")));
        QVERIFY(fixture->sync());
        conflict();
        QString told;
        for (const QLabel *label : window->outbox()->findChildren<QLabel *>())
            told += label->text() + QLatin1Char('\n');
        QVERIFY2(told.contains(QStringLiteral("Transferred: Note")), qPrintable(told));
        QVERIFY(told.contains(QStringLiteral("Conflict: Change of state")));
        deskWindow.reset();
        const QString kept = fixture->desk->outbox().fact(QStringLiteral("journal"));
        QVERIFY(kept.contains(QStringLiteral("op.conflict")));
        QVERIFY(!kept.contains(QStringLiteral("geheim"))); // codes, never contents
        const Journal again(*fixture->desk);
        QCOMPARE(again.entries().first().code, QStringLiteral("op.conflict"));
    }

    void shouldKeepAttachedFilesWithTheDraft()
    {
        const QString path = fixture->write(QStringLiteral("Plan.txt"), "v1");
        window->showCase(*fixture->desk->view().find(fixture->id()));
        Composer *composer = window->casePage()->composer();
        emit composer->filesOffered({ QUrl::fromLocalFile(path) });
        QCOMPARE(composer->files().size(), 1);
        fixture->write(QStringLiteral("Plan.txt"), "v2");
        deskWindow.reset(); // the program ends
        const QList<Draft> drafts = fixture->desk->outbox().drafts().list(fixture->id());
        QCOMPARE(drafts.size(), 1);
        QFile copy(fixture->desk->outbox().stagedPath(drafts[0].files.value(0).sha256));
        QVERIFY(copy.open(QIODevice::ReadOnly));
        QCOMPARE(copy.readAll(), QByteArray("v1"));
    }

private:
    // Somebody else has changed the state while this desk was offline.
    OperationId conflict()
    {
        const Actor jonas{ ActorKind::Clerk, QStringLiteral("jonas"),
            QStringLiteral("Jonas Petersen"), {} };
        const auto mine
            = fixture->desk->actions().changeState(fixture->id(), CaseState::Accepted, {});
        const auto then
            = fixture->desk->actions().changeState(fixture->id(), CaseState::InProgress, {});
        static_cast<void>(then.ok());
        static_cast<void>(mine.ok());
        static_cast<void>(fixture->sync().ok());
        const auto wait
            = fixture->desk->actions().changeState(fixture->id(), CaseState::Withdrawn, {});
        const ChangeState other{ CaseState::WaitingForApplicant, {} };
        static_cast<void>(fixture->portal.act(fixture->id(), other, jonas).ok());
        static_cast<void>(fixture->sync().ok());
        return wait ? wait->id : OperationId();
    }
    ConflictDialog *decide()
    {
        window->showPlace(4);
        window->outbox()->view()->selectRow(0);
        window->outbox()->findChild<QPushButton *>(QStringLiteral("retry"))->click();
        return window->findChild<ConflictDialog *>();
    }

    std::unique_ptr<ClientFixture> fixture;
    std::unique_ptr<DeskWindow> deskWindow;
    MainWindow *window = nullptr;
};

QTEST_MAIN(TestTransfer)
#include "tst_transfer.moc"
