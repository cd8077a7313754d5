#include "boardpage.h"

#include "chartcard.h"
#include "figurechart.h"
#include "figuretile.h"
#include "figureview.h"
#include "redistributiondialog.h"
#include "ui/casefile/scrollpage.h"
#include "ui/common/buttons.h"
#include "ui/common/currentstack.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>

namespace {

constexpr int wideFrom = 1000; // width ÷ text factor from which charts stand side by side
constexpr int tileWidth = 150;

} // namespace

BoardPage::BoardPage(const DeskContext &context, QWidget *parent)
    : Panel(Colour::Window, NoSide, parent)
    , m_context(context)
    , m_stack(new CurrentStack)
    , m_nothing(new QWidget)
    , m_scroll(new ScrollPage)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHeader(column);
    column->addWidget(m_stack, 1);
    new QVBoxLayout(m_nothing);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_scroll);
    static_cast<::Panel *>(m_scroll->widget())->setBackground(Colour::Window);
    QVBoxLayout *page = m_scroll->column();
    page->setContentsMargins(Space::page, Space::large, Space::page, Space::page);
    page->setSpacing(Space::large);
    buildTiles(page);
    buildCharts(page);
    buildGroups(page);
    page->addStretch(1);
    connect(&context, &DeskContext::changed, this, &BoardPage::updateDepartments);
    updateDepartments();
    updateRights();
    updateState();
}

void BoardPage::buildHeader(QBoxLayout *column)
{
    auto *head = new ::Panel(Colour::Surface, Bottom);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Space::page, Space::large, Space::page, Space::medium);
    row->setSpacing(Space::small);
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::hair);
    words->addWidget(new ElidedLabel(tr("Team"), TextRole::Title));
    m_meta = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    words->addWidget(m_meta);
    row->addLayout(words, 1);
    m_department = new QComboBox;
    m_department->setAccessibleName(tr("Department"));
    m_department->setObjectName(QStringLiteral("boardDepartment"));
    connect(m_department, &QComboBox::activated, this, &BoardPage::departmentsChanged);
    row->addWidget(m_department);
    m_export = newButton(ButtonKind::Secondary, tr("Export"), QStringLiteral("download"));
    m_export->setObjectName(QStringLiteral("boardExport"));
    auto *menu = new QMenu(m_export);
    connect(menu->addAction(tr("Spreadsheet (ODS) …")), &QAction::triggered, this,
        [this] { onExport(QStringLiteral("ods")); });
    connect(menu->addAction(tr("Comma-separated values (CSV) …")), &QAction::triggered, this,
        [this] { onExport(QStringLiteral("csv")); });
    m_export->setMenu(menu);
    row->addWidget(m_export);
    column->addWidget(head);
}

void BoardPage::buildTiles(QBoxLayout *column)
{
    m_tileGrid = new QGridLayout;
    m_tileGrid->setSpacing(Space::medium);
    for (int i = 0; i < 4 + waitsForCount; ++i) {
        auto *tile = new FigureTile;
        connect(tile, &FigureTile::casesRequested, this, &BoardPage::casesRequested);
        m_tiles.append(tile);
    }
    column->addLayout(m_tileGrid);
}

void BoardPage::buildCharts(QBoxLayout *column)
{
    m_weeks = new ChartCard(new LineChart, tr("Cases a week; tinted where the backlog grows"));
    m_days = new ChartCard(new BarChart, tr("Cases a working day; red: nobody is responsible"));
    m_ages = new ChartCard(new BarChart, tr("Cases by days since they were filed"));
    m_charts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_charts->setSpacing(Space::large);
    for (ChartCard *card : { m_weeks, m_days, m_ages }) {
        m_charts->addWidget(card, 1);
        connect(card, &ChartCard::casesRequested, this, &BoardPage::casesRequested);
    }
    column->addLayout(m_charts);
}

// What the colours of the bars mean; the columns beside them say the same in numbers.
QWidget *BoardPage::buildLegend()
{
    class Swatch : public QWidget {
    public:
        explicit Swatch(WaitsFor reason)
            : m_reason(reason)
        {
            setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
        }
        QSize sizeHint() const override
        {
            const int side = Theme::of(this).scaled(10);
            return { side, side };
        }

    protected:
        void paintEvent(QPaintEvent *) override
        {
            QPainter painter(this);
            const qreal side = sizeHint().width();
            FigureDelegate::paintBar(
                &painter, Theme::of(this), QRectF(0, (height() - side) / 2, side + 1.5, side),
                [this] {
                    QList<int> parts(waitsForCount, 0);
                    parts[int(m_reason)] = 1;
                    return parts;
                }(),
                1);
        }

    private:
        WaitsFor m_reason;
    };
    auto *legend = new QWidget;
    auto *flow = new FlowLayout(legend, Space::medium);
    flow->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < waitsForCount; ++i) {
        auto *entry = new QWidget;
        auto *row = new QHBoxLayout(entry);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(Space::tight);
        row->addWidget(new Swatch(WaitsFor(i)));
        row->addWidget(
            new ElidedLabel(FigureTables::waits(WaitsFor(i)), TextRole::Small, Colour::Text2));
        flow->addWidget(entry);
    }
    return legend;
}

void BoardPage::buildGroups(QBoxLayout *column)
{
    auto *card = new Card;
    auto *lines = new QVBoxLayout(card);
    lines->setContentsMargins(Space::large, Space::medium, Space::large, Space::medium);
    lines->setSpacing(Space::small);
    m_groupTitle = new ElidedLabel({}, TextRole::Heading);
    lines->addWidget(m_groupTitle);
    auto *tools = new QWidget;
    auto *flow = new FlowLayout(tools, Space::tiny);
    flow->setContentsMargins(0, 0, 0, 0);
    m_grouping = new QButtonGroup(this);
    const QStringList names{ tr("By service"), tr("By department"), tr("By person") };
    for (int i = 0; i < names.size(); ++i) {
        QPushButton *button = newSmallButton(ButtonKind::Ghost, names[i]);
        button->setCheckable(true);
        button->setChecked(i == 0);
        m_grouping->addButton(button, i);
        flow->addWidget(button);
    }
    m_redistribute = newSmallButton(
        ButtonKind::Secondary, tr("Redistribute …"), QStringLiteral("arrow-right-left"));
    m_redistribute->setObjectName(QStringLiteral("redistribute"));
    flow->addWidget(m_redistribute);
    lines->addWidget(tools);
    m_why = new WrappedLabel({}, TextRole::Small, Colour::Text2);
    lines->addWidget(m_why);
    lines->addWidget(buildLegend());
    m_groups = new FigureView;
    m_groups->setFullHeight(true);
    lines->addWidget(m_groups);
    column->addWidget(card);
    connect(m_grouping, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) // toggled, not clicked: assistive technology toggles
            updateGroups();
    });
    connect(m_groups, &FigureView::casesRequested, this, &BoardPage::casesRequested);
    connect(m_redistribute, &QPushButton::clicked, this, &BoardPage::redistributionRequested);
}

void BoardPage::updateDepartments()
{
    const QList<DepartmentId> allowed = m_context.reportDepartments();
    updateRights();
    if (allowed == m_allowed)
        return;
    m_allowed = allowed;
    const QVariant chosen = m_department->currentData();
    m_department->clear();
    if (allowed.size() > 1)
        m_department->addItem(tr("All my departments"), QString());
    for (const DepartmentId &id : allowed)
        m_department->addItem(m_context.departmentName(id), id.text);
    m_department->setCurrentIndex(qMax(0, m_department->findData(chosen)));
    m_department->setEnabled(allowed.size() > 1);
    emit departmentsChanged();
}

QList<DepartmentId> BoardPage::departments() const
{
    const DepartmentId chosen{ m_department->currentData().toString() };
    return chosen.isNull() ? m_context.reportDepartments() : QList<DepartmentId>{ chosen };
}

void BoardPage::setBoard(const Board &board)
{
    m_board = board;
    m_failure.reset();
    m_meta->setText(
        tr("As of %1, from what is kept on this device").arg(m_context.dates().time(board.at)));
    const FigureTable overview = tables().overview();
    for (int i = 0; i < m_tiles.size(); ++i)
        m_tiles[i]->setFigure(
            overview.rows[i][0].value.toString(), overview.rows[i][1], i == 1 /* overdue */);
    m_weeks->setTable(tables().weeks());
    m_days->setTable(tables().days());
    m_ages->setTable(tables().ages());
    updateRights();
    updateGroups();
    updateState();
    fit();
}

void BoardPage::focusFirst()
{
    m_focusWanted = m_stack->currentWidget() != m_scroll;
    if (!m_focusWanted)
        m_tiles.first()->setFocus();
}

void BoardPage::setFailed(const Error &error)
{
    m_board.reset();
    m_failure = error;
    m_meta->setText({});
    updateState();
}

void BoardPage::updateRights()
{
    const bool persons = m_board && m_board->personsAllowed;
    const QList<DepartmentId> counted = departments();
    const bool assigns = std::any_of(counted.begin(), counted.end(),
        [this](const DepartmentId &id) { return m_context.may(Permission::CaseAssign, id); });
    QAbstractButton *person = m_grouping->button(int(Grouping::Person));
    person->setEnabled(persons);
    m_redistribute->setEnabled(persons && assigns);
    if (!persons && grouping() == Grouping::Person)
        setGrouping(Grouping::Service);
    m_why->setVisible(m_board && !(persons && assigns));
    m_why->setText(!persons
            ? tr("Figures of single people are off: your administration turns them on once the "
                 "staff representation has agreed.")
            : tr("You may not assign cases in this department."));
}

void BoardPage::updateGroups()
{
    if (!m_board)
        return;
    const FigureTable table = tables().groups(grouping());
    m_groupTitle->setText(table.name);
    m_groups->setTable(table);
}

void BoardPage::setGrouping(Grouping grouping)
{
    m_grouping->button(int(grouping))->setChecked(true);
}

Grouping BoardPage::grouping() const
{
    return Grouping(m_grouping->checkedId());
}

void BoardPage::updateState()
{
    const bool counted = m_board && !m_failure;
    bool any = counted && m_board->open.count > 0;
    for (int i = 0; counted && i < m_board->weeks.size(); ++i)
        any = any || m_board->weeks[i].filed.count > 0 || m_board->weeks[i].ended.count > 0;
    m_export->setEnabled(any);
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_scroll) : m_nothing);
    if (any) {
        if (m_focusWanted && isVisible())
            focusFirst();
        return;
    }
    clearLayout(m_nothing->layout());
    auto *column = static_cast<QVBoxLayout *>(m_nothing->layout());
    column->addStretch();
    if (m_failure) {
        const ErrorText text = ErrorWords::of(*m_failure);
        column->addWidget(new EmptyState(
            QStringLiteral("circle-alert"), tr("The cases cannot be counted"), text.oneLine()));
    } else if (!m_board) {
        column->addWidget(new EmptyState(QStringLiteral("loader-circle"), tr("Counting the cases"),
            tr("The figures come from what is kept on this device.")));
    } else {
        column->addWidget(new EmptyState(QStringLiteral("chart-column"), tr("Nothing to count"),
            tr("There are no cases in this department, and none came or went in twelve weeks.")));
    }
    column->addStretch();
}

QList<Sheet> BoardPage::sheets() const
{
    QList<Sheet> sheets;
    if (!m_board)
        return sheets;
    const FigureTables all = tables();
    for (const FigureTable &table :
        { all.overview(), all.weeks(), all.days(), all.ages(), all.groups(grouping()) })
        sheets.append(FigureTables::sheet(table));
    return sheets;
}

void BoardPage::onExport(const QString &ending)
{
    auto *dialog = new QFileDialog(this, tr("Export the figures"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("boardFile"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->setNameFilter(QStringLiteral("*.%1").arg(ending));
    dialog->selectFile(
        QStringLiteral("Team %1.%2").arg(m_context.today().toString(Qt::ISODate), ending));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString &path) { emit exportRequested(sheets(), path); });
    dialog->open();
}

void BoardPage::openRedistribution(const SharedBoardRows &rows)
{
    QList<DepartmentId> mine;
    for (const DepartmentId &id : departments()) {
        if (m_context.may(Permission::CaseAssign, id))
            mine.append(id);
    }
    if (!m_board || !m_board->personsAllowed || mine.isEmpty())
        return;
    auto *dialog = new RedistributionDialog(rows, mine, m_context, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(
        dialog, &QDialog::accepted, this, [this, dialog] { emit movesRequested(dialog->moves()); });
    dialog->open();
}

void BoardPage::fit()
{
    const Theme &theme = Theme::of(this);
    const qreal room = width() / theme.textFactor();
    const auto direction = room < wideFrom ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    m_charts->setDirection(direction);
    const int most = int(m_tiles.size());
    int columns = std::clamp(int((room - 2 * Space::page) / tileWidth), 2, most);
    columns = columns >= most ? most : columns >= most / 2 ? most / 2 : 2; // whole rows only
    if (m_tileGrid->count() > 0 && m_tileGrid->property("columns").toInt() == columns)
        return;
    m_tileGrid->setProperty("columns", columns);
    for (int i = 0; i < most; ++i)
        m_tileGrid->setColumnStretch(i, i < columns ? 1 : 0);
    for (int i = 0; i < most; ++i)
        m_tileGrid->addWidget(m_tiles[i], i / columns, i % columns);
}

void BoardPage::showEvent(QShowEvent *event)
{
    Panel::showEvent(event);
    emit watched(true);
}

void BoardPage::hideEvent(QHideEvent *event)
{
    Panel::hideEvent(event);
    emit watched(false);
}

void BoardPage::resizeEvent(QResizeEvent *event)
{
    Panel::resizeEvent(event);
    fit();
}

void BoardPage::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_tileGrid)
        fit();
}
