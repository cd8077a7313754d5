// What the clerk can do to the case that is shown: the actions, their dialogs and their requests.
#include "casepage.h"

#include "attachmentstab.h"
#include "caseheader.h"
#include "caserequests.h"
#include "composer.h"
#include "messagestab.h"
#include "ui/common/icons.h"
#include "ui/dialogs/casedialogs.h"
#include "ui/dialogs/documentrequestdialog.h"
#include "ui/dialogs/findingdialog.h"
#include "ui/fee/feedialog.h"
#include "ui/words/deskcontext.h"

#include <QAction>

namespace {

// Dialogs live until they are closed and answer by `accepted`, so nothing blocks the window.
template <class Dialog, class Fn> void present(Dialog *dialog, QObject *context, Fn accepted)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, &QDialog::accepted, context, [dialog, accepted] { accepted(*dialog); });
    dialog->open();
}

} // namespace

QAction *CasePage::newAction(
    const char *name, const QString &text, const QString &iconName, int key)
{
    auto *action = new QAction(icon(iconName), text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    addAction(action);
    m_actions.append(action);
    return action;
}

void CasePage::buildActions()
{
    struct Entry {
        const char *name;
        QString text;
        const char *icon;
        int key;
        void (CasePage::*slot)();
        bool button;
    };
    const QList<Entry> entries{
        { "reply", tr("Reply"), "reply", Qt::Key_R, &CasePage::onReply, true },
        { "state", tr("State"), "circle-check", Qt::Key_S, &CasePage::onState, true },
        { "notice", tr("Notice"), "file-pen", Qt::Key_B, &CasePage::onNotice, true },
        { "followUp", tr("Follow-up"), "calendar-clock", Qt::Key_W, &CasePage::onFollowUp, true },
        { "takeOver", tr("Take over"), "user-plus", Qt::Key_U, &CasePage::onTakeOver, false },
        { "assign", tr("Assign …"), "users", Qt::Key_Z, &CasePage::onAssign, false },
        { "documents", tr("Request documents …"), "file-search", Qt::Key_N, &CasePage::onDocuments,
            false },
        { "fee", tr("Request a fee …"), "receipt-euro", Qt::Key_G, &CasePage::onFee, false },
        { "note", tr("Write a note …"), "sticky-note", Qt::Key_V, &CasePage::onNote, false },
    };
    for (const Entry &entry : entries) {
        QAction *action
            = newAction(entry.name, entry.text, QString::fromLatin1(entry.icon), entry.key);
        connect(action, &QAction::triggered, this, entry.slot);
        if (entry.button)
            m_header->addAction(action, QLatin1String(entry.name) == QLatin1String("reply"));
        else
            m_header->addMoreAction(action);
    }
}

void CasePage::updateActions()
{
    const CaseFile &caseFile = m_viewed.caseFile;
    const DepartmentId &department = caseFile.department;
    const bool process = m_context.may(Permission::CaseProcess, department);
    const bool open = isOpen(caseFile.state);
    const bool citizen = !caseFile.internal;
    const QString noRight = tr("You do not have the right for it in this department.");
    const QString isInternal = tr("An internal case has no applicant to write to.");
    const QString isClosed = tr("The case is no longer open.");
    const auto set = [&](const char *name, bool enabled, const QString &reason) {
        for (QAction *action : std::as_const(m_actions)) {
            if (action->objectName() == QLatin1String(name)) {
                action->setEnabled(enabled);
                action->setToolTip(enabled ? action->text() : reason);
            }
        }
    };
    set("reply", process && citizen, citizen ? noRight : isInternal);
    set("state", process, noRight);
    set("notice", open && m_context.may(Permission::NoticeIssue, department),
        open ? noRight : isClosed);
    set("followUp", process, noRight);
    set("takeOver", process && caseFile.assignee != m_context.clerk().id,
        process ? tr("You are responsible already.") : noRight);
    set("assign", m_context.may(Permission::CaseAssign, department), noRight);
    set("documents", process && citizen && open, !citizen ? isInternal : open ? noRight : isClosed);
    set("fee", citizen && m_context.may(Permission::FeeRequest, department),
        citizen ? noRight : isInternal);
    set("note", process, noRight);
}

void CasePage::onStep(NextStep::Action action)
{
    using A = NextStep::Action;
    const CaseFile &caseFile = m_viewed.caseFile;
    switch (action) {
    case A::None:
        return;
    case A::ShowOutbox:
        emit outboxRequested();
        return;
    case A::TakeOver:
        emit m_requests.takeOverRequested(caseFile.id);
        return;
    case A::Reply:
        onReply();
        return;
    case A::StartReview:
        emit m_requests.stateRequested(caseFile.id, CaseState::InProgress, {});
        return;
    case A::Notice:
        onNotice();
        return;
    case A::ShowFees:
        setTab(Fees);
        return;
    case A::CloseCase:
        emit m_requests.stateRequested(caseFile.id, CaseState::Closed, {});
        return;
    case A::CompleteFollowUp:
        for (const FollowUp &followUp : caseFile.followUps) {
            if (followUp.doneAt.isNull() && followUp.on <= m_context.today())
                emit m_requests.followUpDoneRequested(caseFile.id, followUp.id);
        }
        return;
    }
}

void CasePage::onReply()
{
    setTab(Messages);
    m_messages->composer()->focusText();
}

void CasePage::onTakeOver()
{
    const CaseFile &caseFile = m_viewed.caseFile;
    if (caseFile.assignee.isNull()) {
        emit m_requests.takeOverRequested(caseFile.id);
        return;
    }
    auto *dialog = new ConfirmDialog(tr("Take over the case?"), caseSubtitle(m_viewed),
        tr("%1 is responsible so far and will see that you have taken over.")
            .arg(m_context.clerkName(caseFile.assignee)),
        tr("Take over"), ButtonKind::Primary, window());
    present(
        dialog, this, [this, id = caseFile.id](auto &) { emit m_requests.takeOverRequested(id); });
}

void CasePage::onAssign()
{
    present(new AssignDialog(m_viewed, m_context, window()), this,
        [this, id = caseId()](const AssignDialog &dialog) {
            emit m_requests.assignRequested(id, dialog.assignee(), dialog.assigneeName());
        });
}

void CasePage::onState()
{
    present(new StateDialog(m_viewed, m_context, window()), this,
        [this, id = caseId()](const StateDialog &dialog) {
            emit m_requests.stateRequested(id, dialog.state(), dialog.reason());
        });
}

void CasePage::onDocuments()
{
    present(new DocumentRequestDialog(m_viewed, m_context, window()), this,
        [this, id = caseId(), seen = lastApplicantMessage(m_viewed.caseFile)](
            const DocumentRequestDialog &dialog) {
            emit m_requests.documentsRequested(
                id, dialog.text(), dialog.items(), dialog.due(), seen);
        });
}

void CasePage::onNote()
{
    present(
        new NoteDialog(m_viewed, window()), this, [this, id = caseId()](const NoteDialog &dialog) {
            emit m_requests.noteRequested(id, dialog.text());
        });
}

void CasePage::onFollowUp()
{
    present(new FollowUpDialog(m_viewed, m_context, window()), this,
        [this, id = caseId()](const FollowUpDialog &dialog) {
            emit m_requests.followUpRequested(id, dialog.day(), dialog.reason());
        });
}

void CasePage::onFee()
{
    present(new FeeDialog(m_viewed, m_context, window()), this,
        [this, id = caseId()](const FeeDialog &dialog) {
            emit m_requests.feeRequested(id, dialog.items(), dialog.reason(), dialog.due());
        });
}

void CasePage::onCancelFee(const FeeId &fee)
{
    auto *dialog = new ConfirmDialog(tr("Cancel the payment request?"), caseSubtitle(m_viewed),
        tr("The applicant sees that nothing has to be paid any more."), tr("Cancel the request"),
        ButtonKind::Danger, window());
    dialog->askReason(tr("Reason"));
    present(dialog, this, [this, id = caseId(), fee](const ConfirmDialog &done) {
        emit m_requests.feeCancelRequested(id, fee, done.reason());
    });
}

void CasePage::onFinding(const QString &step)
{
    present(new FindingDialog(m_viewed, step, window()), this,
        [this, id = caseId()](const FindingDialog &dialog) {
            emit m_requests.findingRequested(id, dialog.path(), dialog.finding());
        });
}

void CasePage::onNotice()
{
    emit m_requests.noticeRequested(caseId());
}

void CasePage::onFinality(const NoticeId &id)
{
    for (const Notice &notice : m_viewed.caseFile.notices) {
        if (notice.id != id)
            continue;
        present(new FinalityDialog(m_viewed, notice, m_context, window()), this,
            [this, of = caseId(), id](const FinalityDialog &dialog) {
                emit m_requests.finalityRequested(of, id, dialog.day());
            });
        return;
    }
}
