#include "inboxview.h"

#include "inboxcells.h"
#include "inboxdelegate.h"
#include "models/items/inboxmodel.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

InboxView::InboxView(const DeskContext &context, QWidget *parent)
    : QTableView(parent)
    , m_lines(new InboxDelegate(context, this))
    , m_cells(new InboxCells(context, this))
{
    setItemDelegate(m_lines);
    setAccessibleName(tr("List of cases"));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->hide();
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &InboxView::onHeadClicked);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_measure.setSingleShot(true);
    m_measure.setInterval(0);
    connect(&m_measure, &QTimer::timeout, this, &InboxView::measure);
    connect(this, &QTableView::doubleClicked, this,
        [this](const QModelIndex &index) { emit caseOpened(caseAt(index)); });
}

int InboxView::rowHeight(const Theme &theme)
{
    const QFontMetricsF name(theme.font(TextRole::Body));
    const QFontMetricsF text(theme.font(TextRole::Ui));
    return qMax(Size::rowTwoLines, qCeil(name.height() + text.height()) + 26);
}

int InboxView::headingHeight(const Theme &theme)
{
    return theme.height(Size::groupRow, TextRole::SmallStrong, 20);
}

QString InboxView::groupName(int group)
{
    switch (InboxModel::Group(group)) {
    case InboxModel::Group::Overdue:
        return tr("Overdue");
    case InboxModel::Group::ThisWeek:
        return tr("Due this week");
    case InboxModel::Group::New:
        return tr("New");
    case InboxModel::Group::Later:
        return tr("Later");
    case InboxModel::Group::Closed:
        return tr("Closed");
    }
    return {};
}

void InboxView::setModel(QAbstractItemModel *model)
{
    if (this->model()) {
        this->model()->disconnect(&m_measure);
        this->model()->disconnect(this);
    }
    QTableView::setModel(model);
    if (!model)
        return;
    arrangeColumns();
    connect(model, &QAbstractItemModel::rowsAboutToBeInserted, this, &InboxView::hold);
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &InboxView::hold);
    connect(model, &QAbstractItemModel::rowsAboutToBeMoved, this, &InboxView::hold);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, &InboxView::hold);
    const auto start = qOverload<>(&QTimer::start);
    connect(model, &QAbstractItemModel::rowsInserted, &m_measure, start);
    connect(model, &QAbstractItemModel::rowsRemoved, &m_measure, start);
    connect(model, &QAbstractItemModel::rowsMoved, &m_measure, start);
    connect(model, &QAbstractItemModel::dataChanged, &m_measure, start);
    connect(model, &QAbstractItemModel::layoutChanged, &m_measure, start);
    connect(model, &QAbstractItemModel::modelReset, &m_measure, start);
    measure();
}

// The first row at or behind `from` whose group is `group` or later; rows are in group order.
int InboxView::firstOf(int group, int from) const
{
    int low = from;
    int high = model()->rowCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (model()->index(middle, 0).data(InboxModel::GroupRole).toInt() < group)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void InboxView::measure()
{
    if (!model())
        return;
    const Theme &theme = Theme::of(this);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(
        m_table ? theme.height(Size::tableRow, TextRole::Ui, 16) : rowHeight(theme));
    if (!m_table)
        measureGroups(theme);
    bringBack();
}

void InboxView::measureGroups(const Theme &theme)
{
    const int rows = model()->rowCount();
    if (rows == 0 || !model()->index(0, 0).data(InboxModel::FirstOfGroupRole).toBool())
        return;
    const int groups = int(InboxModel::Group::Closed) + 1;
    m_groupSizes.fill(0, groups);
    int next = firstOf(0, 0);
    for (int group = 0; group < groups && next < rows; ++group) {
        const int row = next;
        next = firstOf(group + 1, row);
        m_groupSizes[group] = next - row;
        if (next > row && row < rows
            && model()->index(row, 0).data(InboxModel::FirstOfGroupRole).toBool())
            verticalHeader()->resizeSection(row, rowHeight(theme) + headingHeight(theme));
    }
}

CaseId InboxView::caseAt(const QModelIndex &index) const
{
    return CaseId{ index.data(InboxModel::CaseIdRole).toString() };
}

CaseId InboxView::currentCase() const
{
    return caseAt(currentIndex());
}

bool InboxView::select(const CaseId &id, int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return false;
    const QModelIndex index = model()->index(row, firstColumn());
    if (caseAt(index) != id)
        return false;
    setCurrentIndex(index);
    return true;
}

void InboxView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.row() != previous.row())
        emit caseChosen(caseAt(current));
}

void InboxView::step(int rows)
{
    if (!model() || model()->rowCount() == 0)
        return;
    const int row = currentIndex().isValid()
        ? qBound(0, currentIndex().row() + rows, model()->rowCount() - 1)
        : 0;
    setCurrentIndex(model()->index(row, firstColumn()));
    scrollTo(currentIndex());
}

void InboxView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() == Qt::NoModifier) {
        switch (event->key()) {
        case Qt::Key_J:
            step(1);
            return;
        case Qt::Key_K:
            step(-1);
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (currentIndex().isValid())
                emit caseOpened(currentCase());
            return;
        default:
            break;
        }
    }
    QTableView::keyPressEvent(event);
}

void InboxView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        arrangeColumns();
        m_measure.start();
    }
}
