#pragma once

#include "models/domain/pending.h"
#include "models/items/inboxmodel.h"
#include "models/items/savedview.h"
#include "ui/common/panel.h"

class DeskContext;
class ElidedLabel;
class InboxView;
class QAction;
class QButtonGroup;
class QMenu;
class QStackedWidget;
class QToolButton;
class QueryChips;
class QueryCompleter;
class SearchField;

// The middle pane: name of the place, quick filters, search with its filters, order, and the list
// itself or the reason why it is empty.
class InboxPane : public Panel {
    Q_OBJECT
public:
    enum class Place { Inbox, Mine, FollowUps, Deadlines, View };

    explicit InboxPane(const DeskContext &context, QWidget *parent = nullptr);

    // Any model with the roles of InboxModel; outlives the pane.
    void setModel(QAbstractItemModel *model);
    void setPlace(Place place); // not View
    void showView(const SavedView &view); // its search and look; setPlace() brings back the own
    void setViewName(const QString &name);
    Place place() const { return m_place; }
    void setCounts(const CaseCounts &counts);
    void setLoading(bool loading);
    InboxView *view() const { return m_view; }
    SearchField *search() const { return m_search; }
    InboxFilter filter() const;
    static InboxFilter filterOf(const QString &line, const DeskContext &context);
    // A column of InboxModel, or InboxModel::Urgency.
    void setOrder(int column, Qt::SortOrder order);
    ListLook look() const;
    void setLook(const ListLook &look);
    ListLook ownLook() const { return m_place == Place::View ? m_ownLook : look(); }
    void setScope(InboxFilter::Scope scope);
    // The cases behind a figure of the board instead of a filter; nothing: the filters again.
    void setSelection(const std::optional<CaseCondition> &cases, const QString &what);
    InboxFilter::Scope scope() const;

signals:
    void boardRequested(); // back to where the selection came from
    void newCaseRequested();
    void filterRequested(const InboxFilter &filter);
    void orderRequested(int column, Qt::SortOrder order);
    void tableChanged(bool table);
    void viewAddRequested(); // with the present search and look
    void viewUpdateRequested();
    void viewRenameRequested();
    void viewRemoveRequested();

private:
    void buildHeader(class QVBoxLayout *column);
    void buildSearch(class QVBoxLayout *column);
    void buildFilters(class QVBoxLayout *column);
    void buildOrders();
    void buildLooks();
    void buildMoreFilters();
    void buildSelection(class QVBoxLayout *column);
    void buildViewActions(QMenu *menu);
    void setTable(bool table);
    void onColumnChosen();
    void emitFilter();
    void updateTexts();
    void updateState();
    void updateMenus();
    QWidget *emptyState();

    const DeskContext &m_context;
    Place m_place = Place::Inbox;
    InboxFilter m_asked; // what was last requested
    CaseCounts m_counts;
    bool m_loading = true;
    QString m_viewName;
    ListLook m_ownLook; // while a view is shown
    int m_sortColumn = InboxModel::Urgency;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    ElidedLabel *m_title;
    ElidedLabel *m_meta;
    QToolButton *m_order;
    QToolButton *m_looks;
    QToolButton *m_moreFilters;
    SearchField *m_search;
    QueryCompleter *m_completer;
    QueryChips *m_chips;
    QWidget *m_filterBox;
    QButtonGroup *m_filters;
    QStackedWidget *m_stack;
    InboxView *m_view;
    QWidget *m_emptyPage;
    QList<QAction *> m_orders;
    std::optional<CaseCondition> m_selection;
    QString m_selectionName;
    QWidget *m_selectionBar;
    ElidedLabel *m_selectionText;
    QList<QAction *> m_scopes;
    QAction *m_table = nullptr;
    QList<QAction *> m_columns;
    QList<QAction *> m_viewActions; // of a saved view only
};
