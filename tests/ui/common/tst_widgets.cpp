#include "ui/common/avatar.h"
#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/checkrow.h"
#include "ui/common/chip.h"
#include "ui/common/dialogframe.h"
#include "ui/common/emptystate.h"
#include "ui/common/factrow.h"
#include "ui/common/flowlayout.h"
#include "ui/common/keycap.h"
#include "ui/common/kontorstyle.h"
#include "ui/common/labels.h"
#include "ui/common/listdelegate.h"
#include "ui/common/navitem.h"
#include "ui/common/prose.h"
#include "ui/common/searchfield.h"
#include "ui/common/sectionheading.h"
#include "ui/common/steplist.h"
#include "ui/common/timelinelist.h"
#include "ui/common/toast.h"
#include <QAccessible>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <memory>

class TestWidgets : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanup();
    void shouldShowMarkupAsText();
    void shouldEscapeToolTips();
    void shouldElideWithTheWholeTextAtHand();
    void shouldShowTheWidestEntryOfAComboBoxWhole();
    void shouldShowTheWayToTabsThatDoNotFit();
    void shouldBreakLongWords();
    void shouldGrowWithTheText();
    void shouldFollowTheThemeWhileShown();
    void shouldReachEverythingByKeyboard();
    void shouldNameEverythingForScreenReaders();
    void shouldGoToAPlaceByTheAccessibleAction_data();
    void shouldGoToAPlaceByTheAccessibleAction();
    void shouldPressThePrimaryButtonWithCtrlEnter();
    void shouldCountDownAndUndo();
    void shouldRequestAStep();
    void shouldAbbreviateNames_data();
    void shouldAbbreviateNames();
    void shouldWriteKeyCaps();
    void shouldFlowIntoRows();
    void shouldPaintRowsAsPlainText();

private:
    Theme *m_theme = nullptr;
};

namespace {

const QString markup = QStringLiteral("<b>x</b><img src=file:///etc/passwd>");

// A page with one of everything; owned by the caller.
std::unique_ptr<QWidget> newPage()
{
    auto page = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(page.get());
    auto *banner = new Banner(Tone::Amber, QStringLiteral("cloud-off"), markup);
    banner->addAction(QStringLiteral("Connect"));
    column->addWidget(banner);
    column->addWidget(new ElidedLabel(markup));
    column->addWidget(new WrappedLabel(markup));
    column->addWidget(new Prose(markup));
    auto *fact = new FactRow(markup, markup);
    fact->setOrigin(markup, QStringLiteral("pencil"));
    fact->setNote(markup, QStringLiteral("history"));
    column->addWidget(fact);
    auto *heading = new SectionHeading(markup);
    heading->setMeta(markup);
    column->addWidget(heading);
    auto *line = new TimelineList;
    line->setEntries({ { QStringLiteral("inbox"), Tone::Blue, markup, markup, markup, false } });
    column->addWidget(line);
    auto *check = new CheckRow(CheckState::Open, markup, markup);
    check->addAction(QStringLiteral("Mend"));
    column->addWidget(check);
    auto *steps = new StepList;
    steps->setSteps({ { markup, markup, StepState::Done }, { markup, markup, StepState::Open } });
    column->addWidget(steps);
    column->addWidget(new EmptyState(QStringLiteral("inbox"), markup, markup));
    column->addWidget(new SearchField(QStringLiteral("Search")));
    column->addWidget(new NavItem(QStringLiteral("Inbox"), QStringLiteral("inbox")));
    column->addWidget(newToolButton(QStringLiteral("printer"), QStringLiteral("Print")));
    return page;
}

} // namespace

void TestWidgets::initTestCase()
{
    m_theme = KontorStyle::install(*qApp, false);
}

void TestWidgets::cleanup()
{
    m_theme->setDark(false);
    m_theme->setTextFactor(1);
}

void TestWidgets::shouldShowMarkupAsText()
{
    const auto page = newPage();
    const QList<QLabel *> labels = page->findChildren<QLabel *>();
    QVERIFY(labels.size() > 10);
    for (const QLabel *label : labels)
        QCOMPARE(label->textFormat(), Qt::PlainText);
    const auto *prose = page->findChild<Prose *>();
    QCOMPARE(prose->toPlainText(), markup);
    QVERIFY(!const_cast<Prose *>(prose)
                 ->loadResource(2, QUrl(QStringLiteral("file:///etc/passwd")))
                 .isValid());
}

void TestWidgets::shouldEscapeToolTips()
{
    QCOMPARE(plainToolTip(QStringLiteral("a < b")), QStringLiteral("a < b"));
    QVERIFY(!plainToolTip(markup).contains(QLatin1String("<img")));
}

void TestWidgets::shouldElideWithTheWholeTextAtHand()
{
    ElidedLabel label(QStringLiteral("A rather long name of a case that never ends"));
    label.resize(80, 20);
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() <= 24);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
}

void TestWidgets::shouldBreakLongWords()
{
    WrappedLabel label(QStringLiteral("Nebenbestimmungsvorbehaltsklausel"));
    const int one = label.heightForWidth(400);
    QVERIFY(label.heightForWidth(80) >= 2 * one - 2);
    QCOMPARE(label.sizeHint().height(), one);
    // And is painted so: ink in the second line, too.
    label.resize(80, label.heightForWidth(80));
    const QImage image = label.grab().toImage();
    int ink = 0;
    for (int y = one + 2; y < 2 * one - 2; ++y) {
        for (int x = 0; x < image.width(); ++x)
            ink += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
    }
    QVERIFY(ink > 20);
}

void TestWidgets::shouldGrowWithTheText()
{
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *button = newButton(ButtonKind::Primary, QStringLiteral("Reply"), QStringLiteral("reply"));
    auto *field = new QLineEdit;
    auto *combo = new QComboBox;
    auto *chip = new Chip(QStringLiteral("Overdue"), Tone::Red);
    auto *nav = new NavItem(QStringLiteral("Inbox"), QStringLiteral("inbox"));
    auto *avatar = new Avatar(QStringLiteral("Maren Kowalski"));
    const QList<QWidget *> widgets{ button, field, combo, chip, nav, avatar };
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    page.show();
    QCOMPARE(button->sizeHint().height(), Size::control);
    QCOMPARE(field->sizeHint().height(), Size::control);
    QCOMPARE(combo->sizeHint().height(), Size::control);
    QCOMPARE(chip->sizeHint().height(), Size::chip);
    QCOMPARE(nav->sizeHint().height(), Size::navRow);
    QCOMPARE(avatar->sizeHint(), QSize(28, 28));
    for (const qreal factor : { 1.5, 2.0 }) {
        m_theme->setTextFactor(factor);
        const int ui = QFontMetrics(m_theme->font(TextRole::Button)).height();
        for (const QWidget *widget : { static_cast<QWidget *>(button),
                 static_cast<QWidget *>(field), static_cast<QWidget *>(combo) })
            QVERIFY(widget->sizeHint().height() >= ui + 12);
        QVERIFY(chip->sizeHint().height()
            >= QFontMetrics(m_theme->font(TextRole::SmallStrong)).height() + 6);
        QVERIFY(nav->sizeHint().height() >= ui + 12);
        QCOMPARE(avatar->sizeHint().width(), int(28 * factor));
        QCOMPARE(button->font().pointSizeF(), 13 * .75 * factor);
    }
    m_theme->setTextFactor(9); // out of range
    QCOMPARE(m_theme->textFactor(), 2.0);
}

void TestWidgets::shouldFollowTheThemeWhileShown()
{
    QWidget page;
    auto *column = new QVBoxLayout(&page);
    auto *label = new ElidedLabel(QStringLiteral("Text"), TextRole::Ui, Colour::Text2);
    auto *chip = new Chip(QStringLiteral("Overdue"), Tone::Red);
    column->addWidget(label);
    column->addWidget(chip);
    page.show();
    QCOMPARE(label->palette().color(QPalette::WindowText), Tokens::light()[Colour::Text2]);
    QCOMPARE(QColor(chip->grab().toImage().pixel(6, 3)), Tokens::light()[Colour::RedBg]);
    m_theme->setDark(true);
    QCOMPARE(label->palette().color(QPalette::WindowText), Tokens::darkSet()[Colour::Text2]);
    QCOMPARE(QColor(chip->grab().toImage().pixel(6, 3)), Tokens::darkSet()[Colour::RedBg]);
    QCOMPARE(page.palette().color(QPalette::Window), Tokens::darkSet()[Colour::Window]);
}

void TestWidgets::shouldReachEverythingByKeyboard()
{
    const auto page = newPage();
    page->show();
    QVERIFY(QTest::qWaitForWindowActive(page.get()));
    QSet<QWidget *> wanted;
    const QList<QWidget *> children = page->findChildren<QWidget *>();
    for (QWidget *child : children) {
        const bool acts
            = qobject_cast<QAbstractButton *>(child) || qobject_cast<QLineEdit *>(child);
        // Buttons inside of a field (clear) and the other items of an exclusive group are reached
        // from their field or group.
        if (acts && child->isVisible() && !qobject_cast<QLineEdit *>(child->parentWidget()))
            wanted << child;
    }
    QVERIFY(wanted.size() >= 6);
    QSet<QWidget *> reached;
    QWidget *start = page->nextInFocusChain();
    start->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 60; ++i) {
        if (QWidget *focus = QApplication::focusWidget())
            reached << focus;
        QTest::keyClick(page.get(), Qt::Key_Tab);
    }
    // Steps: arrow keys move within the group, Tab reaches one of it.
    for (QWidget *widget : std::as_const(wanted)) {
        if (qobject_cast<StepList *>(widget->parentWidget()))
            continue;
        QVERIFY2(reached.contains(widget), qPrintable(widget->accessibleName()));
    }
}

void TestWidgets::shouldNameEverythingForScreenReaders()
{
    const auto page = newPage();
    page->show();
    const QList<QWidget *> children = page->findChildren<QWidget *>();
    for (QWidget *child : children) {
        if (child->focusPolicy() == Qt::NoFocus || !child->isVisible()
            || qobject_cast<QLineEdit *>(child->parentWidget()))
            continue;
        if (qobject_cast<Prose *>(child)) // is read by its content
            continue;
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(child);
        QVERIFY(spoken);
        QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), child->metaObject()->className());
    }
}

void TestWidgets::shouldGoToAPlaceByTheAccessibleAction_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("press") << QAccessibleActionInterface::pressAction();
    QTest::newRow("toggle") << QAccessibleActionInterface::toggleAction();
}

void TestWidgets::shouldGoToAPlaceByTheAccessibleAction()
{
    QFETCH(QString, action);
    NavItem item(QStringLiteral("Inbox"), QStringLiteral("inbox"));
    item.setCount(3);
    item.show();
    QSignalSpy clicked(&item, &NavItem::clicked);
    QAccessibleInterface *iface = QAccessible::queryAccessibleInterface(&item);
    QVERIFY(iface && iface->actionInterface());
    QVERIFY(iface->actionInterface()->actionNames().contains(action));
    QCOMPARE(iface->text(QAccessible::Name), QStringLiteral("Inbox, 3"));
    QVERIFY(!iface->state().checked);
    iface->actionInterface()->doAction(action);
    QCOMPARE(clicked.count(), 1);
    QVERIFY(item.isChecked() && iface->state().checked);
    iface->actionInterface()->doAction(action); // the place one is at already: back to its list
    QCOMPARE(clicked.count(), 2);
    QVERIFY(item.isChecked());
}

void TestWidgets::shouldPressThePrimaryButtonWithCtrlEnter()
{
    for (const Qt::Key key : { Qt::Key_Return, Qt::Key_Enter }) {
        DialogFrame dialog(QStringLiteral("Request fee"), QStringLiteral("32.2-SN"), nullptr);
        dialog.addCancel();
        dialog.setPrimary(QStringLiteral("Request"));
        dialog.setPrimary(QStringLiteral("Request now")); // keeps its key
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(&dialog, key, Qt::ControlModifier);
        QTRY_COMPARE(accepted.size(), 1);
    }
}

void TestWidgets::shouldCountDownAndUndo()
{
    QWidget host;
    host.resize(600, 300);
    Toast toast(&host);
    QSignalSpy expired(&toast, &Toast::expired);
    QSignalSpy undo(&toast, &Toast::undoRequested);
    host.show();
    toast.showUndo(QStringLiteral("Reply is being sent"), QStringLiteral("Undo"), 60000);
    QVERIFY(toast.isVisible());
    QVERIFY(toast.remaining() > 0.9);
    QCOMPARE(toast.geometry().bottom(), host.height() - 1);
    host.resize(700, 400);
    QTRY_COMPARE(toast.geometry().bottom(), host.height() - 1);
    QTest::mouseClick(toast.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(undo.size(), 1);
    QVERIFY(!toast.isVisible());
    toast.showUndo(QStringLiteral("Reply is being sent"), QStringLiteral("Undo"), 150);
    QTRY_COMPARE(expired.size(), 1);
    QCOMPARE(undo.size(), 1);
    toast.showUndo(QStringLiteral("Reply is being sent"), QStringLiteral("Undo"), 60000);
    QVERIFY(QTest::qWaitForWindowActive(&host));
    QTest::keyClick(&host, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(undo.size(), 2);
}

void TestWidgets::shouldRequestAStep()
{
    StepList steps;
    steps.setSteps({ { QStringLiteral("One"), {}, StepState::Done },
        { QStringLiteral("Two"), {}, StepState::Warning },
        { QStringLiteral("Three"), {}, StepState::Open } });
    QSignalSpy requested(&steps, &StepList::stepRequested);
    const QList<QAbstractButton *> buttons = steps.findChildren<QAbstractButton *>();
    QCOMPARE(buttons.size(), 3);
    QTest::mouseClick(buttons.at(2), Qt::LeftButton);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested.first().first().toInt(), 2);
    steps.setCurrent(1);
    QCOMPARE(steps.current(), 1);
    QCOMPARE(requested.size(), 1); // only a person requests
    QAccessible::queryAccessibleInterface(buttons.at(0))
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::toggleAction()); // as assistive tools do it
    QCOMPARE(requested.size(), 2);
}

void TestWidgets::shouldAbbreviateNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("two words") << QStringLiteral("Maren Kowalski") << QStringLiteral("MK");
    QTest::newRow("title") << QStringLiteral("Dr. Änne Szczepańska") << QStringLiteral("ÄS");
    QTest::newRow("company") << QStringLiteral("Café Herbst GmbH") << QStringLiteral("CH");
    QTest::newRow("one word") << QStringLiteral("Feuerwehr") << QStringLiteral("F");
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("only a number") << QStringLiteral("1862") << QStringLiteral("1");
}

void TestWidgets::shouldAbbreviateNames()
{
    QFETCH(QString, name);
    QFETCH(QString, initials);
    QCOMPARE(Avatar::initials(name), initials);
}

void TestWidgets::shouldWriteKeyCaps()
{
    QCOMPARE(KeyCap::textOf(QKeySequence(Qt::CTRL | Qt::Key_Return)), QStringLiteral("Ctrl ↵"));
    QCOMPARE(KeyCap::textOf(QKeySequence(Qt::Key_G, Qt::Key_B)), QStringLiteral("G B"));
    auto button
        = std::unique_ptr<QPushButton>(newButton(ButtonKind::Primary, QStringLiteral("Send")));
    const int plain = button->sizeHint().width();
    setKeyHint(button.get(), QKeySequence(Qt::CTRL | Qt::Key_Return));
    QVERIFY(button->sizeHint().width() > plain + 30);
    QCOMPARE(button->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Return));
}

void TestWidgets::shouldFlowIntoRows()
{
    QWidget page;
    auto *flow = new FlowLayout(&page);
    for (int i = 0; i < 4; ++i)
        flow->addWidget(newButton(ButtonKind::Secondary, QStringLiteral("A button")));
    const int one = flow->heightForWidth(2000);
    QCOMPARE(one, Size::control);
    QCOMPARE(flow->heightForWidth(230), 2 * Size::control + 8);
    QVERIFY(flow->minimumSize().width() < 200);
}

void TestWidgets::shouldPaintRowsAsPlainText()
{
    TextPainter text;
    QPixmap one(300, 20);
    QPixmap other(300, 20);
    for (QPixmap *target : { &one, &other }) {
        target->fill(Qt::white);
        QPainter painter(target);
        const QString words = target == &one ? QStringLiteral("<b>x</b>") : QStringLiteral("x");
        const qreal width = text.draw(
            &painter, *m_theme, QRectF(0, 0, 300, 20), words, TextRole::Ui, Colour::Text);
        QVERIFY(width > (target == &one ? 20 : 3));
    }
    QVERIFY(one.toImage() != other.toImage());
}

void TestWidgets::shouldShowTheWidestEntryOfAComboBoxWhole()
{
    QComboBox combo;
    combo.addItems({ QStringLiteral("100 %"), QStringLiteral("Seitenbreite") });
    combo.setCurrentIndex(1);
    const QRect words(0, 0, 10 + QFontMetrics(combo.font()).horizontalAdvance(combo.currentText()),
        combo.sizeHint().height());
    combo.resize(combo.sizeHint());
    const QImage fitted = combo.grab(words.adjusted(4, 4, 0, -4)).toImage();
    combo.resize(combo.sizeHint() + QSize(60, 0));
    QCOMPARE(combo.grab(words.adjusted(4, 4, 0, -4)).toImage(), fitted); // no "…" at the end
}

void TestWidgets::shouldShowTheWayToTabsThatDoNotFit()
{
    QTabBar bar;
    for (int tab = 0; tab < 12; ++tab)
        bar.addTab(QStringLiteral("Nachrichten"));
    bar.resize(300, 40);
    bar.show();
    int shown = 0;
    for (QToolButton *button : bar.findChildren<QToolButton *>()) {
        QVERIFY(button->isVisible() && button->width() >= 20);
        const QImage picture = button->grab().toImage();
        const QPoint middle = picture.rect().center();
        bool drawn = false;
        for (int x = middle.x() - 8; x < middle.x() + 8; ++x)
            drawn = drawn || picture.pixel(x, middle.y()) != picture.pixel(1, 1);
        shown += drawn;
    }
    QCOMPARE(shown, 2);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
