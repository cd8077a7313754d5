#pragma once

#include "deskstatus.h"
#include "models/items/inboxmodel.h"
#include "models/items/savedview.h"
#include "models/law/disclosure.h"
#include "models/notice/noticecontent.h"
#include "ui/words/errortext.h"

#include <QMainWindow>
#include <functional>

class Banner;
class BoardPage;
class CasePage;
class CaseRequests;
class DeskContext;
class EmptyState;
class InboxPane;
class NoticePage;
class OutboxPage;
class QSplitter;
class QStackedWidget;
class SideBar;
class SignInPage;
class Toast;

// The one window: side bar, list, case, and the places beside them. It shows what it is given and
// reports what the clerk wishes; it knows no store and no network.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(DeskContext &context, CaseRequests &requests, QWidget *parent = nullptr);
    ~MainWindow() override;

    // Models with the roles of InboxModel and OutboxModel; they outlive the window.
    void setInboxModel(QAbstractItemModel *model);
    void setOutboxModel(QAbstractItemModel *model);
    void setNotSentModel(QAbstractItemModel *model);
    void setStatus(const DeskStatus &status);
    // Saved views as kept; what the clerk does to them is reported by viewsChanged().
    void setViews(const QList<SavedView> &views);
    const QList<SavedView> &views() const { return m_views; }
    QList<InboxFilter> viewFilters() const; // to be counted, in the order of the views
    void setViewCounts(const QList<int> &counts);
    void setLoading(bool loading);

    // Sign-in instead of the desk, or the desk.
    void showSignIn();
    void showDesk();
    SignInPage *signInPage() const { return m_signIn; }

    void showCase(const ViewedCase &viewed); // in the reading pane
    void updateCase(const ViewedCase &viewed); // if it is the one that is shown
    void closeCase();
    CaseId shownCase() const;
    CasePage *casePage() const { return m_case; }
    InboxPane *inbox() const { return m_inbox; }
    OutboxPage *outbox() const { return m_outbox; }
    NoticePage *noticePage() const { return m_notice; }
    BoardPage *board() const { return m_board; }

    void openNotice(const ViewedCase &viewed, const NoticeContent &content);
    void closeNotice();
    void showPlace(int place); // SideBar::Place

    void showError(const Error &error);
    void showMessage(const QString &text, const QString &iconName);
    // With a way back; undone() is emitted when it is taken.
    void showUndo(const QString &text, const OperationId &operation, int milliseconds);
    void showUndo(const QString &text, int milliseconds, std::function<void()> undo);

    QByteArray saveState() const; // window, list with its search and place in it, case
    void restoreState(const QByteArray &state);

signals:
    void caseRequested(const CaseId &id); // answered with showCase()
    void filterRequested(const InboxFilter &filter);
    void orderRequested(int column, Qt::SortOrder order);
    void viewsChanged(const QList<SavedView> &views);
    void syncRequested();
    void settingsRequested();
    void signInRequested(); // the sign-in has ended: ask again
    void undoRequested(const OperationId &operation);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void buildDesk();
    void connectParts();
    void updateBanner();
    void updateStatusBar();
    void fit();
    void setExpanded(bool expanded);
    void showShortcuts();
    void onNewCase();
    void onPlace(int place);
    void showCases(const CaseCondition &cases, const QString &what);
    void showList();
    void onView(int view);
    void connectViews();
    void changeViews(const QList<SavedView> &views);
    void nameView(int view); // -1: the present search becomes one
    void removeView();
    void onRows();

    DeskContext &m_context;
    CaseRequests &m_requests;
    DeskStatus m_status;
    QStackedWidget *m_root;
    SignInPage *m_signIn;
    QWidget *m_desk;
    SideBar *m_sideBar;
    Banner *m_banner;
    QStackedWidget *m_places;
    QSplitter *m_splitter;
    InboxPane *m_inbox;
    QStackedWidget *m_reading;
    QWidget *m_noCase;
    CasePage *m_case;
    OutboxPage *m_outbox;
    BoardPage *m_board;
    NoticePage *m_notice;
    Toast *m_toast;
    class QLabel *m_statusText;
    class QLabel *m_statusPending;
    std::function<void()> m_undo;
    QList<SavedView> m_views;
    bool m_expanded = false;
    bool m_focusGiven = false;
    bool m_onePane = false;
};
