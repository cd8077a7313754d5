#pragma once

#include "draftkeeper.h"
#include "ui/casefile/caserequests.h"

class Desk;
class DeskContext;
class MainWindow;

// Carries out what the window's pages ask for: each request becomes one act of the desk, and what
// could not be done is said with its reason.
class CaseController : public QObject {
    Q_OBJECT
public:
    CaseController(Desk &desk, DeskContext &context, CaseRequests &requests, MainWindow &window);

    void showCase(const CaseId &id); // with its draft
    void undo(const OperationId &operation);

private:
    void connectActs();
    void connectDrafts();
    void connectFiles();
    void connectOutbox();
    bool check(const Result<Operation> &done);
    bool check(const Status &done);
    void onReply(
        const CaseId &id, const QString &text, const QList<QUrl> &files, const MessageId &lastSeen);
    void onNotice(const CaseId &id);
    void beginNotice(const CaseId &id, const QString &templateId, bool withFee);
    void onIssue(const CaseId &id, const NoticeContent &content, const MessageId &lastSeen);
    void onSave(const CaseId &id, const AttachmentId &attachment, const QString &path);
    void onOpen(const CaseId &id, const AttachmentId &attachment);

    Desk &m_desk;
    DeskContext &m_context;
    CaseRequests &m_requests;
    MainWindow &m_window;
    DraftKeeper m_drafts;
    CaseId m_undoCase;
    QString m_undoText;
};
