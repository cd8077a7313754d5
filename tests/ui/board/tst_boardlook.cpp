#include "tests/ui/shell/sampledesk.h"

#include "ui/board/chartcard.h"
#include "ui/board/redistributiondialog.h"
#include "ui/shell/sidebar.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTranslator>

// The board in light and dark and with large text.
class TestBoardLook : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { m_theme = KontorStyle::install(*qApp, false); }
    void shouldPaintInEveryLook_data();
    void shouldPaintInEveryLook();

private:
    Theme *m_theme = nullptr;
};

void TestBoardLook::shouldPaintInEveryLook_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("percent");
    QTest::newRow("light") << false << 100;
    QTest::newRow("dark") << true << 100;
    QTest::newRow("light 200") << false << 200;
    QTest::newRow("dark 150") << true << 150;
}

// Saved to be looked at where KONTOR_PICTURES names a folder.
void TestBoardLook::shouldPaintInEveryLook()
{
    QFETCH(bool, dark);
    QFETCH(int, percent);
    QTranslator german;
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    QVERIFY(german.load(QStringLiteral(":/translations/kontor_de.qm")));
    QApplication::installTranslator(&german);
    m_theme->setDark(dark);
    m_theme->setTextFactor(percent / 100.);
    QList<CaseFile> cases = sampledata::generated(120);
    cases.append(sampledata::vogelsang());
    SampleDesk desk(cases);
    MainWindow &window = *desk.window;
    BoardPage *page = window.board();
    window.resize(1440, 900);
    window.show();
    QTRY_VERIFY(desk.inbox->isLoaded());
    QSignalSpy ready(desk.board.get(), &BoardSource::ready);
    window.showPlace(SideBar::Team);
    QTRY_VERIFY(!ready.isEmpty());
    const auto save = [&](QWidget *widget, const char *name) {
        for (int round = 0; round < 5; ++round)
            QCoreApplication::processEvents();
        const QImage image = widget->grab().toImage();
        QVERIFY(!image.isNull());
        const QString folder = qEnvironmentVariable("KONTOR_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(
                QStringLiteral("%1/board-%2-%3.png")
                    .arg(folder, QString::fromLatin1(name),
                        QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'))));
    };
    save(&window, "1-page");
    page->setGrouping(Grouping::Person);
    for (ChartCard *card : page->findChildren<ChartCard *>())
        card->setAsTable(true);
    save(&window, "2-tables");
    page->openRedistribution(desk.board->rows());
    auto *dialog = window.findChild<RedistributionDialog *>();
    QVERIFY(dialog);
    QTest::keyClick(dialog->findChild<QPushButton *>(QStringLiteral("move")), Qt::Key_Space);
    save(dialog, "3-redistribution");
    dialog->reject();
    page->findChildren<ChartCard *>()[0]->setAsTable(false);
    CaseCondition nobody;
    nobody.clerk = ClerkId{};
    emit page->casesRequested(nobody, QStringLiteral("Nicht zugewiesen"));
    save(&window, "4-cases");
    m_theme->setDark(false);
    m_theme->setTextFactor(1);
    QApplication::removeTranslator(&german);
    QLocale::setDefault(before);
}

QTEST_MAIN(TestBoardLook)
#include "tst_boardlook.moc"
