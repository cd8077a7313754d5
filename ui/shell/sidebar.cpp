#include "sidebar.h"

#include "logo.h"
#include "ui/common/avatar.h"
#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/navitem.h"
#include "ui/common/theme.h"
#include "ui/words/deskcontext.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>

SideBar::SideBar(const DeskContext &context, QWidget *parent)
    : Panel(Colour::Window, Right, parent)
    , m_context(context)
    , m_group(new QButtonGroup(this))
{
    setAccessibleName(tr("Places"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Space::hair);
    buildHead(column);
    const QList<QPair<QString, QString>> places{ { tr("Inbox"), QStringLiteral("inbox") },
        { tr("My cases"), QStringLiteral("folder") },
        { tr("Follow-ups"), QStringLiteral("calendar-clock") },
        { tr("Deadlines"), QStringLiteral("alarm-clock") },
        { tr("Transfer"), QStringLiteral("send") },
        { tr("Team"), QStringLiteral("chart-column") } };
    m_lead = new ElidedLabel(tr("Lead"), TextRole::SmallStrong, Colour::Text2);
    m_lead->setContentsMargins(10, Space::large, 0, Space::tiny);
    for (int i = 0; i < places.size(); ++i) {
        auto *item = new NavItem(places[i].first, places[i].second);
        item->setCheckable(true);
        item->setShortcut(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)));
        m_group->addButton(item, i);
        m_items.append(item);
        if (i == Team)
            column->addWidget(m_lead);
        column->addWidget(item);
    }
    m_items.first()->setChecked(true);
    buildViews(column);
    buildFoot(column);
    // Toggled, not clicked: assistive technology toggles. A press on the place that is already
    // chosen leads back to its list.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            onChosen(id);
    });
    connect(m_group, &QButtonGroup::idPressed, this, [this](int id) {
        if (id == m_group->checkedId())
            onChosen(id);
    });
    connect(&context, &DeskContext::changed, this, &SideBar::updateNames);
    updateNames();
    fit();
}

void SideBar::buildHead(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::tiny, 0, 0, 0);
    row->setSpacing(10);
    row->addWidget(new Logo(30));
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    lines->addWidget(new ElidedLabel(QStringLiteral("Kontor"), TextRole::UiStrong));
    m_authority = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    lines->addWidget(m_authority);
    row->addWidget(words, 1);
    m_wideOnly.append(words);
    column->addLayout(row);
    column->addSpacing(14);
}

void SideBar::onChosen(int id)
{
    if (id < PlaceCount)
        emit placeRequested(id);
    else
        emit viewRequested(id - PlaceCount);
}

// As many as somebody has made: where they do not fit they scroll, the places and the foot stay.
void SideBar::buildViews(QVBoxLayout *column)
{
    m_viewBox = new QWidget;
    auto *lines = new QVBoxLayout(m_viewBox);
    lines->setContentsMargins(0, Space::medium, 0, 0);
    lines->setSpacing(Space::tiny);
    auto *heading = new ElidedLabel(tr("Views"), TextRole::SmallStrong, Colour::Text2);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 0, 0, 0);
    row->addWidget(heading);
    lines->addLayout(row);
    m_wideOnly.append(heading);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    auto *list = new Panel(Colour::Window);
    m_viewColumn = new QVBoxLayout(list);
    m_viewColumn->setContentsMargins(0, 0, 0, 0);
    m_viewColumn->setSpacing(Space::hair);
    m_viewColumn->addStretch(1);
    area->setWidget(list);
    lines->addWidget(area, 1);
    column->addWidget(m_viewBox, 1);
    m_rest = new QWidget; // keeps the foot down while there are no views
    column->addWidget(m_rest, 1);
    m_viewBox->hide();
}

void SideBar::setViews(const QStringList &names)
{
    const QSignalBlocker quiet(m_group);
    const int chosen = currentView();
    for (NavItem *item : std::as_const(m_views)) {
        m_group->removeButton(item);
        item->hide();
        item->deleteLater();
    }
    m_views.clear();
    for (int i = 0; i < names.size(); ++i) {
        auto *item = new NavItem(names[i], QStringLiteral("bookmark"));
        item->setRail(m_rail);
        m_group->addButton(item, PlaceCount + i);
        m_views.append(item);
        m_viewColumn->insertWidget(i, item);
        item->show();
    }
    if (chosen >= 0 && chosen < m_views.size())
        m_views[chosen]->setChecked(true);
    m_viewBox->setVisible(!names.isEmpty());
    m_rest->setVisible(names.isEmpty());
}

void SideBar::setViewCounts(const QList<int> &counts)
{
    for (int i = 0; i < m_views.size(); ++i)
        m_views[i]->setCount(qMax(0, counts.value(i)));
}

void SideBar::setView(int view)
{
    if (view < 0 || view >= m_views.size())
        return;
    if (m_views[view]->isChecked())
        emit viewRequested(view);
    else
        m_views[view]->setChecked(true);
}

int SideBar::currentView() const
{
    return m_group->checkedId() >= PlaceCount ? m_group->checkedId() - PlaceCount : -1;
}

void SideBar::buildFoot(QVBoxLayout *column)
{
    auto *sync = new QHBoxLayout;
    sync->setContentsMargins(10, 0, Space::tiny, 0);
    sync->setSpacing(Space::small);
    m_syncIcon = new IconView(QStringLiteral("cloud"), Colour::Text2);
    m_sync = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    m_sync->setObjectName(QStringLiteral("syncLine"));
    sync->addWidget(m_syncIcon);
    sync->addWidget(m_sync, 1);
    m_wideOnly.append(m_sync);
    column->addLayout(sync);
    column->addSpacing(Space::small);
    auto *rule = new Rule;
    column->addWidget(rule);
    column->addSpacing(Space::small);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::tiny, 0, 0, 0);
    row->setSpacing(10);
    m_avatar = new Avatar({}, 32);
    auto *words = new QWidget;
    auto *lines = new QVBoxLayout(words);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    m_clerk = new ElidedLabel({}, TextRole::UiStrong);
    m_department = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    lines->addWidget(m_clerk);
    lines->addWidget(m_department);
    QToolButton *settings = newToolButton(QStringLiteral("settings"), tr("Settings"));
    settings->setObjectName(QStringLiteral("settings"));
    settings->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    connect(settings, &QToolButton::clicked, this, &SideBar::settingsRequested);
    row->addWidget(m_avatar);
    row->addWidget(words, 1);
    m_wideOnly.append(words);
    column->addLayout(row);
    row->addWidget(settings);
}

void SideBar::setPlace(Place place)
{
    if (m_group->checkedId() == place)
        emit placeRequested(place);
    else
        m_items[place]->setChecked(true);
}

void SideBar::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    fit();
}

void SideBar::fit()
{
    const Theme &theme = Theme::of(this);
    for (NavItem *item : std::as_const(m_items))
        item->setRail(m_rail);
    for (NavItem *item : std::as_const(m_views))
        item->setRail(m_rail);
    for (QWidget *widget : std::as_const(m_wideOnly))
        widget->setVisible(!m_rail);
    m_avatar->setVisible(!m_rail);
    const bool lead = !m_context.reportDepartments().isEmpty();
    m_lead->setVisible(lead && !m_rail);
    m_items[Team]->setVisible(lead);
    const int side = m_rail ? Space::small : Space::medium;
    layout()->setContentsMargins(side, 14, side, 10);
    setFixedWidth(m_rail ? qMax(Size::rail, theme.scaled(32) + 26) : theme.scaled(Size::sidebar));
}

void SideBar::changeEvent(QEvent *event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_items.isEmpty())
        fit();
}

void SideBar::updateNames()
{
    m_authority->setText(m_context.session().authority.name);
    const Colleague &clerk = m_context.clerk();
    m_avatar->setName(clerk.name);
    m_clerk->setText(clerk.name);
    m_department->setText(clerk.departments.isEmpty()
            ? QString()
            : m_context.departmentName(clerk.departments.first()));
    fit();
}

void SideBar::setStatus(const DeskStatus &status)
{
    m_status = status;
    const CaseCounts &counts = status.counts;
    m_items[Inbox]->setCount(counts.fresh + counts.unread, NavItem::Count::Unread);
    m_items[Mine]->setCount(counts.mine);
    m_items[FollowUps]->setCount(counts.followUps);
    m_items[Deadlines]->setCount(counts.overdue, NavItem::Count::Alert);
    m_items[Transfer]->setCount(
        counts.needAttention ? counts.needAttention : counts.pendingOperations,
        counts.needAttention ? NavItem::Count::Alert : NavItem::Count::Plain);
    updateSync();
}

void SideBar::updateSync()
{
    const DateWords dates = m_context.dates();
    switch (m_status.link) {
    case DeskStatus::Link::Online:
        m_syncIcon->setIcon(QStringLiteral("circle-check"), Colour::GreenFg);
        m_sync->setText(tr("Synchronised at %1").arg(dates.time(m_status.syncedAt)));
        break;
    case DeskStatus::Link::Synchronising:
        m_syncIcon->setIcon(QStringLiteral("refresh-cw"), Colour::Text2);
        m_sync->setText(tr("Synchronising …"));
        break;
    case DeskStatus::Link::Offline:
        m_syncIcon->setIcon(QStringLiteral("cloud-off"), Colour::AmberFg);
        m_sync->setText(m_status.offlineSince.isNull()
                ? tr("Offline")
                : tr("Offline since %1").arg(dates.time(m_status.offlineSince)));
        break;
    case DeskStatus::Link::SignedOut:
        m_syncIcon->setIcon(QStringLiteral("log-in"), Colour::AmberFg);
        m_sync->setText(tr("Signed out"));
        break;
    case DeskStatus::Link::Stopped:
        m_syncIcon->setIcon(QStringLiteral("circle-x"), Colour::RedFg);
        m_sync->setText(tr("Synchronisation stopped"));
        break;
    }
}
