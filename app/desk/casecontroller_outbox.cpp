// What waits for transfer: tried again, decided, edited, withdrawn, handed over.
#include "casecontroller.h"

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/outbox.h"
#include "models/store/referencestore.h"
#include "sync/engine/syncengine.h"
#include "ui/casefile/casepage.h"
#include "ui/casefile/composer.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/notice/noticepage.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sidebar.h"
#include "ui/words/deskcontext.h"

#include <QSaveFile>

void CaseController::connectOutbox()
{
    Outbox &outbox = m_desk.outbox();
    connect(&m_requests, &CaseRequests::retryRequested, this, &CaseController::onRetry);
    connect(&m_requests, &CaseRequests::retryAllRequested, this, [this, &outbox] {
        for (const PendingOperation &entry : outbox.all()) {
            // What was refused or is in conflict needs a decision for itself.
            if (entry.state == PendingState::Waiting && !outbox.release(entry.operation.id))
                return;
        }
        m_desk.engine().syncNow();
    });
    connect(&m_requests, &CaseRequests::withdrawRequested, this,
        [this, &outbox](const OperationId &operation) { check(outbox.withdraw(operation)); });
    connect(&m_requests, &CaseRequests::decisionRequested, this, &CaseController::onDecision);
    connect(&m_requests, &CaseRequests::editRequested, this, &CaseController::onEdit);
    connect(&m_requests, &CaseRequests::handOverRequested, this, &CaseController::onHandOver);
    connect(&m_requests, &CaseRequests::forgetRequested, this,
        [this, &outbox](const OperationId &id, bool draft) {
            check(draft ? outbox.drafts().remove(DraftId{ id.text }) : outbox.withdraw(id));
        });
}

void CaseController::onRetry(const OperationId &operation)
{
    const auto entry = m_desk.outbox().find(operation);
    if (!entry)
        return;
    if (entry->state == PendingState::Conflict)
        return onDecision(operation);
    const bool tried = entry->state == PendingState::Rejected
        ? check(m_desk.actions().renew(operation))
        : check(m_desk.outbox().release(operation));
    if (tried)
        m_desk.engine().syncNow();
}

void CaseController::onDecision(const OperationId &operation)
{
    const auto entry = m_desk.outbox().find(operation);
    const auto viewed
        = entry ? m_desk.view().find(entry->operation.caseId) : std::optional<ViewedCase>();
    if (!viewed)
        return;
    auto *dialog = new ConflictDialog(*entry, *viewed, m_context, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ConflictDialog::caseRequested, this, [this, id = viewed->caseFile.id] {
        m_window.showPlace(SideBar::Inbox);
        showCase(id);
    });
    connect(dialog, &QDialog::accepted, this, [this, operation, dialog] {
        switch (dialog->choice()) {
        case ConflictDialog::Choice::Mine:
            if (check(m_desk.actions().renew(operation)))
                m_desk.engine().syncNow();
            break;
        case ConflictDialog::Choice::Theirs:
            check(m_desk.outbox().withdraw(operation));
            break;
        case ConflictDialog::Choice::Edit:
            onEdit(operation);
            break;
        }
    });
    dialog->open();
}

void CaseController::onEdit(const OperationId &operation)
{
    const auto entry = m_desk.outbox().find(operation);
    if (!entry)
        return;
    if (std::holds_alternative<AddNote>(entry->operation.args))
        return editNote(*entry);
    if (std::holds_alternative<Reply>(entry->operation.args))
        editReply(*entry);
    else if (std::holds_alternative<IssueNotice>(entry->operation.args))
        editNotice(*entry);
}

// First the draft, then the withdrawal: the words are never only in memory.
bool CaseController::editReply(const PendingOperation &entry)
{
    const CaseId &id = entry.operation.caseId;
    const auto &reply = std::get<Reply>(entry.operation.args);
    m_drafts.saveNow();
    const auto other = m_drafts.find(id, Drafts::reply());
    if (other
        && (!other->content.value(Drafts::text()).toString().isEmpty()
            || !other->files.isEmpty())) {
        m_window.showError(error(ErrorCode::Conflict, "draft.exists"));
        return false;
    }
    m_drafts.change(id, Drafts::reply(), { { Drafts::text(), reply.text } }, reply.attachments);
    m_drafts.saveNow();
    if (!check(m_desk.outbox().withdraw(entry.operation.id))) {
        m_drafts.remove(id, Drafts::reply());
        return false;
    }
    m_window.showPlace(SideBar::Inbox);
    showCase(id);
    CasePage *page = m_window.casePage();
    page->setReplyDraft(id, reply.text, reply.attachments);
    page->setTab(CasePage::Messages);
    page->composer()->focusText();
    return true;
}

bool CaseController::editNotice(const PendingOperation &entry)
{
    const CaseId &id = entry.operation.caseId;
    const auto &issue = std::get<IssueNotice>(entry.operation.args);
    Result<NoticeContent> content = noticeContentFromJson(issue.content);
    if (!content) {
        m_window.showError(content.error());
        return false;
    }
    m_drafts.saveNow();
    if (const auto other = m_drafts.find(id, Drafts::notice());
        other && !other->content.isEmpty()) {
        m_window.showError(error(ErrorCode::Conflict, "draft.exists"));
        return false;
    }
    m_drafts.change(id, Drafts::notice(), toJson(*content));
    m_drafts.saveNow();
    if (!check(m_desk.outbox().withdraw(entry.operation.id))) {
        m_drafts.remove(id, Drafts::notice());
        return false;
    }
    // The old reference went back with the document that named it.
    const bool leased = issue.fee && issue.fee->source == ReferenceSource::LeasedBlock;
    if (leased && content->payment) {
        const Result<DraftId> draft = m_drafts.ensure(id, Drafts::notice());
        const Result<QString> reference = draft ? m_desk.outbox().references().reserve(draft->text)
                                                : Result<QString>(draft.error());
        content->payment->reference = reference.valueOr(QString());
        m_drafts.change(id, Drafts::notice(), toJson(*content));
    }
    if (const auto viewed = m_desk.view().find(id)) {
        m_window.showPlace(SideBar::Inbox);
        showCase(id);
        m_window.openNotice(*viewed, *content);
    }
    return true;
}

// The old note goes only when the new one is on the disk.
void CaseController::editNote(const PendingOperation &entry)
{
    const auto viewed = m_desk.view().find(entry.operation.caseId);
    if (!viewed)
        return;
    auto *dialog = new NoteDialog(*viewed, &m_window);
    dialog->setText(std::get<AddNote>(entry.operation.args).text);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, operation = entry.operation, dialog] {
        if (check(m_desk.actions().addNote(operation.caseId, dialog->text())))
            check(m_desk.outbox().withdraw(operation.id));
    });
    dialog->open();
}

void CaseController::onHandOver(const QString &text, const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Text)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        m_window.showError(error(ErrorCode::NoSpace, "file.write"));
        return;
    }
    m_window.showMessage(tr("Your words are saved as a file"), QStringLiteral("share-2"));
}

bool CaseController::keepWords(const CaseId &id)
{
    m_drafts.saveNow();
    Outbox &outbox = m_desk.outbox();
    const bool words = !outbox.drafts().list(id).isEmpty() || !outbox.pending(id).isEmpty();
    // A draft that was saved just now is reduced and deleted with the others of the case.
    return words && check(outbox.revoke(id));
}
