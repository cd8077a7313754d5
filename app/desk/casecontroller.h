#pragma once

#include "draftkeeper.h"
#include "ui/casefile/caserequests.h"

class Desk;
class DeskContext;
class MainWindow;

// Names of the kinds of drafts and of their text.
struct Drafts {
    static QString reply() { return QStringLiteral("reply"); }
    static QString notice() { return QStringLiteral("notice"); }
    static QString text() { return QStringLiteral("text"); }
};

// Carries out what the window's pages ask for: each request becomes one act of the desk, and what
// could not be done is said with its reason.
class CaseController : public QObject {
    Q_OBJECT
public:
    CaseController(Desk &desk, DeskContext &context, CaseRequests &requests, MainWindow &window);

    void showCase(const CaseId &id); // with its draft
    void undo(const OperationId &operation);
    // The case is gone: what is being written in it becomes durable. True if there are own words.
    bool keepWords(const CaseId &id);

private:
    void connectActs();
    void connectDrafts();
    void connectFiles();
    void connectOutbox();
    bool check(const Result<Operation> &done);
    bool check(const Status &done);
    void onFiles(const CaseId &id, const QList<QUrl> &files);
    void onReply(const CaseId &id, const QString &text, const QList<NewAttachment> &files,
        const MessageId &lastSeen);
    void onRetry(const OperationId &operation);
    void onDecision(const OperationId &operation);
    void onEdit(const OperationId &operation);
    bool editReply(const PendingOperation &entry);
    bool editNotice(const PendingOperation &entry);
    void editNote(const PendingOperation &entry);
    void onHandOver(const QString &text, const QString &path);
    void onOpenCase(const OpenCase &wanted);
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
    QList<NewAttachment> m_undoFiles;
};
