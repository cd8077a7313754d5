#include "sampledesk.h"

#include "ui/attachments/documentview.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/composer.h"
#include "ui/common/searchfield.h"
#include "ui/common/toast.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/documentrequestdialog.h"
#include "ui/dialogs/findingdialog.h"
#include "ui/dialogs/newcasedialog.h"
#include "ui/dialogs/viewdialog.h"
#include "ui/fee/feedialog.h"
#include "ui/fee/feetable.h"
#include "ui/inbox/inboxpane.h"
#include "ui/notice/noticepage.h"
#include "ui/outbox/notsentlist.h"
#include "ui/outbox/outboxpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/signin/signinpage.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QListWidget>
#include <QTableView>
#include <QTranslator>

// Every page once, in light and dark, in German: that it paints at all is the test; with
// KONTOR_PICTURES set to a folder the pictures are saved there to be looked at.
class TestPictures : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void shouldPaintEveryPage_data();
    void shouldPaintEveryPage();

private:
    void showInbox(SampleDesk &desk);
    void showNotSent(SampleDesk &desk);
    void showJournal(SampleDesk &desk);
    void showConflicts(SampleDesk &desk, const CaseId &id);
    void save(QWidget *widget, const QString &name);

    Theme *m_theme = nullptr;
    QTranslator m_german;
    QTranslator m_english;
    QString m_suffix;
};

void TestPictures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    if (m_german.load(QStringLiteral(":/translations/kontor_de.qm")))
        QApplication::installTranslator(&m_german);
    m_theme = KontorStyle::install(*qApp, false);
}

void TestPictures::save(QWidget *widget, const QString &name)
{
    for (int round = 0; round < 5; ++round) // heights follow widths
        QCoreApplication::processEvents();
    const QImage image = widget->grab().toImage();
    QVERIFY(!image.isNull());
    bool painted = false;
    for (int y = 0; y < image.height() && !painted; y += 7) {
        for (int x = 1; x < image.width() && !painted; x += 7)
            painted = image.pixel(x, y) != image.pixel(0, 0);
    }
    QVERIFY2(painted, qPrintable(name));
    const QString folder = qEnvironmentVariable("KONTOR_PICTURES");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(image.save(QStringLiteral("%1/%2%3.png").arg(folder, name, m_suffix)));
    }
}

// Filters, what is offered while one writes, what is not understood, views, and the table.
void TestPictures::showInbox(SampleDesk &desk)
{
    MainWindow &window = *desk.window;
    InboxPane *pane = window.inbox();
    SearchField *search = pane->search();
    window.setViews({ { QStringLiteral("1"), QStringLiteral("Sondernutzung offen"),
                          QStringLiteral("leistung:sondernutzung"), {} },
        { QStringLiteral("2"), QStringLiteral("Wartet auf Bürger"), QStringLiteral("wartet:bürger"),
            {} },
        { QStringLiteral("3"), QStringLiteral("Ohne Zuständigkeit"),
            QStringLiteral("zuständig:niemand"), {} } });
    desk.inbox->setCounted(window.viewFilters());
    window.setViewCounts(desk.inbox->counts());
    search->setText(QStringLiteral("zuständig:ich -status:neu fällig<31.12.2026 gebühr:viel"));
    save(&window, QStringLiteral("01a-filters"));
    search->setText(QStringLiteral("vogel"));
    QTRY_COMPARE(desk.inbox->rowCount(), 1);
    save(&window, QStringLiteral("01b-hits"));
    search->clear();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("status:"));
    QTRY_VERIFY(search->completer()->popup()->isVisible());
    save(search->completer()->popup(), QStringLiteral("01c-offers"));
    search->completer()->popup()->hide();
    search->clear();
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(search->completer()->popup()->isVisible());
    save(search->completer()->popup(), QStringLiteral("01d-fields"));
    search->completer()->popup()->hide();
    search->setText(QStringLiteral("status:abgegeben"));
    save(&window, QStringLiteral("01e-nothing"));
    search->clear();
    const ListLook before = pane->look();
    ListLook table = before;
    table.table = true;
    table.sortedBy = QStringLiteral("due");
    pane->setLook(table);
    save(&window, QStringLiteral("01f-table"));
    pane->setLook(before);
    {
        ViewDialog dialog({}, { QStringLiteral("Sondernutzung offen") }, &window);
        dialog.show();
        save(&dialog, QStringLiteral("01g-view"));
    }
    window.setViews({});
}

void TestPictures::showNotSent(SampleDesk &desk)
{
    const CaseId gone{ sampledata::uuid(555) };
    Operation reply;
    reply.caseId = gone;
    reply.args = Reply{ MessageId{ sampledata::uuid(80) },
        QStringLiteral("Guten Tag Herr Öztürk-Blaschke,\n\nder Plan fehlt noch. Bitte reichen Sie "
                       "ihn bis zum 7. Dezember nach.") };
    QVERIFY(desk.outbox->append(reply));
    QVERIFY(desk.outbox->revoke(gone));
    desk.notSentModel->reload();
    desk.window->outbox()->notSent()->view()->selectRow(0);
    save(desk.window.get(), QStringLiteral("08c-notsent"));
}

void TestPictures::showJournal(SampleDesk &desk)
{
    const auto at = [](int minutes) { return sampledata::now.plusSeconds(-60 * minutes); };
    const auto about = [](const char *type, const char *reason = "") {
        return QJsonObject{ { QStringLiteral("type"), QString::fromLatin1(type) },
            { QStringLiteral("case"), QStringLiteral("c") },
            { QStringLiteral("reason"), QString::fromLatin1(reason) } };
    };
    desk.window->outbox()->setJournal(
        { { at(3), QStringLiteral("op.applied"), about("reply") },
            { at(4), QStringLiteral("op.merged"), about("setFollowUp") },
            { at(9), QStringLiteral("op.conflict"), about("changeState", "conflict.field") },
            { at(40), QStringLiteral("link.lost"), { { QStringLiteral("until"), at(12).ms } } },
            { at(1500), QStringLiteral("cases.gone"), { { QStringLiteral("count"), 3 } } } },
        [](const QString &) { return QStringLiteral("Katharina Vogelsang · 32.2-SN-2026-00418"); });
    save(desk.window.get(), QStringLiteral("08d-journal"));
}

void TestPictures::showConflicts(SampleDesk &desk, const CaseId &id)
{
    ViewedCase viewed = *desk.view->find(id);
    PendingOperation entry;
    entry.reason = QStringLiteral("conflict.field");
    entry.operation = desk.view->operation(id, ChangeState{ CaseState::WaitingForApplicant, {} });
    keepBase(entry.operation, viewed.portal);
    const OperationId other{ sampledata::uuid(900) };
    viewed.portal.state = CaseState::Closed;
    viewed.portal.changes.insert(
        QStringLiteral("state"), { entry.operation.baseVersion + 1, other });
    TimelineEvent event;
    event.id = EventId{ derivedUuid(other.text, "event/1") };
    event.actor.name = QStringLiteral("Jonas Petersen");
    event.at = sampledata::now;
    viewed.portal.events.append(event);
    ConflictDialog fields(entry, viewed, desk.context, desk.window.get());
    fields.show();
    save(&fields, QStringLiteral("08e-conflict"));
    entry.reason = QStringLiteral("conflict.review.newerMessage");
    Reply reply;
    reply.text = QStringLiteral("Guten Tag Frau Vogelsang,\n\nder Container darf bis zum 5. "
                                "Dezember stehen bleiben.");
    reply.lastSeen = viewed.portal.messages.first().id;
    entry.operation = desk.view->operation(id, reply);
    ConflictDialog review(entry, viewed, desk.context, desk.window.get());
    review.show();
    save(&review, QStringLiteral("08f-message"));
}

void TestPictures::shouldPaintEveryPage_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("light, text 150 %") << false << 150;
    if (qEnvironmentVariableIsSet("KONTOR_PICTURES")) // the texts are tested by the walkers
        QTest::newRow("English") << false << 100;
}

void TestPictures::shouldPaintEveryPage()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    m_theme->setDark(dark);
    m_theme->setTextFactor(percent / 100.);
    m_suffix = dark ? QStringLiteral("-dark") : percent > 100 ? QStringLiteral("-150") : QString();
    if (qstrcmp(QTest::currentDataTag(), "English") == 0) {
        m_suffix = QStringLiteral("-en");
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        QApplication::removeTranslator(&m_german);
        if (m_english.load(QStringLiteral(":/translations/kontor_en.qm")))
            QApplication::installTranslator(&m_english);
    }
    QList<CaseFile> cases = sampledata::generated(40);
    CaseFile known = sampledata::vogelsang();
    known.period = { QDate(2026, 11, 19), QDate(2027, 2, 19), QStringLiteral("vwgo-75"), {} };
    known.notices = { sampledata::notice() };
    cases.append(known);
    SampleDesk desk(cases);
    MainWindow &window = *desk.window;
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(desk.inbox->isLoaded());
    save(&window, QStringLiteral("00-empty-reading"));
    desk.show(known.id);
    save(&window, QStringLiteral("01-inbox"));
    showInbox(desk);
    CasePage *page = window.casePage();
    emit page->expandRequested();
    const QList<QPair<int, QString>> tabs{ { CasePage::Overview, QStringLiteral("02-overview") },
        { CasePage::Application, QStringLiteral("03-application") },
        { CasePage::Attachments, QStringLiteral("05-documents") },
        { CasePage::Messages, QStringLiteral("04-messages") },
        { CasePage::Notices, QStringLiteral("04b-notices") },
        { CasePage::Fees, QStringLiteral("04c-fees") },
        { CasePage::Notes, QStringLiteral("04d-notes") },
        { CasePage::History, QStringLiteral("04e-history") } };
    for (const auto &[tab, name] : tabs) {
        page->setTab(tab);
        if (tab == CasePage::Messages)
            page->composer()->setDraft(
                QStringLiteral("Guten Tag Frau Vogelsang,\n\nja, das geht."));
        save(&window, name);
        if (tab == CasePage::Messages) {
            window.showUndo(QStringLiteral("Die Antwort ist gesendet"),
                OperationId{ sampledata::uuid(70) }, 8000);
            save(&window, QStringLiteral("04a-undo"));
            window.findChild<Toast *>()->dismiss();
        }
    }
    {
        FeeDialog dialog(*desk.view->find(known.id), desk.context, &window);
        dialog.show();
        save(&dialog, QStringLiteral("07-fee"));
        StateDialog state(*desk.view->find(known.id), desk.context, &window);
        state.show();
        save(&state, QStringLiteral("07b-state"));
        DocumentRequestDialog request(*desk.view->find(known.id), desk.context, &window);
        request.show();
        save(&request, QStringLiteral("07c-documents"));
        request.findChild<QLineEdit *>()->setText(QStringLiteral("Lageplan mit Maßen"));
        QTest::keyClick(request.findChild<QLineEdit *>(), Qt::Key_Return);
        QVERIFY(request.items().size() == 1 && request.findChild<QListWidget *>()->isVisible());
        save(&request, QStringLiteral("07c-documents-1"));
        FinalityDialog finality(
            *desk.view->find(known.id), known.notices.first(), desk.context, &window);
        finality.show();
        save(&finality, QStringLiteral("07g-finality"));
        FollowUpDialog followUp(*desk.view->find(known.id), desk.context, &window);
        followUp.show();
        save(&followUp, QStringLiteral("07d-followup"));
        FindingDialog finding(*desk.view->find(known.id), QStringLiteral("sache"), &window);
        finding.show();
        save(&finding, QStringLiteral("07e-finding"));
        NewCaseDialog fresh(desk.context, &window);
        fresh.show();
        save(&fresh, QStringLiteral("07f-newcase"));
        SettingsDialog settings({}, &window);
        settings.show();
        save(&settings, QStringLiteral("13-settings"));
    }
    NoticeContent content;
    content.subject = QStringLiteral("Erlaubnis zur Sondernutzung öffentlicher Straßen");
    content.addressee = { QStringLiteral("Frau"), QStringLiteral("Katharina Vogelsang"),
        QStringLiteral("Lindenstraße 14"), QStringLiteral("06667 Lindenau") };
    content.letterDate = desk.context.today();
    content.place = QStringLiteral("Lindenau");
    content.authority.name = QStringLiteral("Stadt Lindenau");
    content.authority.street = QStringLiteral("Markt 1");
    content.authority.town = QStringLiteral("06667 Lindenau");
    content.salutation = QStringLiteral("Sehr geehrte Frau Vogelsang,");
    content.introduction = QStringLiteral("auf Ihren Antrag ergeht folgender Bescheid:");
    content.decisions = { QStringLiteral(
        "Ihnen wird erlaubt, vor dem Grundstück Lindenstraße 14 einen Absetzcontainer auf einer "
        "Fläche von 15,0 m² aufzustellen.") };
    content.reasons.facts = QStringLiteral(
        "Die Aufstellung des Containers geht über den Gemeingebrauch hinaus und bedarf der "
        "Erlaubnis.");
    window.openNotice(*desk.view->find(known.id), content);
    window.noticePage()->setStep(NoticeStepId::Reasons);
    if (!dark && percent == 100)
        QTRY_VERIFY_WITH_TIMEOUT(window.noticePage()->document()->isShowingPages(), 15000);
    save(&window, QStringLiteral("06-notice"));
    for (const NoticeStepId step : { NoticeStepId::Addressee, NoticeStepId::Decision,
             NoticeStepId::Fee, NoticeStepId::Release }) {
        window.noticePage()->setStep(step);
        save(&window, QStringLiteral("06-notice-%1").arg(int(step)));
    }
    window.closeNotice();
    desk.queue(
        known.id, Reply{ MessageId{ sampledata::uuid(77) }, QStringLiteral("Ja, das geht.") });
    desk.queue(known.id, AddNote{ NoteId{ sampledata::uuid(78) }, QStringLiteral("Telefonat") });
    desk.setLink(DeskStatus::Link::Offline);
    window.showPlace(SideBar::Transfer);
    window.outbox()->view()->selectRow(0);
    desk.context.transfers().report(
        { known.id, OperationId{ sampledata::uuid(77) }, AttachmentId{ sampledata::uuid(79) },
            QStringLiteral("Lageplan mit Maßen.pdf"), 4'200'000, 1'700'000 });
    save(&window, QStringLiteral("08-transfer"));
    window.outbox()->setTab(OutboxPage::NotSent);
    save(&window, QStringLiteral("08b-notsent-empty"));
    showNotSent(desk);
    window.outbox()->setTab(OutboxPage::Journal);
    showJournal(desk);
    showConflicts(desk, known.id);
    window.outbox()->setTab(OutboxPage::Waiting);
    window.showPlace(SideBar::FollowUps);
    save(&window, QStringLiteral("15-followups"));
    window.resize(820, 900); // one pane at a time
    window.showPlace(SideBar::Inbox);
    save(&window, QStringLiteral("20-onepane-list"));
    desk.show(known.id);
    emit page->expandRequested();
    for (const int tab : { CasePage::Overview, CasePage::Attachments, CasePage::Messages }) {
        page->setTab(tab);
        save(&window, QStringLiteral("21-onepane-%1").arg(tab));
    }
    window.showPlace(SideBar::Transfer);
    save(&window, QStringLiteral("22-onepane-transfer"));
    window.openNotice(*desk.view->find(known.id), content);
    save(&window, QStringLiteral("23-onepane-notice"));
    window.closeNotice();
    window.resize(1440, 900);
    window.showSignIn();
    window.signInPage()->setKeyringAvailable(false);
    save(&window, QStringLiteral("12-signin"));
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
