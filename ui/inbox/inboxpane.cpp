#include "inboxpane.h"

#include "inboxview.h"
#include "ui/casefile/scrollpage.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/searchfield.h"
#include "ui/words/deskcontext.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using Scope = InboxFilter::Scope;

InboxPane::InboxPane(const DeskContext &context, QWidget *parent)
    : Panel(Colour::Surface, Right, parent)
    , m_context(context)
    , m_search(new SearchField(tr("Search in cases")))
    , m_filterBox(new QWidget)
    , m_filters(new QButtonGroup(this))
    , m_stack(new QStackedWidget)
    , m_view(new InboxView(context))
    , m_emptyPage(new QWidget)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    buildHeader(column);
    buildFilters(column);
    buildSelection(column);
    column->addWidget(new Rule);
    new QVBoxLayout(m_emptyPage);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_emptyPage);
    column->addWidget(m_stack, 1);
    m_search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    connect(m_search, &SearchField::textChanged, this, &InboxPane::emitFilter);
    connect(m_search, &SearchField::returnPressed, m_view, [this] { m_view->setFocus(); });
    updateTexts();
    updateState();
}

void InboxPane::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::large, Space::medium, Space::medium, Space::small);
    row->setSpacing(Space::small);
    m_title = new ElidedLabel({}, TextRole::Title);
    m_meta = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    m_order = newToolButton(QStringLiteral("arrow-up-down"), tr("Order of the list"));
    m_order->setPopupMode(QToolButton::InstantPopup);
    row->addWidget(m_title);
    row->addWidget(m_meta, 1);
    m_moreFilters = newToolButton(QStringLiteral("list-filter"), tr("More filters"));
    m_moreFilters->setPopupMode(QToolButton::InstantPopup);
    QToolButton *fresh = newToolButton(QStringLiteral("file-plus"), tr("Open an internal case"));
    fresh->setObjectName(QStringLiteral("newCase"));
    fresh->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    connect(fresh, &QToolButton::clicked, this, &InboxPane::newCaseRequested);
    row->addWidget(fresh);
    row->addWidget(m_order);
    row->addWidget(m_moreFilters);
    column->addLayout(row);
    buildOrders();
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(Space::large, 0, Space::large, Space::small);
    searchRow->addWidget(m_search);
    column->addLayout(searchRow);
}

void InboxPane::buildOrders()
{
    auto *menu = new QMenu(m_order);
    auto *group = new QActionGroup(this);
    struct Order {
        QString text;
        int column;
        Qt::SortOrder direction;
    };
    const QList<Order> orders{ { tr("Most urgent first"), InboxModel::Urgency, Qt::AscendingOrder },
        { tr("Newest change first"), InboxModel::Updated, Qt::DescendingOrder },
        { tr("By due date"), InboxModel::Due, Qt::AscendingOrder },
        { tr("By name"), InboxModel::Applicant, Qt::AscendingOrder },
        { tr("By file reference"), InboxModel::Reference, Qt::AscendingOrder } };
    for (const Order &order : orders) {
        QAction *action = menu->addAction(order.text);
        action->setCheckable(true);
        action->setChecked(order.column == InboxModel::Urgency);
        action->setData(order.column);
        group->addAction(action);
        m_orders.append(action);
        connect(action, &QAction::triggered, this,
            [this, order] { emit orderRequested(order.column, order.direction); });
    }
    m_order->setMenu(menu);
}

void InboxPane::setOrder(int column)
{
    for (QAction *action : std::as_const(m_orders)) {
        if (action->data().toInt() == column && !action->isChecked())
            action->trigger();
    }
}

int InboxPane::order() const
{
    for (const QAction *action : m_orders) {
        if (action->isChecked())
            return action->data().toInt();
    }
    return InboxModel::Urgency;
}

void InboxPane::buildFilters(QVBoxLayout *column)
{
    auto *flow = new FlowLayout(m_filterBox, Space::tiny);
    flow->setContentsMargins(Space::medium, 0, Space::medium, Space::small);
    const QList<QPair<QString, Scope>> filters{ { tr("All"), Scope::All },
        { tr("Assigned to me"), Scope::Mine }, { tr("New"), Scope::New },
        { tr("Waiting"), Scope::Waiting } };
    for (const auto &[text, scope] : filters) {
        QPushButton *button = newSmallButton(ButtonKind::Ghost, text);
        button->setCheckable(true);
        button->setChecked(scope == Scope::All);
        m_filters->addButton(button, int(scope));
        flow->addWidget(button);
    }
    column->addWidget(m_filterBox);
    buildMoreFilters();
    connect(m_filters, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) // toggled, not clicked: assistive technology toggles
            emitFilter();
    });
}

// The rarer filters; each is a button of the same group, so that one filter is on at a time.
void InboxPane::buildMoreFilters()
{
    auto *menu = new QMenu(m_moreFilters);
    const QList<QPair<QString, Scope>> filters{ { tr("Not assigned"), Scope::Unassigned },
        { tr("Unread messages"), Scope::Unread }, { tr("Needs your decision"), Scope::Attention },
        { tr("Closed"), Scope::Closed } };
    for (const auto &[text, scope] : filters) {
        auto *button = newSmallButton(ButtonKind::Ghost, text, {}, m_filterBox);
        button->setCheckable(true);
        button->hide();
        m_filters->addButton(button, int(scope));
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        connect(button, &QPushButton::toggled, this, [this, button, action](bool on) {
            action->setChecked(on);
            button->setVisible(on); // what is filtered must be seen
            if (on)
                m_filterBox->layout()->addWidget(button);
            else
                m_filterBox->layout()->removeWidget(button);
        });
        connect(action, &QAction::triggered, this, [this, scope = scope] { setScope(scope); });
    }
    m_moreFilters->setMenu(menu);
}

void InboxPane::buildSelection(QVBoxLayout *column)
{
    m_selectionBar = new QWidget;
    auto *row = new QHBoxLayout(m_selectionBar);
    row->setContentsMargins(Space::large, 0, Space::medium, Space::small);
    row->setSpacing(Space::tiny);
    row->addWidget(new IconView(QStringLiteral("chart-column"), Colour::Accent));
    row->addSpacing(Space::tiny);
    m_selectionText = new ElidedLabel({}, TextRole::UiStrong);
    row->addWidget(m_selectionText, 1);
    QPushButton *back = newSmallButton(ButtonKind::Ghost, tr("Team"), QStringLiteral("arrow-left"));
    back->setObjectName(QStringLiteral("backToBoard"));
    back->setAccessibleName(tr("Back to the figures of the team"));
    connect(back, &QPushButton::clicked, this, &InboxPane::boardRequested);
    row->addWidget(back);
    QToolButton *all = newToolButton(QStringLiteral("x"), tr("Show all cases again"));
    all->setObjectName(QStringLiteral("endSelection"));
    connect(all, &QToolButton::clicked, this, [this] { setSelection(std::nullopt, {}); });
    row->addWidget(all);
    m_selectionBar->hide();
    column->addWidget(m_selectionBar);
}

void InboxPane::setSelection(const std::optional<CaseCondition> &cases, const QString &what)
{
    if (!cases && !m_selection)
        return;
    m_selection = cases;
    m_selectionName = what;
    m_selectionBar->setVisible(cases.has_value());
    m_filterBox->setVisible(!cases && m_place == Place::Inbox);
    m_moreFilters->setVisible(!cases && m_place == Place::Inbox);
    if (cases)
        m_search->clear();
    emitFilter();
}

void InboxPane::setModel(QAbstractItemModel *model)
{
    if (m_view->model())
        m_view->model()->disconnect(this);
    m_view->setModel(model);
    if (model) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &InboxPane::updateState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &InboxPane::updateState);
        connect(model, &QAbstractItemModel::modelReset, this, &InboxPane::updateState);
        connect(model, &QAbstractItemModel::layoutChanged, this, &InboxPane::updateState);
    }
    updateState();
}

InboxFilter InboxPane::filter() const
{
    InboxFilter filter;
    switch (m_place) {
    case Place::Inbox:
        filter.scope = Scope(m_filters->checkedId());
        break;
    case Place::Mine:
        filter.scope = Scope::Mine;
        break;
    case Place::FollowUps:
        filter.scope = Scope::FollowUps;
        break;
    case Place::Deadlines:
        filter.scope = Scope::Overdue;
        break;
    }
    filter.text = m_search->text().trimmed();
    filter.cases = m_selection;
    return filter;
}

void InboxPane::emitFilter()
{
    emit filterRequested(filter());
    updateState();
}

void InboxPane::setPlace(Place place)
{
    if (place == m_place)
        return;
    m_place = place;
    m_filterBox->setVisible(place == Place::Inbox);
    m_moreFilters->setVisible(place == Place::Inbox);
    updateTexts();
    emitFilter();
}

void InboxPane::setScope(Scope scope)
{
    if (QAbstractButton *button = m_filters->button(int(scope)))
        button->setChecked(true);
}

void InboxPane::setCounts(const CaseCounts &counts)
{
    m_counts = counts;
    updateTexts();
}

void InboxPane::setLoading(bool loading)
{
    m_loading = loading;
    updateState();
}

void InboxPane::updateTexts()
{
    switch (m_place) {
    case Place::Inbox:
        m_title->setText(tr("Inbox"));
        m_meta->setText(m_counts.inbox == 0 ? tr("no open cases")
                                            : tr("%n case(s)", nullptr, m_counts.inbox)
                    + QStringLiteral(", ") + tr("%n new", nullptr, m_counts.fresh));
        break;
    case Place::Mine:
        m_title->setText(tr("My cases"));
        m_meta->setText(tr("%n case(s)", nullptr, m_counts.mine));
        break;
    case Place::FollowUps:
        m_title->setText(tr("Follow-ups"));
        m_meta->setText(tr("%n due", nullptr, m_counts.followUps));
        break;
    case Place::Deadlines:
        m_title->setText(tr("Deadlines"));
        m_meta->setText(tr("%n overdue", nullptr, m_counts.overdue));
        break;
    }
}

void InboxPane::updateState()
{
    const bool empty = !m_view->model() || m_view->model()->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? m_emptyPage : m_view);
    m_selectionText->setText(QStringLiteral("%1 · %2").arg(
        m_selectionName, QLocale().toString(m_view->model() ? m_view->model()->rowCount() : 0)));
    if (!empty)
        return;
    clearLayout(m_emptyPage->layout());
    auto *column = static_cast<QVBoxLayout *>(m_emptyPage->layout());
    column->addStretch();
    if (m_loading) {
        column->addWidget(new EmptyState(QStringLiteral("loader-circle"), tr("Loading cases"),
            tr("The first synchronisation with the portal may take a moment.")));
    } else if (!m_search->text().isEmpty()) {
        auto *state = new EmptyState(QStringLiteral("search"), tr("Nothing found"),
            tr("No case contains these words. Part of a name or the file reference is enough."));
        connect(state->setAction(tr("Clear the search"), QStringLiteral("x")),
            &QPushButton::clicked, m_search, &SearchField::clear);
        column->addWidget(state);
    } else if (m_place == Place::Inbox && m_filters->checkedId() != int(Scope::All)) {
        auto *state = new EmptyState(QStringLiteral("list-filter"), tr("No case here"),
            tr("With this filter the list is empty."));
        connect(state->setAction(tr("Show all")), &QPushButton::clicked, this,
            [this] { setScope(Scope::All); });
        column->addWidget(state);
    } else {
        column->addWidget(new EmptyState(
            QStringLiteral("inbox"), tr("All done"), tr("Nothing here waits for you today.")));
    }
    column->addStretch();
}
