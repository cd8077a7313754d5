#include "caseactions.h"

#include "noticedraft.h"

#include "models/domain/apply.h"
#include "models/items/conflict.h"
#include "models/law/calendar.h"
#include "models/law/statutory.h"
#include "models/notice/noticeevidence.h"
#include "models/notice/noticerenderer.h"
#include "models/notice/placeholders.h"
#include "models/store/caseview.h"

#include <QJsonArray>

CaseActions::CaseActions(
    CaseView &view, Outbox &outbox, const LawTable &law, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_outbox(outbox)
    , m_law(law)
    , m_clock(clock)
{
}

CaseActions::~CaseActions() = default;

Status CaseActions::undo(const OperationId &operation)
{
    return m_outbox.withdraw(operation);
}

Status CaseActions::tryOut(const Operation &operation, const CaseFile &before) const
{
    ApplyContext context;
    context.actor = m_view.actor();
    context.now = m_clock.now();
    context.permissions = m_view.permissions(
        before.id.isNull() ? std::get<OpenCase>(operation.args).department : before.department);
    context.zone = m_view.session().authority.zone.toLatin1();
    const Result<CaseFile> after = apply(operation, before, context);
    return after ? success() : Status(after.error());
}

Result<Operation> CaseActions::renew(const OperationId &id)
{
    const std::optional<PendingOperation> entry = m_outbox.find(id);
    if (!entry)
        return error(ErrorCode::NotFound, "outbox.unknown");
    if (std::holds_alternative<IssueNotice>(entry->operation.args))
        return error(ErrorCode::Conflict, "notice.mustBeRenewed");
    const std::optional<ViewedCase> viewed = m_view.find(entry->operation.caseId);
    if (!viewed)
        return error(ErrorCode::NotFound, "case.notFound");
    Operation renewed
        = m_view.operation(entry->operation.caseId, renewedArgs(entry->operation, viewed->portal));
    if (const Status possible = tryOut(renewed, viewed->portal); !possible)
        return possible.error();
    keepBase(renewed, viewed->portal);
    Result<Operation> kept = m_outbox.replace(id, std::move(renewed));
    if (kept)
        emit queued(*kept);
    return kept;
}

Result<Operation> CaseActions::queue(Operation operation, const CaseFile &before, const How &how)
{
    if (const Status possible = tryOut(operation, before); !possible)
        return possible.error();
    keepBase(operation, before);
    Outbox::Append append;
    append.draft = how.draft;
    append.notBefore = how.notBefore;
    if (how.undoable && m_undoSeconds > 0)
        append.notBefore = m_clock.now().plusSeconds(m_undoSeconds);
    Result<Operation> kept = m_outbox.append(std::move(operation), append);
    if (kept)
        emit queued(*kept);
    return kept;
}

Result<Operation> CaseActions::queue(const CaseId &id, OperationArgs args, const How &how)
{
    const std::optional<ViewedCase> viewed = m_view.find(id);
    if (!viewed)
        return error(ErrorCode::NotFound, "case.notFound");
    return queue(m_view.operation(id, std::move(args)), viewed->caseFile, how);
}

MessageId CaseActions::lastSeen(const CaseId &id, const How &how) const
{
    if (!how.lastSeen.isNull())
        return how.lastSeen;
    const std::optional<ViewedCase> viewed = m_view.find(id);
    return viewed ? lastApplicantMessage(viewed->caseFile) : MessageId();
}

ReferenceSource CaseActions::referenceSource(const CaseFile &caseFile) const
{
    const std::optional<CaseType> type = m_view.caseType(caseFile.type, caseFile.typeVersion);
    return type ? type->referenceSource : ReferenceSource::LeasedBlock;
}

Result<Operation> CaseActions::takeOver(const CaseId &id)
{
    return queue(id, TakeOver{});
}

Result<Operation> CaseActions::assign(const CaseId &id, const ClerkId &assignee, const How &how)
{
    return queue(id, Assign{ assignee, m_view.clerkName(assignee) }, how);
}

Result<Operation> CaseActions::changeState(const CaseId &id, CaseState to, const QString &reason)
{
    return queue(id, ChangeState{ to, reason });
}

Result<Operation> CaseActions::reply(
    const CaseId &id, const QString &text, const QList<NewAttachment> &files, const How &how)
{
    Reply reply;
    reply.id = newId<MessageId>(m_clock);
    reply.text = text;
    reply.attachments = files;
    reply.lastSeen = lastSeen(id, how);
    return queue(id, reply, how);
}

Result<Operation> CaseActions::requestDocuments(
    const CaseId &id, const QString &text, const QStringList &items, QDate due, const How &how)
{
    RequestDocuments request;
    request.id = newId<RequestId>(m_clock);
    request.message = newId<MessageId>(m_clock);
    request.text = text;
    request.items = items;
    request.due = due;
    request.lastSeen = lastSeen(id, how);
    return queue(id, request, how);
}

Result<Operation> CaseActions::addNote(const CaseId &id, const QString &text, const How &how)
{
    return queue(id, AddNote{ newId<NoteId>(m_clock), text }, how);
}

Result<Operation> CaseActions::setFollowUp(const CaseId &id, QDate on, const QString &reason)
{
    return queue(id, SetFollowUp{ newId<FollowUpId>(m_clock), on, reason });
}

Result<Operation> CaseActions::completeFollowUp(const CaseId &id, const FollowUpId &followUp)
{
    return queue(id, CompleteFollowUp{ followUp });
}

Result<Operation> CaseActions::requestFee(
    const CaseId &id, const QList<FeeItem> &items, const QString &reason, QDate due, const How &how)
{
    const std::optional<ViewedCase> viewed = m_view.find(id);
    if (!viewed)
        return error(ErrorCode::NotFound, "case.notFound");
    RequestFee fee;
    fee.id = newId<FeeId>(m_clock);
    fee.items = items;
    fee.reason = reason;
    fee.due = due;
    fee.source = referenceSource(viewed->caseFile);
    return queue(id, fee, how); // the outbox gives the reference
}

Result<Operation> CaseActions::cancelFee(const CaseId &id, const FeeId &fee, const QString &reason)
{
    return queue(id, CancelFee{ fee, reason });
}

Result<QByteArray> CaseActions::render(const NoticeContent &content)
{
    if (!m_fonts) {
        Result<FontSet> fonts = FontSet::load();
        if (!fonts)
            return fonts.error();
        m_fonts = *fonts;
    }
    RenderOptions options;
    options.reserveSeal = m_view.session().limits.value(QLatin1String("seal")).toBool();
    return renderNotice(content, m_clock.now(), *m_fonts, options);
}

Result<Operation> CaseActions::issueNotice(
    const CaseId &id, const NoticeContent &draft, const How &how)
{
    const std::optional<ViewedCase> viewed = m_view.find(id);
    if (!viewed)
        return error(ErrorCode::NotFound, "case.notFound");
    const NoticeContent content = filled(draft);
    const Authority &authority = m_view.session().authority;
    QJsonArray points;
    for (const OpenPoint &point :
        check(content) + checkEvidence(content, viewed->caseFile, m_law, { authority.ars, {} })) {
        if (point.blocks)
            points.append(point.key);
    }
    if (!points.isEmpty()) {
        return error(
            ErrorCode::InvalidInput, "notice.incomplete", { { QStringLiteral("points"), points } });
    }
    const NoticeChannel channel = noticeChannel(content.channel);
    const Result<NoticePeriods> periods
        = noticePeriods(authority, m_law, channel, content.letterDate);
    if (!periods)
        return periods.error();

    IssueNotice notice;
    notice.id = newId<NoticeId>(m_clock);
    notice.title = content.title();
    notice.templateId = content.basedOn.id;
    notice.templateVersion = content.basedOn.version;
    notice.templateHash = content.basedOn.hash;
    notice.content = toJson(content);
    notice.channel = channel;
    notice.letterDate = content.letterDate;
    notice.disclosedOn = periods->disclosedOn;
    notice.remedyEndsOn = periods->remedyEndsOn;
    notice.lastSeen = lastSeen(id, how);
    if (!content.fees.isEmpty()) {
        RequestFee fee;
        fee.id = newId<FeeId>(m_clock);
        for (const NoticeFee &item : content.fees)
            fee.items.append({ item.text, item.amount, item.legalBasis, {} });
        fee.reason = content.subject;
        fee.due = content.payment->due;
        fee.reference = content.payment->reference;
        fee.source = referenceSource(viewed->caseFile);
        notice.fee = fee;
    }
    const Result<QByteArray> pdf = render(content);
    if (!pdf)
        return pdf.error();
    const Result<NewAttachment> document = m_outbox.stageData(
        notice.title + QStringLiteral(".pdf"), QStringLiteral("application/pdf"), *pdf);
    if (!document)
        return document.error();
    notice.document = *document;
    return queue(id, notice, how);
}

Result<Operation> CaseActions::confirmFinality(const CaseId &id, const NoticeId &notice, QDate on)
{
    return queue(id, ConfirmFinality{ notice, on });
}

Result<Operation> CaseActions::markRead(const CaseId &id)
{
    const std::optional<ViewedCase> viewed = m_view.find(id);
    if (!viewed || !hasUnreadMessage(viewed->caseFile))
        return error(ErrorCode::NotFound, "case.nothingUnread");
    return queue(id, MarkRead{ lastApplicantMessage(viewed->caseFile) });
}

Result<Operation> CaseActions::recordFinding(
    const CaseId &id, const QString &path, const FormAnswer &finding)
{
    return queue(id, RecordFinding{ path, finding });
}

Result<Operation> CaseActions::openCase(const OpenCase &wanted)
{
    Operation operation;
    operation.id = newId<OperationId>(m_clock);
    operation.caseId = newId<CaseId>(m_clock);
    operation.createdAt = m_clock.now();
    OpenCase open = wanted;
    const std::optional<CaseType> type = m_view.caseType(wanted.type, wanted.typeVersion);
    if (type && !open.internal && open.period == StatutoryPeriod{}) {
        const Authority &authority = m_view.session().authority;
        const QDate today = localDate(m_clock.now(), authority.zone.toLatin1());
        open.period = statutoryPeriod(m_law, type->statutoryPeriod, today,
            { authority.ars,
                {} }).valueOr({});
    }
    operation.args = open;
    return queue(std::move(operation), CaseFile());
}

Result<NewAttachment> CaseActions::stageFile(const QString &path)
{
    return m_outbox.stageFile(path);
}
