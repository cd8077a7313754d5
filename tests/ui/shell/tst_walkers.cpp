#include "sampledesk.h"

#include "ui/attachments/documentview.h"
#include "ui/board/chartcard.h"
#include "ui/board/redistributiondialog.h"
#include "ui/casefile/casepage.h"
#include "ui/common/chip.h"
#include "ui/common/labels.h"
#include "ui/common/navitem.h"
#include "ui/common/searchfield.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/documentrequestdialog.h"
#include "ui/dialogs/errordialog.h"
#include "ui/dialogs/findingdialog.h"
#include "ui/dialogs/newcasedialog.h"
#include "ui/dialogs/shortcutsheet.h"
#include "ui/dialogs/viewdialog.h"
#include "ui/fee/feedialog.h"
#include "ui/inbox/inboxpane.h"
#include "ui/notice/noticepage.h"
#include "ui/notice/noticestartdialog.h"
#include "ui/outbox/outboxpage.h"
#include "ui/settings/settingsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/signin/signinpage.h"

#include <QAccessible>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextEdit>
#include <QTranslator>
#include <QXmlStreamReader>

// A reply that the applicant's message has overtaken.
static PendingOperation overtaken(SampleDesk &desk, const CaseId &id)
{
    PendingOperation entry;
    entry.reason = QStringLiteral("conflict.review.newerMessage");
    Reply reply;
    reply.text = QStringLiteral("Ja, das geht.");
    entry.operation = desk.view->operation(id, reply);
    return entry;
}

// Rules that hold for every widget of every window: walked through, not looked at.
class TestWalkers : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void init();
    void cleanup();
    void shouldShowForeignTextAsText();
    void shouldNameEveryControl();
    void shouldReachEveryControlWithTab();
    void shouldNotCutTexts_data();
    void shouldNotCutTexts();
    void shouldWordEveryErrorInFourParts();
    void shouldHaveNoUnfinishedTranslation_data();
    void shouldHaveNoUnfinishedTranslation();

private:
    // Calls fn with each window and page, shown.
    void walk(SampleDesk &desk, const std::function<void(QWidget *, const QString &)> &fn);

    Theme *m_theme = nullptr;
    QTranslator m_translator;
    QLocale m_before;
};

void TestWalkers::initTestCase()
{
    m_theme = KontorStyle::install(*qApp, false);
}

void TestWalkers::init()
{
    m_before = QLocale();
}

void TestWalkers::cleanup()
{
    QApplication::removeTranslator(&m_translator);
    QLocale::setDefault(m_before);
    m_theme->setTextFactor(1);
}

void TestWalkers::walk(SampleDesk &desk, const std::function<void(QWidget *, const QString &)> &fn)
{
    MainWindow &window = *desk.window;
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QTRY_VERIFY(desk.inbox->isLoaded());
    // Heights follow widths, and widths may follow heights: a layout settles in a few rounds.
    const auto settle = [] {
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
    };
    const CaseId id{ sampledata::uuid(1) };
    desk.show(id);
    for (int tab = CasePage::Overview; tab <= CasePage::History; ++tab) {
        window.casePage()->setTab(tab);
        settle();
        fn(&window, QStringLiteral("tab %1").arg(tab));
    }
    window.setViews(
        { { QStringLiteral("1"), QStringLiteral("Neue"), QStringLiteral("status:new"), {} } });
    SearchField *search = window.inbox()->search();
    search->setText(QStringLiteral("-status:new fee:expensive"));
    settle();
    fn(&window, QStringLiteral("filters"));
    ListLook look = window.inbox()->look();
    look.table = true;
    window.inbox()->setLook(look);
    search->clear();
    settle();
    fn(&window, QStringLiteral("table"));
    look.table = false;
    window.inbox()->setLook(look);
    settle();
    window.showPlace(SideBar::Transfer);
    settle();
    for (int tab = OutboxPage::Waiting; tab <= OutboxPage::Journal; ++tab) {
        window.outbox()->setTab(tab);
        settle();
        fn(&window, QStringLiteral("transfer %1").arg(tab));
    }
    QSignalSpy counted(desk.board.get(), &BoardSource::ready);
    window.showPlace(SideBar::Team);
    QTRY_VERIFY(!counted.isEmpty());
    for (const bool table : { false, true }) {
        for (ChartCard *card : window.board()->findChildren<ChartCard *>())
            card->setAsTable(table);
        settle();
        fn(&window, table ? QStringLiteral("team as tables") : QStringLiteral("team"));
    }
    const ViewedCase viewed = *desk.view->find(id);
    window.openNotice(viewed, {});
    for (int step = 0; step < noticeStepCount; ++step) {
        window.noticePage()->setStep(NoticeStepId(step));
        settle();
        fn(&window, QStringLiteral("notice step %1").arg(step));
    }
    window.closeNotice();
    window.showSignIn();
    settle();
    fn(&window, QStringLiteral("sign-in"));
    window.showDesk();
    Error wrong = error(ErrorCode::Conflict, "conflict.field");
    const std::unique_ptr<QDialog> dialogs[]{
        std::make_unique<AssignDialog>(viewed, desk.context, &window),
        std::make_unique<StateDialog>(viewed, desk.context, &window),
        std::make_unique<NoteDialog>(viewed, &window),
        std::make_unique<FollowUpDialog>(viewed, desk.context, &window),
        std::make_unique<DocumentRequestDialog>(viewed, desk.context, &window),
        std::make_unique<FinalityDialog>(viewed, sampledata::notice(), desk.context, &window),
        std::make_unique<FeeDialog>(viewed, desk.context, &window),
        std::make_unique<FindingDialog>(viewed, QStringLiteral("sache"), &window),
        std::make_unique<NewCaseDialog>(desk.context, &window),
        std::make_unique<ViewDialog>(QString(), QStringList{ QStringLiteral("Neue") }, &window),
        std::make_unique<ConflictDialog>(overtaken(desk, id), viewed, desk.context, &window),
        std::make_unique<NoticeStartDialog>(viewed, QList<const NoticeTemplate *>{}, &window),
        std::make_unique<SettingsDialog>(DeskSettings{}, &window),
        std::make_unique<RedistributionDialog>(desk.board->rows(),
            QList<DepartmentId>{ sampledata::department }, desk.context, &window),
        std::make_unique<ShortcutSheet>(window.casePage()->caseActions(), &window),
        std::make_unique<ErrorDialog>(ErrorWords::of(wrong), &window),
    };
    for (const auto &dialog : dialogs) {
        dialog->show();
        settle();
        fn(dialog.get(), QString::fromLatin1(dialog->metaObject()->className()));
        dialog->hide();
    }
}

void TestWalkers::shouldShowForeignTextAsText()
{
    const QString evil = QStringLiteral("<b>x</b><img src=file:///etc/passwd>");
    CaseFile caseFile = sampledata::vogelsang();
    caseFile.title = evil;
    caseFile.reference = evil;
    caseFile.parties.first().familyName = evil;
    caseFile.parties.first().email = evil;
    for (FormAnswer &step : caseFile.answers) {
        step.label = evil;
        for (FormAnswer &answer : step.children) {
            answer.label = evil;
            answer.display = evil;
        }
    }
    for (Attachment &attachment : caseFile.attachments)
        attachment.name = evil;
    for (Message &message : caseFile.messages) {
        message.text = evil;
        message.author.name = evil;
    }
    caseFile.notes.first().text = evil;
    caseFile.fees.first().items.first().text = evil;
    caseFile.fees.first().reason = evil;
    SampleDesk desk({ caseFile });
    int seen = 0;
    walk(desk, [&](QWidget *window, const QString &where) {
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            seen += label->text().contains(evil);
            QVERIFY2(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()),
                qPrintable(where));
        }
        for (const QTextEdit *edit : window->findChildren<QTextEdit *>()) {
            QVERIFY2(!edit->toHtml().contains(QLatin1String("<img")), qPrintable(where));
        }
        for (const QWidget *widget : window->findChildren<QWidget *>())
            QVERIFY2(!Qt::mightBeRichText(widget->toolTip()) || !widget->toolTip().contains(evil),
                qPrintable(where));
    });
    QVERIFY(seen > 5);
}

bool isControl(const QWidget *widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->objectName().startsWith(QLatin1String("qt_"))
        && !qobject_cast<const QWidget *>(widget->parent())
                ->objectName()
                .startsWith(QLatin1String("qt_"));
}

void TestWalkers::shouldNameEveryControl()
{
    SampleDesk desk({ sampledata::vogelsang() });
    QSet<QString> nameless;
    walk(desk, [&](QWidget *window, const QString &where) {
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (!isControl(widget))
                continue;
            QAccessibleInterface *iface = QAccessible::queryAccessibleInterface(widget);
            if (!iface || iface->text(QAccessible::Name).trimmed().isEmpty())
                nameless.insert(where + QLatin1Char(' ')
                    + QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ')
                    + widget->objectName());
        }
    });
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.values().join(QLatin1Char('\n'))));
}

void TestWalkers::shouldReachEveryControlWithTab()
{
    SampleDesk desk({ sampledata::vogelsang() });
    walk(desk, [&](QWidget *window, const QString &where) {
        QSet<QWidget *> chain;
        for (QWidget *next = window->nextInFocusChain(); next && next != window;
             next = next->nextInFocusChain()) {
            if (chain.contains(next))
                break;
            chain.insert(next);
        }
        for (QWidget *widget : window->findChildren<QWidget *>()) {
            if (isControl(widget) && widget->window() == window)
                QVERIFY2(chain.contains(widget), qPrintable(where));
        }
    });
}

void TestWalkers::shouldNotCutTexts_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (const char *language : { "de", "en" }) {
        for (const int percent : { 100, 150 })
            QTest::addRow("%s %d", language, percent) << QString::fromLatin1(language) << percent;
    }
}

void TestWalkers::shouldNotCutTexts()
{
    QFETCH(QString, language);
    QFETCH(int, percent);
    QLocale::setDefault(QLocale(language));
    QVERIFY(m_translator.load(QStringLiteral(":/translations/kontor_%1.qm").arg(language)));
    QApplication::installTranslator(&m_translator);
    m_theme->setTextFactor(percent / 100.);
    SampleDesk desk({ sampledata::vogelsang() });
    QSet<QString> cut;
    walk(desk, [&](QWidget *window, const QString &where) {
        const auto note = [&](const QWidget *widget, const QString &text) {
            cut.insert(QStringLiteral("%1: %2 %3 \"%4\" %5 < %6")
                           .arg(where, QString::fromLatin1(widget->metaObject()->className()),
                               widget->objectName(), text.left(60))
                           .arg(widget->width())
                           .arg(widget->sizeHint().width()));
        };
        for (const QPushButton *button : window->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->width() < button->sizeHint().width())
                note(button, button->text());
        }
        for (const QComboBox *combo : window->findChildren<QComboBox *>()) {
            if (combo->isVisible() && combo->width() < combo->minimumSizeHint().width())
                note(combo, combo->currentText());
        }
        for (const NavItem *item : window->findChildren<NavItem *>()) {
            if (item->isVisible() && item->width() < item->minimumSizeHint().width())
                note(item, item->text());
        }
        for (const WrappedLabel *label : window->findChildren<WrappedLabel *>()) {
            if (label->isVisible() && label->height() + 1 < label->heightForWidth(label->width()))
                note(label, label->text());
        }
        // The bar of the viewer gives way in a narrow pane; its texts are tool tips then.
        const auto inViewer = [](const QWidget *widget) {
            for (; widget; widget = widget->parentWidget()) {
                if (qobject_cast<const DocumentView *>(widget))
                    return true;
            }
            return false;
        };
        for (const ElidedLabel *label : window->findChildren<ElidedLabel *>()) {
            if (label->isVisible() && label->isElided() && !inViewer(label))
                note(label, label->text());
        }
    });
    QVERIFY2(cut.isEmpty(), qPrintable(cut.values().join(QLatin1Char('\n'))));
}

void TestWalkers::shouldWordEveryErrorInFourParts()
{
    for (int code = 0; code <= int(ErrorCode::Busy); ++code) {
        const ErrorText text
            = ErrorWords::of(Error{ ErrorCode(code), QStringLiteral("some.key"), {}, {} });
        QVERIFY(!text.what.isEmpty() && !text.why.isEmpty() && !text.now.isEmpty());
        QVERIFY(!text.reference.isEmpty());
    }
}

void TestWalkers::shouldHaveNoUnfinishedTranslation_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("de") << QStringLiteral("de");
    QTest::newRow("en") << QStringLiteral("en");
}

void TestWalkers::shouldHaveNoUnfinishedTranslation()
{
    QFETCH(QString, language);
    QFile file(
        QStringLiteral(KONTOR_SOURCE_DIR "/resources/translations/kontor_%1.ts").arg(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader reader(&file);
    int count = 0;
    QString source;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (reader.name() == QLatin1String("source"))
            source = reader.readElementText();
        else if (reader.name() == QLatin1String("translation")) {
            QVERIFY2(!reader.attributes().hasAttribute(QLatin1String("type")), qPrintable(source));
            ++count;
        }
    }
    QVERIFY(count > (language == QLatin1String("de") ? 600 : 10));
}

QTEST_MAIN(TestWalkers)
#include "tst_walkers.moc"
