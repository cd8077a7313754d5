#pragma once

#include "models/law/lawtable.h"
#include "models/notice/fontset.h"
#include "models/notice/noticecontent.h"
#include "models/store/outbox.h"

class CaseView;

struct ActionOptions {
    DraftId draft; // deleted together with the act becoming durable; null: none
    bool undoable = false; // waits for the undo window before it is sent
    Timestamp notBefore; // of one window for many acts; null: as undoable says
    // The clerk saw up to this message of the applicant; null: up to the newest one shown.
    MessageId lastSeen;
};

// What a clerk can do to a case: one method for each act. Every act is first carried out on the
// case as the clerk sees it, so that what cannot work is refused here with its reason, and is then
// on the disk in the outbox before the method returns. Sending is not waited for.
class CaseActions : public QObject {
    Q_OBJECT
public:
    CaseActions(CaseView &view, Outbox &outbox, const LawTable &law, const Clock &clock,
        QObject *parent = nullptr);
    ~CaseActions() override;

    using How = ActionOptions;
    void setUndoSeconds(int seconds) { m_undoSeconds = seconds; }
    int undoSeconds() const { return m_undoSeconds; }
    // Takes an act back that was not sent yet. Conflict `outbox.maybeSent`: too late.
    Status undo(const OperationId &operation);

    // One that the portal has refused or found in conflict, wanted all the same: anew on the case
    // as it is now, in the place of the old one. NotFound `outbox.unknown`; Conflict
    // `notice.mustBeRenewed` for a notice, whose document is void; what apply() refuses.
    Result<Operation> renew(const OperationId &operation);

    Result<Operation> takeOver(const CaseId &id);
    Result<Operation> assign(
        const CaseId &id, const ClerkId &assignee, const How &how = {}); // null: nobody
    Result<Operation> changeState(const CaseId &id, CaseState to, const QString &reason);
    // `files` were staged by stageFile().
    Result<Operation> reply(const CaseId &id, const QString &text,
        const QList<NewAttachment> &files = {}, const How &how = {});
    Result<Operation> requestDocuments(const CaseId &id, const QString &text,
        const QStringList &items, QDate due, const How &how = {});
    Result<Operation> addNote(const CaseId &id, const QString &text, const How &how = {});
    Result<Operation> setFollowUp(const CaseId &id, QDate on, const QString &reason);
    Result<Operation> completeFollowUp(const CaseId &id, const FollowUpId &followUp);
    Result<Operation> requestFee(const CaseId &id, const QList<FeeItem> &items,
        const QString &reason, QDate due, const How &how = {});
    Result<Operation> cancelFee(const CaseId &id, const FeeId &fee, const QString &reason);
    // Fills the draft's placeholders, renders, stages and queues. With fees in it the fee request
    // is part of it. Errors: InvalidInput `notice.incomplete` {points} if something blocks the
    // notice (a channel without evidence, too), and those of the renderer.
    Result<Operation> issueNotice(
        const CaseId &id, const NoticeContent &draft, const How &how = {});
    Result<Operation> confirmFinality(const CaseId &id, const NoticeId &notice, QDate on);
    Result<Operation> markRead(const CaseId &id); // NotFound `case.nothingUnread`
    Result<Operation> recordFinding(
        const CaseId &id, const QString &path, const FormAnswer &finding);
    Result<Operation> openCase(const OpenCase &wanted); // id is in the operation

    // A copy: what happens to the original afterwards changes nothing.
    Result<NewAttachment> stageFile(const QString &path);

signals:
    void queued(const Operation &operation); // durable: the engine may send it

private:
    Status tryOut(const Operation &operation, const CaseFile &before) const;
    Result<Operation> queue(Operation operation, const CaseFile &before, const How &how = {});
    Result<Operation> queue(const CaseId &id, OperationArgs args, const How &how = {});
    MessageId lastSeen(const CaseId &id, const How &how) const;
    Result<QByteArray> render(const NoticeContent &content);
    ReferenceSource referenceSource(const CaseFile &caseFile) const;

    CaseView &m_view;
    Outbox &m_outbox;
    const LawTable &m_law;
    const Clock &m_clock;
    std::optional<FontSet> m_fonts; // loaded with the first notice
    int m_undoSeconds = 0;
};
