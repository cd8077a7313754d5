#include "casecontroller.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/store/caseview.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "sync/engine/syncengine.h"
#include "ui/casefile/attachmentstab.h"
#include "ui/casefile/casepage.h"
#include "ui/notice/noticepage.h"
#include "ui/notice/noticestartdialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/words/deskcontext.h"

CaseController::CaseController(
    Desk &desk, DeskContext &context, CaseRequests &requests, MainWindow &window)
    : m_desk(desk)
    , m_context(context)
    , m_requests(requests)
    , m_window(window)
    , m_drafts(desk.outbox().drafts(), desk.clock())
{
    connectActs();
    connectDrafts();
    connectFiles();
    connectOutbox();
}

bool CaseController::check(const Result<Operation> &done)
{
    if (!done)
        m_window.showError(done.error());
    return done.ok();
}

bool CaseController::check(const Status &done)
{
    if (!done)
        m_window.showError(done.error());
    return done.ok();
}

void CaseController::connectActs()
{
    CaseActions &actions = m_desk.actions();
    const auto on = [this](auto signal, auto fn) { connect(&m_requests, signal, this, fn); };
    on(&CaseRequests::takeOverRequested,
        [this, &actions](const CaseId &id) { check(actions.takeOver(id)); });
    on(&CaseRequests::assignRequested,
        [this, &actions](const CaseId &id, const ClerkId &who, const QString &) {
            check(actions.assign(id, who));
        });
    on(&CaseRequests::stateRequested,
        [this, &actions](const CaseId &id, CaseState to, const QString &reason) {
            check(actions.changeState(id, to, reason));
        });
    on(&CaseRequests::readRequested, [&actions](const CaseId &id, const MessageId &) {
        static_cast<void>(actions.markRead(id).ok()); // nothing unread is no failure
    });
    on(&CaseRequests::documentsRequested,
        [this, &actions](const CaseId &id, const QString &text, const QStringList &items, QDate due,
            const MessageId &lastSeen) {
            ActionOptions how;
            how.lastSeen = lastSeen;
            check(actions.requestDocuments(id, text, items, due, how));
        });
    on(&CaseRequests::noteRequested, [this, &actions](const CaseId &id, const QString &text) {
        check(actions.addNote(id, text));
    });
    on(&CaseRequests::followUpRequested,
        [this, &actions](const CaseId &id, QDate day, const QString &reason) {
            check(actions.setFollowUp(id, day, reason));
        });
    on(&CaseRequests::followUpDoneRequested,
        [this, &actions](const CaseId &id, const FollowUpId &followUp) {
            check(actions.completeFollowUp(id, followUp));
        });
    on(&CaseRequests::feeRequested,
        [this, &actions](const CaseId &id, const QList<FeeItem> &items, const QString &reason,
            QDate due) { check(actions.requestFee(id, items, reason, due)); });
    on(&CaseRequests::feeCancelRequested,
        [this, &actions](const CaseId &id, const FeeId &fee, const QString &reason) {
            check(actions.cancelFee(id, fee, reason));
        });
    on(&CaseRequests::findingRequested,
        [this, &actions](const CaseId &id, const QString &path, const FormAnswer &finding) {
            check(actions.recordFinding(id, path, finding));
        });
    on(&CaseRequests::finalityRequested,
        [this, &actions](const CaseId &id, const NoticeId &notice, QDate day) {
            check(actions.confirmFinality(id, notice, day));
        });
    connect(&m_requests, &CaseRequests::caseOpenRequested, this, &CaseController::onOpenCase);
    connect(&m_requests, &CaseRequests::replyRequested, this, &CaseController::onReply);
    connect(&m_requests, &CaseRequests::noticeRequested, this, &CaseController::onNotice);
    connect(&m_requests, &CaseRequests::issueRequested, this, &CaseController::onIssue);
}

void CaseController::connectDrafts()
{
    connect(&m_requests, &CaseRequests::replyDraftChanged, this,
        [this](const CaseId &id, const QString &text, const QList<NewAttachment> &files) {
            m_drafts.change(id, Drafts::reply(), { { Drafts::text(), text } }, files);
        });
    connect(&m_requests, &CaseRequests::noticeDraftChanged, this,
        [this](const CaseId &id, const NoticeContent &content) {
            m_drafts.change(id, Drafts::notice(), toJson(content));
        });
    connect(&m_requests, &CaseRequests::noticeReferenceRequested, this, [this](const CaseId &id) {
        const Result<DraftId> draft = m_drafts.ensure(id, Drafts::notice());
        if (!draft) {
            m_window.showError(draft.error());
            return;
        }
        const Result<QString> reference = m_desk.outbox().references().reserve(draft->text);
        if (reference)
            m_window.noticePage()->setReference(id, *reference);
        else
            m_window.showError(reference.error());
    });
    connect(&m_requests, &CaseRequests::noticeDiscardRequested, this, [this](const CaseId &id) {
        if (const auto draft = m_drafts.find(id, Drafts::notice()))
            m_desk.discardNotice(draft->id);
        m_drafts.remove(id, Drafts::notice());
    });
    connect(&m_drafts, &DraftKeeper::saved, this,
        [this](const CaseId &id, const QString &kind, Timestamp at) {
            if (kind == Drafts::reply())
                m_window.casePage()->setDraftSaved(id, at);
            else
                m_window.noticePage()->setDraftSaved(id, at);
        });
    connect(&m_drafts, &DraftKeeper::failed, &m_window, &MainWindow::showError);
}

void CaseController::showCase(const CaseId &id)
{
    m_drafts.saveNow();
    const auto viewed = m_desk.view().find(id);
    if (!viewed)
        return;
    const bool other = m_window.shownCase() != id;
    m_window.showCase(*viewed);
    if (!other)
        return;
    if (const auto draft = m_drafts.find(id, Drafts::reply())) {
        const QString text = draft->content.value(Drafts::text()).toString();
        if (!text.isEmpty() || !draft->files.isEmpty()) {
            m_window.casePage()->setReplyDraft(id, text, draft->files);
            m_window.casePage()->setDraftSaved(id, draft->savedAt);
        }
    }
}

void CaseController::onOpenCase(const OpenCase &wanted)
{
    const Result<Operation> opened = m_desk.actions().openCase(wanted);
    if (!check(opened))
        return;
    showCase(opened->caseId);
    m_window.showMessage(
        tr("The case is open; the portal gives its file reference"), QStringLiteral("file-plus"));
}

void CaseController::onReply(const CaseId &id, const QString &text,
    const QList<NewAttachment> &files, const MessageId &lastSeen)
{
    m_drafts.saveNow();
    ActionOptions how;
    how.lastSeen = lastSeen;
    how.undoable = true;
    if (const auto draft = m_drafts.find(id, Drafts::reply()))
        how.draft = draft->id;
    const Result<Operation> sent = m_desk.actions().reply(id, text, files, how);
    if (!check(sent))
        return;
    m_drafts.forget(id, Drafts::reply());
    m_window.casePage()->clearReply(id);
    m_undoCase = id;
    m_undoText = text;
    m_undoFiles = files;
    const int seconds = m_desk.actions().undoSeconds();
    if (seconds > 0)
        m_window.showUndo(tr("The reply is sent"), sent->id, seconds * 1000);
    else
        m_window.showMessage(tr("The reply is sent"), QStringLiteral("send"));
}

// The draft comes first: the copies of its files must be named while the act lets go of them.
void CaseController::undo(const OperationId &operation)
{
    m_drafts.change(m_undoCase, Drafts::reply(), { { Drafts::text(), m_undoText } }, m_undoFiles);
    m_drafts.saveNow();
    if (!check(m_desk.actions().undo(operation))) {
        m_drafts.remove(m_undoCase, Drafts::reply());
        return;
    }
    m_window.casePage()->setReplyDraft(m_undoCase, m_undoText, m_undoFiles);
}

void CaseController::onNotice(const CaseId &id)
{
    const auto viewed = m_desk.view().find(id);
    if (!viewed)
        return;
    m_drafts.saveNow();
    if (const auto draft = m_drafts.find(id, Drafts::notice());
        draft && !draft->content.isEmpty()) {
        if (const auto content = noticeContentFromJson(draft->content)) {
            m_window.openNotice(*viewed, *content);
            m_window.noticePage()->setDraftSaved(id, draft->savedAt);
            return;
        }
    }
    auto *dialog = new NoticeStartDialog(*viewed, m_desk.templatesFor(id), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
        [this, id, dialog] { beginNotice(id, dialog->templateId(), dialog->withFee()); });
    dialog->open();
}

void CaseController::beginNotice(const CaseId &id, const QString &templateId, bool withFee)
{
    const Result<DraftId> draft = m_drafts.ensure(id, Drafts::notice());
    const auto viewed = m_desk.view().find(id);
    if (!draft || !viewed) {
        if (!draft)
            m_window.showError(draft.error());
        return;
    }
    Desk::NoticeWish wish;
    wish.templateId = templateId;
    wish.withFee = withFee;
    wish.owner = *draft;
    const Result<NoticeContent> content = m_desk.prepareNotice(id, wish);
    if (!content) {
        m_window.showError(content.error());
        return;
    }
    m_window.openNotice(*viewed, *content);
}

void CaseController::onIssue(
    const CaseId &id, const NoticeContent &content, const MessageId &lastSeen)
{
    m_drafts.saveNow();
    ActionOptions how;
    how.lastSeen = lastSeen;
    if (const auto draft = m_drafts.find(id, Drafts::notice()))
        how.draft = draft->id;
    if (!check(m_desk.actions().issueNotice(id, content, how)))
        return;
    m_window.closeNotice();
    m_drafts.remove(id, Drafts::notice()); // what closing the page has reported once more
    m_window.showMessage(
        tr("The notice is issued as soon as the portal has it"), QStringLiteral("stamp"));
}
