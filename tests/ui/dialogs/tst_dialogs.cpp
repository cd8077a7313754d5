#include "tests/ui/shell/sampledesk.h"

#include "ui/casefile/casepage.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/documentrequestdialog.h"
#include "ui/dialogs/findingdialog.h"
#include "ui/dialogs/newcasedialog.h"
#include "ui/inbox/inboxpane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>

// Dialogs that lead to an action, by their fields.
class TestDialogs : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { KontorStyle::install(*qApp, false); }
    void init()
    {
        m_desk = std::make_unique<SampleDesk>(QList<CaseFile>{ sampledata::vogelsang() });
        m_desk->window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_desk->window.get()));
    }
    void cleanup() { m_desk.reset(); }

    void shouldRecordAFindingOnADeclaration()
    {
        FindingDialog dialog(viewed(), QStringLiteral("sache"), m_desk->window.get());
        auto *which = dialog.findChild<QComboBox *>(QStringLiteral("which"));
        QCOMPARE(which->count(), 6); // the amendment is no statement of its own
        which->setCurrentIndex(which->findText(QStringLiteral("Fläche")));
        QVERIFY(!dialog.primary()->isEnabled());
        QTest::keyClicks(
            dialog.findChild<QLineEdit *>(QStringLiteral("value")), QStringLiteral("18,2"));
        QVERIFY(dialog.primary()->isEnabled());
        QCOMPARE(dialog.path(), QStringLiteral("sache.flaeche"));
        QCOMPARE(dialog.finding().display, QStringLiteral("18,2"));
        QVERIFY(findAnswer(viewed().caseFile.answers, dialog.path()));
    }

    void shouldOfferFindingsOnlyToThoseWhoMayProcess()
    {
        m_desk->show(viewed().caseFile.id);
        CasePage *page = m_desk->window->casePage();
        page->setTab(CasePage::Application);
        QVERIFY(page->findChild<QPushButton *>(QStringLiteral("recordFinding")));
        Session session = sampledata::session();
        session.grants.clear();
        m_desk->context.setSession(session);
        page->setTab(CasePage::Overview);
        page->setTab(CasePage::Application);
        QTRY_VERIFY(!page->findChild<QPushButton *>(QStringLiteral("recordFinding")));
    }

    void shouldOpenAnInternalCaseFromTheList()
    {
        QList<CaseType> types = sampledata::caseTypes();
        CaseType internal = types.first();
        internal.id.text = QStringLiteral("kontrolle");
        internal.name = { QStringLiteral("Kontrolle"), QStringLiteral("Inspection") };
        internal.service.reset();
        internal.targetDays = 5;
        types.append(internal);
        m_desk->context.setCaseTypes(types);
        QSignalSpy opened(&m_desk->requests, &CaseRequests::caseOpenRequested);
        m_desk->window->inbox()->findChild<QToolButton *>(QStringLiteral("newCase"))->click();
        auto *dialog = m_desk->window->findChild<NewCaseDialog *>();
        QVERIFY(dialog && !dialog->primary()->isEnabled());
        QCOMPARE(dialog->findChild<QComboBox *>(QStringLiteral("kind"))->count(), 1);
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QStringLiteral("title")),
            QStringLiteral("Linde am Markt"));
        dialog->primary()->click();
        QCOMPARE(opened.count(), 1);
        const auto wanted = opened.first().first().value<OpenCase>();
        QCOMPARE(wanted.type, internal.id);
        QVERIFY(wanted.internal && wanted.parties.isEmpty());
        QCOMPARE(wanted.title, QStringLiteral("Linde am Markt"));
        QCOMPARE(wanted.targetDue, QDate(2026, 11, 30)); // five working days from Monday
    }

    void shouldListADocumentWithReturnAndStayOpen()
    {
        DocumentRequestDialog dialog(viewed(), m_desk->context, m_desk->window.get());
        dialog.open();
        auto *list = dialog.findChild<QListWidget *>();
        auto *field = dialog.findChild<QLineEdit *>();
        QTRY_VERIFY(field->hasFocus());
        QVERIFY(!list->isVisible()); // nothing in it yet
        for (const char *name : { "Lageplan", "Foto" }) {
            QTest::keyClicks(field, QString::fromLatin1(name));
            QTest::keyClick(field, Qt::Key_Return);
        }
        QVERIFY(dialog.isVisible());
        QCOMPARE(
            dialog.items(), (QStringList{ QStringLiteral("Lageplan"), QStringLiteral("Foto") }));
        QVERIFY(list->isVisible());
        QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void shouldSayThatNoInternalKindIsSetUp()
    {
        NewCaseDialog dialog(m_desk->context, m_desk->window.get());
        QTest::keyClicks(
            dialog.findChild<QLineEdit *>(QStringLiteral("title")), QStringLiteral("x"));
        QVERIFY(!dialog.primary()->isEnabled());
    }

    void shouldShowBothVersionsAndWhatItWasBefore()
    {
        ViewedCase seen = viewed();
        PendingOperation entry;
        entry.reason = QStringLiteral("conflict.field");
        entry.operation = m_desk->view->operation(
            seen.caseFile.id, Assign{ sampledata::maren, QStringLiteral("Maren Kowalski") });
        keepBase(entry.operation, seen.caseFile);
        const OperationId other{ sampledata::uuid(900) };
        seen.portal.assignee = ClerkId{ sampledata::uuid(902) };
        seen.portal.changes.insert(
            QStringLiteral("assignee"), { entry.operation.baseVersion + 1, other });
        TimelineEvent event;
        event.id = EventId{ derivedUuid(other.text, "event/1") };
        event.actor.name = QStringLiteral("Änne Szczepańska");
        event.at = sampledata::now;
        seen.portal.events.append(event);
        ConflictDialog dialog(entry, seen, m_desk->context, m_desk->window.get());
        QString all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            all += label->text() + QLatin1Char('\n');
        QVERIFY2(all.contains(QStringLiteral("Jonas Petersen")), qPrintable(all)); // theirs
        QVERIFY(all.contains(QStringLiteral("Änne Szczepańska, Today")));
        QVERIFY(all.contains(QStringLiteral("Before, when you acted")));
        QCOMPARE(dialog.choice(), ConflictDialog::Choice::Mine);
        dialog.findChild<QRadioButton *>(QStringLiteral("theirs"))->click();
        QCOMPARE(dialog.choice(), ConflictDialog::Choice::Theirs);
        QVERIFY(!dialog.findChild<QRadioButton *>(QStringLiteral("mine"))->isChecked());
        QCOMPARE(dialog.primary()->text(), QStringLiteral("Leave it as it is"));
        QCOMPARE(dialog.primary()->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    }

    void shouldShowTheMessageThatCameInBetween()
    {
        PendingOperation entry;
        entry.reason = QStringLiteral("conflict.review.newerMessage");
        Reply reply;
        reply.text = QStringLiteral("Mein Entwurf");
        reply.lastSeen = MessageId{ QStringLiteral("older") };
        ViewedCase seen = viewed();
        seen.portal.messages.first().id = reply.lastSeen;
        entry.operation = m_desk->view->operation(seen.caseFile.id, reply);
        ConflictDialog dialog(entry, seen, m_desk->context, m_desk->window.get());
        QString all;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            all += label->text();
        QVERIFY(all.contains(QStringLiteral("Mein Entwurf")));
        QVERIFY(all.contains(QStringLiteral("drei Tage länger")));
        dialog.findChild<QPushButton *>(QStringLiteral("editConflict"))->click();
        QCOMPARE(dialog.choice(), ConflictDialog::Choice::Edit);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void shouldNotSendAVoidNotice()
    {
        PendingOperation entry;
        entry.reason = QStringLiteral("conflict.review.closed");
        entry.operation = m_desk->view->operation(viewed().caseFile.id, IssueNotice{});
        ConflictDialog dialog(entry, viewed(), m_desk->context, m_desk->window.get());
        QVERIFY(!dialog.findChild<QRadioButton *>(QStringLiteral("mine"))->isEnabled());
        QCOMPARE(dialog.choice(), ConflictDialog::Choice::Theirs);
        QVERIFY(dialog.findChild<QPushButton *>(QStringLiteral("editConflict")));
    }

private:
    ViewedCase viewed() const { return *m_desk->view->find(CaseId{ sampledata::uuid(1) }); }

    std::unique_ptr<SampleDesk> m_desk;
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
