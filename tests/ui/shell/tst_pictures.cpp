#include "sampledesk.h"

#include "ui/attachments/documentview.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/composer.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/documentrequestdialog.h"
#include "ui/fee/feedialog.h"
#include "ui/fee/feetable.h"
#include "ui/inbox/inboxpane.h"
#include "ui/notice/noticepage.h"
#include "ui/outbox/outboxpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/signin/signinpage.h"

#include <QDir>
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
    void save(QWidget *widget, const QString &name);

    Theme *m_theme = nullptr;
    QTranslator m_german;
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

void TestPictures::shouldPaintEveryPage_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("light, text 150 %") << false << 150;
}

void TestPictures::shouldPaintEveryPage()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    m_theme->setDark(dark);
    m_theme->setTextFactor(percent / 100.);
    m_suffix = dark ? QStringLiteral("-dark") : percent > 100 ? QStringLiteral("-150") : QString();
    QList<CaseFile> cases = sampledata::generated(40);
    const CaseFile known = sampledata::vogelsang();
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
        FollowUpDialog followUp(*desk.view->find(known.id), desk.context, &window);
        followUp.show();
        save(&followUp, QStringLiteral("07d-followup"));
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
    window.closeNotice();
    desk.queue(
        known.id, Reply{ MessageId{ sampledata::uuid(77) }, QStringLiteral("Ja, das geht.") });
    desk.queue(known.id, AddNote{ NoteId{ sampledata::uuid(78) }, QStringLiteral("Telefonat") });
    desk.setLink(DeskStatus::Link::Offline);
    window.showPlace(SideBar::Transfer);
    window.outbox()->view()->selectRow(0);
    save(&window, QStringLiteral("08-transfer"));
    window.showPlace(SideBar::FollowUps);
    save(&window, QStringLiteral("15-followups"));
    window.showSignIn();
    window.signInPage()->setKeyringAvailable(false);
    save(&window, QStringLiteral("12-signin"));
}

QTEST_MAIN(TestPictures)
#include "tst_pictures.moc"
