#pragma once

#include "journallist.h"
#include "models/domain/pending.h"
#include "ui/common/panel.h"

class CaseRequests;
class CaseTabs;
class ElidedLabel;
class NotSentList;
class QAbstractItemModel;
class QStackedWidget;
class QTableView;
class WaitingList;

// The place "Transfer": what waits, what was never sent, and what happened.
class OutboxPage : public Panel {
    Q_OBJECT
public:
    enum Tab { Waiting, NotSent, Journal };

    OutboxPage(const DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);

    // Any models with the roles of OutboxModel.
    void setModel(QAbstractItemModel *model);
    void setNotSentModel(QAbstractItemModel *model);
    void setJournal(const QList<JournalEntry> &entries, const JournalList::CaseNames &caseName);
    void setCounts(const CaseCounts &counts);
    void setTab(int tab);
    QTableView *view() const;
    NotSentList *notSent() const { return m_notSent; }

signals:
    void caseRequested(const CaseId &id);
    void syncRequested();

private:
    void buildHeader(class QVBoxLayout *column);

    CaseRequests &m_requests;
    ElidedLabel *m_meta;
    CaseTabs *m_tabs;
    QStackedWidget *m_pages;
    WaitingList *m_waiting;
    NotSentList *m_notSent;
    JournalList *m_journal;
};
