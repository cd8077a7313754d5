#pragma once

#include "models/domain/pending.h"

#include <QWidget>

class CaseRequests;
class DeskContext;
class ElidedLabel;
class Panel;
class QAbstractItemModel;
class QPushButton;
class QStackedWidget;
class QTableView;
class WrappedLabel;

// What has not reached the portal yet: state, reason, next attempt, and what the clerk can do about
// it. Nothing disappears from here silently.
class WaitingList : public QWidget {
    Q_OBJECT
public:
    WaitingList(const DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);

    // Any model with the roles of OutboxModel.
    void setModel(QAbstractItemModel *model);
    QTableView *view() const { return m_view; }

signals:
    void caseRequested(const CaseId &id);
    void countChanged(int count);

private:
    void buildDetail(class QVBoxLayout *column);
    void updateState();
    void updateDetail();
    void onRetry();
    void onWithdraw();
    QVariant data(int role) const; // of the chosen row
    QString explanation(PendingState state) const;
    OperationId chosen() const;

    CaseRequests &m_requests;
    QStackedWidget *m_stack;
    QTableView *m_view;
    Panel *m_detail;
    ElidedLabel *m_detailTitle;
    WrappedLabel *m_detailText;
    QPushButton *m_retry;
    QPushButton *m_edit;
    QPushButton *m_withdraw;
    QPushButton *m_openCase;
};
