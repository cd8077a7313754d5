#include "entry.h"

#include "audit.h"
#include "cases.h"
#include "casetypes.h"
#include "counters.h"
#include "directory.h"
#include "json.h"

#include "models/domain/filename.h"
#include "models/domain/wire.h"
#include "models/faults/faults.h"

#include <QJsonArray>

namespace portal {

namespace {

bool begins(const Operation &operation)
{
    return std::holds_alternative<OpenCase>(operation.args)
        || std::holds_alternative<FileApplication>(operation.args);
}

DepartmentId departmentOf(const Operation &operation, const CaseFile &caseFile)
{
    if (const auto *open = std::get_if<OpenCase>(&operation.args))
        return open->department;
    if (const auto *filed = std::get_if<FileApplication>(&operation.args))
        return filed->department;
    return caseFile.department;
}

const RequestFee *feeOf(const Operation &operation)
{
    if (const auto *fee = std::get_if<RequestFee>(&operation.args))
        return fee;
    const auto *notice = std::get_if<IssueNotice>(&operation.args);
    return notice && notice->fee ? &*notice->fee : nullptr;
}

// The places where an operation names its files, to be corrected in place.
QList<NewAttachment *> filesIn(Operation &operation)
{
    QList<NewAttachment> *list = nullptr;
    if (auto *reply = std::get_if<Reply>(&operation.args))
        list = &reply->attachments;
    else if (auto *filed = std::get_if<FileApplication>(&operation.args))
        list = &filed->attachments;
    else if (auto *message = std::get_if<ReceiveMessage>(&operation.args))
        list = &message->attachments;
    else if (auto *notice = std::get_if<IssueNotice>(&operation.args))
        return { &notice->document };
    QList<NewAttachment *> places;
    if (list) {
        for (NewAttachment &file : *list)
            places.append(&file);
    }
    return places;
}

} // namespace

Entry::Entry(Writing &writing, const Operation &operation, const Author &author, Timestamp now)
    : m_writing(writing)
    , m_author(author)
    , m_now(now)
    , m_fingerprint(fingerprint(operation))
    , m_operation(operation)
{
}

Result<CarriedOut> Entry::carryOut(
    const Registrar::Check &check, const Registrar::Alongside &alongside)
{
    ApplyContext context;
    context.actor = m_author.actor;
    context.now = m_now;
    using Step = Answer (Entry::*)();
    for (const Step step : { &Entry::answerOfBefore, &Entry::findCase, &Entry::order,
             &Entry::judged, &Entry::findFiles }) {
        Answer answer = (this->*step)();
        if (!answer)
            return answer.error();
        if (*answer)
            return **std::move(answer);
    }
    for (const bool last : { false, true }) {
        Answer answer = last ? references(context) : checked(check);
        if (!answer)
            return answer.error();
        if (*answer)
            return **std::move(answer);
    }
    return effect(alongside, context);
}

Entry::Answer Entry::answerOfBefore()
{
    const Result<std::optional<StoredOperation>> stored
        = Operations(m_writing.sql).find(m_operation.id);
    if (!stored)
        return stored.error();
    if (!*stored) {
        if (m_operation.kind != AggregateKind::Case)
            return later(Outcome::Rejected, QStringLiteral("operation.unsupported"));
        if (!isUuid(m_operation.id.text) || !isUuid(m_operation.caseId.text))
            return later(Outcome::Rejected, QStringLiteral("operation.id"));
        return std::optional<CarriedOut>();
    }
    if ((*stored)->author != m_author.key || (*stored)->fingerprint != m_fingerprint) {
        if (const Status noted = note("operation.reused", {}); !noted)
            return noted.error();
        return later(Outcome::Rejected, QStringLiteral("operation.reused"));
    }
    CarriedOut again{ (*stored)->result, {} };
    const bool done
        = again.result.outcome == Outcome::Applied || again.result.outcome == Outcome::Merged;
    if (done) {
        Result<std::optional<CaseFile>> caseFile = Cases(m_writing.sql).find((*stored)->caseId);
        if (!caseFile)
            return caseFile.error();
        if (*caseFile)
            again.caseFile = **std::move(caseFile);
    }
    return std::optional<CarriedOut>(again);
}

bool Entry::mayTouch() const
{
    switch (m_author.actor.kind) {
    case ActorKind::System:
        return true;
    case ActorKind::Applicant:
        return begins(m_operation)
            ? m_author.key.startsWith(QLatin1String("draft:"))
            : m_author.key == QStringLiteral("case:") + m_operation.caseId.text;
    case ActorKind::Clerk:
        for (const DepartmentId &department : begins(m_operation)
                ? QList<DepartmentId>{ departmentOf(m_operation, m_case) }
                : departmentsOf(m_case)) {
            if (m_author.grants.value(department).contains(Permission::CaseRead))
                return true;
        }
        return false;
    case ActorKind::Unknown:
        return false;
    }
    return false;
}

Entry::Answer Entry::findCase()
{
    Result<std::optional<CaseFile>> known = Cases(m_writing.sql).find(m_operation.caseId);
    if (!known)
        return known.error();
    if (*known)
        m_case = **std::move(known);
    // What the author may not see is not there.
    if ((!begins(m_operation) && m_case.id.isNull()) || !mayTouch())
        return refuse(QStringLiteral("case.unknown"));
    return std::optional<CarriedOut>();
}

Entry::Answer Entry::order()
{
    if (m_operation.after.isNull())
        return std::optional<CarriedOut>();
    const Result<std::optional<StoredOperation>> before
        = Operations(m_writing.sql).find(m_operation.after);
    if (!before)
        return before.error();
    if (!*before || (*before)->author != m_author.key)
        return later(Outcome::Retry, QStringLiteral("operation.order"));
    return std::optional<CarriedOut>();
}

Entry::Answer Entry::judged()
{
    // Citizens and the portal act on the case as it is at this moment; only clerks work offline.
    if (m_author.actor.kind != ActorKind::Clerk || begins(m_operation))
        return std::optional<CarriedOut>();
    const Result<QSet<OperationId>> chain = Operations(m_writing.sql).ancestors(m_operation.after);
    if (!chain)
        return chain.error();
    const Judgement judgement = judge(m_operation, m_case, *chain);
    m_outcome = judgement.outcome;
    if (judgement.outcome != Outcome::Conflict)
        return std::optional<CarriedOut>();
    OperationResult result;
    result.operation = m_operation.id;
    result.outcome = Outcome::Conflict;
    result.version = m_case.version;
    result.reason = judgement.reason;
    if (!judgement.fields.isEmpty())
        result.params.insert(
            QStringLiteral("fields"), QJsonArray::fromStringList(judgement.fields));
    if (const Status kept = keep(result); !kept)
        return kept.error();
    return std::optional<CarriedOut>(CarriedOut{ result, {} });
}

Entry::Answer Entry::findFiles()
{
    const Files files(m_writing.sql);
    QJsonArray missing;
    for (NewAttachment *named : filesIn(m_operation)) {
        if (!isUuid(named->id.text) || m_files.contains(named->id)
            || findAttachment(m_case, named->id))
            return refuse(QStringLiteral("attachment.id"));
        Result<std::optional<StoredFile>> file = files.findOwn(m_author.key, named->sha256);
        if (file && !*file)
            file = files.findInCase(m_operation.caseId, named->sha256);
        if (!file)
            return file.error();
        if (!*file) {
            missing.append(named->sha256);
            continue;
        }
        m_files.insert(named->id, (*file)->id);
        named->name = cleanFileName(named->name);
        named->size = (*file)->size;
        named->type = (*file)->type;
    }
    if (!missing.isEmpty())
        return later(Outcome::MissingBlobs, QStringLiteral("files.missing"),
            { { QStringLiteral("sha256"), missing } });
    return std::optional<CarriedOut>();
}

Entry::Answer Entry::checked(const Registrar::Check &check)
{
    if (!check)
        return std::optional<CarriedOut>();
    const Result<Verdict> verdict = check(m_writing.sql, m_operation, m_case);
    if (!verdict)
        return verdict.error();
    if (verdict->objection) {
        const Objection &found = *verdict->objection;
        return found.outcome == Outcome::Rejected
            ? refuse(found.reason, found.params)
            : later(found.outcome, found.reason, found.params);
    }
    for (NewAttachment *named : filesIn(m_operation)) {
        const auto other = verdict->instead.constFind(named->id);
        if (other == verdict->instead.constEnd())
            continue;
        m_files.insert(named->id, other->id);
        named->sha256 = other->sha256;
        named->size = other->size;
        named->type = other->type;
    }
    return std::optional<CarriedOut>();
}

Entry::Answer Entry::references(ApplyContext &context)
{
    const DepartmentId department = departmentOf(m_operation, m_case);
    context.permissions = m_author.grants.value(department);
    const Result<Authority> authority = Directory(m_writing.sql).authority();
    if (!authority)
        return authority.error();
    context.zone = authority->zone.toLatin1();
    if (const RequestFee *fee = feeOf(m_operation); fee && !fee->reference.isEmpty()) {
        const auto used = Cases(m_writing.sql).findByPaymentReference(fee->reference);
        if (!used)
            return used.error();
        if (*used)
            return refuse(QStringLiteral("fee.referenceUsed"));
    }
    if (!begins(m_operation) || !m_case.id.isNull())
        return std::optional<CarriedOut>();
    const auto *filed = std::get_if<FileApplication>(&m_operation.args);
    const auto *open = std::get_if<OpenCase>(&m_operation.args);
    const auto type = CaseTypes(m_writing.sql).find(filed ? filed->type : open->type);
    if (!type)
        return type.error();
    // Nothing is stored: an office that adds what is missing takes the same filing afterwards.
    if (!*type)
        return later(Outcome::Rejected, QStringLiteral("caseType.unknown"));
    const auto known = Directory(m_writing.sql).department(department);
    if (!known)
        return known.error();
    if (!*known)
        return later(Outcome::Rejected, QStringLiteral("department.unknown"));
    return std::optional<CarriedOut>();
}

Result<CarriedOut> Entry::effect(const Registrar::Alongside &alongside, const ApplyContext &context)
{
    Result<CaseFile> after = apply(m_operation, m_case, context);
    if (!after) {
        const Answer refused = refuse(after.error().key, after.error().params);
        return refused ? Result<CarriedOut>(**refused) : Result<CarriedOut>(refused.error());
    }
    if (after->reference.isEmpty()) { // taken last: what is refused leaves no gap
        Result<QString> reference
            = counters::fileReference(m_writing, after->department, localDate(m_now, context.zone));
        if (!reference)
            return reference.error();
        after->reference = *std::move(reference);
    }
    OperationResult result;
    result.operation = m_operation.id;
    result.outcome = m_outcome;
    result.version = after->version;
    if (const Status saved = Cases::save(m_writing, *after); !saved)
        return saved.error();
    faults::step("portal.afterCase");
    for (auto it = m_files.begin(); it != m_files.end(); ++it) {
        const Status attached = Files::attach(m_writing, after->id, it.key(), it.value());
        if (!attached)
            return attached.error();
    }
    if (const Status kept = keep(result); !kept)
        return kept.error();
    faults::step("portal.afterResult");
    if (alongside) {
        if (const Status done = alongside(m_writing, *after); !done)
            return done.error();
    }
    faults::step("portal.alongside");
    return CarriedOut{ result, *std::move(after) };
}

Entry::Answer Entry::refuse(const QString &reason, const QJsonObject &params)
{
    OperationResult result;
    result.operation = m_operation.id;
    result.outcome = Outcome::Rejected;
    result.reason = reason;
    result.params = params;
    if (const Status kept = keep(result); !kept)
        return kept.error();
    return std::optional<CarriedOut>(CarriedOut{ result, {} });
}

// An answer that may be another one next time: nothing is stored.
Entry::Answer Entry::later(Outcome outcome, const QString &reason, const QJsonObject &params)
{
    OperationResult result;
    result.operation = m_operation.id;
    result.outcome = outcome;
    result.reason = reason;
    result.params = params;
    return std::optional<CarriedOut>(CarriedOut{ result, {} });
}

Status Entry::keep(const OperationResult &result)
{
    StoredOperation stored;
    stored.id = m_operation.id;
    stored.author = m_author.key;
    stored.fingerprint = m_fingerprint;
    stored.after = m_operation.after;
    stored.caseId = m_operation.caseId;
    stored.version = result.version;
    stored.at = m_now;
    stored.result = result;
    if (const Status added = Operations::add(m_writing, stored); !added)
        return added;
    return note("case.operation",
        { { QStringLiteral("operation"), m_operation.id.text },
            { QStringLiteral("type"), typeName(m_operation) },
            { QStringLiteral("outcome"), wireName(result.outcome) },
            { QStringLiteral("reason"), result.reason },
            { QStringLiteral("version"), result.version } });
}

Status Entry::note(const char *action, const QJsonObject &details)
{
    AuditEntry entry;
    entry.at = m_now;
    entry.actor = m_author.key;
    entry.action = QString::fromLatin1(action);
    entry.subject = m_operation.caseId.text;
    entry.details = details;
    return audit::append(m_writing, entry);
}

} // namespace portal
