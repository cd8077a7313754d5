#pragma once

#include "models/domain/operation.h"
#include "models/notice/noticecontent.h"

#include <QObject>
#include <QUrl>

// Everything a clerk can ask for on a case, as signals with values. Pages emit, app connects each
// signal once: so no page knows a store, and no window has to hand signals on.
class CaseRequests : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

signals:
    void takeOverRequested(const CaseId &id);
    void assignRequested(const CaseId &id, const ClerkId &assignee, const QString &name);
    void stateRequested(const CaseId &id, CaseState to, const QString &reason);
    void readRequested(const CaseId &id, const MessageId &upTo);
    void replyRequested(const CaseId &id, const QString &text, const QList<NewAttachment> &files,
        const MessageId &lastSeen);
    // Every change of what is typed and attached; empty: the draft is done with.
    void replyDraftChanged(
        const CaseId &id, const QString &text, const QList<NewAttachment> &files);
    // Chosen or dropped; each is answered with CasePage::addReplyFile() once a copy is kept.
    void filesOffered(const CaseId &id, const QList<QUrl> &files);
    // What the office has found about one answer, beside what was declared.
    void findingRequested(const CaseId &id, const QString &path, const FormAnswer &finding);
    void caseOpenRequested(const OpenCase &wanted);
    void documentsRequested(const CaseId &id, const QString &text, const QStringList &items,
        QDate due, const MessageId &lastSeen);
    void noteRequested(const CaseId &id, const QString &text);
    void followUpRequested(const CaseId &id, QDate on, const QString &reason);
    void followUpDoneRequested(const CaseId &id, const FollowUpId &followUp);
    void feeRequested(
        const CaseId &id, const QList<FeeItem> &items, const QString &reason, QDate due);
    void feeCancelRequested(const CaseId &id, const FeeId &fee, const QString &reason);
    // Answered with MainWindow::openNotice().
    void noticeRequested(const CaseId &id);
    void noticeDraftChanged(const CaseId &id, const NoticeContent &content);
    // A fee was added to the notice; answered with NoticePage::setReference().
    void noticeReferenceRequested(const CaseId &id);
    void noticeDiscardRequested(const CaseId &id);
    // Notice and fee in one: accepted or refused whole.
    void issueRequested(const CaseId &id, const NoticeContent &content, const MessageId &lastSeen);
    void finalityRequested(const CaseId &id, const NoticeId &notice, QDate on);
    // Answered with CasePage::setFile().
    void fileRequested(const CaseId &id, const AttachmentId &attachment);
    void saveRequested(const CaseId &id, const AttachmentId &attachment, const QString &path);
    void openRequested(const CaseId &id, const AttachmentId &attachment);
    void retryRequested(const OperationId &operation);
    void retryAllRequested();
    void withdrawRequested(const OperationId &operation);
    // Its words back into their editor; it is withdrawn once they are safe there.
    void editRequested(const OperationId &operation);
    // A conflict: shown field by field, the clerk chooses.
    void decisionRequested(const OperationId &operation);
    // Own words of a case that is no longer the clerk's: into a file for a colleague, or away.
    void handOverRequested(const QString &text, const QString &path);
    void forgetRequested(const OperationId &operation, bool draft);
};
