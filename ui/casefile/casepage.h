#pragma once

#include "models/domain/pending.h"
#include "nextstep.h"

#include <QWidget>

class ApplicationTab;
class AttachmentsTab;
class CaseHeader;
class CaseInspector;
class CaseRequests;
class CaseTabs;
class Composer;
class DeskContext;
class FeesTab;
class HistoryTab;
class MessagesTab;
class NoticesTab;
class NotesTab;
class OverviewTab;
class QAction;
class QStackedWidget;

// One case with everything that can be done to it. Holds values only: setCase() shows what there
// is now, every wish of the clerk goes out through CaseRequests.
class CasePage : public QWidget {
    Q_OBJECT
public:
    enum Tab { Overview, Application, Attachments, Messages, Notices, Fees, Notes, History };

    CasePage(const DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);
    ~CasePage() override;

    // Shows the case; the composer and the tab stay when it is the same one.
    void setCase(const ViewedCase &viewed);
    void clear();
    CaseId caseId() const { return m_viewed.caseFile.id; }
    const ViewedCase &viewed() const { return m_viewed; }

    void setReplyDraft(const CaseId &id, const QString &text,
        const QList<NewAttachment> &files = {}); // saved earlier
    void addReplyFile(const CaseId &id, const NewAttachment &file);
    void setDraftSaved(const CaseId &id, Timestamp at);
    void clearReply(const CaseId &id); // it has become an action
    AttachmentsTab *attachments() const { return m_attachments; }
    Composer *composer() const;

    void setTab(int tab);
    int tab() const;
    void setExpanded(bool expanded); // alone in the window
    void setBackVisible(bool visible);
    QList<QAction *> caseActions() const { return m_actions; }

signals:
    void expandRequested();
    void closeRequested();
    void outboxRequested();
    void tabChanged(int tab);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildActions();
    void connectTabs();
    QAction *newAction(const char *name, const QString &text, const QString &iconName, int key);
    void updateActions();
    void showTab(int tab);
    void showInspector();
    void onStep(NextStep::Action action);
    void onReply();
    void onTakeOver();
    void onAssign();
    void onState();
    void onDocuments();
    void onNote();
    void onFollowUp();
    void onFee();
    void onCancelFee(const FeeId &fee);
    void onNotice();
    void onFinality(const NoticeId &id);
    void onFinding(const QString &step);

    const DeskContext &m_context;
    CaseRequests &m_requests;
    ViewedCase m_viewed;
    CaseHeader *m_header;
    CaseTabs *m_tabs;
    QStackedWidget *m_pages;
    OverviewTab *m_overview;
    ApplicationTab *m_application;
    AttachmentsTab *m_attachments;
    MessagesTab *m_messages;
    NoticesTab *m_notices;
    FeesTab *m_fees;
    NotesTab *m_notes;
    HistoryTab *m_history;
    CaseInspector *m_inspector;
    QList<QAction *> m_actions;
    bool m_expanded = false;
};
