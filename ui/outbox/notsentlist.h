#pragma once

#include "models/domain/pending.h"

#include <QWidget>

class CaseRequests;
class DeskContext;
class ElidedLabel;
class Panel;
class Prose;
class QAbstractItemModel;
class QPushButton;
class QStackedWidget;
class QTableView;

// What the clerk wrote in cases that were taken from them before it was sent: the own words alone,
// to be read, copied and handed to whoever has the case now, until they are deleted.
class NotSentList : public QWidget {
    Q_OBJECT
public:
    NotSentList(const DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);

    // Any model with the roles of OutboxModel.
    void setModel(QAbstractItemModel *model);
    QTableView *view() const { return m_view; }

signals:
    void countChanged(int count);

private:
    void buildDetail(class QVBoxLayout *column);
    void updateState();
    void updateDetail();
    void onHandOver();
    void onForget();
    QString text() const;

    const DeskContext &m_context;
    CaseRequests &m_requests;
    QStackedWidget *m_stack;
    QTableView *m_view;
    Panel *m_detail;
    ElidedLabel *m_title;
    ElidedLabel *m_reason; // the row has room for its beginning only
    Prose *m_text;
};
