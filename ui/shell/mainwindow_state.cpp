#include "mainwindow.h"

#include "sidebar.h"
#include "ui/casefile/casepage.h"
#include "ui/common/searchfield.h"
#include "ui/common/toast.h"
#include "ui/dialogs/viewdialog.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/inboxview.h"

#include <QDataStream>
#include <QSplitter>
#include <QUuid>
#include <utility>

// Saved views, and what the window remembers from one day to the next.

namespace {

constexpr quint32 stateVersion = 3;
constexpr int undoMs = 10'000;

} // namespace

void MainWindow::connectViews()
{
    connect(m_sideBar, &SideBar::viewRequested, this, &MainWindow::onView);
    connect(m_inbox, &InboxPane::viewAddRequested, this, [this] { nameView(-1); });
    connect(m_inbox, &InboxPane::viewRenameRequested, this,
        [this] { nameView(m_sideBar->currentView()); });
    connect(m_inbox, &InboxPane::viewRemoveRequested, this, &MainWindow::removeView);
    connect(m_inbox, &InboxPane::viewUpdateRequested, this, [this] {
        QList<SavedView> views = m_views;
        const int view = m_sideBar->currentView();
        if (view < 0 || view >= views.size())
            return;
        views[view].query = m_inbox->search()->text();
        views[view].look = m_inbox->look();
        changeViews(views);
        showMessage(tr("The view “%1” is kept as it is now").arg(views[view].name),
            QStringLiteral("bookmark"));
    });
}

void MainWindow::setViews(const QList<SavedView> &views)
{
    m_views = views;
    QStringList names;
    for (const SavedView &view : views)
        names.append(view.name);
    m_sideBar->setViews(names);
}

void MainWindow::changeViews(const QList<SavedView> &views)
{
    setViews(views);
    emit viewsChanged(views);
}

QList<InboxFilter> MainWindow::viewFilters() const
{
    QList<InboxFilter> filters;
    for (const SavedView &view : m_views)
        filters.append(InboxPane::filterOf(view.query, m_context));
    return filters;
}

void MainWindow::setViewCounts(const QList<int> &counts)
{
    m_sideBar->setViewCounts(counts);
}

void MainWindow::onView(int view)
{
    if (view < 0 || view >= m_views.size())
        return;
    showList();
    m_inbox->showView(m_views[view]);
    fit();
}

void MainWindow::nameView(int view)
{
    QStringList others;
    for (int i = 0; i < m_views.size(); ++i) {
        if (i != view)
            others.append(m_views[i].name);
    }
    auto *dialog = new ViewDialog(view < 0 ? QString() : m_views[view].name, others, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, view] {
        QList<SavedView> views = m_views;
        if (view < 0)
            views.append({ QUuid::createUuid().toString(QUuid::WithoutBraces), dialog->name(),
                m_inbox->search()->text(), m_inbox->look() });
        else
            views[view].name = dialog->name();
        changeViews(views);
        if (view < 0)
            m_sideBar->setView(int(views.size()) - 1);
        else
            m_inbox->setViewName(dialog->name());
    });
    dialog->open();
}

void MainWindow::removeView()
{
    const int view = m_sideBar->currentView();
    if (view < 0 || view >= m_views.size())
        return;
    const QList<SavedView> before = m_views;
    QList<SavedView> views = before;
    const SavedView removed = views.takeAt(view);
    showPlace(SideBar::Inbox);
    changeViews(views);
    showUndo(tr("The view “%1” is removed").arg(removed.name), undoMs,
        [this, before] { changeViews(before); });
}

QByteArray MainWindow::saveState() const
{
    QByteArray state;
    QDataStream out(&state, QIODevice::WriteOnly);
    const int view = m_sideBar->currentView();
    out << stateVersion << saveGeometry() << m_splitter->saveState() << m_case->tab()
        << shownCase().text << int(m_inbox->place()) << m_expanded << toJson(m_inbox->ownLook())
        << (view < 0 ? QString() : m_views.value(view).id) << m_inbox->search()->text()
        << int(m_inbox->scope()) << m_inbox->view()->topCase().text
        << m_inbox->view()->currentCase().text;
    return state;
}

void MainWindow::restoreState(const QByteArray &state)
{
    QDataStream in(state);
    quint32 version = 0;
    QByteArray geometry, splitter, look;
    int tab = 0;
    int place = 0;
    int scope = 0;
    bool expanded = false;
    QString caseId, viewId, query, top, chosen;
    in >> version;
    if (version != stateVersion)
        return;
    in >> geometry >> splitter >> tab >> caseId >> place >> expanded >> look >> viewId >> query
        >> scope >> top >> chosen;
    if (in.status() != QDataStream::Ok)
        return;
    restoreGeometry(geometry);
    m_inbox->setLook(listLookFromJson(look));
    m_inbox->setScope(InboxFilter::Scope(scope));
    const auto view = std::find_if(
        m_views.begin(), m_views.end(), [&](const SavedView &kept) { return kept.id == viewId; });
    if (view != m_views.end())
        m_sideBar->setView(int(view - m_views.begin()));
    else if (place > 0 && place <= int(InboxPane::Place::Deadlines))
        showPlace(place);
    m_inbox->search()->setText(query);
    if (!caseId.isEmpty())
        emit caseRequested(CaseId{ caseId });
    if (!shownCase().isNull()) {
        m_case->setTab(tab);
        setExpanded(expanded);
    }
    m_inbox->view()->selectLater(CaseId{ chosen }, CaseId{ top });
    m_splitter->restoreState(splitter);
}
