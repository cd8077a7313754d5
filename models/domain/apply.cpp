#include "apply.h"

#include "applyparts.h"
#include "consent.h"
#include "wire.h"

#include <algorithm>

namespace {

// Carries out one operation on a copy of the case; one overload per type of operation.
class Change {
public:
    Change(const Operation &operation, CaseFile &caseFile, const ApplyContext &context)
        : m_operation(operation)
        , m_case(caseFile)
        , m_context(context)
        , m_today(localDate(context.now, context.zone))
    {
    }

    Status operator()(const UnknownOperation &)
    {
        return error(ErrorCode::Unsupported, "operation.unsupported");
    }

    Status operator()(const TakeOver &)
    {
        if (m_case.state == CaseState::New) {
            if (const Status moved = move(CaseState::Accepted, {}); !moved)
                return moved;
        }
        m_case.assignee = ClerkId{ m_context.actor.id };
        event("case.takenOver", {});
        return success();
    }

    Status operator()(const Assign &assign)
    {
        m_case.assignee = assign.assignee;
        if (assign.assignee.isNull())
            event("case.unassigned", {});
        else
            event("case.assigned", { { QStringLiteral("name"), assign.name } });
        return success();
    }

    Status operator()(const ChangeState &change) { return move(change.to, change.reason); }

    Status operator()(const Reply &reply)
    {
        if (reply.text.trimmed().isEmpty() && reply.attachments.isEmpty())
            return error(ErrorCode::InvalidInput, "message.empty");
        if (m_case.internal)
            return error(ErrorCode::InvalidInput, "case.noApplicant");
        message(reply.id, MessageDirection::ToApplicant, reply.text, reply.attachments);
        event("message.sent", {}, true);
        return success();
    }

    Status operator()(const RequestDocuments &request)
    {
        if (request.items.isEmpty())
            return error(ErrorCode::InvalidInput, "documentRequest.empty");
        if (m_case.internal)
            return error(ErrorCode::InvalidInput, "case.noApplicant");
        if (m_case.state != CaseState::WaitingForApplicant) {
            if (const Status moved = move(CaseState::WaitingForApplicant, {}); !moved)
                return moved;
        }
        message(request.message, MessageDirection::ToApplicant, request.text, {});
        DocumentRequest entry;
        entry.id = request.id;
        entry.message = request.message;
        entry.items = request.items;
        entry.due = request.due;
        entry.at = m_context.now;
        m_case.documentRequests.append(entry);
        event("documents.requested",
            { { QStringLiteral("count"), int(request.items.size()) },
                { QStringLiteral("due"), request.due.toString(Qt::ISODate) } },
            true);
        return success();
    }

    Status operator()(const AddNote &note)
    {
        if (note.text.trimmed().isEmpty())
            return error(ErrorCode::InvalidInput, "note.empty");
        Note entry;
        entry.id = note.id;
        entry.text = note.text;
        entry.author = m_context.actor;
        entry.at = m_context.now;
        m_case.notes.append(entry);
        event("note.added", {});
        return success();
    }

    Status operator()(const SetFollowUp &followUp)
    {
        if (!followUp.on.isValid())
            return error(ErrorCode::InvalidInput, "followUp.noDate");
        FollowUp entry;
        entry.id = followUp.id;
        entry.on = followUp.on;
        entry.reason = followUp.reason;
        entry.by = m_context.actor;
        entry.at = m_context.now;
        m_case.followUps.append(entry);
        event("followUp.set", { { QStringLiteral("on"), followUp.on.toString(Qt::ISODate) } });
        return success();
    }

    Status operator()(const CompleteFollowUp &done)
    {
        for (FollowUp &followUp : m_case.followUps) {
            if (followUp.id == done.id) {
                followUp.doneAt = m_context.now;
                event("followUp.done", {});
                return success();
            }
        }
        return error(ErrorCode::NotFound, "followUp.unknown");
    }

    Status operator()(const RequestFee &fee) { return requestFee(fee, {}); }

    Status operator()(const CancelFee &cancel)
    {
        for (FeeRequest &fee : m_case.fees) {
            if (fee.id != cancel.id)
                continue;
            if (fee.state != FeeState::Open && fee.state != FeeState::Failed)
                return error(ErrorCode::Conflict, "fee.notOpen");
            fee.state = FeeState::Cancelled;
            fee.settledAt = m_context.now;
            event("fee.cancelled", { { QStringLiteral("reason"), cancel.reason } }, true);
            return success();
        }
        return error(ErrorCode::NotFound, "fee.unknown");
    }

    Status operator()(const IssueNotice &issue)
    {
        if (issue.document.id.isNull() || issue.content.isEmpty())
            return error(ErrorCode::InvalidInput, "notice.incomplete");
        if (const Status open = channelOpen(m_case, issue.channel); !open)
            return open;
        if (m_case.state != CaseState::Decided) {
            if (m_case.state == CaseState::New) {
                if (const Status moved = move(CaseState::Accepted, {}); !moved)
                    return moved;
            }
            if (const Status moved = move(CaseState::Decided, {}); !moved)
                return moved;
        }
        Notice notice;
        notice.id = issue.id;
        notice.title = issue.title;
        notice.templateId = issue.templateId;
        notice.templateVersion = issue.templateVersion;
        notice.templateHash = issue.templateHash;
        notice.content = issue.content;
        notice.document = issue.document.id;
        notice.channel = issue.channel;
        notice.letterDate = issue.letterDate;
        notice.issuedAt = m_context.now;
        notice.providedAt = m_context.now;
        notice.disclosedOn = issue.disclosedOn;
        notice.remedyEndsOn = issue.remedyEndsOn;
        notice.issuedBy = m_context.actor;
        attach(issue.document, AttachmentOrigin::Notice, {});
        Retrieval retrieval;
        retrieval.document = issue.document.id;
        retrieval.providedAt = m_context.now;
        if (!mayNotify(m_case.consent)) // nobody will ever be told by e-mail: that is evidence too
            retrieval.notification = QStringLiteral("none");
        m_case.retrievals.append(retrieval);
        event("notice.issued", { { QStringLiteral("title"), issue.title } }, true);
        if (issue.fee) {
            notice.fee = issue.fee->id;
            if (const Status requested = requestFee(*issue.fee, issue.id); !requested)
                return requested;
        }
        m_case.notices.append(notice);
        return success();
    }

    Status operator()(const ConfirmFinality &confirmed)
    {
        const Result<Notice> notice
            = confirmFinality(m_case.notices, confirmed.id, confirmed.on, m_today, m_context.actor);
        if (!notice)
            return notice.error();
        event("notice.final",
            { { QStringLiteral("title"), notice->title },
                { QStringLiteral("on"), confirmed.on.toString(Qt::ISODate) } });
        return success();
    }

    Status operator()(const MarkRead &mark)
    {
        const bool byApplicant = m_context.actor.kind == ActorKind::Applicant;
        const MessageDirection incoming
            = byApplicant ? MessageDirection::ToApplicant : MessageDirection::FromApplicant;
        bool any = false;
        for (Message &message : m_case.messages) {
            Timestamp &read = byApplicant ? message.readByApplicant : message.readByOffice;
            if (message.direction == incoming && read.isNull()) {
                read = m_context.now; // the first time is the evidence
                any = true;
            }
            if (message.id == mark.upTo)
                break;
        }
        if (byApplicant && any)
            event("message.read", {});
        return success();
    }

    Status operator()(const RecordFinding &record)
    {
        if (!findAnswer(m_case.answers, record.path))
            return error(
                ErrorCode::NotFound, "answer.unknown", { { QStringLiteral("path"), record.path } });
        FormAnswer finding = record.finding;
        finding.origin = AnswerOrigin::Office;
        finding.author = m_context.actor.name;
        finding.at = m_context.now;
        insertFinding(m_case.answers, record.path, finding);
        event("finding.recorded", { { QStringLiteral("label"), finding.label } });
        return success();
    }

    Status operator()(const OpenCase &open)
    {
        if (!m_case.id.isNull())
            return error(ErrorCode::Conflict, "case.exists");
        begin(open.type, open.typeVersion, open.department, open.title);
        m_case.internal = open.internal;
        m_case.state = CaseState::Accepted;
        m_case.assignee = ClerkId{ m_context.actor.id };
        m_case.reference = m_context.reference;
        m_case.language = QStringLiteral("de");
        m_case.parties = open.parties;
        m_case.answers = open.answers;
        m_case.target.due = open.targetDue;
        m_case.period = open.period;
        event("case.opened", {});
        return success();
    }

    Status operator()(const FileApplication &filed)
    {
        if (!m_case.id.isNull())
            return error(ErrorCode::Conflict, "case.exists");
        begin(filed.type, filed.typeVersion, filed.department, filed.title);
        m_case.reference = filed.reference;
        m_case.language = filed.language;
        m_case.level = filed.level;
        m_case.parties = filed.parties;
        m_case.answers = filed.answers;
        for (const NewAttachment &file : filed.attachments)
            attach(file, AttachmentOrigin::Applicant, {});
        m_case.consent = filed.consent;
        m_case.target.due = filed.targetDue;
        m_case.period = filed.period;
        event("case.filed", {}, true);
        return success();
    }

    Status operator()(const ReceiveMessage &received)
    {
        if (received.text.trimmed().isEmpty() && received.attachments.isEmpty())
            return error(ErrorCode::InvalidInput, "message.empty");
        if (!takesMessages(m_case.state))
            return error(ErrorCode::Conflict, "message.closed");
        message(received.id, MessageDirection::FromApplicant, received.text, received.attachments);
        event("message.received", {}, true);
        const bool waited = m_case.state == CaseState::WaitingForApplicant;
        for (DocumentRequest &request : m_case.documentRequests) {
            if (request.answeredAt.isNull())
                request.answeredAt = m_context.now;
        }
        return waited ? move(CaseState::InProgress, {}) : success();
    }

    Status operator()(const WithdrawApplication &withdrawal)
    {
        return move(CaseState::Withdrawn, withdrawal.reason);
    }

    Status operator()(const SettleFee &settled)
    {
        for (FeeRequest &fee : m_case.fees) {
            if (fee.id != settled.id)
                continue;
            if (fee.state == FeeState::Cancelled)
                return error(ErrorCode::Conflict, "fee.notOpen");
            if (!settled.reference.isEmpty())
                fee.reference = settled.reference;
            fee.state = settled.state;
            fee.settledAt = settled.state == FeeState::Open ? Timestamp{} : m_context.now;
            if (settled.state == FeeState::Paid)
                event("fee.paid", {}, true);
            else if (settled.state != FeeState::Open)
                event("fee.failed", {}, true);
            return success();
        }
        return error(ErrorCode::NotFound, "fee.unknown");
    }

    Status operator()(const RecordRetrieval &record)
    {
        const Retrieval &news = record.retrieval;
        auto it = std::find_if(m_case.retrievals.begin(), m_case.retrievals.end(),
            [&](const Retrieval &known) { return known.document == news.document; });
        if (it == m_case.retrievals.end())
            it = m_case.retrievals.insert(m_case.retrievals.end(), Retrieval{ news.document });
        // The first time of each step is the evidence; a later one never replaces it.
        if (it->providedAt.isNull())
            it->providedAt = news.providedAt;
        if (it->notifiedAt.isNull())
            it->notifiedAt = news.notifiedAt;
        if (it->notification.isEmpty())
            it->notification = news.notification;
        if (it->retrievedAt.isNull() && !news.retrievedAt.isNull()) {
            it->retrievedAt = news.retrievedAt;
            const Attachment *document = findAttachment(m_case, news.document);
            event("document.retrieved",
                { { QStringLiteral("name"), document ? document->name : QString() } });
        }
        return success();
    }

private:
    void begin(const CaseTypeId &type, int typeVersion, const DepartmentId &department,
        const QString &title)
    {
        m_case.id = m_operation.caseId;
        m_case.type = type;
        m_case.typeVersion = typeVersion;
        m_case.department = department;
        m_case.title = title;
        m_case.filedAt = m_context.now;
    }

    Status move(CaseState to, const QString &reason)
    {
        const Transition *transition = findTransition(m_case.state, to);
        if (!transition)
            return error(ErrorCode::Conflict, "case.transition.impossible");
        const bool allowed = m_context.actor.kind == ActorKind::System
            || (m_context.actor.kind == ActorKind::Applicant && transition->byApplicant)
            || m_context.permissions.contains(transition->permission);
        if (!allowed)
            return error(ErrorCode::NotAllowed, "case.transition.forbidden");
        if (transition->needsReason && reason.trimmed().isEmpty())
            return error(ErrorCode::InvalidInput, "case.transition.needsReason");
        if (to == CaseState::WaitingForApplicant && !m_case.target.isPaused())
            m_case.target.pauses.append(
                Pause{ m_today, {}, QStringLiteral("waitingForApplicant") });
        if (m_case.state == CaseState::WaitingForApplicant && m_case.target.isPaused())
            m_case.target.pauses.last().to = m_today;
        m_case.state = to;
        event("case.state",
            { { QStringLiteral("to"), wireName(to) }, { QStringLiteral("reason"), reason } }, true);
        return success();
    }

    Status requestFee(const RequestFee &request, const NoticeId &notice)
    {
        if (request.items.isEmpty() || request.items.size() > 99)
            return error(ErrorCode::InvalidInput, "fee.items");
        for (const FeeItem &item : request.items) {
            if (item.amount.cents <= 0 || item.text.trimmed().isEmpty()
                || item.legalBasis.trimmed().isEmpty())
                return error(ErrorCode::InvalidInput, "fee.itemIncomplete");
        }
        if (total(request.items).cents > 99999999)
            return error(ErrorCode::InvalidInput, "fee.tooLarge");
        if (!request.due.isValid())
            return error(ErrorCode::InvalidInput, "fee.noDueDate");
        FeeRequest fee;
        fee.id = request.id;
        fee.items = request.items;
        fee.reason = request.reason;
        fee.due = request.due;
        fee.reference = request.reference;
        fee.source = request.source;
        fee.requestedAt = m_context.now;
        fee.requestedBy = m_context.actor;
        fee.notice = notice;
        m_case.fees.append(fee);
        event("fee.requested", { { QStringLiteral("cents"), total(request.items).cents } }, true);
        return success();
    }

    void message(const MessageId &id, MessageDirection direction, const QString &text,
        const QList<NewAttachment> &files)
    {
        Message entry;
        entry.id = id;
        entry.direction = direction;
        entry.author = m_context.actor;
        entry.at = m_context.now;
        entry.text = text;
        const bool own = direction == MessageDirection::FromApplicant;
        for (const NewAttachment &file : files) {
            attach(file, own ? AttachmentOrigin::Applicant : AttachmentOrigin::Office, id);
            entry.attachments.append(file.id);
        }
        m_case.messages.append(entry);
    }

    void attach(const NewAttachment &file, AttachmentOrigin origin, const MessageId &message)
    {
        Attachment entry;
        entry.id = file.id;
        entry.name = file.name;
        entry.type = file.type;
        entry.size = file.size;
        entry.sha256 = file.sha256;
        entry.field = file.field;
        entry.origin = origin;
        entry.message = message;
        entry.at = m_context.now;
        entry.by = m_context.actor.name;
        m_case.attachments.append(entry);
    }

    void event(const char *code, QJsonObject params, bool shownToApplicant = false)
    {
        TimelineEvent entry;
        entry.id = EventId{ derivedUuid(
            m_operation.id.text, QByteArray("event/") + QByteArray::number(++m_events)) };
        entry.code = QString::fromLatin1(code);
        entry.params = std::move(params);
        entry.at = m_context.now;
        entry.actor = m_context.actor;
        entry.shownToApplicant = shownToApplicant;
        m_case.events.append(entry);
    }

    const Operation &m_operation;
    CaseFile &m_case;
    const ApplyContext &m_context;
    QDate m_today;
    int m_events = 0;
};

bool mayAct(const Operation &operation, const CaseFile &before, const ApplyContext &context)
{
    switch (context.actor.kind) {
    case ActorKind::System:
        return true;
    case ActorKind::Applicant:
        return std::holds_alternative<FileApplication>(operation.args)
            || std::holds_alternative<ReceiveMessage>(operation.args)
            || std::holds_alternative<MarkRead>(operation.args)
            || std::holds_alternative<WithdrawApplication>(operation.args)
            || std::holds_alternative<RecordRetrieval>(operation.args);
    case ActorKind::Clerk: {
        const Permission needed = requiredPermission(operation, before);
        return needed != Permission::Unknown && context.permissions.contains(needed);
    }
    case ActorKind::Unknown:
        return false;
    }
    return false;
}

} // namespace

Result<CaseFile> apply(
    const Operation &operation, const CaseFile &before, const ApplyContext &context)
{
    if (std::holds_alternative<UnknownOperation>(operation.args))
        return error(ErrorCode::Unsupported, "operation.unsupported");
    if (!mayAct(operation, before, context))
        return error(ErrorCode::NotAllowed, "operation.forbidden");
    const bool begins = std::holds_alternative<OpenCase>(operation.args)
        || std::holds_alternative<FileApplication>(operation.args);
    if (!begins && before.id != operation.caseId)
        return error(ErrorCode::NotFound, "case.unknown");
    CaseFile after = before;
    Change change(operation, after, context);
    if (const Status done = std::visit(change, operation.args); !done)
        return done.error();
    after.version = before.version + 1;
    after.updatedAt = context.now;
    for (const QString &field : writtenFields(operation))
        after.changes.insert(field, FieldChange{ after.version, operation.id });
    // A state moved as a side effect (a citizen's answer ends the waiting) is a write of the field
    // too.
    if (after.state != before.state)
        after.changes.insert(QStringLiteral("state"), FieldChange{ after.version, operation.id });
    return after;
}
