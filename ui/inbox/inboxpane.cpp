#include "inboxpane.h"

#include "inboxview.h"
#include "querychips.h"
#include "querycompleter.h"
#include "querynames.h"
#include "ui/casefile/scrollpage.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/searchfield.h"
#include "ui/words/deskcontext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using Scope = InboxFilter::Scope;

InboxPane::InboxPane(const DeskContext &context, QWidget *parent)
    : Panel(Colour::Surface, Right, parent)
    , m_context(context)
    , m_search(new SearchField(tr("Search in cases")))
    , m_completer(new QueryCompleter(m_search, [&context] { return queryLanguage(context); }))
    , m_chips(new QueryChips)
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
    buildSearch(column);
    buildFilters(column);
    buildSelection(column);
    column->addWidget(new Rule);
    new QVBoxLayout(m_emptyPage);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_emptyPage);
    column->addWidget(m_stack, 1);
    connect(m_view, &InboxView::sortRequested, this, &InboxPane::setOrder);
    // Names of colleagues and services may only be known now.
    connect(&context, &DeskContext::changed, this, [this] {
        if (filter() != m_asked)
            emitFilter();
    });
    updateTexts();
    updateMenus();
    updateState();
}

void InboxPane::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::large, Space::medium, Space::medium, Space::small);
    row->setSpacing(Space::small);
    m_title = new ElidedLabel({}, TextRole::Title);
    m_meta = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    row->addWidget(m_title);
    row->addWidget(m_meta, 1);
    m_order = newToolButton(QStringLiteral("arrow-up-down"), tr("Order of the list"));
    m_looks = newToolButton(QStringLiteral("table"), tr("List or table, and its columns"));
    m_moreFilters = newToolButton(QStringLiteral("list-filter"), tr("More filters"));
    for (QToolButton *button : { m_order, m_looks, m_moreFilters })
        button->setPopupMode(QToolButton::InstantPopup);
    QToolButton *fresh = newToolButton(QStringLiteral("file-plus"), tr("Open an internal case"));
    fresh->setObjectName(QStringLiteral("newCase"));
    fresh->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_N));
    connect(fresh, &QToolButton::clicked, this, &InboxPane::newCaseRequested);
    for (QToolButton *button : { fresh, m_order, m_looks, m_moreFilters })
        row->addWidget(button);
    column->addLayout(row);
    buildOrders();
    buildLooks();
}

void InboxPane::buildSearch(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::large, 0, Space::large, Space::small);
    row->addWidget(m_search);
    column->addLayout(row);
    column->addWidget(m_chips);
    m_search->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_K));
    m_search->setAccessibleDescription(
        tr("Words, or filters like status:new. The Down key shows what can be searched."));
    connect(m_search, &SearchField::textChanged, this, &InboxPane::emitFilter);
    connect(m_search, &SearchField::returnPressed, m_view, [this] {
        if (!m_completer->isChoosing())
            m_view->setFocus();
    });
    connect(m_chips, &QueryChips::lineChanged, this, [this](const QString &line) {
        m_search->setText(line);
        m_search->setFocus(); // the chip that had the focus is gone
    });
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
    updateMenus();
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

InboxFilter InboxPane::filterOf(const QString &line, const DeskContext &context)
{
    const InboxQuery query = queryLanguage(context).parse(line);
    InboxFilter filter;
    filter.terms = query.terms();
    filter.text = query.text;
    return filter;
}

InboxFilter InboxPane::filter() const
{
    InboxFilter filter = filterOf(m_search->text(), m_context);
    switch (m_place) {
    case Place::Inbox:
        filter.scope = scope();
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
    case Place::View:
        break;
    }
    filter.cases = m_selection;
    return filter;
}

InboxFilter::Scope InboxPane::scope() const
{
    return Scope(m_filters->checkedId());
}

void InboxPane::emitFilter()
{
    const QueryLanguage language = queryLanguage(m_context);
    m_chips->setQuery(m_search->text(), language.parse(m_search->text()), language);
    m_view->showAnew();
    m_asked = filter();
    emit filterRequested(m_asked);
    updateState();
}

void InboxPane::setPlace(Place place)
{
    if (place == m_place)
        return;
    const bool wasView = m_place == Place::View;
    m_place = place;
    updateTexts();
    updateMenus();
    if (wasView) {
        const QSignalBlocker quiet(m_search);
        m_search->clear();
        setLook(m_ownLook);
    }
    emitFilter();
}

void InboxPane::showView(const SavedView &view)
{
    if (m_place != Place::View)
        m_ownLook = look();
    m_place = Place::View;
    m_viewName = view.name;
    updateTexts();
    updateMenus();
    {
        const QSignalBlocker quiet(m_search);
        m_search->setText(view.query);
    }
    setLook(view.look);
    emitFilter();
}

void InboxPane::setViewName(const QString &name)
{
    m_viewName = name;
    updateTexts();
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
    updateTexts();
    updateState();
}

void InboxPane::updateTexts()
{
    const int rows = m_view->model() ? m_view->model()->rowCount() : 0;
    switch (m_place) {
    case Place::Inbox:
        m_title->setText(tr("Inbox"));
        m_meta->setText(m_counts.inbox == 0 ? (m_loading ? QString() : tr("no open cases"))
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
    case Place::View:
        m_title->setText(m_viewName);
        m_meta->setText(tr("%n case(s)", nullptr, rows));
        break;
    }
}

void InboxPane::updateState()
{
    if (m_place == Place::View)
        updateTexts(); // its count is that of the list
    const bool empty = !m_view->model() || m_view->model()->rowCount() == 0;
    m_stack->setCurrentWidget(empty ? m_emptyPage : m_view);
    m_selectionText->setText(QStringLiteral("%1 · %2").arg(
        m_selectionName, QLocale().toString(m_view->model() ? m_view->model()->rowCount() : 0)));
    if (!empty)
        return;
    clearLayout(m_emptyPage->layout());
    auto *column = static_cast<QVBoxLayout *>(m_emptyPage->layout());
    column->addStretch();
    column->addWidget(emptyState());
    column->addStretch();
}

QWidget *InboxPane::emptyState()
{
    if (m_loading)
        return new EmptyState(QStringLiteral("loader-circle"), tr("Loading cases"),
            tr("The first synchronisation with the portal may take a moment."));
    if (!m_search->text().isEmpty()) {
        const bool words = filter().hasText();
        auto *state = new EmptyState(QStringLiteral("search"), tr("Nothing found"),
            words ? tr("No case contains these words. Part of a name or the file reference is "
                       "enough.")
                  : tr("No case passes these filters."));
        connect(state->setAction(tr("Clear the search"), QStringLiteral("x")),
            &QPushButton::clicked, m_search, &SearchField::clear);
        return state;
    }
    if (m_place == Place::Inbox && m_filters->checkedId() != int(Scope::All)) {
        auto *state = new EmptyState(QStringLiteral("list-filter"), tr("No case here"),
            tr("With this filter the list is empty."));
        connect(state->setAction(tr("Show all")), &QPushButton::clicked, this,
            [this] { setScope(Scope::All); });
        return state;
    }
    return new EmptyState(
        QStringLiteral("inbox"), tr("All done"), tr("Nothing here waits for you today."));
}
