#pragma once

#include "models/domain/pending.h"
#include "ui/common/panel.h"

class CaseRequests;
class DeskContext;
class ElidedLabel;
class QAbstractItemModel;
class QPushButton;
class QStackedWidget;
class QTableView;
class WrappedLabel;

// What has not reached the portal yet: state, reason, next attempt, and what the clerk can do about
// it. Nothing disappears from here silently.
class OutboxPage : public Panel {
    Q_OBJECT
public:
    OutboxPage(const DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);

    // Any model with the roles of OutboxModel.
    void setModel(QAbstractItemModel *model);
    void setCounts(const CaseCounts &counts);
    QTableView *view() const { return m_view; }

signals:
    void caseRequested(const CaseId &id);
    void syncRequested();

private:
    void buildHeader(class QVBoxLayout *column);
    void buildDetail(class QVBoxLayout *column);
    void updateState();
    void updateDetail();
    OperationId chosen() const;

    const DeskContext &m_context;
    CaseRequests &m_requests;
    ElidedLabel *m_meta;
    QStackedWidget *m_stack;
    QTableView *m_view;
    Panel *m_detail;
    ElidedLabel *m_detailTitle;
    WrappedLabel *m_detailText;
    QPushButton *m_retry;
    QPushButton *m_withdraw;
    QPushButton *m_openCase;
};
