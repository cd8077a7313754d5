#pragma once

#include "boardcontroller.h"
#include "casecontroller.h"
#include "journal.h"
#include "models/items/inboxmodel.h"
#include "models/items/outboxmodel.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/deskcontext.h"

#include <QTimer>

class Theme;
struct SyncStatus;

// The window on a desk: models and status to its pages, their requests to the desk.
class DeskWindow : public QObject {
    Q_OBJECT
public:
    // theme may be null where nothing can be switched; both outlive this
    DeskWindow(Desk &desk, Theme *theme);
    ~DeskWindow() override;

    void show();
    // Signs in without asking, for demonstrations.
    void signIn(const QUrl &server, const QString &login, const QString &password);
    void raise();
    void showError(const Error &error) { m_window.showError(error); }

private:
    void connectModels();
    void connectViews();
    void connectSync();
    void connectTransfers();
    void connectSignIn();
    void updateContext();
    void updateJournal();
    void tellOfSalvage();
    void updateStatus();
    void updateSignIn();
    void onSettings();
    void onSignIn(const QUrl &server, const QString &login, const QString &password);
    void remember();

    Desk &m_desk;
    Theme *m_theme;
    DeskContext m_context;
    CaseRequests m_requests;
    InboxModel m_inbox;
    OutboxModel m_outbox;
    OutboxModel m_notSent;
    Journal m_journal;
    MainWindow m_window;
    CaseController m_controller;
    BoardController m_board;
    Timestamp m_offlineSince;
    QTimer m_statusTimer; // gathers many changes; also lets the age of the data grow
    bool m_restored = false;
    bool m_signingIn = false;
};
