#pragma once

#include "models/domain/pending.h"
#include "models/items/inboxmodel.h"
#include "ui/common/panel.h"

class DeskContext;
class ElidedLabel;
class InboxView;
class QAction;
class QButtonGroup;
class QStackedWidget;
class QToolButton;
class SearchField;

// The middle pane: name of the place, quick filters, search, order, and the list itself or the
// reason why it is empty.
class InboxPane : public Panel {
    Q_OBJECT
public:
    enum class Place { Inbox, Mine, FollowUps, Deadlines };

    explicit InboxPane(const DeskContext &context, QWidget *parent = nullptr);

    // Any model with the roles of InboxModel; outlives the pane.
    void setModel(QAbstractItemModel *model);
    void setPlace(Place place);
    Place place() const { return m_place; }
    void setCounts(const CaseCounts &counts);
    void setLoading(bool loading);
    InboxView *view() const { return m_view; }
    SearchField *search() const { return m_search; }
    InboxFilter filter() const;
    // A column of InboxModel, or InboxModel::Urgency; unknown ones change nothing.
    void setOrder(int column);
    int order() const;
    void setScope(InboxFilter::Scope scope);
    // The cases behind a figure of the board instead of a filter; nothing: the filters again.
    void setSelection(const std::optional<CaseCondition> &cases, const QString &what);

signals:
    void boardRequested(); // back to where the selection came from
    void newCaseRequested();
    void filterRequested(const InboxFilter &filter);
    void orderRequested(int column, Qt::SortOrder order);

private:
    void buildHeader(class QVBoxLayout *column);
    void buildFilters(class QVBoxLayout *column);
    void buildOrders();
    void buildMoreFilters();
    void buildSelection(class QVBoxLayout *column);
    void emitFilter();
    void updateTexts();
    void updateState();

    const DeskContext &m_context;
    Place m_place = Place::Inbox;
    CaseCounts m_counts;
    bool m_loading = true;
    ElidedLabel *m_title;
    ElidedLabel *m_meta;
    QToolButton *m_order;
    QToolButton *m_moreFilters;
    SearchField *m_search;
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
};
